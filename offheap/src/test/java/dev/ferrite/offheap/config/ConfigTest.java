package dev.ferrite.offheap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Test
    void everyOptionHasADefaultOfItsType() {
        Config config = Config.resolve(Map.of(), new Properties());
        for (ConfigOption option : ConfigOption.values()) {
            assertThat(option.type().values()).contains(option.initial());
            assertThat(config.setting(option)).isEqualTo(new Config.Setting(option.initial(), "default"));
            assertThat(option.help()).isNotBlank();
        }
    }

    @Test
    void propertyOutweighsEnvironmentOutweighsFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ferrite.conf"), """
                # debugging
                kasan = true
                trace.boxes=true
                trace.locks=true
                """);
        Config config = Config.resolve(
                Map.of("FERRITE_CONFIG", file.toString(), "FERRITE_TRACE_BOXES", "false", "PATH", "/bin"),
                properties("ferrite.trace.locks", "false", "java.version", "25"));
        assertThat(config.setting(ConfigOption.KASAN)).isEqualTo(new Config.Setting("true", file + " line 2"));
        assertThat(config.setting(ConfigOption.TRACE_BOXES))
                .isEqualTo(new Config.Setting("false", "FERRITE_TRACE_BOXES in the environment"));
        assertThat(config.setting(ConfigOption.TRACE_LOCKS))
                .isEqualTo(new Config.Setting("false", "-Dferrite.trace.locks"));
        assertThat(config.table()).contains("kasan          = true     (" + file + " line 2; one of true, false)");
    }

    @Test
    void unknownOptionsNameTheNearest(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> Config.resolve(Map.of(), properties("ferrite.kasen", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("unknown option ferrite.kasen; the nearest is ferrite.kasan");
        assertThatThrownBy(() -> Config.resolve(Map.of("FERRITE_TRACEBOXES", "1"), new Properties()))
                .hasMessage("unknown option FERRITE_TRACEBOXES; the nearest is FERRITE_TRACE_BOXES");
        Path file = Files.writeString(folder.resolve("ferrite.conf"), "\nmembarier=false\nnonsense\n");
        assertThatThrownBy(() -> Config.resolve(Map.of(), properties("ferrite.config", file.toString())))
                .hasMessage(file + " line 2: unknown option membarier; the nearest is membarrier; " + file
                        + " line 3 is not NAME=VALUE: nonsense");
    }

    @Test
    void badValuesAndContradictionsAreErrors() {
        assertThatThrownBy(() -> Config.resolve(Map.of(), properties("ferrite.kasan", "yes")))
                .hasMessage("option kasan is one of true, false, and -Dferrite.kasan says: yes");
        assertThatThrownBy(() -> Config.resolve(Map.of("FERRITE_KASAN", "true"), properties("ferrite.words", "heap")))
                .hasMessage("options contradict each other: words=heap (-Dferrite.words) and kasan=true "
                        + "(FERRITE_KASAN in the environment)");
        assertThatThrownBy(() -> Config.resolve(Map.of("FERRITE_CONFIG", "/nonexistent"), new Properties()))
                .hasMessage("configuration file cannot be read: /nonexistent");
    }

    @Test
    void processIsConfiguredAsItWasStarted() {
        assertThat(ConfigOption.WORDS.value()).isEqualTo(System.getProperty("ferrite.words", "offheap"));
        assertThat(ConfigOption.KASAN.isOn()).isEqualTo(Boolean.getBoolean("ferrite.kasan"));
    }
}
