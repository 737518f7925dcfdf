package dev.ferrite.drm.uapi;

/** Constants of {@code drm.h} and {@code drm_mode.h}: the ioctl numbers of the core, capabilities and flags. */
public final class DrmH {
    /** The type of every DRM ioctl, the letter d. */
    public static final int DRM_IOCTL_BASE = 0x64;

    /** First number of a driver's own calls. */
    public static final int DRM_COMMAND_BASE = 0x40;

    /** First number after a driver's own calls. */
    public static final int DRM_COMMAND_END = 0xA0;

    /** Capability: plain buffers. */
    public static final int DRM_CAP_DUMB_BUFFER = 0x1;

    /** Capability: dma-buf import and export. */
    public static final int DRM_CAP_PRIME = 0x5;

    /** Capability: monotonic time stamps. */
    public static final int DRM_CAP_TIMESTAMP_MONOTONIC = 0x6;

    /** Capability: sync objects. */
    public static final int DRM_CAP_SYNCOBJ = 0x13;

    /** Capability: timeline sync objects. */
    public static final int DRM_CAP_SYNCOBJ_TIMELINE = 0x14;

    /** Bit of the PRIME capability: import. */
    public static final int DRM_PRIME_CAP_IMPORT = 0x1;

    /** Bit of the PRIME capability: export. */
    public static final int DRM_PRIME_CAP_EXPORT = 0x2;

    /** PRIME flag: the descriptor is closed by exec. */
    public static final int DRM_CLOEXEC = 0x80000;

    /** PRIME flag: the descriptor may be mapped for writing. */
    public static final int DRM_RDWR = 0x2;

    /** Ioctl: driver version and names. */
    public static final int DRM_IOCTL_VERSION = 0xC0406400;

    /** Ioctl: unique name of the bus. */
    public static final int DRM_IOCTL_GET_UNIQUE = 0xC0106401;

    /** Ioctl: a token to be authenticated by. */
    public static final int DRM_IOCTL_GET_MAGIC = 0x80046402;

    /** Ioctl: what the core knows of a client. */
    public static final int DRM_IOCTL_GET_CLIENT = 0xC0286405;

    /** Ioctl: zeros. */
    public static final int DRM_IOCTL_GET_STATS = 0x80F86406;

    /** Ioctl: agree on versions. */
    public static final int DRM_IOCTL_SET_VERSION = 0xC0106407;

    /** Ioctl: close a handle. */
    public static final int DRM_IOCTL_GEM_CLOSE = 0x40086409;

    /** Ioctl: give an object a global name. */
    public static final int DRM_IOCTL_GEM_FLINK = 0xC008640A;

    /** Ioctl: open an object by its global name. */
    public static final int DRM_IOCTL_GEM_OPEN = 0xC010640B;

    /** Ioctl: ask for a capability. */
    public static final int DRM_IOCTL_GET_CAP = 0xC010640C;

    /** Ioctl: declare a client capability. */
    public static final int DRM_IOCTL_SET_CLIENT_CAP = 0x4010640D;

    /** Ioctl: authenticate the owner of a token. */
    public static final int DRM_IOCTL_AUTH_MAGIC = 0x40046411;

    /** Ioctl: become master. */
    public static final int DRM_IOCTL_SET_MASTER = 0x0000641E;

    /** Ioctl: stop being master. */
    public static final int DRM_IOCTL_DROP_MASTER = 0x0000641F;

    /** Ioctl: export a handle as a dma-buf descriptor. */
    public static final int DRM_IOCTL_PRIME_HANDLE_TO_FD = 0xC00C642D;

    /** Ioctl: import a dma-buf descriptor. */
    public static final int DRM_IOCTL_PRIME_FD_TO_HANDLE = 0xC00C642E;

    /** Ioctl: create a plain buffer. */
    public static final int DRM_IOCTL_MODE_CREATE_DUMB = 0xC02064B2;

    /** Ioctl: ask for the mmap offset of a handle. */
    public static final int DRM_IOCTL_MODE_MAP_DUMB = 0xC01064B3;

    /** Ioctl: close the handle of a plain buffer. */
    public static final int DRM_IOCTL_MODE_DESTROY_DUMB = 0xC00464B4;

    /** Ioctl: create a sync object. */
    public static final int DRM_IOCTL_SYNCOBJ_CREATE = 0xC00864BF;

    /** Ioctl: destroy a sync object. */
    public static final int DRM_IOCTL_SYNCOBJ_DESTROY = 0xC00864C0;

    /** Ioctl: export a sync object. */
    public static final int DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD = 0xC01064C1;

    /** Ioctl: import a sync object. */
    public static final int DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE = 0xC01064C2;

    /** Ioctl: wait for sync objects. */
    public static final int DRM_IOCTL_SYNCOBJ_WAIT = 0xC02864C3;

    /** Ioctl: reset sync objects. */
    public static final int DRM_IOCTL_SYNCOBJ_RESET = 0xC01064C4;

    /** Ioctl: signal sync objects. */
    public static final int DRM_IOCTL_SYNCOBJ_SIGNAL = 0xC01064C5;

    /** Ioctl: wait for timeline points. */
    public static final int DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT = 0xC03064CA;

    /** Ioctl: query timeline points. */
    public static final int DRM_IOCTL_SYNCOBJ_QUERY = 0xC01864CB;

    /** Ioctl: copy a fence between points. */
    public static final int DRM_IOCTL_SYNCOBJ_TRANSFER = 0xC02064CC;

    /** Ioctl: signal timeline points. */
    public static final int DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL = 0xC01864CD;

    /** Ioctl: register an eventfd. */
    public static final int DRM_IOCTL_SYNCOBJ_EVENTFD = 0xC01864CF;

    private DrmH() {}
}
