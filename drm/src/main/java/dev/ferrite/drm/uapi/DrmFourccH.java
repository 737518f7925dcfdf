// Generated from drm_fourcc.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

/** Constants of {@code drm_fourcc.h}. */
public final class DrmFourccH {
    /** {@code (1U<<31)}. */
    public static final int DRM_FORMAT_BIG_ENDIAN = 0x80000000;

    /** {@code 0}. */
    public static final int DRM_FORMAT_INVALID = 0;

    /** {@code fourcc_code('C', '8', ' ', ' ')}. */
    public static final int DRM_FORMAT_C8 = 0x20203843;

    /** {@code fourcc_code('R', '8', ' ', ' ')}. */
    public static final int DRM_FORMAT_R8 = 0x20203852;

    /** {@code fourcc_code('R', '1', '0', ' ')}. */
    public static final int DRM_FORMAT_R10 = 0x20303152;

    /** {@code fourcc_code('R', '1', '2', ' ')}. */
    public static final int DRM_FORMAT_R12 = 0x20323152;

    /** {@code fourcc_code('R', '1', '6', ' ')}. */
    public static final int DRM_FORMAT_R16 = 0x20363152;

    /** {@code fourcc_code('R', 'G', '8', '8')}. */
    public static final int DRM_FORMAT_RG88 = 0x38384752;

    /** {@code fourcc_code('G', 'R', '8', '8')}. */
    public static final int DRM_FORMAT_GR88 = 0x38385247;

    /** {@code fourcc_code('R', 'G', '3', '2')}. */
    public static final int DRM_FORMAT_RG1616 = 0x32334752;

    /** {@code fourcc_code('G', 'R', '3', '2')}. */
    public static final int DRM_FORMAT_GR1616 = 0x32335247;

    /** {@code fourcc_code('R', 'G', 'B', '8')}. */
    public static final int DRM_FORMAT_RGB332 = 0x38424752;

    /** {@code fourcc_code('B', 'G', 'R', '8')}. */
    public static final int DRM_FORMAT_BGR233 = 0x38524742;

    /** {@code fourcc_code('X', 'R', '1', '2')}. */
    public static final int DRM_FORMAT_XRGB4444 = 0x32315258;

    /** {@code fourcc_code('X', 'B', '1', '2')}. */
    public static final int DRM_FORMAT_XBGR4444 = 0x32314258;

    /** {@code fourcc_code('R', 'X', '1', '2')}. */
    public static final int DRM_FORMAT_RGBX4444 = 0x32315852;

    /** {@code fourcc_code('B', 'X', '1', '2')}. */
    public static final int DRM_FORMAT_BGRX4444 = 0x32315842;

    /** {@code fourcc_code('A', 'R', '1', '2')}. */
    public static final int DRM_FORMAT_ARGB4444 = 0x32315241;

    /** {@code fourcc_code('A', 'B', '1', '2')}. */
    public static final int DRM_FORMAT_ABGR4444 = 0x32314241;

    /** {@code fourcc_code('R', 'A', '1', '2')}. */
    public static final int DRM_FORMAT_RGBA4444 = 0x32314152;

    /** {@code fourcc_code('B', 'A', '1', '2')}. */
    public static final int DRM_FORMAT_BGRA4444 = 0x32314142;

    /** {@code fourcc_code('X', 'R', '1', '5')}. */
    public static final int DRM_FORMAT_XRGB1555 = 0x35315258;

    /** {@code fourcc_code('X', 'B', '1', '5')}. */
    public static final int DRM_FORMAT_XBGR1555 = 0x35314258;

    /** {@code fourcc_code('R', 'X', '1', '5')}. */
    public static final int DRM_FORMAT_RGBX5551 = 0x35315852;

    /** {@code fourcc_code('B', 'X', '1', '5')}. */
    public static final int DRM_FORMAT_BGRX5551 = 0x35315842;

    /** {@code fourcc_code('A', 'R', '1', '5')}. */
    public static final int DRM_FORMAT_ARGB1555 = 0x35315241;

    /** {@code fourcc_code('A', 'B', '1', '5')}. */
    public static final int DRM_FORMAT_ABGR1555 = 0x35314241;

    /** {@code fourcc_code('R', 'A', '1', '5')}. */
    public static final int DRM_FORMAT_RGBA5551 = 0x35314152;

    /** {@code fourcc_code('B', 'A', '1', '5')}. */
    public static final int DRM_FORMAT_BGRA5551 = 0x35314142;

    /** {@code fourcc_code('R', 'G', '1', '6')}. */
    public static final int DRM_FORMAT_RGB565 = 0x36314752;

    /** {@code fourcc_code('B', 'G', '1', '6')}. */
    public static final int DRM_FORMAT_BGR565 = 0x36314742;

    /** {@code fourcc_code('R', 'G', '2', '4')}. */
    public static final int DRM_FORMAT_RGB888 = 0x34324752;

    /** {@code fourcc_code('B', 'G', '2', '4')}. */
    public static final int DRM_FORMAT_BGR888 = 0x34324742;

    /** {@code fourcc_code('X', 'R', '2', '4')}. */
    public static final int DRM_FORMAT_XRGB8888 = 0x34325258;

    /** {@code fourcc_code('X', 'B', '2', '4')}. */
    public static final int DRM_FORMAT_XBGR8888 = 0x34324258;

    /** {@code fourcc_code('R', 'X', '2', '4')}. */
    public static final int DRM_FORMAT_RGBX8888 = 0x34325852;

    /** {@code fourcc_code('B', 'X', '2', '4')}. */
    public static final int DRM_FORMAT_BGRX8888 = 0x34325842;

    /** {@code fourcc_code('A', 'R', '2', '4')}. */
    public static final int DRM_FORMAT_ARGB8888 = 0x34325241;

    /** {@code fourcc_code('A', 'B', '2', '4')}. */
    public static final int DRM_FORMAT_ABGR8888 = 0x34324241;

    /** {@code fourcc_code('R', 'A', '2', '4')}. */
    public static final int DRM_FORMAT_RGBA8888 = 0x34324152;

    /** {@code fourcc_code('B', 'A', '2', '4')}. */
    public static final int DRM_FORMAT_BGRA8888 = 0x34324142;

    /** {@code fourcc_code('X', 'R', '3', '0')}. */
    public static final int DRM_FORMAT_XRGB2101010 = 0x30335258;

    /** {@code fourcc_code('X', 'B', '3', '0')}. */
    public static final int DRM_FORMAT_XBGR2101010 = 0x30334258;

    /** {@code fourcc_code('R', 'X', '3', '0')}. */
    public static final int DRM_FORMAT_RGBX1010102 = 0x30335852;

    /** {@code fourcc_code('B', 'X', '3', '0')}. */
    public static final int DRM_FORMAT_BGRX1010102 = 0x30335842;

    /** {@code fourcc_code('A', 'R', '3', '0')}. */
    public static final int DRM_FORMAT_ARGB2101010 = 0x30335241;

    /** {@code fourcc_code('A', 'B', '3', '0')}. */
    public static final int DRM_FORMAT_ABGR2101010 = 0x30334241;

    /** {@code fourcc_code('R', 'A', '3', '0')}. */
    public static final int DRM_FORMAT_RGBA1010102 = 0x30334152;

    /** {@code fourcc_code('B', 'A', '3', '0')}. */
    public static final int DRM_FORMAT_BGRA1010102 = 0x30334142;

    /** {@code fourcc_code('X', 'R', '4', '8')}. */
    public static final int DRM_FORMAT_XRGB16161616 = 0x38345258;

    /** {@code fourcc_code('X', 'B', '4', '8')}. */
    public static final int DRM_FORMAT_XBGR16161616 = 0x38344258;

    /** {@code fourcc_code('A', 'R', '4', '8')}. */
    public static final int DRM_FORMAT_ARGB16161616 = 0x38345241;

    /** {@code fourcc_code('A', 'B', '4', '8')}. */
    public static final int DRM_FORMAT_ABGR16161616 = 0x38344241;

    /** {@code fourcc_code('X', 'R', '4', 'H')}. */
    public static final int DRM_FORMAT_XRGB16161616F = 0x48345258;

    /** {@code fourcc_code('X', 'B', '4', 'H')}. */
    public static final int DRM_FORMAT_XBGR16161616F = 0x48344258;

    /** {@code fourcc_code('A', 'R', '4', 'H')}. */
    public static final int DRM_FORMAT_ARGB16161616F = 0x48345241;

    /** {@code fourcc_code('A', 'B', '4', 'H')}. */
    public static final int DRM_FORMAT_ABGR16161616F = 0x48344241;

    /** {@code fourcc_code('A', 'B', '1', '0')}. */
    public static final int DRM_FORMAT_AXBXGXRX106106106106 = 0x30314241;

    /** {@code fourcc_code('Y', 'U', 'Y', 'V')}. */
    public static final int DRM_FORMAT_YUYV = 0x56595559;

    /** {@code fourcc_code('Y', 'V', 'Y', 'U')}. */
    public static final int DRM_FORMAT_YVYU = 0x55595659;

    /** {@code fourcc_code('U', 'Y', 'V', 'Y')}. */
    public static final int DRM_FORMAT_UYVY = 0x59565955;

    /** {@code fourcc_code('V', 'Y', 'U', 'Y')}. */
    public static final int DRM_FORMAT_VYUY = 0x59555956;

    /** {@code fourcc_code('A', 'Y', 'U', 'V')}. */
    public static final int DRM_FORMAT_AYUV = 0x56555941;

    /** {@code fourcc_code('X', 'Y', 'U', 'V')}. */
    public static final int DRM_FORMAT_XYUV8888 = 0x56555958;

    /** {@code fourcc_code('V', 'U', '2', '4')}. */
    public static final int DRM_FORMAT_VUY888 = 0x34325556;

    /** {@code fourcc_code('V', 'U', '3', '0')}. */
    public static final int DRM_FORMAT_VUY101010 = 0x30335556;

    /** {@code fourcc_code('Y', '2', '1', '0')}. */
    public static final int DRM_FORMAT_Y210 = 0x30313259;

    /** {@code fourcc_code('Y', '2', '1', '2')}. */
    public static final int DRM_FORMAT_Y212 = 0x32313259;

    /** {@code fourcc_code('Y', '2', '1', '6')}. */
    public static final int DRM_FORMAT_Y216 = 0x36313259;

    /** {@code fourcc_code('Y', '4', '1', '0')}. */
    public static final int DRM_FORMAT_Y410 = 0x30313459;

    /** {@code fourcc_code('Y', '4', '1', '2')}. */
    public static final int DRM_FORMAT_Y412 = 0x32313459;

    /** {@code fourcc_code('Y', '4', '1', '6')}. */
    public static final int DRM_FORMAT_Y416 = 0x36313459;

    /** {@code fourcc_code('X', 'V', '3', '0')}. */
    public static final int DRM_FORMAT_XVYU2101010 = 0x30335658;

    /** {@code fourcc_code('X', 'V', '3', '6')}. */
    public static final int DRM_FORMAT_XVYU12_16161616 = 0x36335658;

    /** {@code fourcc_code('X', 'V', '4', '8')}. */
    public static final int DRM_FORMAT_XVYU16161616 = 0x38345658;

    /** {@code fourcc_code('Y', '0', 'L', '0')}. */
    public static final int DRM_FORMAT_Y0L0 = 0x304C3059;

    /** {@code fourcc_code('X', '0', 'L', '0')}. */
    public static final int DRM_FORMAT_X0L0 = 0x304C3058;

    /** {@code fourcc_code('Y', '0', 'L', '2')}. */
    public static final int DRM_FORMAT_Y0L2 = 0x324C3059;

    /** {@code fourcc_code('X', '0', 'L', '2')}. */
    public static final int DRM_FORMAT_X0L2 = 0x324C3058;

    /** {@code fourcc_code('Y', 'U', '0', '8')}. */
    public static final int DRM_FORMAT_YUV420_8BIT = 0x38305559;

    /** {@code fourcc_code('Y', 'U', '1', '0')}. */
    public static final int DRM_FORMAT_YUV420_10BIT = 0x30315559;

    /** {@code fourcc_code('X', 'R', 'A', '8')}. */
    public static final int DRM_FORMAT_XRGB8888_A8 = 0x38415258;

    /** {@code fourcc_code('X', 'B', 'A', '8')}. */
    public static final int DRM_FORMAT_XBGR8888_A8 = 0x38414258;

    /** {@code fourcc_code('R', 'X', 'A', '8')}. */
    public static final int DRM_FORMAT_RGBX8888_A8 = 0x38415852;

    /** {@code fourcc_code('B', 'X', 'A', '8')}. */
    public static final int DRM_FORMAT_BGRX8888_A8 = 0x38415842;

    /** {@code fourcc_code('R', '8', 'A', '8')}. */
    public static final int DRM_FORMAT_RGB888_A8 = 0x38413852;

    /** {@code fourcc_code('B', '8', 'A', '8')}. */
    public static final int DRM_FORMAT_BGR888_A8 = 0x38413842;

    /** {@code fourcc_code('R', '5', 'A', '8')}. */
    public static final int DRM_FORMAT_RGB565_A8 = 0x38413552;

    /** {@code fourcc_code('B', '5', 'A', '8')}. */
    public static final int DRM_FORMAT_BGR565_A8 = 0x38413542;

    /** {@code fourcc_code('N', 'V', '1', '2')}. */
    public static final int DRM_FORMAT_NV12 = 0x3231564E;

    /** {@code fourcc_code('N', 'V', '2', '1')}. */
    public static final int DRM_FORMAT_NV21 = 0x3132564E;

    /** {@code fourcc_code('N', 'V', '1', '6')}. */
    public static final int DRM_FORMAT_NV16 = 0x3631564E;

    /** {@code fourcc_code('N', 'V', '6', '1')}. */
    public static final int DRM_FORMAT_NV61 = 0x3136564E;

    /** {@code fourcc_code('N', 'V', '2', '4')}. */
    public static final int DRM_FORMAT_NV24 = 0x3432564E;

    /** {@code fourcc_code('N', 'V', '4', '2')}. */
    public static final int DRM_FORMAT_NV42 = 0x3234564E;

    /** {@code fourcc_code('N', 'V', '1', '5')}. */
    public static final int DRM_FORMAT_NV15 = 0x3531564E;

    /** {@code fourcc_code('P', '2', '1', '0')}. */
    public static final int DRM_FORMAT_P210 = 0x30313250;

    /** {@code fourcc_code('P', '0', '1', '0')}. */
    public static final int DRM_FORMAT_P010 = 0x30313050;

    /** {@code fourcc_code('P', '0', '1', '2')}. */
    public static final int DRM_FORMAT_P012 = 0x32313050;

    /** {@code fourcc_code('P', '0', '1', '6')}. */
    public static final int DRM_FORMAT_P016 = 0x36313050;

    /** {@code fourcc_code('P', '0', '3', '0')}. */
    public static final int DRM_FORMAT_P030 = 0x30333050;

    /** {@code fourcc_code('Q', '4', '1', '0')}. */
    public static final int DRM_FORMAT_Q410 = 0x30313451;

    /** {@code fourcc_code('Q', '4', '0', '1')}. */
    public static final int DRM_FORMAT_Q401 = 0x31303451;

    /** {@code fourcc_code('Y', 'U', 'V', '9')}. */
    public static final int DRM_FORMAT_YUV410 = 0x39565559;

    /** {@code fourcc_code('Y', 'V', 'U', '9')}. */
    public static final int DRM_FORMAT_YVU410 = 0x39555659;

    /** {@code fourcc_code('Y', 'U', '1', '1')}. */
    public static final int DRM_FORMAT_YUV411 = 0x31315559;

    /** {@code fourcc_code('Y', 'V', '1', '1')}. */
    public static final int DRM_FORMAT_YVU411 = 0x31315659;

    /** {@code fourcc_code('Y', 'U', '1', '2')}. */
    public static final int DRM_FORMAT_YUV420 = 0x32315559;

    /** {@code fourcc_code('Y', 'V', '1', '2')}. */
    public static final int DRM_FORMAT_YVU420 = 0x32315659;

    /** {@code fourcc_code('Y', 'U', '1', '6')}. */
    public static final int DRM_FORMAT_YUV422 = 0x36315559;

    /** {@code fourcc_code('Y', 'V', '1', '6')}. */
    public static final int DRM_FORMAT_YVU422 = 0x36315659;

    /** {@code fourcc_code('Y', 'U', '2', '4')}. */
    public static final int DRM_FORMAT_YUV444 = 0x34325559;

    /** {@code fourcc_code('Y', 'V', '2', '4')}. */
    public static final int DRM_FORMAT_YVU444 = 0x34325659;

    /** {@code 0}. */
    public static final int DRM_FORMAT_MOD_VENDOR_NONE = 0;

    /** {@code 0x01}. */
    public static final int DRM_FORMAT_MOD_VENDOR_INTEL = 0x1;

    /** {@code 0x02}. */
    public static final int DRM_FORMAT_MOD_VENDOR_AMD = 0x2;

    /** {@code 0x03}. */
    public static final int DRM_FORMAT_MOD_VENDOR_NVIDIA = 0x3;

    /** {@code 0x04}. */
    public static final int DRM_FORMAT_MOD_VENDOR_SAMSUNG = 0x4;

    /** {@code 0x05}. */
    public static final int DRM_FORMAT_MOD_VENDOR_QCOM = 0x5;

    /** {@code 0x06}. */
    public static final int DRM_FORMAT_MOD_VENDOR_VIVANTE = 0x6;

    /** {@code 0x07}. */
    public static final int DRM_FORMAT_MOD_VENDOR_BROADCOM = 0x7;

    /** {@code 0x08}. */
    public static final int DRM_FORMAT_MOD_VENDOR_ARM = 0x8;

    /** {@code 0x09}. */
    public static final int DRM_FORMAT_MOD_VENDOR_ALLWINNER = 0x9;

    /** {@code 0x0a}. */
    public static final int DRM_FORMAT_MOD_VENDOR_AMLOGIC = 0xA;

    /** {@code ((1ULL << 56) - 1)}. */
    public static final long DRM_FORMAT_RESERVED = 0xFFFFFFFFFFFFFFL;

    /** {@code DRM_FORMAT_MOD_SAMSUNG_16_16_TILE}. */
    public static final long DRM_FORMAT_MOD_GENERIC_16_16_TILE = 0x400000000000002L;

    /** {@code fourcc_mod_code(NONE, DRM_FORMAT_RESERVED)}. */
    public static final long DRM_FORMAT_MOD_INVALID = 0xFFFFFFFFFFFFFFL;

    /** {@code fourcc_mod_code(NONE, 0)}. */
    public static final int DRM_FORMAT_MOD_LINEAR = 0;

    /** {@code 0}. */
    public static final int DRM_FORMAT_MOD_NONE = 0;

    /** {@code fourcc_mod_code(INTEL, 1)}. */
    public static final long I915_FORMAT_MOD_X_TILED = 0x100000000000001L;

    /** {@code fourcc_mod_code(INTEL, 2)}. */
    public static final long I915_FORMAT_MOD_Y_TILED = 0x100000000000002L;

    /** {@code fourcc_mod_code(INTEL, 3)}. */
    public static final long I915_FORMAT_MOD_Yf_TILED = 0x100000000000003L;

    /** {@code fourcc_mod_code(INTEL, 4)}. */
    public static final long I915_FORMAT_MOD_Y_TILED_CCS = 0x100000000000004L;

    /** {@code fourcc_mod_code(INTEL, 5)}. */
    public static final long I915_FORMAT_MOD_Yf_TILED_CCS = 0x100000000000005L;

    /** {@code fourcc_mod_code(INTEL, 6)}. */
    public static final long I915_FORMAT_MOD_Y_TILED_GEN12_RC_CCS = 0x100000000000006L;

    /** {@code fourcc_mod_code(INTEL, 7)}. */
    public static final long I915_FORMAT_MOD_Y_TILED_GEN12_MC_CCS = 0x100000000000007L;

    /** {@code fourcc_mod_code(INTEL, 8)}. */
    public static final long I915_FORMAT_MOD_Y_TILED_GEN12_RC_CCS_CC = 0x100000000000008L;

    /** {@code fourcc_mod_code(INTEL, 9)}. */
    public static final long I915_FORMAT_MOD_4_TILED = 0x100000000000009L;

    /** {@code fourcc_mod_code(INTEL, 10)}. */
    public static final long I915_FORMAT_MOD_4_TILED_DG2_RC_CCS = 0x10000000000000AL;

    /** {@code fourcc_mod_code(INTEL, 11)}. */
    public static final long I915_FORMAT_MOD_4_TILED_DG2_MC_CCS = 0x10000000000000BL;

    /** {@code fourcc_mod_code(INTEL, 12)}. */
    public static final long I915_FORMAT_MOD_4_TILED_DG2_RC_CCS_CC = 0x10000000000000CL;

    /** {@code fourcc_mod_code(SAMSUNG, 1)}. */
    public static final long DRM_FORMAT_MOD_SAMSUNG_64_32_TILE = 0x400000000000001L;

    /** {@code fourcc_mod_code(SAMSUNG, 2)}. */
    public static final long DRM_FORMAT_MOD_SAMSUNG_16_16_TILE = 0x400000000000002L;

    /** {@code fourcc_mod_code(QCOM, 1)}. */
    public static final long DRM_FORMAT_MOD_QCOM_COMPRESSED = 0x500000000000001L;

    /** {@code fourcc_mod_code(QCOM, 3)}. */
    public static final long DRM_FORMAT_MOD_QCOM_TILED3 = 0x500000000000003L;

    /** {@code fourcc_mod_code(QCOM, 2)}. */
    public static final long DRM_FORMAT_MOD_QCOM_TILED2 = 0x500000000000002L;

    /** {@code fourcc_mod_code(VIVANTE, 1)}. */
    public static final long DRM_FORMAT_MOD_VIVANTE_TILED = 0x600000000000001L;

    /** {@code fourcc_mod_code(VIVANTE, 2)}. */
    public static final long DRM_FORMAT_MOD_VIVANTE_SUPER_TILED = 0x600000000000002L;

    /** {@code fourcc_mod_code(VIVANTE, 3)}. */
    public static final long DRM_FORMAT_MOD_VIVANTE_SPLIT_TILED = 0x600000000000003L;

    /** {@code fourcc_mod_code(VIVANTE, 4)}. */
    public static final long DRM_FORMAT_MOD_VIVANTE_SPLIT_SUPER_TILED = 0x600000000000004L;

    /** {@code fourcc_mod_code(NVIDIA, 1)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_TEGRA_TILED = 0x300000000000001L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(0)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_ONE_GOB = 0x300000000000010L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(1)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_TWO_GOB = 0x300000000000011L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(2)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_FOUR_GOB = 0x300000000000012L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(3)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_EIGHT_GOB = 0x300000000000013L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(4)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_SIXTEEN_GOB = 0x300000000000014L;

    /** {@code DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK(5)}. */
    public static final long DRM_FORMAT_MOD_NVIDIA_16BX2_BLOCK_THIRTYTWO_GOB = 0x300000000000015L;

    /** {@code 8}. */
    public static final int __fourcc_mod_broadcom_param_shift = 8;

    /** {@code 48}. */
    public static final int __fourcc_mod_broadcom_param_bits = 48;

    /** {@code fourcc_mod_code(BROADCOM, 1)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_VC4_T_TILED = 0x700000000000001L;

    /** {@code DRM_FORMAT_MOD_BROADCOM_SAND32_COL_HEIGHT(0)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_SAND32 = 0x700000000000002L;

    /** {@code DRM_FORMAT_MOD_BROADCOM_SAND64_COL_HEIGHT(0)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_SAND64 = 0x700000000000003L;

    /** {@code DRM_FORMAT_MOD_BROADCOM_SAND128_COL_HEIGHT(0)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_SAND128 = 0x700000000000004L;

    /** {@code DRM_FORMAT_MOD_BROADCOM_SAND256_COL_HEIGHT(0)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_SAND256 = 0x700000000000005L;

    /** {@code fourcc_mod_code(BROADCOM, 6)}. */
    public static final long DRM_FORMAT_MOD_BROADCOM_UIF = 0x700000000000006L;

    /** {@code 0x00}. */
    public static final int DRM_FORMAT_MOD_ARM_TYPE_AFBC = 0x0;

    /** {@code 0x01}. */
    public static final int DRM_FORMAT_MOD_ARM_TYPE_MISC = 0x1;

    /** {@code 0xf}. */
    public static final int AFBC_FORMAT_MOD_BLOCK_SIZE_MASK = 0xF;

    /** {@code (1ULL)}. */
    public static final int AFBC_FORMAT_MOD_BLOCK_SIZE_16x16 = 1;

    /** {@code (2ULL)}. */
    public static final int AFBC_FORMAT_MOD_BLOCK_SIZE_32x8 = 2;

    /** {@code (3ULL)}. */
    public static final int AFBC_FORMAT_MOD_BLOCK_SIZE_64x4 = 3;

    /** {@code (4ULL)}. */
    public static final int AFBC_FORMAT_MOD_BLOCK_SIZE_32x8_64x4 = 4;

    /** {@code (1ULL << 4)}. */
    public static final int AFBC_FORMAT_MOD_YTR = 16;

    /** {@code (1ULL << 5)}. */
    public static final int AFBC_FORMAT_MOD_SPLIT = 32;

    /** {@code (1ULL << 6)}. */
    public static final int AFBC_FORMAT_MOD_SPARSE = 64;

    /** {@code (1ULL << 7)}. */
    public static final int AFBC_FORMAT_MOD_CBR = 128;

    /** {@code (1ULL << 8)}. */
    public static final int AFBC_FORMAT_MOD_TILED = 256;

    /** {@code (1ULL << 9)}. */
    public static final int AFBC_FORMAT_MOD_SC = 512;

    /** {@code (1ULL << 10)}. */
    public static final int AFBC_FORMAT_MOD_DB = 1024;

    /** {@code (1ULL << 11)}. */
    public static final int AFBC_FORMAT_MOD_BCH = 2048;

    /** {@code (1ULL << 12)}. */
    public static final int AFBC_FORMAT_MOD_USM = 4096;

    /** {@code 0x02}. */
    public static final int DRM_FORMAT_MOD_ARM_TYPE_AFRC = 0x2;

    /** {@code 0xf}. */
    public static final int AFRC_FORMAT_MOD_CU_SIZE_MASK = 0xF;

    /** {@code (1ULL)}. */
    public static final int AFRC_FORMAT_MOD_CU_SIZE_16 = 1;

    /** {@code (2ULL)}. */
    public static final int AFRC_FORMAT_MOD_CU_SIZE_24 = 2;

    /** {@code (3ULL)}. */
    public static final int AFRC_FORMAT_MOD_CU_SIZE_32 = 3;

    /** {@code (1ULL << 8)}. */
    public static final int AFRC_FORMAT_MOD_LAYOUT_SCAN = 256;

    /** {@code DRM_FORMAT_MOD_ARM_CODE(DRM_FORMAT_MOD_ARM_TYPE_MISC, 1ULL)}. */
    public static final long DRM_FORMAT_MOD_ARM_16X16_BLOCK_U_INTERLEAVED = 0x810000000000001L;

    /** {@code fourcc_mod_code(ALLWINNER, 1)}. */
    public static final long DRM_FORMAT_MOD_ALLWINNER_TILED = 0x900000000000001L;

    /** {@code 0xff}. */
    public static final int __fourcc_mod_amlogic_layout_mask = 0xFF;

    /** {@code 8}. */
    public static final int __fourcc_mod_amlogic_options_shift = 8;

    /** {@code 0xff}. */
    public static final int __fourcc_mod_amlogic_options_mask = 0xFF;

    /** {@code (1ULL)}. */
    public static final int AMLOGIC_FBC_LAYOUT_BASIC = 1;

    /** {@code (2ULL)}. */
    public static final int AMLOGIC_FBC_LAYOUT_SCATTER = 2;

    /** {@code (1ULL << 0)}. */
    public static final int AMLOGIC_FBC_OPTION_MEM_SAVING = 1;

    /** {@code fourcc_mod_code(AMD, 0)}. */
    public static final long AMD_FMT_MOD = 0x200000000000000L;

    /** {@code 1}. */
    public static final int AMD_FMT_MOD_TILE_VER_GFX9 = 1;

    /** {@code 2}. */
    public static final int AMD_FMT_MOD_TILE_VER_GFX10 = 2;

    /** {@code 3}. */
    public static final int AMD_FMT_MOD_TILE_VER_GFX10_RBPLUS = 3;

    /** {@code 4}. */
    public static final int AMD_FMT_MOD_TILE_VER_GFX11 = 4;

    /** {@code 9}. */
    public static final int AMD_FMT_MOD_TILE_GFX9_64K_S = 9;

    /** {@code 10}. */
    public static final int AMD_FMT_MOD_TILE_GFX9_64K_D = 10;

    /** {@code 25}. */
    public static final int AMD_FMT_MOD_TILE_GFX9_64K_S_X = 25;

    /** {@code 26}. */
    public static final int AMD_FMT_MOD_TILE_GFX9_64K_D_X = 26;

    /** {@code 27}. */
    public static final int AMD_FMT_MOD_TILE_GFX9_64K_R_X = 27;

    /** {@code 31}. */
    public static final int AMD_FMT_MOD_TILE_GFX11_256K_R_X = 31;

    /** {@code 0}. */
    public static final int AMD_FMT_MOD_DCC_BLOCK_64B = 0;

    /** {@code 1}. */
    public static final int AMD_FMT_MOD_DCC_BLOCK_128B = 1;

    /** {@code 2}. */
    public static final int AMD_FMT_MOD_DCC_BLOCK_256B = 2;

    /** {@code 0}. */
    public static final int AMD_FMT_MOD_TILE_VERSION_SHIFT = 0;

    /** {@code 0xFF}. */
    public static final int AMD_FMT_MOD_TILE_VERSION_MASK = 0xFF;

    /** {@code 8}. */
    public static final int AMD_FMT_MOD_TILE_SHIFT = 8;

    /** {@code 0x1F}. */
    public static final int AMD_FMT_MOD_TILE_MASK = 0x1F;

    /** {@code 13}. */
    public static final int AMD_FMT_MOD_DCC_SHIFT = 13;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_MASK = 0x1;

    /** {@code 14}. */
    public static final int AMD_FMT_MOD_DCC_RETILE_SHIFT = 14;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_RETILE_MASK = 0x1;

    /** {@code 15}. */
    public static final int AMD_FMT_MOD_DCC_PIPE_ALIGN_SHIFT = 15;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_PIPE_ALIGN_MASK = 0x1;

    /** {@code 16}. */
    public static final int AMD_FMT_MOD_DCC_INDEPENDENT_64B_SHIFT = 16;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_INDEPENDENT_64B_MASK = 0x1;

    /** {@code 17}. */
    public static final int AMD_FMT_MOD_DCC_INDEPENDENT_128B_SHIFT = 17;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_INDEPENDENT_128B_MASK = 0x1;

    /** {@code 18}. */
    public static final int AMD_FMT_MOD_DCC_MAX_COMPRESSED_BLOCK_SHIFT = 18;

    /** {@code 0x3}. */
    public static final int AMD_FMT_MOD_DCC_MAX_COMPRESSED_BLOCK_MASK = 0x3;

    /** {@code 20}. */
    public static final int AMD_FMT_MOD_DCC_CONSTANT_ENCODE_SHIFT = 20;

    /** {@code 0x1}. */
    public static final int AMD_FMT_MOD_DCC_CONSTANT_ENCODE_MASK = 0x1;

    /** {@code 21}. */
    public static final int AMD_FMT_MOD_PIPE_XOR_BITS_SHIFT = 21;

    /** {@code 0x7}. */
    public static final int AMD_FMT_MOD_PIPE_XOR_BITS_MASK = 0x7;

    /** {@code 24}. */
    public static final int AMD_FMT_MOD_BANK_XOR_BITS_SHIFT = 24;

    /** {@code 0x7}. */
    public static final int AMD_FMT_MOD_BANK_XOR_BITS_MASK = 0x7;

    /** {@code 27}. */
    public static final int AMD_FMT_MOD_PACKERS_SHIFT = 27;

    /** {@code 0x7}. */
    public static final int AMD_FMT_MOD_PACKERS_MASK = 0x7;

    /** {@code 30}. */
    public static final int AMD_FMT_MOD_RB_SHIFT = 30;

    /** {@code 0x7}. */
    public static final int AMD_FMT_MOD_RB_MASK = 0x7;

    /** {@code 33}. */
    public static final int AMD_FMT_MOD_PIPE_SHIFT = 33;

    /** {@code 0x7}. */
    public static final int AMD_FMT_MOD_PIPE_MASK = 0x7;

    private DrmFourccH() {}
}
