package dev.ferrite.nova.uapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.bindgen.Bindgen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The generated interface of nova: known numbers and offsets, files that are up to date. */
class NovaUapiTest {
    @Test
    void numbersAreThoseOfTheKernel() {
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GETPARAM).isEqualTo(-1072667584).isEqualTo(0xC0106440);
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE).isEqualTo(-1072667583).isEqualTo(0xC0106441);
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO).isEqualTo(-1072667582).isEqualTo(0xC0106442);
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_INFO).isEqualTo(0xC0106443);
        assertThat(NovaDrmH.NOVA_INFO_GPU).isZero();
        assertThat(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE).isEqualTo(1);
    }

    @Test
    void structsAreSixteenBytesAlignedToEight() {
        assertThat(new long[] {
                    DrmNovaGetparam.SIZEOF,
                    DrmNovaGetparam.ALIGNOF,
                    DrmNovaGetparam.PARAM_OFFSET,
                    DrmNovaGetparam.VALUE_OFFSET
                })
                .containsExactly(16, 8, 0, 8);
        assertThat(new long[] {
                    DrmNovaGemCreate.SIZEOF,
                    DrmNovaGemCreate.ALIGNOF,
                    DrmNovaGemCreate.HANDLE_OFFSET,
                    DrmNovaGemCreate.PAD_OFFSET,
                    DrmNovaGemCreate.SIZE_OFFSET
                })
                .containsExactly(16, 8, 0, 4, 8);
        assertThat(new long[] {
                    DrmNovaGemInfo.SIZEOF,
                    DrmNovaGemInfo.ALIGNOF,
                    DrmNovaGemInfo.HANDLE_OFFSET,
                    DrmNovaGemInfo.PAD_OFFSET,
                    DrmNovaGemInfo.SIZE_OFFSET
                })
                .containsExactly(16, 8, 0, 4, 8);
        assertThat(new long[] {
                    DrmNovaInfo.SIZEOF,
                    DrmNovaInfo.ALIGNOF,
                    DrmNovaInfo.ID_OFFSET,
                    DrmNovaInfo.SIZE_OFFSET,
                    DrmNovaInfo.DATA_OFFSET
                })
                .containsExactly(16, 8, 0, 4, 8);
    }

    @Test
    void theAnswerAboutTheGpuHas160Bytes() {
        assertThat(new long[] {
                    DrmNovaGpuInfo.SIZEOF,
                    DrmNovaGpuInfo.ALIGNOF,
                    DrmNovaGpuInfo.ARCHITECTURE_OFFSET,
                    DrmNovaGpuInfo.IMPLEMENTATION_OFFSET,
                    DrmNovaGpuInfo.VRAM_SIZE_OFFSET,
                    DrmNovaGpuInfo.GPU_NAME_OFFSET,
                    DrmNovaGpuInfo.SHORT_NAME_OFFSET,
                    DrmNovaGpuInfo.GID_OFFSET
                })
                .containsExactly(160, 8, 0, 4, 8, 16, 80, 144);
    }

    @Test
    void committedFilesAreWhatTheGeneratorWritesAndWhatTheCompilerSees() throws Exception {
        assumeTrue(succeeds("gcc", "--version"), "gcc is not installed");
        assumeTrue(
                succeeds("gcc", "-fsyntax-only", "-x", "c", "src/main/bindings/nova_drm.h"),
                "the headers of Linux are not installed");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exit = Bindgen.run(new String[] {"@src/main/bindings/bindings.options", "--check"}, System.out, print);
        assumeFalse(exit == 3, err.toString(StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(succeeds("gcc", "-fsyntax-only", "src/main/bindings/layout_check.c"))
                .isTrue();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
