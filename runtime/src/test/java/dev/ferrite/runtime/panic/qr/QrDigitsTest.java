package dev.ferrite.runtime.panic.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrDigitsTest {
    @Test
    void sevenBytesAreSeventeenDigitsAndATailFewer() {
        assertThat(IntStream.rangeClosed(0, 8).map(QrDigits::count)).containsExactly(0, 3, 5, 8, 10, 13, 15, 17, 20);
        assertThat(QrDigits.count(7000)).isEqualTo(17000);
    }

    @Test
    void bytesAreALittleEndianNumber() {
        assertThat(QrDigits.decode("00000000000000258")).containsExactly(2, 1, 0, 0, 0, 0, 0);
        assertThat(QrDigits.decode("72057594037927935")).containsOnly(-1).hasSize(7);
        assertThat(QrDigits.decode("255")).containsExactly(-1);
        assertThat(QrDigits.decode("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "1234", "256", "65536", "72057594037927936", "12x", "00000000000000258-1"})
    void whatNoBytesGiveIsRefusedWithASentence(String digits) {
        assertThatThrownBy(() -> QrDigits.decode(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches(".*[0-9].*");
    }
}
