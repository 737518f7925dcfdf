// Generated from poll.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code poll.h}. */
public final class PollH {
    /** {@code 0x001}. */
    public static final int POLLIN = 0x1;

    /** {@code 0x002}. */
    public static final int POLLPRI = 0x2;

    /** {@code 0x004}. */
    public static final int POLLOUT = 0x4;

    /** {@code 0x040}. */
    public static final int POLLRDNORM = 0x40;

    /** {@code 0x080}. */
    public static final int POLLRDBAND = 0x80;

    /** {@code 0x100}. */
    public static final int POLLWRNORM = 0x100;

    /** {@code 0x200}. */
    public static final int POLLWRBAND = 0x200;

    /** {@code 0x400}. */
    public static final int POLLMSG = 0x400;

    /** {@code 0x1000}. */
    public static final int POLLREMOVE = 0x1000;

    /** {@code 0x2000}. */
    public static final int POLLRDHUP = 0x2000;

    /** {@code 0x008}. */
    public static final int POLLERR = 0x8;

    /** {@code 0x010}. */
    public static final int POLLHUP = 0x10;

    /** {@code 0x020}. */
    public static final int POLLNVAL = 0x20;

    private PollH() {}
}
