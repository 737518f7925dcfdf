package dev.ferrite.nova.uapi;

/** The constants of {@code nova_drm.h}, with their C names. */
public final class NovaDrmH {
    /** {@link DrmNovaGetparam#param}: length in bytes of the PCI BAR through which VRAM is reached. */
    public static final long NOVA_GETPARAM_VRAM_BAR_SIZE = 1;

    /** Number of GETPARAM within the driver's range. */
    public static final int DRM_NOVA_GETPARAM = 0x00;

    /** Number of GEM_CREATE within the driver's range. */
    public static final int DRM_NOVA_GEM_CREATE = 0x01;

    /** Number of GEM_INFO within the driver's range. */
    public static final int DRM_NOVA_GEM_INFO = 0x02;

    /** {@code DRM_IOWR(DRM_COMMAND_BASE + DRM_NOVA_GETPARAM, struct drm_nova_getparam)}. */
    public static final int DRM_IOCTL_NOVA_GETPARAM = 0xC010_6440;

    /** {@code DRM_IOWR(DRM_COMMAND_BASE + DRM_NOVA_GEM_CREATE, struct drm_nova_gem_create)}. */
    public static final int DRM_IOCTL_NOVA_GEM_CREATE = 0xC010_6441;

    /** {@code DRM_IOWR(DRM_COMMAND_BASE + DRM_NOVA_GEM_INFO, struct drm_nova_gem_info)}. */
    public static final int DRM_IOCTL_NOVA_GEM_INFO = 0xC010_6442;

    private NovaDrmH() {}
}
