package dev.ferrite.runtime.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a code, as other programs write it down. */
class PanicLogTest {
    /** {@code zlib.compress(b"[    0.000000] a: b\n", 9)} of Python, as digits by the rule of the specification. */
    private static final String URL =
            "ferrite:panic?a=amd64&v=25&z=" + "00846625405393528507450280021860452537672841745416265027";

    @Test
    void aUrlGivesTheLogAlsoBrokenOverLines() {
        assertThat(PanicLog.decode(URL)).isEqualTo("[    0.000000] a: b\n");
        assertThat(PanicLog.decode("\n " + URL.substring(0, 40) + "\n" + URL.substring(40) + " \n"))
                .isEqualTo("[    0.000000] a: b\n");
        assertThat(PanicLog.decode("https://elsewhere/z=9/#?z=" + URL.substring(URL.indexOf("z=") + 2)))
                .isEqualTo("[    0.000000] a: b\n");
    }

    @Test
    void aCodeWithoutUrlIsTheLogItself() {
        assertThat(PanicLog.decode("[    1.000000] nova: x\n")).isEqualTo("[    1.000000] nova: x\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\",has no 'z='",
                "https://example.org,has no 'z='",
                "ferrite:panic?z=,is empty",
                "ferrite:panic?z=12,digits=2",
                "ferrite:panic?z=12a,not a digit: 'a' at 2",
                "ferrite:panic?z=999,more than 1 byte",
                "ferrite:panic?z=00000000000000000,is damaged"
            })
    void whatIsNoCodeIsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> PanicLog.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aCodeThatWasCutSaysSo() {
        String digits = URL.substring(URL.indexOf("z=") + 2);
        assertThatThrownBy(() -> PanicLog.decode("z=" + digits.substring(0, 34)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is cut");
    }
}
