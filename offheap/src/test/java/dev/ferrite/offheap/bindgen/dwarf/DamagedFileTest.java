package dev.ferrite.offheap.bindgen.dwarf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.bindgen.CTools;
import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged object files end in a message, never in another exception or an endless loop. */
class DamagedFileTest {
    @TempDir
    Path folder;

    private byte[] object() throws IOException {
        CTools.require("gcc");
        Path file = folder.resolve("types.so");
        CTools.Ran ran = CTools.run(List.of(
                "gcc",
                "-w",
                "-x",
                "c",
                "-gdwarf-5",
                "-gz=none",
                "-fno-eliminate-unused-debug-types",
                "-shared",
                "-fPIC",
                "-nostdlib",
                "-o",
                file.toString(),
                CTools.header(CTools.TORTURE_OPTIONS).toString()));
        assertThat(ran.exit()).isZero();
        return Files.readAllBytes(file);
    }

    private static String read(byte[] bytes) {
        try {
            return DwarfTypes.of(ElfFile.parse(bytes, "test")).records().size() + " records";
        } catch (BindingException e) {
            return "refused";
        }
    }

    @Test
    void wholeFileIsRead() throws IOException {
        assertThat(read(object())).isEqualTo("17 records");
    }

    @Test
    void fileCutAnywhereIsRefused() throws IOException {
        byte[] whole = object();
        for (int length = 0; length < whole.length; length += 97) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("length %d", length)
                    .isEqualTo("refused");
        }
    }

    @Test
    void fileWithFlippedBytesIsReadOrRefused() throws IOException {
        byte[] whole = object();
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            String result = read(damaged);
            assertThat(result).matches("refused|\\d+ records");
            refused += result.equals("refused") ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> ElfFile.parse(new byte[100], "zeros"))
                .isInstanceOf(BindingException.class)
                .hasMessage("not a 64-bit little-endian ELF file: zeros");
    }
}
