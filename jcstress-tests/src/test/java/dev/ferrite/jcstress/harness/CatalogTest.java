package dev.ferrite.jcstress.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.runners.TestList;

class CatalogTest {
    static Stream<String> suite() {
        return Catalog.select(false, Optional.empty()).stream();
    }

    @Test
    void brokenSubjectsAreNeverPartOfTheSuite() {
        assertThat(suite()).isNotEmpty().noneMatch(name -> name.contains(".broken."));
        assertThat(Catalog.select(true, Optional.empty())).isNotEmpty().allMatch(name -> name.contains(".broken."));
        assertThat(suite().count() + Catalog.select(true, Optional.empty()).size())
                .isEqualTo(TestList.tests().size());
    }

    @ParameterizedTest
    @MethodSource("suite")
    void testRunsOnTwoProcessorsAndSaysWhatEachOutcomeMeans(String name) {
        var info = TestList.getInfo(name);

        assertThat(info.threads())
                .as("actors, more are silently left out on two processors")
                .isLessThanOrEqualTo(2);
        assertThat(info.description()).isNotBlank();
        assertThat(info.cases())
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.description()).isNotBlank());
        assertThat(info.unmatched().expect()).isEqualTo(Expect.FORBIDDEN);
    }

    @Test
    void filterIsFoundAnywhereInTheName() {
        assertThat(Catalog.select(false, Optional.of(Pattern.compile("MutexStress"))))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev.ferrite.jcstress.locks.MutexStress."));
    }

    @Test
    void filterThatMatchesNothingIsNamed() {
        assertThatThrownBy(() -> Catalog.select(false, Optional.of(Pattern.compile("NoSuchLock"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no test matches")
                .hasMessageContaining("regex=NoSuchLock");
    }

    @Test
    void filterForJcstressLetsExactlyTheNamedTestsThrough() {
        var filter = Pattern.compile(Catalog.exactly(List.of("a.B.C", "a.B.D")));

        assertThat(Stream.of("a.B.C", "a.B.D", "a.B.CC", "xa.B.C", "aXB.C").filter(filter.asPredicate()))
                .containsExactly("a.B.C", "a.B.D");
    }
}
