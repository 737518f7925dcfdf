// Generated from falloc.h, fcntl-linux.h, fcntl.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code falloc.h, fcntl-linux.h, fcntl.h}. */
public final class FcntlH {
    /** Of {@code enum __pid_type}. */
    public static final int F_OWNER_TID = 0;

    /** Of {@code enum __pid_type}. */
    public static final int F_OWNER_PID = 1;

    /** Of {@code enum __pid_type}. */
    public static final int F_OWNER_PGRP = 2;

    /** Of {@code enum __pid_type}. */
    public static final int F_OWNER_GID = 2;

    /** {@code 5}. */
    public static final int F_GETLK64 = 5;

    /** {@code 6}. */
    public static final int F_SETLK64 = 6;

    /** {@code 7}. */
    public static final int F_SETLKW64 = 7;

    /** {@code 0003}. */
    public static final int O_ACCMODE = 3;

    /** {@code 00}. */
    public static final int O_RDONLY = 0;

    /** {@code 01}. */
    public static final int O_WRONLY = 1;

    /** {@code 02}. */
    public static final int O_RDWR = 2;

    /** {@code 0100}. */
    public static final int O_CREAT = 64;

    /** {@code 0200}. */
    public static final int O_EXCL = 128;

    /** {@code 0400}. */
    public static final int O_NOCTTY = 256;

    /** {@code 01000}. */
    public static final int O_TRUNC = 512;

    /** {@code 02000}. */
    public static final int O_APPEND = 1024;

    /** {@code 04000}. */
    public static final int O_NONBLOCK = 2048;

    /** {@code O_NONBLOCK}. */
    public static final int O_NDELAY = 2048;

    /** {@code 04010000}. */
    public static final int O_SYNC = 0x101000;

    /** {@code O_SYNC}. */
    public static final int O_FSYNC = 0x101000;

    /** {@code 020000}. */
    public static final int O_ASYNC = 8192;

    /** {@code F_GETLK64}. */
    public static final int F_GETLK = 5;

    /** {@code F_SETLK64}. */
    public static final int F_SETLK = 6;

    /** {@code F_SETLKW64}. */
    public static final int F_SETLKW = 7;

    /** {@code 36}. */
    public static final int F_OFD_GETLK = 36;

    /** {@code 37}. */
    public static final int F_OFD_SETLK = 37;

    /** {@code 38}. */
    public static final int F_OFD_SETLKW = 38;

    /** {@code __O_LARGEFILE}. */
    public static final int O_LARGEFILE = 0;

    /** {@code __O_DIRECTORY}. */
    public static final int O_DIRECTORY = 0x10000;

    /** {@code __O_NOFOLLOW}. */
    public static final int O_NOFOLLOW = 0x20000;

    /** {@code __O_CLOEXEC}. */
    public static final int O_CLOEXEC = 0x80000;

    /** {@code __O_DIRECT}. */
    public static final int O_DIRECT = 16384;

    /** {@code __O_NOATIME}. */
    public static final int O_NOATIME = 0x40000;

    /** {@code __O_PATH}. */
    public static final int O_PATH = 0x200000;

    /** {@code __O_TMPFILE}. */
    public static final int O_TMPFILE = 0x410000;

    /** {@code __O_DSYNC}. */
    public static final int O_DSYNC = 4096;

    /** {@code O_SYNC}. */
    public static final int O_RSYNC = 0x101000;

    /** {@code 0}. */
    public static final int F_DUPFD = 0;

    /** {@code 1}. */
    public static final int F_GETFD = 1;

    /** {@code 2}. */
    public static final int F_SETFD = 2;

    /** {@code 3}. */
    public static final int F_GETFL = 3;

    /** {@code 4}. */
    public static final int F_SETFL = 4;

    /** {@code __F_SETOWN}. */
    public static final int F_SETOWN = 8;

    /** {@code __F_GETOWN}. */
    public static final int F_GETOWN = 9;

    /** {@code __F_SETSIG}. */
    public static final int F_SETSIG = 10;

    /** {@code __F_GETSIG}. */
    public static final int F_GETSIG = 11;

    /** {@code __F_SETOWN_EX}. */
    public static final int F_SETOWN_EX = 15;

    /** {@code __F_GETOWN_EX}. */
    public static final int F_GETOWN_EX = 16;

    /** {@code 1024}. */
    public static final int F_SETLEASE = 1024;

    /** {@code 1025}. */
    public static final int F_GETLEASE = 1025;

    /** {@code 1026}. */
    public static final int F_NOTIFY = 1026;

    /** {@code 1031}. */
    public static final int F_SETPIPE_SZ = 1031;

    /** {@code 1032}. */
    public static final int F_GETPIPE_SZ = 1032;

    /** {@code 1033}. */
    public static final int F_ADD_SEALS = 1033;

    /** {@code 1034}. */
    public static final int F_GET_SEALS = 1034;

    /** {@code 1035}. */
    public static final int F_GET_RW_HINT = 1035;

    /** {@code 1036}. */
    public static final int F_SET_RW_HINT = 1036;

    /** {@code 1037}. */
    public static final int F_GET_FILE_RW_HINT = 1037;

    /** {@code 1038}. */
    public static final int F_SET_FILE_RW_HINT = 1038;

    /** {@code 1030}. */
    public static final int F_DUPFD_CLOEXEC = 1030;

    /** {@code 1}. */
    public static final int FD_CLOEXEC = 1;

    /** {@code 0}. */
    public static final int F_RDLCK = 0;

    /** {@code 1}. */
    public static final int F_WRLCK = 1;

    /** {@code 2}. */
    public static final int F_UNLCK = 2;

    /** {@code 4}. */
    public static final int F_EXLCK = 4;

    /** {@code 8}. */
    public static final int F_SHLCK = 8;

    /** {@code 0x0001}. */
    public static final int F_SEAL_SEAL = 0x1;

    /** {@code 0x0002}. */
    public static final int F_SEAL_SHRINK = 0x2;

    /** {@code 0x0004}. */
    public static final int F_SEAL_GROW = 0x4;

    /** {@code 0x0008}. */
    public static final int F_SEAL_WRITE = 0x8;

    /** {@code 0x0010}. */
    public static final int F_SEAL_FUTURE_WRITE = 0x10;

    /** {@code 0x01}. */
    public static final int FALLOC_FL_KEEP_SIZE = 0x1;

    /** {@code 0x02}. */
    public static final int FALLOC_FL_PUNCH_HOLE = 0x2;

    /** {@code 0x04}. */
    public static final int FALLOC_FL_NO_HIDE_STALE = 0x4;

    /** {@code 0x08}. */
    public static final int FALLOC_FL_COLLAPSE_RANGE = 0x8;

    /** {@code 0x10}. */
    public static final int FALLOC_FL_ZERO_RANGE = 0x10;

    /** {@code 0x20}. */
    public static final int FALLOC_FL_INSERT_RANGE = 0x20;

    /** {@code 0x40}. */
    public static final int FALLOC_FL_UNSHARE_RANGE = 0x40;

    /** {@code -100}. */
    public static final int AT_FDCWD = -100;

    /** {@code 0x100}. */
    public static final int AT_SYMLINK_NOFOLLOW = 0x100;

    /** {@code 0x200}. */
    public static final int AT_REMOVEDIR = 0x200;

    /** {@code 0x400}. */
    public static final int AT_SYMLINK_FOLLOW = 0x400;

    /** {@code 0x800}. */
    public static final int AT_NO_AUTOMOUNT = 0x800;

    /** {@code 0x1000}. */
    public static final int AT_EMPTY_PATH = 0x1000;

    /** {@code 0x6000}. */
    public static final int AT_STATX_SYNC_TYPE = 0x6000;

    /** {@code 0x0000}. */
    public static final int AT_STATX_SYNC_AS_STAT = 0x0;

    /** {@code 0x2000}. */
    public static final int AT_STATX_FORCE_SYNC = 0x2000;

    /** {@code 0x4000}. */
    public static final int AT_STATX_DONT_SYNC = 0x4000;

    /** {@code 0x8000}. */
    public static final int AT_RECURSIVE = 0x8000;

    /** {@code 0x200}. */
    public static final int AT_EACCESS = 0x200;

    /** {@code 0}. */
    public static final int F_OK = 0;

    /** {@code 0}. */
    public static final int F_ULOCK = 0;

    /** {@code 1}. */
    public static final int F_LOCK = 1;

    /** {@code 2}. */
    public static final int F_TLOCK = 2;

    /** {@code 3}. */
    public static final int F_TEST = 3;

    private FcntlH() {}
}
