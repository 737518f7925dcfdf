package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.config.ConfigOption;
import org.junit.jupiter.api.Test;

class ToolCommandsTest {
    @Test
    void configListsEveryOptionWithItsSource() {
        Captured ran = Captured.run("config");
        assertThat(ran.code()).isEqualTo(Main.OK);
        for (ConfigOption option : ConfigOption.values()) {
            assertThat(ran.out()).contains(option.id()).contains(option.help());
        }
        assertThat(ran.out()).contains("(default; one of true, false)");
        assertThat(Captured.run("config", "--help").code()).isEqualTo(Main.OK);
        assertThat(Captured.run("config", "kasan").code()).isEqualTo(Main.USAGE);
    }

    @Test
    void toolsOfTheGroundFloorAreReached() {
        assertThat(Captured.run("bindgen", "--help").out()).contains("usage: ./ferrite bindgen HEADER");
        Captured wrong = Captured.run("bindgen");
        assertThat(wrong.code()).isEqualTo(Main.USAGE);
        assertThat(wrong.err()).startsWith("bindgen: ");
        assertThat(Captured.run("btf", "--nonsense").err()).startsWith("btf: ");
    }
}
