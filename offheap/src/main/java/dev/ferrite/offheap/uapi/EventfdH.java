// Generated from eventfd.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code eventfd.h}. */
public final class EventfdH {
    /** An enumerator. */
    public static final int EFD_SEMAPHORE = 1;

    /** An enumerator. */
    public static final int EFD_CLOEXEC = 0x80000;

    /** An enumerator. */
    public static final int EFD_NONBLOCK = 2048;

    private EventfdH() {}
}
