package dev.ferrite.offheap.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Forked;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TscTest {
    /** What {@link #theSwitchTurnsItOff} runs. */
    static final class Off {
        public static void main(String[] args) {
            System.out.println(Tsc.isUsable() + ": " + Tsc.status());
        }
    }

    @Test
    void countsUpWhereItIsUsableAndRefusesWhereNot() throws InterruptedException {
        if (!Tsc.isUsable()) {
            assertThat(Tsc.status()).isNotEqualTo("usable");
            assertThatThrownBy(Tsc::ticks)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(Tsc.status());
            return;
        }
        assertThat(Tsc.status()).isEqualTo("usable");
        long first = ticksPerMillisecond();
        long second = ticksPerMillisecond();
        // Slower than a bus clock of the nineties, or faster than any processor: it is not the counter that was read.
        assertThat(first).isBetween(10_000L, 20_000_000L);
        assertThat((double) second / first).isBetween(0.9, 1.1);
    }

    private static long ticksPerMillisecond() throws InterruptedException {
        long nanos = System.nanoTime();
        long ticks = Tsc.ticks();
        Thread.sleep(50);
        ticks = Tsc.ticks() - ticks;
        nanos = System.nanoTime() - nanos;
        return ticks * 1_000_000 / nanos;
    }

    @Test
    void theSwitchTurnsItOff() throws IOException, InterruptedException {
        Forked.Result result = Forked.run(Off.class, List.of("-Dferrite.tsc=false"), jar -> true);
        assertThat(result).isEqualTo(new Forked.Result(0, "false: switched off" + System.lineSeparator()));
    }
}
