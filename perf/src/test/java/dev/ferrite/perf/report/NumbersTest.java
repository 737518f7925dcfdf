package dev.ferrite.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
        assertThat(Numbers.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Numbers.median(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(3.0);
        assertThat(Numbers.median(List.of(7.0))).isEqualTo(7.0);
        assertThatThrownBy(() -> Numbers.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.0812345 | 0.0812",
                "0.5 | 0.500",
                "3.4159 | 3.42",
                "62.96 | 63.0",
                "115.4 | 115",
                "155743.2 | 155,743",
                "-3.4159 | -3.42",
                "NaN | -",
                "Infinity | -",
            })
    void scoresHaveThreeDigits(double value, String text) {
        assertThat(Numbers.threeDigits(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.4, 0", "0.5, 0.5", "24, 24.0", "NaN, -"})
    void bytesOfTheProfilerAreNone(double value, String text) {
        assertThat(Numbers.bytes(value)).isEqualTo(text);
    }

    @Test
    void ratiosHaveTwoPlaces() {
        assertThat(Numbers.ratio(0.567)).isEqualTo("0.57");
        assertThat(Numbers.ratio(Double.NaN)).isEqualTo("-");
    }
}
