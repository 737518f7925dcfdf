package dev.ferrite.drm.format;

import dev.ferrite.drm.uapi.DrmFourccH;

/** The words that say how a buffer is tiled or compressed: a vendor in the upper byte, the vendor's own number below. */
public final class Modifier {
    /** Row by row. */
    public static final long LINEAR = DrmFourccH.DRM_FORMAT_MOD_LINEAR;

    /** Nobody knows: what a buffer has of which nothing was said. Not the same as linear. */
    public static final long INVALID = DrmFourccH.DRM_FORMAT_MOD_INVALID;

    private static final int VENDOR_SHIFT = 56;

    private Modifier() {}

    /**
     * Whose it is.
     *
     * @param modifier any number
     * @return {@code DRM_FORMAT_MOD_VENDOR_*}, 0 to 255
     */
    public static int vendor(long modifier) {
        return (int) (modifier >>> VENDOR_SHIFT);
    }

    /**
     * A modifier in words.
     *
     * @param modifier any number
     * @return such as {@code LINEAR} or {@code NVIDIA 0x300000000000010}
     */
    public static String text(long modifier) {
        if (modifier == LINEAR) {
            return "LINEAR";
        }
        if (modifier == INVALID) {
            return "INVALID";
        }
        String vendor = switch (vendor(modifier)) {
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_NONE -> "generic";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_INTEL -> "INTEL";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_AMD -> "AMD";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_NVIDIA -> "NVIDIA";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_SAMSUNG -> "SAMSUNG";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_QCOM -> "QCOM";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_VIVANTE -> "VIVANTE";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_BROADCOM -> "BROADCOM";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_ARM -> "ARM";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_ALLWINNER -> "ALLWINNER";
            case DrmFourccH.DRM_FORMAT_MOD_VENDOR_AMLOGIC -> "AMLOGIC";
            default -> "vendor " + vendor(modifier);
        };
        return vendor + " 0x" + Long.toHexString(modifier);
    }
}
