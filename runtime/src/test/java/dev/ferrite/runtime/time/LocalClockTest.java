package dev.ferrite.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.linux.Tsc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalClockTest {
    /** Five times what is promised: NTP may be at work. */
    private static final long SLACK_NANOS = 5_000;

    /** What {@link #switchedOffItIsNanoTime} runs. */
    static final class Off {
        public static void main(String[] args) {
            boolean agrees = true;
            for (int i = 0; i < 100_000; i++) {
                long before = System.nanoTime();
                long now = LocalClock.nanos();
                agrees &= before <= now && now <= System.nanoTime();
            }
            System.out.println(agrees + ", " + LocalClock.status());
        }
    }

    @Test
    void agreesWithNanoTimeForSecondsAndNeverSlips() throws InterruptedException {
        long worstEarly = 0;
        long worstLate = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < end) {
            for (int i = 0; i < 20_000; i++) {
                long before = System.nanoTime();
                long now = LocalClock.nanos();
                long after = System.nanoTime();
                worstEarly = Math.max(worstEarly, before - now);
                worstLate = Math.max(worstLate, now - after);
            }
            Thread.sleep(7); // older than an anchor lives: the next reading is the first of a new one
        }
        assertThat(worstEarly).as("early by").isLessThan(SLACK_NANOS);
        assertThat(worstLate).as("late by").isLessThan(SLACK_NANOS);
        assertThat(LocalClock.status()).isEqualTo(Tsc.isUsable() ? "tsc" : "nanoTime: " + Tsc.status());
    }

    @Test
    void switchedOffItIsNanoTime() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dferrite.tsc=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Off.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output).isEqualTo("true, nanoTime: switched off" + System.lineSeparator());
    }
}
