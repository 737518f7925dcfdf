package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.counters.Reading;
import dev.ferrite.runtime.counters.Reading.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of {@code top}. */
class TopTableTest {
    private static Reading ioctls(long value) {
        return new Reading("ferrite_drm_ioctls", Kind.COUNTER, "ioctls", value);
    }

    private static Reading files(long value) {
        return new Reading("ferrite_drm_files", Kind.GAUGE, "Open \u001b[31mnodes", value);
    }

    private static Reading vram(long value) {
        return new Reading("ferrite_drm_vram_bytes", Kind.GAUGE, "VRAM", value);
    }

    @Test
    void firstLookHasNoRatesAndSecondHasThem() {
        TopTable table = new TopTable();
        Instant begin = Instant.ofEpochSecond(1_000);
        List<Reading> first = List.of(ioctls(1_000_000), files(7), vram(3 << 20));
        assertThat(table.lines(first, begin))
                .containsExactly(
                        "COUNTER                         VALUE     PER SECOND  WHAT",
                        "ferrite_drm_ioctls          1,000,000              -  ioctls",
                        "ferrite_drm_files                   7              -  Open ?[31mnodes",
                        "ferrite_drm_vram_bytes          3 MiB              -  VRAM");
        table.remember(first, begin);
        List<Reading> second = List.of(ioctls(1_500_001), files(5), vram(1 << 20));
        assertThat(table.lines(second, begin.plusMillis(500)))
                .containsExactly(
                        "COUNTER                         VALUE     PER SECOND  WHAT",
                        "ferrite_drm_ioctls          1,500,001    1,000,002.0  ioctls",
                        "ferrite_drm_files                   5           -4.0  Open ?[31mnodes",
                        "ferrite_drm_vram_bytes          1 MiB         -4 MiB  VRAM");
        table.remember(second, begin.plusMillis(500));
        assertThat(table.lines(second, begin.plusSeconds(9)).subList(1, 4)).allMatch(line -> line.matches(".* 0  .*"));
    }

    @Test
    void wrongIntervalsAreUsageErrors() {
        assertThat(Captured.run("top", "--interval", "1ms").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("top", "--interval", "soon").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("top", "--pid", "x").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("boot", "--metrics", "99999").err()).contains("--metrics: '99999' is not a port");
        assertThat(Captured.run("boot", "--metrics", ":80").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("boot", "--metrics", "x").code()).isEqualTo(Main.USAGE);
    }
}
