package dev.ferrite.drm.format;

import dev.ferrite.drm.uapi.DrmFourccH;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pixel formats of {@code drm_fourcc.h}, with what is needed to lay out a buffer of one: the counterpart of {@code struct
 * drm_format_info}.
 *
 * <p>Components are named from the most significant bit of a little-endian word down, as in the kernel: the bytes of an
 * {@link #XRGB8888} pixel in memory are blue, green, red, and one that means nothing.
 */
public enum Fourcc {
    /** {@code DRM_FORMAT_C8}. */
    C8(DrmFourccH.DRM_FORMAT_C8, Pixels.packed("C", 8)),
    /** {@code DRM_FORMAT_R8}. */
    R8(DrmFourccH.DRM_FORMAT_R8, Pixels.packed("R", 8)),
    /** {@code DRM_FORMAT_R10}. */
    R10(DrmFourccH.DRM_FORMAT_R10, Pixels.packed("XR", 6, 10)),
    /** {@code DRM_FORMAT_R12}. */
    R12(DrmFourccH.DRM_FORMAT_R12, Pixels.packed("XR", 4, 12)),
    /** {@code DRM_FORMAT_R16}. */
    R16(DrmFourccH.DRM_FORMAT_R16, Pixels.packed("R", 16)),
    /** {@code DRM_FORMAT_RG88}. */
    RG88(DrmFourccH.DRM_FORMAT_RG88, Pixels.packed("RG", 8, 8)),
    /** {@code DRM_FORMAT_GR88}. */
    GR88(DrmFourccH.DRM_FORMAT_GR88, Pixels.packed("GR", 8, 8)),
    /** {@code DRM_FORMAT_RG1616}. */
    RG1616(DrmFourccH.DRM_FORMAT_RG1616, Pixels.packed("RG", 16, 16)),
    /** {@code DRM_FORMAT_GR1616}. */
    GR1616(DrmFourccH.DRM_FORMAT_GR1616, Pixels.packed("GR", 16, 16)),
    /** {@code DRM_FORMAT_RGB332}. */
    RGB332(DrmFourccH.DRM_FORMAT_RGB332, Pixels.packed("RGB", 3, 3, 2)),
    /** {@code DRM_FORMAT_BGR233}. */
    BGR233(DrmFourccH.DRM_FORMAT_BGR233, Pixels.packed("BGR", 2, 3, 3)),
    /** {@code DRM_FORMAT_XRGB4444}. */
    XRGB4444(DrmFourccH.DRM_FORMAT_XRGB4444, Pixels.packed("XRGB", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_XBGR4444}. */
    XBGR4444(DrmFourccH.DRM_FORMAT_XBGR4444, Pixels.packed("XBGR", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_RGBX4444}. */
    RGBX4444(DrmFourccH.DRM_FORMAT_RGBX4444, Pixels.packed("RGBX", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_BGRX4444}. */
    BGRX4444(DrmFourccH.DRM_FORMAT_BGRX4444, Pixels.packed("BGRX", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_ARGB4444}. */
    ARGB4444(DrmFourccH.DRM_FORMAT_ARGB4444, Pixels.packed("ARGB", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_ABGR4444}. */
    ABGR4444(DrmFourccH.DRM_FORMAT_ABGR4444, Pixels.packed("ABGR", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_RGBA4444}. */
    RGBA4444(DrmFourccH.DRM_FORMAT_RGBA4444, Pixels.packed("RGBA", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_BGRA4444}. */
    BGRA4444(DrmFourccH.DRM_FORMAT_BGRA4444, Pixels.packed("BGRA", 4, 4, 4, 4)),
    /** {@code DRM_FORMAT_XRGB1555}. */
    XRGB1555(DrmFourccH.DRM_FORMAT_XRGB1555, Pixels.packed("XRGB", 1, 5, 5, 5)),
    /** {@code DRM_FORMAT_XBGR1555}. */
    XBGR1555(DrmFourccH.DRM_FORMAT_XBGR1555, Pixels.packed("XBGR", 1, 5, 5, 5)),
    /** {@code DRM_FORMAT_RGBX5551}. */
    RGBX5551(DrmFourccH.DRM_FORMAT_RGBX5551, Pixels.packed("RGBX", 5, 5, 5, 1)),
    /** {@code DRM_FORMAT_BGRX5551}. */
    BGRX5551(DrmFourccH.DRM_FORMAT_BGRX5551, Pixels.packed("BGRX", 5, 5, 5, 1)),
    /** {@code DRM_FORMAT_ARGB1555}. */
    ARGB1555(DrmFourccH.DRM_FORMAT_ARGB1555, Pixels.packed("ARGB", 1, 5, 5, 5)),
    /** {@code DRM_FORMAT_ABGR1555}. */
    ABGR1555(DrmFourccH.DRM_FORMAT_ABGR1555, Pixels.packed("ABGR", 1, 5, 5, 5)),
    /** {@code DRM_FORMAT_RGBA5551}. */
    RGBA5551(DrmFourccH.DRM_FORMAT_RGBA5551, Pixels.packed("RGBA", 5, 5, 5, 1)),
    /** {@code DRM_FORMAT_BGRA5551}. */
    BGRA5551(DrmFourccH.DRM_FORMAT_BGRA5551, Pixels.packed("BGRA", 5, 5, 5, 1)),
    /** {@code DRM_FORMAT_RGB565}. */
    RGB565(DrmFourccH.DRM_FORMAT_RGB565, Pixels.packed("RGB", 5, 6, 5)),
    /** {@code DRM_FORMAT_BGR565}. */
    BGR565(DrmFourccH.DRM_FORMAT_BGR565, Pixels.packed("BGR", 5, 6, 5)),
    /** {@code DRM_FORMAT_RGB888}. */
    RGB888(DrmFourccH.DRM_FORMAT_RGB888, Pixels.packed("RGB", 8, 8, 8)),
    /** {@code DRM_FORMAT_BGR888}. */
    BGR888(DrmFourccH.DRM_FORMAT_BGR888, Pixels.packed("BGR", 8, 8, 8)),
    /** {@code DRM_FORMAT_XRGB8888}. */
    XRGB8888(DrmFourccH.DRM_FORMAT_XRGB8888, Pixels.packed("XRGB", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_XBGR8888}. */
    XBGR8888(DrmFourccH.DRM_FORMAT_XBGR8888, Pixels.packed("XBGR", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_RGBX8888}. */
    RGBX8888(DrmFourccH.DRM_FORMAT_RGBX8888, Pixels.packed("RGBX", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_BGRX8888}. */
    BGRX8888(DrmFourccH.DRM_FORMAT_BGRX8888, Pixels.packed("BGRX", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_ARGB8888}. */
    ARGB8888(DrmFourccH.DRM_FORMAT_ARGB8888, Pixels.packed("ARGB", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_ABGR8888}. */
    ABGR8888(DrmFourccH.DRM_FORMAT_ABGR8888, Pixels.packed("ABGR", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_RGBA8888}. */
    RGBA8888(DrmFourccH.DRM_FORMAT_RGBA8888, Pixels.packed("RGBA", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_BGRA8888}. */
    BGRA8888(DrmFourccH.DRM_FORMAT_BGRA8888, Pixels.packed("BGRA", 8, 8, 8, 8)),
    /** {@code DRM_FORMAT_XRGB2101010}. */
    XRGB2101010(DrmFourccH.DRM_FORMAT_XRGB2101010, Pixels.packed("XRGB", 2, 10, 10, 10)),
    /** {@code DRM_FORMAT_XBGR2101010}. */
    XBGR2101010(DrmFourccH.DRM_FORMAT_XBGR2101010, Pixels.packed("XBGR", 2, 10, 10, 10)),
    /** {@code DRM_FORMAT_RGBX1010102}. */
    RGBX1010102(DrmFourccH.DRM_FORMAT_RGBX1010102, Pixels.packed("RGBX", 10, 10, 10, 2)),
    /** {@code DRM_FORMAT_BGRX1010102}. */
    BGRX1010102(DrmFourccH.DRM_FORMAT_BGRX1010102, Pixels.packed("BGRX", 10, 10, 10, 2)),
    /** {@code DRM_FORMAT_ARGB2101010}. */
    ARGB2101010(DrmFourccH.DRM_FORMAT_ARGB2101010, Pixels.packed("ARGB", 2, 10, 10, 10)),
    /** {@code DRM_FORMAT_ABGR2101010}. */
    ABGR2101010(DrmFourccH.DRM_FORMAT_ABGR2101010, Pixels.packed("ABGR", 2, 10, 10, 10)),
    /** {@code DRM_FORMAT_RGBA1010102}. */
    RGBA1010102(DrmFourccH.DRM_FORMAT_RGBA1010102, Pixels.packed("RGBA", 10, 10, 10, 2)),
    /** {@code DRM_FORMAT_BGRA1010102}. */
    BGRA1010102(DrmFourccH.DRM_FORMAT_BGRA1010102, Pixels.packed("BGRA", 10, 10, 10, 2)),
    /** {@code DRM_FORMAT_XRGB16161616}. */
    XRGB16161616(DrmFourccH.DRM_FORMAT_XRGB16161616, Pixels.packed("XRGB", 16, 16, 16, 16)),
    /** {@code DRM_FORMAT_XBGR16161616}. */
    XBGR16161616(DrmFourccH.DRM_FORMAT_XBGR16161616, Pixels.packed("XBGR", 16, 16, 16, 16)),
    /** {@code DRM_FORMAT_ARGB16161616}. */
    ARGB16161616(DrmFourccH.DRM_FORMAT_ARGB16161616, Pixels.packed("ARGB", 16, 16, 16, 16)),
    /** {@code DRM_FORMAT_ABGR16161616}. */
    ABGR16161616(DrmFourccH.DRM_FORMAT_ABGR16161616, Pixels.packed("ABGR", 16, 16, 16, 16)),
    /** {@code DRM_FORMAT_XRGB16161616F}. */
    XRGB16161616F(DrmFourccH.DRM_FORMAT_XRGB16161616F, Pixels.floats("XRGB")),
    /** {@code DRM_FORMAT_XBGR16161616F}. */
    XBGR16161616F(DrmFourccH.DRM_FORMAT_XBGR16161616F, Pixels.floats("XBGR")),
    /** {@code DRM_FORMAT_ARGB16161616F}. */
    ARGB16161616F(DrmFourccH.DRM_FORMAT_ARGB16161616F, Pixels.floats("ARGB")),
    /** {@code DRM_FORMAT_ABGR16161616F}. */
    ABGR16161616F(DrmFourccH.DRM_FORMAT_ABGR16161616F, Pixels.floats("ABGR")),
    /** {@code DRM_FORMAT_AXBXGXRX106106106106}. */
    AXBXGXRX106106106106(
            DrmFourccH.DRM_FORMAT_AXBXGXRX106106106106, Pixels.packed("AXBXGXRX", 10, 6, 10, 6, 10, 6, 10, 6)),
    /** {@code DRM_FORMAT_YUYV}. */
    YUYV(DrmFourccH.DRM_FORMAT_YUYV, Pixels.yuv(2, 1, 2)),
    /** {@code DRM_FORMAT_YVYU}. */
    YVYU(DrmFourccH.DRM_FORMAT_YVYU, Pixels.yuv(2, 1, 2)),
    /** {@code DRM_FORMAT_UYVY}. */
    UYVY(DrmFourccH.DRM_FORMAT_UYVY, Pixels.yuv(2, 1, 2)),
    /** {@code DRM_FORMAT_VYUY}. */
    VYUY(DrmFourccH.DRM_FORMAT_VYUY, Pixels.yuv(2, 1, 2)),
    /** {@code DRM_FORMAT_AYUV}. */
    AYUV(DrmFourccH.DRM_FORMAT_AYUV, Pixels.yuvWithAlpha(4)),
    /** {@code DRM_FORMAT_XYUV8888}. */
    XYUV8888(DrmFourccH.DRM_FORMAT_XYUV8888, Pixels.yuv(1, 1, 4)),
    /** {@code DRM_FORMAT_VUY888}. */
    VUY888(DrmFourccH.DRM_FORMAT_VUY888, Pixels.yuv(1, 1, 3)),
    /** {@code DRM_FORMAT_VUY101010}. */
    VUY101010(DrmFourccH.DRM_FORMAT_VUY101010, Pixels.opaqueLayout(1, 1)),
    /** {@code DRM_FORMAT_Y210}. */
    Y210(DrmFourccH.DRM_FORMAT_Y210, Pixels.yuv(2, 1, 4)),
    /** {@code DRM_FORMAT_Y212}. */
    Y212(DrmFourccH.DRM_FORMAT_Y212, Pixels.yuv(2, 1, 4)),
    /** {@code DRM_FORMAT_Y216}. */
    Y216(DrmFourccH.DRM_FORMAT_Y216, Pixels.yuv(2, 1, 4)),
    /** {@code DRM_FORMAT_Y410}. */
    Y410(DrmFourccH.DRM_FORMAT_Y410, Pixels.yuvWithAlpha(4)),
    /** {@code DRM_FORMAT_Y412}. */
    Y412(DrmFourccH.DRM_FORMAT_Y412, Pixels.yuvWithAlpha(8)),
    /** {@code DRM_FORMAT_Y416}. */
    Y416(DrmFourccH.DRM_FORMAT_Y416, Pixels.yuvWithAlpha(8)),
    /** {@code DRM_FORMAT_XVYU2101010}. */
    XVYU2101010(DrmFourccH.DRM_FORMAT_XVYU2101010, Pixels.yuv(1, 1, 4)),
    /** {@code DRM_FORMAT_XVYU12_16161616}. */
    XVYU12_16161616(DrmFourccH.DRM_FORMAT_XVYU12_16161616, Pixels.yuv(1, 1, 8)),
    /** {@code DRM_FORMAT_XVYU16161616}. */
    XVYU16161616(DrmFourccH.DRM_FORMAT_XVYU16161616, Pixels.yuv(1, 1, 8)),
    /** {@code DRM_FORMAT_Y0L0}. */
    Y0L0(DrmFourccH.DRM_FORMAT_Y0L0, Pixels.tiled(true)),
    /** {@code DRM_FORMAT_X0L0}. */
    X0L0(DrmFourccH.DRM_FORMAT_X0L0, Pixels.tiled(false)),
    /** {@code DRM_FORMAT_Y0L2}. */
    Y0L2(DrmFourccH.DRM_FORMAT_Y0L2, Pixels.tiled(true)),
    /** {@code DRM_FORMAT_X0L2}. */
    X0L2(DrmFourccH.DRM_FORMAT_X0L2, Pixels.tiled(false)),
    /** {@code DRM_FORMAT_YUV420_8BIT}. */
    YUV420_8BIT(DrmFourccH.DRM_FORMAT_YUV420_8BIT, Pixels.opaqueLayout(2, 2)),
    /** {@code DRM_FORMAT_YUV420_10BIT}. */
    YUV420_10BIT(DrmFourccH.DRM_FORMAT_YUV420_10BIT, Pixels.opaqueLayout(2, 2)),
    /** {@code DRM_FORMAT_XRGB8888_A8}. */
    XRGB8888_A8(DrmFourccH.DRM_FORMAT_XRGB8888_A8, Pixels.withAlphaPlane(4)),
    /** {@code DRM_FORMAT_XBGR8888_A8}. */
    XBGR8888_A8(DrmFourccH.DRM_FORMAT_XBGR8888_A8, Pixels.withAlphaPlane(4)),
    /** {@code DRM_FORMAT_RGBX8888_A8}. */
    RGBX8888_A8(DrmFourccH.DRM_FORMAT_RGBX8888_A8, Pixels.withAlphaPlane(4)),
    /** {@code DRM_FORMAT_BGRX8888_A8}. */
    BGRX8888_A8(DrmFourccH.DRM_FORMAT_BGRX8888_A8, Pixels.withAlphaPlane(4)),
    /** {@code DRM_FORMAT_RGB888_A8}. */
    RGB888_A8(DrmFourccH.DRM_FORMAT_RGB888_A8, Pixels.withAlphaPlane(3)),
    /** {@code DRM_FORMAT_BGR888_A8}. */
    BGR888_A8(DrmFourccH.DRM_FORMAT_BGR888_A8, Pixels.withAlphaPlane(3)),
    /** {@code DRM_FORMAT_RGB565_A8}. */
    RGB565_A8(DrmFourccH.DRM_FORMAT_RGB565_A8, Pixels.withAlphaPlane(2)),
    /** {@code DRM_FORMAT_BGR565_A8}. */
    BGR565_A8(DrmFourccH.DRM_FORMAT_BGR565_A8, Pixels.withAlphaPlane(2)),
    /** {@code DRM_FORMAT_NV12}. */
    NV12(DrmFourccH.DRM_FORMAT_NV12, Pixels.yuv(2, 2, 1, 2)),
    /** {@code DRM_FORMAT_NV21}. */
    NV21(DrmFourccH.DRM_FORMAT_NV21, Pixels.yuv(2, 2, 1, 2)),
    /** {@code DRM_FORMAT_NV16}. */
    NV16(DrmFourccH.DRM_FORMAT_NV16, Pixels.yuv(2, 1, 1, 2)),
    /** {@code DRM_FORMAT_NV61}. */
    NV61(DrmFourccH.DRM_FORMAT_NV61, Pixels.yuv(2, 1, 1, 2)),
    /** {@code DRM_FORMAT_NV24}. */
    NV24(DrmFourccH.DRM_FORMAT_NV24, Pixels.yuv(1, 1, 1, 2)),
    /** {@code DRM_FORMAT_NV42}. */
    NV42(DrmFourccH.DRM_FORMAT_NV42, Pixels.yuv(1, 1, 1, 2)),
    /** {@code DRM_FORMAT_NV15}. */
    NV15(DrmFourccH.DRM_FORMAT_NV15, Pixels.blocks(2, 2, new int[] {5, 5}, new int[] {4, 2})),
    /** {@code DRM_FORMAT_P210}. */
    P210(DrmFourccH.DRM_FORMAT_P210, Pixels.yuv(2, 1, 2, 4)),
    /** {@code DRM_FORMAT_P010}. */
    P010(DrmFourccH.DRM_FORMAT_P010, Pixels.yuv(2, 2, 2, 4)),
    /** {@code DRM_FORMAT_P012}. */
    P012(DrmFourccH.DRM_FORMAT_P012, Pixels.yuv(2, 2, 2, 4)),
    /** {@code DRM_FORMAT_P016}. */
    P016(DrmFourccH.DRM_FORMAT_P016, Pixels.yuv(2, 2, 2, 4)),
    /** {@code DRM_FORMAT_P030}. */
    P030(DrmFourccH.DRM_FORMAT_P030, Pixels.blocks(2, 2, new int[] {4, 8}, new int[] {3, 3})),
    /** {@code DRM_FORMAT_Q410}. */
    Q410(DrmFourccH.DRM_FORMAT_Q410, Pixels.yuv(1, 1, 2, 2, 2)),
    /** {@code DRM_FORMAT_Q401}. */
    Q401(DrmFourccH.DRM_FORMAT_Q401, Pixels.yuv(1, 1, 2, 2, 2)),
    /** {@code DRM_FORMAT_YUV410}. */
    YUV410(DrmFourccH.DRM_FORMAT_YUV410, Pixels.yuv(4, 4, 1, 1, 1)),
    /** {@code DRM_FORMAT_YVU410}. */
    YVU410(DrmFourccH.DRM_FORMAT_YVU410, Pixels.yuv(4, 4, 1, 1, 1)),
    /** {@code DRM_FORMAT_YUV411}. */
    YUV411(DrmFourccH.DRM_FORMAT_YUV411, Pixels.yuv(4, 1, 1, 1, 1)),
    /** {@code DRM_FORMAT_YVU411}. */
    YVU411(DrmFourccH.DRM_FORMAT_YVU411, Pixels.yuv(4, 1, 1, 1, 1)),
    /** {@code DRM_FORMAT_YUV420}. */
    YUV420(DrmFourccH.DRM_FORMAT_YUV420, Pixels.yuv(2, 2, 1, 1, 1)),
    /** {@code DRM_FORMAT_YVU420}. */
    YVU420(DrmFourccH.DRM_FORMAT_YVU420, Pixels.yuv(2, 2, 1, 1, 1)),
    /** {@code DRM_FORMAT_YUV422}. */
    YUV422(DrmFourccH.DRM_FORMAT_YUV422, Pixels.yuv(2, 1, 1, 1, 1)),
    /** {@code DRM_FORMAT_YVU422}. */
    YVU422(DrmFourccH.DRM_FORMAT_YVU422, Pixels.yuv(2, 1, 1, 1, 1)),
    /** {@code DRM_FORMAT_YUV444}. */
    YUV444(DrmFourccH.DRM_FORMAT_YUV444, Pixels.yuv(1, 1, 1, 1, 1)),
    /** {@code DRM_FORMAT_YVU444}. */
    YVU444(DrmFourccH.DRM_FORMAT_YVU444, Pixels.yuv(1, 1, 1, 1, 1));

    private static final Map<Integer, Fourcc> BY_CODE = new HashMap<>();

    static {
        for (Fourcc format : values()) {
            BY_CODE.put(format.code, format);
        }
    }

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // it is, and Error Prone is only told so by its own annotation
    private final Pixels pixels;

    Fourcc(int code, Pixels pixels) {
        this.code = code;
        this.pixels = pixels;
    }

    /**
     * The format of a code.
     *
     * @param code four characters, the first in the lowest byte; a set {@code DRM_FORMAT_BIG_ENDIAN} is another format
     * @return the format; empty if there is none
     */
    public static Optional<Fourcc> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * A code in words, known or not: {@code %p4cc} of the kernel.
     *
     * @param code any number
     * @return such as {@code XR24 little-endian (0x34325258)}
     */
    public static String text(int code) {
        StringBuilder text = new StringBuilder();
        int plain = code & ~DrmFourccH.DRM_FORMAT_BIG_ENDIAN;
        for (int shift = 0; shift < 32; shift += 8) {
            int character = (plain >>> shift) & 0xFF;
            text.append(character >= 0x20 && character < 0x7F ? (char) character : '.');
        }
        return text.append(plain == code ? " little-endian (0x" : " big-endian (0x")
                .append("%08x)".formatted(code))
                .toString();
    }

    /**
     * The code.
     *
     * @return four characters, the first in the lowest byte
     */
    public int code() {
        return code;
    }

    /**
     * How its pixels lie.
     *
     * @return planes, bytes and components
     */
    public Pixels pixels() {
        return pixels;
    }
}
