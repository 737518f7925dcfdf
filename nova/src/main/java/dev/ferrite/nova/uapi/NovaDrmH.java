// Generated from nova_drm.h: edit the source, not this file.
package dev.ferrite.nova.uapi;

/** Constants of {@code nova_drm.h}. */
public final class NovaDrmH {
    /** Parameter: length in bytes of the PCI BAR through which VRAM is reached. */
    public static final int NOVA_GETPARAM_VRAM_BAR_SIZE = 0x1;

    /** What DRM_IOCTL_NOVA_INFO can tell: a struct drm_nova_gpu_info. */
    public static final int NOVA_INFO_GPU = 0x0;

    /** Number of GETPARAM within the driver's range. */
    public static final int DRM_NOVA_GETPARAM = 0x0;

    /** Number of GEM_CREATE within the driver's range. */
    public static final int DRM_NOVA_GEM_CREATE = 0x1;

    /** Number of GEM_INFO within the driver's range. */
    public static final int DRM_NOVA_GEM_INFO = 0x2;

    /** Number of INFO within the driver's range. */
    public static final int DRM_NOVA_INFO = 0x3;

    /** {@code _IOWR('d', 0x40 + DRM_NOVA_GETPARAM, struct drm_nova_getparam)}. */
    public static final int DRM_IOCTL_NOVA_GETPARAM = 0xC0106440;

    /** {@code _IOWR('d', 0x40 + DRM_NOVA_GEM_CREATE, struct drm_nova_gem_create)}. */
    public static final int DRM_IOCTL_NOVA_GEM_CREATE = 0xC0106441;

    /** {@code _IOWR('d', 0x40 + DRM_NOVA_GEM_INFO, struct drm_nova_gem_info)}. */
    public static final int DRM_IOCTL_NOVA_GEM_INFO = 0xC0106442;

    /** {@code _IOWR('d', 0x40 + DRM_NOVA_INFO, struct drm_nova_info)}. */
    public static final int DRM_IOCTL_NOVA_INFO = 0xC0106443;

    private NovaDrmH() {}
}
