package dev.ferrite.jcstress.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StressOptionsTest {
    @Test
    void nothingSaidMeansAllTestsInQuickMode() {
        var options = StressOptions.parse(List.of());

        assertThat(options.mode()).isEqualTo(Mode.QUICK);
        assertThat(options.filter()).isEmpty();
        assertThat(options.broken()).isFalse();
        assertThat(options.processors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyModeIsFoundByItsNameAndSelectsThePresetOfJcstress(Mode mode) {
        var options = StressOptions.parse(List.of("--mode", mode.toString(), "Mutex"));

        assertThat(options.mode()).isEqualTo(mode);
        assertThat(mode.passes())
                .isNotEmpty()
                .allSatisfy(pass -> assertThat(pass.options()).startsWith("-m", mode.toString()));
        assertThat(options.filter().orElseThrow().pattern()).isEqualTo("Mutex");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --mode fast       | --mode must be one of sanity, quick, default, tough: mode=fast
            --mode            | --mode must be one of sanity, quick, default, tough: mode=
            --cpus many       | --cpus must be a number: --cpus=many
            --cpus 0          | --cpus=0
            --cpus 100000     | --cpus=100000
            --timeout         | --timeout must be a number: --timeout=
            --timeout -1      | --timeout=-1
            --fast            | unknown option --fast
            Mutex(            | REGEX is not valid
            Mutex Spin        | one REGEX at most: Mutex and Spin
            """)
    void wrongWordsAreNamedInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> StressOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }
}
