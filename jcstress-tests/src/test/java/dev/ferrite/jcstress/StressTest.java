package dev.ferrite.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Stress.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void helpIsTheUsage() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: ./ferrite stress");
    }

    @Test
    void wrongModeIsOneSentenceAndStatusTwo() {
        assertThat(run("--mode", "fast")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("stress: --mode must be one of")
                .hasLineCount(1);
    }

    @Test
    void filterThatMatchesNothingIsOneSentenceAndStatusTwo() {
        assertThat(run("NoSuchLock")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("stress: no test matches")
                .hasLineCount(1);
    }

    @Test
    void listNamesTheTestsAndRunsNone() {
        assertThat(run("--list", "SpinLockStress")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("dev.ferrite.jcstress.locks.SpinLockStress.MutualExclusion")
                .doesNotContain("MutexStress");
    }
}
