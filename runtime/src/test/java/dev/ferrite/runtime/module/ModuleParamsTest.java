package dev.ferrite.runtime.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleParamsTest {
    private static final ModuleInfo INFO = ModuleInfo.builder("nova")
            .license("MIT")
            .param(new ModuleParam("vram_size", ParamType.SIZE, "64M", "How much"))
            .param(new ModuleParam("file", ParamType.STRING, "", "Where"))
            .param(new ModuleParam("quiet", ParamType.BOOL, "n", "No line"))
            .build();

    @ParameterizedTest
    @CsvSource({
        "I8, -128, -128",
        "I8, 127, 127",
        "U8, 255, 255",
        "U8, 0xfF, 255",
        "U8, 010, 8",
        "U8, 0, 0",
        "U8, +7, 7",
        "I16, -0x8000, -32768",
        "U16, 65535, 65535",
        "I32, -2147483648, -2147483648",
        "U32, 4294967295, 4294967295",
        "I64, -9223372036854775808, -9223372036854775808",
        "U64, 18446744073709551615, -1",
        "USIZE, 18446744073709551615, -1",
        "ISIZE, 9223372036854775807, 9223372036854775807",
        "SIZE, 64M, 67108864",
        "SIZE, 1k, 1024",
        "SIZE, 0x10K, 16384",
        "SIZE, 0xE, 14",
        "SIZE, 1E, 1152921504606846976",
        "SIZE, 9223372036854775807, 9223372036854775807",
    })
    void numbersAreReadAsTheKernelDoes(ParamType type, String text, long value) {
        assertThat(type.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "I8, 128, ERANGE",
        "I8, -129, ERANGE",
        "U8, 256, ERANGE",
        "U8, -1, EINVAL",
        "U8, '', EINVAL",
        "U8, 08, EINVAL",
        "U8, 0x, EINVAL",
        "U8, 1 , EINVAL",
        "U8, '1 2', EINVAL",
        "U8, 1K, EINVAL",
        "U8, ١, EINVAL",
        "I32, --1, EINVAL",
        "U64, 18446744073709551616, ERANGE",
        "SIZE, 8E, ERANGE",
        "SIZE, M, EINVAL",
        "SIZE, 64MB, EINVAL",
        "SIZE, -1, EINVAL",
        "BOOL, maybe, EINVAL",
        "BOOL, o, EINVAL",
        "BOOL, '', EINVAL",
    })
    void whatDoesNotFitIsTheKernelsErrno(ParamType type, String text, String errno) {
        String value = text.equals("1") ? "1 " : text;
        assertThatThrownBy(() -> type.parse(value))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.errno().toString()).isEqualTo(errno))
                .hasMessageContaining("'" + value + "' as " + type);
    }

    @ParameterizedTest
    @CsvSource({
        "y, true",
        "Yes, true",
        "1, true",
        "t, true",
        "on, true",
        "ON, true",
        "n, false",
        "No, false",
        "0, false",
        "False, false",
        "off, false",
        "oF, false"
    })
    void aBoolIsReadByItsFirstLetters(String text, boolean value) {
        assertThat(ParamType.BOOL.parse(text)).isEqualTo(value);
    }

    @Test
    void defaultsStandUntilSomethingIsSaid() {
        ModuleParams defaults = ModuleParams.defaults(INFO);
        assertThat(defaults.getLong("vram_size")).isEqualTo(64 << 20);
        assertThat(defaults.getString("file")).isEmpty();
        assertThat(defaults.getBoolean("quiet")).isFalse();
        assertThat(defaults.isGiven("quiet")).isFalse();
        ModuleParams said = ModuleParams.parse(INFO, List.of("vram-size=1K", "quiet", "file=a=b", "vram_size=2K"));
        assertThat(said.getLong("vram_size")).isEqualTo(2048);
        assertThat(said.getString("file")).isEqualTo("a=b");
        assertThat(said.getBoolean("quiet")).isTrue();
        assertThat(said.isGiven("quiet")).isTrue();
        assertThat(said.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vram_size=lots, EINVAL, module nova: 'lots' invalid for parameter 'vram_size' of type size",
        "vram_size=99999999999999999999, ERANGE, for parameter 'vram_size'",
        "vram_size, EINVAL, parameter 'vram_size' needs a value",
        "vram_size=, EINVAL, '' invalid for parameter 'vram_size'",
        "quiet=perhaps, EINVAL, 'perhaps' invalid for parameter 'quiet' of type bool",
    })
    void aMalformedValueNamesItsParameter(String argument, String errno, String message) {
        assertThatThrownBy(() -> ModuleParams.parse(INFO, List.of(argument)))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.errno().toString()).isEqualTo(errno))
                .hasMessageContaining(message);
    }

    @Test
    void textThatIsTooLongIsEnospc() {
        assertThat(ModuleParams.parse(INFO, List.of("file=" + "x".repeat(1024))).getString("file"))
                .hasSize(1024);
        assertThatThrownBy(() -> ModuleParams.parse(INFO, List.of("file=" + "x".repeat(1025))))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOSPC))
                .hasMessageContaining("too large for parameter 'file'");
    }

    @Test
    void unknownNamesAreKeptForTheWarning() {
        assertThat(ModuleParams.parse(INFO, List.of("colour=red", "vram_size=1", "=x"))
                        .unknown())
                .containsExactly("colour", "");
    }

    @Test
    void askingForWhatIsNotThereNamesIt() {
        ModuleParams params = ModuleParams.defaults(INFO);
        assertThatThrownBy(() -> params.getLong("file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'file'");
        assertThatThrownBy(() -> params.getLong("nothing")).hasMessageContaining("'nothing'");
        assertThatThrownBy(() -> params.isGiven("nothing")).hasMessageContaining("'nothing'");
    }
}
