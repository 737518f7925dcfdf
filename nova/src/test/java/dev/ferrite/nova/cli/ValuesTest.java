package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "64K, 65536", "64KiB, 65536", "3m, 3145728", "2G, 2147483648", "1T, 1099511627776"})
    void bytesHaveUnits(String text, long bytes) {
        assertThat(Values.bytes("--vram-size", text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "K", "1.5G", "many", "99999999999999999999", "8388608T"})
    void badBytesAreOneSentence(String text) {
        assertThatThrownBy(() -> Values.bytes("--vram-size", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--vram-size: ");
    }

    @Test
    void aSizeIsTwoNumbers() {
        assertThat(Values.size("--size", "1920x1080")).containsExactly(1920, 1080);
        assertThat(Values.size("--size", "8X9")).containsExactly(8, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1920", "x", "1920x", "axb", "1x2x3", "99999999999x1"})
    void badSizesAreOneSentence(String text) {
        assertThatThrownBy(() -> Values.size("--size", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--size: ");
    }

    @Test
    void aTimeHasAUnit() {
        assertThat(Values.duration("--unplug-at", "500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Values.duration("--unplug-at", "1.5s")).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500", "ms", "-1s", "soons", "1e99s", "NaNs"})
    void badTimesAreOneSentence(String text) {
        assertThatThrownBy(() -> Values.duration("--unplug-at", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--unplug-at: ");
    }
}
