// Generated from resource.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code resource.h}. */
public final class ResourceH {
    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_CPU = 0;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_FSIZE = 1;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_DATA = 2;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_STACK = 3;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_CORE = 4;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_NOFILE = 7;

    /** Of {@code enum __rlimit_resource}. */
    public static final int RLIMIT_AS = 9;

    /** {@code __RLIMIT_RSS}. */
    public static final int RLIMIT_RSS = 5;

    /** {@code __RLIMIT_OFILE}. */
    public static final int RLIMIT_OFILE = 7;

    /** {@code __RLIMIT_NPROC}. */
    public static final int RLIMIT_NPROC = 6;

    /** {@code __RLIMIT_MEMLOCK}. */
    public static final int RLIMIT_MEMLOCK = 8;

    /** {@code __RLIMIT_LOCKS}. */
    public static final int RLIMIT_LOCKS = 10;

    /** {@code __RLIMIT_SIGPENDING}. */
    public static final int RLIMIT_SIGPENDING = 11;

    /** {@code __RLIMIT_MSGQUEUE}. */
    public static final int RLIMIT_MSGQUEUE = 12;

    /** {@code __RLIMIT_NICE}. */
    public static final int RLIMIT_NICE = 13;

    /** {@code __RLIMIT_RTPRIO}. */
    public static final int RLIMIT_RTPRIO = 14;

    /** {@code __RLIMIT_RTTIME}. */
    public static final int RLIMIT_RTTIME = 15;

    /** {@code __RLIMIT_NLIMITS}. */
    public static final int RLIMIT_NLIMITS = 16;

    private ResourceH() {}
}
