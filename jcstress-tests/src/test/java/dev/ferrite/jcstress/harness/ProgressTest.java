package dev.ferrite.jcstress.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void resultsOfJcstressBecomeOneLine() {
        assertThat(Progress.read("(Results: 100 planned; 14 passed, 0 failed, 0 soft errs, 0 hard errs)"))
                .contains("14 of 100 JVMs done");
        assertThat(Progress.read("(Results: 12 planned; 1 passed, 2 failed, 3 soft errs, 4 hard errs)"))
                .contains("10 of 12 JVMs done, 9 with failures");
    }

    @Test
    void everythingElseIsLeftToTheLog() {
        var shown = new ByteArrayOutputStream();
        var progress = new Progress("c1", new PrintStream(shown, true, StandardCharsets.UTF_8), false);

        progress.write("(JVMs: 0 starting)\r\n(Results: 3 planned; 1 pas".getBytes(StandardCharsets.UTF_8), 0, 46);
        progress.write("sed, 0 failed, 0 soft errs, 0 hard errs)\nRUN\n".getBytes(StandardCharsets.UTF_8), 0, 45);

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("stress: c1: 1 of 3 JVMs done");
    }
}
