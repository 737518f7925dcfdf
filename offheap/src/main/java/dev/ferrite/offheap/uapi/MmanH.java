// Generated from mman-linux.h, mman-map-flags-generic.h, mman-shared.h, mman.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code mman-linux.h, mman-map-flags-generic.h, mman-shared.h, mman.h}. */
public final class MmanH {
    /** {@code 0x40}. */
    public static final int MAP_32BIT = 0x40;

    /** {@code 0x00100}. */
    public static final int MAP_GROWSDOWN = 0x100;

    /** {@code 0x00800}. */
    public static final int MAP_DENYWRITE = 0x800;

    /** {@code 0x01000}. */
    public static final int MAP_EXECUTABLE = 0x1000;

    /** {@code 0x02000}. */
    public static final int MAP_LOCKED = 0x2000;

    /** {@code 0x04000}. */
    public static final int MAP_NORESERVE = 0x4000;

    /** {@code 0x08000}. */
    public static final int MAP_POPULATE = 0x8000;

    /** {@code 0x10000}. */
    public static final int MAP_NONBLOCK = 0x10000;

    /** {@code 0x20000}. */
    public static final int MAP_STACK = 0x20000;

    /** {@code 0x40000}. */
    public static final int MAP_HUGETLB = 0x40000;

    /** {@code 0x80000}. */
    public static final int MAP_SYNC = 0x80000;

    /** {@code 0x100000}. */
    public static final int MAP_FIXED_NOREPLACE = 0x100000;

    /** {@code 0x1}. */
    public static final int PROT_READ = 0x1;

    /** {@code 0x2}. */
    public static final int PROT_WRITE = 0x2;

    /** {@code 0x4}. */
    public static final int PROT_EXEC = 0x4;

    /** {@code 0x0}. */
    public static final int PROT_NONE = 0x0;

    /** {@code 0x01000000}. */
    public static final int PROT_GROWSDOWN = 0x1000000;

    /** {@code 0x02000000}. */
    public static final int PROT_GROWSUP = 0x2000000;

    /** {@code 0x01}. */
    public static final int MAP_SHARED = 0x1;

    /** {@code 0x02}. */
    public static final int MAP_PRIVATE = 0x2;

    /** {@code 0x03}. */
    public static final int MAP_SHARED_VALIDATE = 0x3;

    /** {@code 0x0f}. */
    public static final int MAP_TYPE = 0xF;

    /** {@code 0x10}. */
    public static final int MAP_FIXED = 0x10;

    /** {@code 0}. */
    public static final int MAP_FILE = 0;

    /** {@code 0x20}. */
    public static final int MAP_ANONYMOUS = 0x20;

    /** {@code MAP_ANONYMOUS}. */
    public static final int MAP_ANON = 32;

    /** {@code 26}. */
    public static final int MAP_HUGE_SHIFT = 26;

    /** {@code 0x3f}. */
    public static final int MAP_HUGE_MASK = 0x3F;

    /** {@code 1}. */
    public static final int MS_ASYNC = 1;

    /** {@code 4}. */
    public static final int MS_SYNC = 4;

    /** {@code 2}. */
    public static final int MS_INVALIDATE = 2;

    /** {@code 0}. */
    public static final int MADV_NORMAL = 0;

    /** {@code 1}. */
    public static final int MADV_RANDOM = 1;

    /** {@code 2}. */
    public static final int MADV_SEQUENTIAL = 2;

    /** {@code 3}. */
    public static final int MADV_WILLNEED = 3;

    /** {@code 4}. */
    public static final int MADV_DONTNEED = 4;

    /** {@code 8}. */
    public static final int MADV_FREE = 8;

    /** {@code 9}. */
    public static final int MADV_REMOVE = 9;

    /** {@code 10}. */
    public static final int MADV_DONTFORK = 10;

    /** {@code 11}. */
    public static final int MADV_DOFORK = 11;

    /** {@code 12}. */
    public static final int MADV_MERGEABLE = 12;

    /** {@code 13}. */
    public static final int MADV_UNMERGEABLE = 13;

    /** {@code 14}. */
    public static final int MADV_HUGEPAGE = 14;

    /** {@code 15}. */
    public static final int MADV_NOHUGEPAGE = 15;

    /** {@code 16}. */
    public static final int MADV_DONTDUMP = 16;

    /** {@code 17}. */
    public static final int MADV_DODUMP = 17;

    /** {@code 18}. */
    public static final int MADV_WIPEONFORK = 18;

    /** {@code 19}. */
    public static final int MADV_KEEPONFORK = 19;

    /** {@code 20}. */
    public static final int MADV_COLD = 20;

    /** {@code 21}. */
    public static final int MADV_PAGEOUT = 21;

    /** {@code 22}. */
    public static final int MADV_POPULATE_READ = 22;

    /** {@code 23}. */
    public static final int MADV_POPULATE_WRITE = 23;

    /** {@code 24}. */
    public static final int MADV_DONTNEED_LOCKED = 24;

    /** {@code 100}. */
    public static final int MADV_HWPOISON = 100;

    /** {@code 1}. */
    public static final int MCL_CURRENT = 1;

    /** {@code 2}. */
    public static final int MCL_FUTURE = 2;

    /** {@code 4}. */
    public static final int MCL_ONFAULT = 4;

    /** {@code 1}. */
    public static final int MREMAP_MAYMOVE = 1;

    /** {@code 2}. */
    public static final int MREMAP_FIXED = 2;

    /** {@code 4}. */
    public static final int MREMAP_DONTUNMAP = 4;

    /** {@code 1U}. */
    public static final int MFD_CLOEXEC = 1;

    /** {@code 2U}. */
    public static final int MFD_ALLOW_SEALING = 2;

    /** {@code 4U}. */
    public static final int MFD_HUGETLB = 4;

    /** {@code 1U}. */
    public static final int MLOCK_ONFAULT = 1;

    /** {@code ((void *) -1)}. */
    public static final long MAP_FAILED = -1L;

    private MmanH() {}
}
