package dev.ferrite.perf.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static List<String> all() {
        return Catalog.select(PerfOptions.parse(List.of()).jmh());
    }

    static Stream<String> classes() {
        return all().stream().map(Catalog::classOf).distinct();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyMethodThatAComparisonNamesExistsAndEveryGoalHasOneBound(String className) {
        Set<String> methods = all().stream()
                .filter(benchmark -> Catalog.classOf(benchmark).equals(className))
                .map(Catalog::methodOf)
                .collect(Collectors.toSet());
        var comparison = Catalog.comparison(className);
        Set<String> named = new TreeSet<>(Set.of(comparison.noGarbage()));
        named.add(comparison.baseline());
        for (var goal : comparison.goals()) {
            named.add(goal.subject());
            named.addAll(Set.of(goal.against()));
            assertThat(goal.id()).matches("P[0-9]+");
            assertThat(DoubleStream.of(goal.atMost(), goal.atLeast(), goal.atMostMore())
                            .filter(bound -> !Double.isNaN(bound))
                            .count())
                    .isEqualTo(1);
            assertThat(Double.isNaN(goal.atMostMore()) || goal.against().length > 0)
                    .as("more than what: " + goal)
                    .isTrue();
        }

        for (var peer : comparison.natives()) {
            assertThat(methods).doesNotContain(peer.name());
            assertThat(NativePrograms.class.getResource(peer.source())).isNotNull();
        }

        assertThat(methods).containsAll(named).hasSizeGreaterThan(1);
        assertThat(comparison.title()).isNotBlank();
    }

    @Test
    void filterThatMatchesNothingIsNamed() {
        assertThatThrownBy(() ->
                        Catalog.select(PerfOptions.parse(List.of("NoSuchLock")).jmh()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("regex=NoSuchLock");
    }

    @Test
    void excludesAreLeftOut() {
        assertThat(Catalog.select(
                        PerfOptions.parse(List.of("LockPair", "-e", "Block")).jmh()))
                .isNotEmpty()
                .noneMatch(name -> name.contains("Block"))
                .allMatch(name -> name.contains("LockPair"));
    }
}
