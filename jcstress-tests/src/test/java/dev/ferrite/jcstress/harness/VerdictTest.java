package dev.ferrite.jcstress.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static Verdict.Run run(String test, Verdict.End end, long samples) {
        return new Verdict.Run(
                test, end, samples, end == Verdict.End.PASSED ? List.of() : List.of("evidence of " + end));
    }

    @Test
    void everythingPassedIsPassed() {
        var verdict = Verdict.of(
                List.of("a", "b"),
                List.of(
                        List.of(run("b", Verdict.End.PASSED, 5), run("a", Verdict.End.PASSED, 3)),
                        List.of(run("a", Verdict.End.PASSED, 4), run("b", Verdict.End.PASSED, 1))));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.tests())
                .containsExactly(
                        new Verdict.Line("a", Verdict.End.PASSED, 7, 2, List.of()),
                        new Verdict.Line("b", Verdict.End.PASSED, 6, 2, List.of()));
        assertThat(verdict.closing()).isEqualTo("stress: 2 tests, 2 passed, 0 forbidden, 0 errors, 0 missing");
    }

    @Test
    void testThatDidNotRunIsMissing() {
        var verdict = Verdict.of(List.of("a", "b"), List.of(List.of(run("a", Verdict.End.PASSED, 3))));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.closing()).isEqualTo("stress: 2 tests, 1 passed, 0 forbidden, 0 errors, 1 missing");
    }

    @Test
    void testThatRanInOnePassOnlyIsMissing() {
        var verdict = Verdict.of(List.of("a"), List.of(List.of(run("a", Verdict.End.PASSED, 3)), List.of()));

        assertThat(verdict.closing()).isEqualTo("stress: 1 tests, 0 passed, 0 forbidden, 0 errors, 1 missing");
    }

    @Test
    void testWithoutSampleIsMissing() {
        var verdict = Verdict.of(List.of("a"), List.of(List.of(run("a", Verdict.End.PASSED, 0))));

        assertThat(verdict.closing()).isEqualTo("stress: 1 tests, 0 passed, 0 forbidden, 0 errors, 1 missing");
    }

    @Test
    void oneForbiddenRunDecidesOverAllOthers() {
        var verdict = Verdict.of(
                List.of("a"),
                List.of(
                        List.of(
                                run("a", Verdict.End.ERROR, 0),
                                run("a", Verdict.End.FORBIDDEN, 9),
                                run("a", Verdict.End.PASSED, 1)),
                        List.of(run("a", Verdict.End.ERROR, 0))));

        assertThat(verdict.tests().getFirst().end()).isEqualTo(Verdict.End.FORBIDDEN);
        assertThat(verdict.tests().getFirst().evidence()).hasSize(3).contains("evidence of forbidden");
        assertThat(verdict.closing()).isEqualTo("stress: 1 tests, 0 passed, 1 forbidden, 0 errors, 0 missing");
    }

    @Test
    void runThatBrokeOffWithoutASampleIsAnErrorAndNotMissing() {
        var verdict = Verdict.of(List.of("a"), List.of(List.of(run("a", Verdict.End.ERROR, 0))));

        assertThat(verdict.closing()).isEqualTo("stress: 1 tests, 0 passed, 0 forbidden, 1 errors, 0 missing");
    }

    @Test
    void nothingRanMeansEverythingIsMissing() {
        assertThat(Verdict.of(List.of("a", "b"), List.of(List.of())).closing())
                .isEqualTo("stress: 2 tests, 0 passed, 0 forbidden, 0 errors, 2 missing");
    }
}
