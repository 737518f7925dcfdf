package dev.ferrite.drm.ioctl;

/** Who may make a call: the counterpart of {@code enum drm_ioctl_flags}. Whoever may not gets EACCES. */
public final class IoctlFlags {
    /** The client must be authenticated; clients of a render node are. */
    public static final int AUTH = 1;

    /** The client must be the current master. */
    public static final int MASTER = 2;

    /** The client must have CAP_SYS_ADMIN. */
    public static final int ROOT_ONLY = 4;

    /** Clients of a render node may, too. */
    public static final int RENDER_ALLOW = 32;

    /** Every flag there is. */
    public static final int ALL = AUTH | MASTER | ROOT_ONLY | RENDER_ALLOW;

    private IoctlFlags() {}
}
