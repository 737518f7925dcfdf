package dev.ferrite.drm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.uapi.DrmFourccH;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourccTest {
    @Test
    void everyFormatOfTheHeaderIsThereUnderItsName() throws IllegalAccessException {
        Set<String> header = new TreeSet<>();
        for (Field field : DrmFourccH.class.getFields()) {
            String name = field.getName();
            if (field.getType() == int.class
                    && name.startsWith("DRM_FORMAT_")
                    && !name.startsWith("DRM_FORMAT_MOD_")
                    && !name.equals("DRM_FORMAT_BIG_ENDIAN")
                    && !name.equals("DRM_FORMAT_INVALID")) {
                header.add(name.substring("DRM_FORMAT_".length()));
                assertThat(Fourcc.valueOf(name.substring("DRM_FORMAT_".length()))
                                .code())
                        .isEqualTo(field.getInt(null));
            }
        }
        assertThat(header).hasSizeGreaterThan(100).hasSameSizeAs(Fourcc.values());
        for (Fourcc format : Fourcc.values()) {
            assertThat(Fourcc.of(format.code())).contains(format);
        }
    }

    /** Rows of the kernel's own table. */
    @ParameterizedTest
    @CsvSource({
        "XRGB8888, 1, 4, 1, 1, false, false, 32",
        "ARGB8888, 1, 4, 1, 1, true, false, 32",
        "RGB565, 1, 2, 1, 1, false, false, 16",
        "RGB888, 1, 3, 1, 1, false, false, 24",
        "RGBA5551, 1, 2, 1, 1, true, false, 16",
        "XRGB2101010, 1, 4, 1, 1, false, false, 32",
        "ABGR16161616F, 1, 8, 1, 1, true, false, 64",
        "AXBXGXRX106106106106, 1, 8, 1, 1, true, false, 64",
        "C8, 1, 1, 1, 1, false, false, 8",
        "R10, 1, 2, 1, 1, false, false, 16",
        "GR1616, 1, 4, 1, 1, false, false, 32",
        "RGB565_A8, 2, 2, 1, 1, true, false, 16",
        "YUYV, 1, 2, 2, 1, false, true, 16",
        "AYUV, 1, 4, 1, 1, true, true, 32",
        "Y210, 1, 4, 2, 1, false, true, 32",
        "NV12, 2, 1, 2, 2, false, true, 8",
        "NV61, 2, 1, 2, 1, false, true, 8",
        "P010, 2, 2, 2, 2, false, true, 16",
        "NV15, 2, 5, 2, 2, false, true, 10",
        "YUV420, 3, 1, 2, 2, false, true, 8",
        "YVU410, 3, 1, 4, 4, false, true, 8",
        "YUV444, 3, 1, 1, 1, false, true, 8",
        "Y0L2, 1, 8, 2, 2, true, true, 16"
    })
    void pixelsAreWhatTheKernelSays(
            Fourcc format, int planes, int bytes, int across, int down, boolean alpha, boolean yuv, int bits) {
        Pixels pixels = format.pixels();
        assertThat(pixels.planes()).isEqualTo(planes);
        assertThat(pixels.bytes(0)).isEqualTo(bytes);
        assertThat(pixels.horizontalSubsampling()).isEqualTo(across);
        assertThat(pixels.verticalSubsampling()).isEqualTo(down);
        assertThat(pixels.hasAlpha()).isEqualTo(alpha);
        assertThat(pixels.isYuv()).isEqualTo(yuv);
        assertThat(pixels.bitsPerPixel()).isEqualTo(bits);
    }

    @Test
    void componentsOfAWordNeverOverlapAndFillIt() {
        for (Fourcc format : Fourcc.values()) {
            Pixels pixels = format.pixels();
            if (pixels.isPacked() && format != Fourcc.AXBXGXRX106106106106) {
                long all = 0;
                int bits = 0;
                for (char component : "RGBAXC".toCharArray()) {
                    long mask = pixels.mask(component);
                    assertThat(all & mask).isZero();
                    all |= mask;
                    bits += Long.bitCount(mask);
                }
                assertThat(bits).as(format.name()).isEqualTo(8 * pixels.bytes(0));
            }
        }
        assertThat(Fourcc.XRGB8888.pixels().mask('R')).isEqualTo(0xFF0000);
        assertThat(Fourcc.BGR565.pixels().mask('B')).isEqualTo(0xF800);
        assertThat(Fourcc.RGBA1010102.pixels().mask('A')).isEqualTo(3);
        assertThatThrownBy(() -> Fourcc.NV12.pixels().mask('R')).hasMessageContaining("planes=2");
    }

    @Test
    void planesAreRoundedUp() {
        BufferLayout layout = BufferLayout.of(Fourcc.NV12, 13, 7);
        assertThat(layout.planes())
                .containsExactly(new BufferLayout.Plane(0, 13, 7), new BufferLayout.Plane(91, 14, 4));
        assertThat(layout.size()).isEqualTo(91 + 56);
        assertThat(BufferLayout.of(Fourcc.NV15, 5, 2).pitch())
                .as("four pixels in five bytes")
                .isEqualTo(7);
        assertThat(Fourcc.Y0L2.pixels().minPitch(0, 16)).isEqualTo(32);
    }

    /** Dumb buffers as the kernel made them: 13x7 has rows of 13, 26, 39 bytes. */
    @Test
    void pitchIsAsTightAsADumbBuffersUnlessAskedOtherwise() {
        assertThat(BufferLayout.of(Fourcc.R8, 13, 7).pitch()).isEqualTo(13);
        assertThat(BufferLayout.of(Fourcc.RGB565, 13, 7).pitch()).isEqualTo(26);
        assertThat(BufferLayout.of(Fourcc.RGB888, 13, 7).pitch()).isEqualTo(39);
        assertThat(BufferLayout.of(Fourcc.XRGB8888, 13, 7, 64).pitch()).isEqualTo(64);
        assertThat(BufferLayout.of(Fourcc.XRGB8888, 64, 7, 256).pitch()).isEqualTo(256);
        assertThat(BufferLayout.of(Fourcc.XRGB8888, 65, 7, 256).size()).isEqualTo(512 * 7);
    }

    @Test
    void misuseIsNamedWithItsValues() {
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.XRGB8888, 0, 7)).hasMessageContaining("width=0 height=7");
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.XRGB8888, 1, 1, 48)).hasMessageContaining("pitchAlignment=48");
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.XRGB8888, 1, 1, Integer.MIN_VALUE))
                .hasMessageContaining("pitchAlignment=-2147483648");
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.YUV420_8BIT, 8, 8)).hasMessageContaining("YUV420_8BIT");
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.XRGB8888, 1 << 30, 2))
                .hasMessageContaining("32 bits")
                .hasMessageContaining("width=1073741824");
        assertThatThrownBy(() -> BufferLayout.of(Fourcc.XRGB8888, 40_000, 40_000))
                .hasMessageContaining("pitch=160000");
        assertThatThrownBy(() -> Fourcc.NV12.pixels().bytes(2)).hasMessageContaining("plane=2 planes=2");
    }

    @Test
    void codesAndModifiersHaveWords() {
        assertThat(Fourcc.text(0x34325258)).isEqualTo("XR24 little-endian (0x34325258)");
        assertThat(Fourcc.text(0xB4325258)).isEqualTo("XR24 big-endian (0xb4325258)");
        assertThat(Fourcc.text(1)).isEqualTo(".... little-endian (0x00000001)");
        assertThat(Fourcc.of(0xB4325258)).isEmpty();
        assertThat(Modifier.text(Modifier.LINEAR)).isEqualTo("LINEAR");
        assertThat(Modifier.text(Modifier.INVALID)).isEqualTo("INVALID");
        assertThat(Modifier.text(DrmFourccH.I915_FORMAT_MOD_X_TILED)).isEqualTo("INTEL 0x100000000000001");
        assertThat(Modifier.vendor(-1)).isEqualTo(255);
        assertThat(Modifier.text(-1)).startsWith("vendor 255 0x");
    }
}
