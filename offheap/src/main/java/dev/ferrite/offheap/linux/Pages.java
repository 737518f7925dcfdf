package dev.ferrite.offheap.linux;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/** The page size, and rounding to it. */
public final class Pages {
    /** Bytes in a page of this machine: 4096 on x86-64; 4096, 16384 or 65536 on arm64. */
    public static final long SIZE = pageSize();

    private Pages() {}

    /**
     * The next multiple of the page size.
     *
     * @param bytes 0 or more
     * @return the multiple
     * @throws ErrnoException EINVAL if it is negative or does not fit a long
     */
    public static long align(long bytes) {
        if (bytes < 0 || bytes > Long.MAX_VALUE - (SIZE - 1)) {
            throw new ErrnoException(Errno.EINVAL, "page align bytes=" + bytes);
        }
        return (bytes + SIZE - 1) & -SIZE;
    }

    /** Asks the kernel: an mmap offset that is no multiple of the page size is refused, a multiple is not. */
    private static long pageSize() {
        for (long size = 4096; size <= 1 << 20; size <<= 1) {
            long address = Linux.mmap(0, size, Linux.PROT_NONE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS, -1, size);
            if (address >= 0) {
                Linux.munmap(address, size);
                return size;
            }
        }
        throw new UnsupportedOperationException("no page size between 4096 and 1048576 works");
    }
}
