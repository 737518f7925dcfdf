package dev.ferrite.perf.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerfOptionsTest {
    @Test
    void ownOptionsAreTakenOutAndTheRestIsForJmh() {
        var options = PerfOptions.parse(List.of("LockPair", "--quick", "-f", "3", "-r", "50ms"));

        assertThat(options.quick()).isTrue();
        assertThat(options.jmh().getIncludes()).containsExactly("LockPair");
        assertThat(options.jmh().getForkCount().get()).isEqualTo(3);
        assertThat(options.words()).containsExactly("LockPair", "--quick", "-f", "3", "-r", "50ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | --help lists the options",
                "-f many | --help lists the options",
                "-rf json | -rf is not taken",
                "-o out.txt | -o is not taken",
            })
    void wrongWordsAreNamedInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> PerfOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void zeroRoundsAreRefused() {
        assertThatThrownBy(() -> new Rounds(PerfOptions.parse(List.of("-f", "0")), List.of("a.b")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("rounds=0");
    }
}
