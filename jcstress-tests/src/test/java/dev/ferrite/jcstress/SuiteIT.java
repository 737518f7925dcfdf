package dev.ferrite.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.jcstress.harness.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The whole suite in quick mode, as {@code ./ferrite stress} runs it; each jcstress test is one test here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiteIT {
    private List<String> tests = List.of();
    private StressProcess stress = new StressProcess(-1, List.of());

    @BeforeAll
    void runSuite() throws Exception {
        tests = Catalog.select(false, Optional.empty());
        stress = StressProcess.run("suite", "--mode", "quick");
    }

    @TestFactory
    Stream<DynamicTest> noForbiddenOutcome() {
        return tests.stream()
                .map(test -> DynamicTest.dynamicTest(
                        test, () -> assertThat(stress.about(test)).startsWith("passed ")));
    }

    @Test
    void noTestIsMissing() {
        assertThat(stress.closing())
                .isEqualTo("stress: %1$d tests, %1$d passed, 0 forbidden, 0 errors, 0 missing", tests.size());
        assertThat(stress.status()).isZero();
    }
}
