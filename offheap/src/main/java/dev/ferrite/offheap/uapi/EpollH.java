// Generated from epoll.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code epoll.h}. */
public final class EpollH {
    /** An enumerator. */
    public static final int EPOLL_CLOEXEC = 0x80000;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLIN = 1;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLPRI = 2;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLOUT = 4;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLRDNORM = 64;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLRDBAND = 128;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLWRNORM = 256;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLWRBAND = 512;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLMSG = 1024;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLERR = 8;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLHUP = 16;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLRDHUP = 8192;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLEXCLUSIVE = 0x10000000;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLWAKEUP = 0x20000000;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLONESHOT = 0x40000000;

    /** Of {@code enum EPOLL_EVENTS}. */
    public static final int EPOLLET = 0x80000000;

    /** {@code 1}. */
    public static final int EPOLL_CTL_ADD = 1;

    /** {@code 2}. */
    public static final int EPOLL_CTL_DEL = 2;

    /** {@code 3}. */
    public static final int EPOLL_CTL_MOD = 3;

    private EpollH() {}
}
