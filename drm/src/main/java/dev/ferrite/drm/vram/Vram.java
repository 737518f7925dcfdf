package dev.ferrite.drm.vram;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.util.BitTree;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Video memory: a file that is mapped for real, and the allocator of its pages.
 *
 * <p>A memfd (sealed: its length never changes) or a named file. The space behind an extent is reserved before the
 * extent is handed out: a memfd in granules of 2 MiB on first use, a named file as a whole when it is opened. So memory
 * or disk that runs out is ENOSPC or ENOMEM at allocation, and no access to a mapping ever faults, unless somebody cuts
 * a named file short behind our back. New extents read as zeros. Thread-safe.
 */
public final class Vram implements AutoCloseable {
    /*
     * Zeros. A page is dirty from the free of an extent that was ever mapped for writing until it is handed out again:
     * only then it is filled with zeros, through a mapping of the whole file that nobody else sees. An object that is
     * created and freed unmapped costs no fill. Dirty bits change under the lock; the fill happens outside, when the
     * range belongs to the caller alone.
     */
    private static final long GRANULE = 2L << 20;

    private final Backing backing;
    private final long size;
    private final Mapping all;
    private final long base;
    private final Mutex<State> state;

    private static final class State {
        final Buddy buddy;
        final BitTree dirty;
        final BitTree unreserved;
        long reserved;
        long extents;
        boolean closed;

        State(long size, boolean zeroed, boolean reserved) {
            long pages = size / Pages.SIZE;
            this.buddy = new Buddy(pages);
            this.dirty = new BitTree(pages);
            for (long page = 0; page < (zeroed ? 0 : pages); page++) {
                dirty.set(page);
            }
            long granules = (size + GRANULE - 1) / GRANULE;
            this.unreserved = new BitTree(granules);
            for (long granule = 0; granule < (reserved ? 0 : granules); granule++) {
                unreserved.set(granule);
            }
            this.reserved = reserved ? size : 0;
        }
    }

    private Vram(Backing backing, long size) {
        this.backing = backing;
        this.size = size;
        try {
            this.all = Mapping.shared(
                    backing.fd().value(),
                    0,
                    size,
                    Linux.PROT_READ | Linux.PROT_WRITE,
                    Linux.MAP_SHARED | Linux.MAP_NORESERVE);
        } catch (ErrnoException e) {
            backing.close();
            throw e;
        }
        this.base = all.segment().address();
        this.state = Mutex.of(new State(size, backing.zeroed(), backing.reserved()), "vram");
        Live.VRAMS.add(1);
    }

    /**
     * VRAM in memory that has no name.
     *
     * @param size bytes, more than 0; rounded up to pages
     * @return the VRAM
     * @throws ErrnoException EINVAL for a bad size, EFBIG, ENOMEM
     */
    public static Vram memfd(long size) {
        long rounded = rounded(size);
        return new Vram(Backing.memfd(rounded), rounded);
    }

    /**
     * VRAM in a named file: made if it is not there, else used as it is, with its whole space reserved now.
     *
     * @param path the file
     * @param size bytes, more than 0; rounded up to pages
     * @param removeCreated whether {@link #close} removes the file if this call made it
     * @return the VRAM
     * @throws ErrnoException ENOSPC or EFBIG where the disk or a limit is too small; EACCES, EROFS, EISDIR, ENOENT where
     *     it cannot be written; EINVAL if it is no regular file, or there and shorter than asked; EBUSY if it is in use
     *     as VRAM already
     */
    public static Vram file(Path path, long size, boolean removeCreated) {
        long rounded = rounded(size);
        return new Vram(Backing.file(path, rounded, removeCreated), rounded);
    }

    private static long rounded(long size) {
        if (size <= 0) {
            throw new ErrnoException(Errno.EINVAL, "vram size must be > 0: size=" + size);
        }
        return Pages.align(size);
    }

    /**
     * Takes an extent that reads as zeros, wherever there is one.
     *
     * @param bytes more than 0; rounded up to pages
     * @return the extent
     * @throws ErrnoException EINVAL for a bad size; ENOSPC if no free run is long enough; ENOSPC, ENOMEM or EFBIG if the
     *     memory behind it cannot be reserved; ENODEV once this VRAM is closed; EIO if the file was cut short
     */
    public VramExtent allocate(long bytes) {
        return allocate(bytes, VramPlacement.ANYWHERE);
    }

    /**
     * Takes an extent that reads as zeros, at a place that will do. Visits the free blocks, unless the place is
     * {@link VramPlacement#ANYWHERE}.
     *
     * @param bytes more than 0; rounded up to pages
     * @param where the place
     * @return the extent
     * @throws ErrnoException as without a place; ENOSPC if no free run at such a place is long enough
     */
    public VramExtent allocate(long bytes, VramPlacement where) {
        long length = rounded(bytes);
        long pages = length / Pages.SIZE;
        long start;
        List<long[]> dirty = List.of();
        try (var guard = state.lock()) {
            State now = guard.get();
            if (now.closed) {
                throw new ErrnoException(Errno.ENODEV, "vram allocate: closed");
            }
            start = take(now.buddy, pages, where);
            if (start < 0) {
                throw new ErrnoException(
                        Errno.ENOSPC,
                        "vram allocate bytes=" + bytes + at(where) + " free=" + now.buddy.freePages() * Pages.SIZE
                                + " of=" + size);
            }
            int reserved = reserve(now, start * Pages.SIZE, length);
            if (reserved < 0) {
                now.buddy.free(start, pages);
                throw new ErrnoException(Errno.fromErrno(reserved), "vram reserve bytes=" + bytes);
            }
            if (now.dirty.next(start) >= 0) {
                dirty = takeDirty(now.dirty, start, start + pages);
            }
            now.extents++;
        }
        Live.VRAM_EXTENTS.add(1);
        Live.VRAM_BYTES.add(length);
        VramExtent extent = new VramExtent(this, start * Pages.SIZE, length);
        try {
            for (long[] run : dirty) {
                Words.fill(base + run[0] * Pages.SIZE, run[1] * Pages.SIZE, (byte) 0);
            }
        } catch (InternalError cutShort) {
            free(extent, true);
            ErrnoException error = new ErrnoException(Errno.EIO, "vram " + backing.name() + " was cut short");
            error.initCause(cutShort);
            throw error;
        }
        return extent;
    }

    private static String at(VramPlacement where) {
        return where.equals(VramPlacement.ANYWHERE) ? "" : " at " + where;
    }

    private static long take(Buddy buddy, long pages, VramPlacement where) {
        if (where.equals(VramPlacement.ANYWHERE)) {
            return buddy.allocate(pages);
        }
        long to = Math.min(buddy.pages(), where.to() / Pages.SIZE);
        return buddy.allocate(pages, where.from() / Pages.SIZE, to, where.alignment() / Pages.SIZE, where.topDown());
    }

    /** Reserves what is not yet, a granule at a time; 0 or {@code -errno}. What was reserved before a failure stays so. */
    private int reserve(State now, long offset, long length) {
        long last = (offset + length - 1) / GRANULE;
        for (long granule = now.unreserved.next(offset / GRANULE);
                granule >= 0 && granule <= last;
                granule = now.unreserved.next(granule)) {
            long at = granule * GRANULE;
            long bytes = Math.min(GRANULE, size - at);
            int result = Linux.fallocate(backing.fd().value(), 0, at, bytes);
            if (result == Errno.EINTR.negated()) {
                continue;
            }
            if (result < 0) {
                return result;
            }
            now.unreserved.clear(granule);
            now.reserved += bytes;
        }
        return 0;
    }

    /** Clears the dirty bits of a range; the runs they made, as first page and count. */
    private static List<long[]> takeDirty(BitTree dirty, long from, long to) {
        List<long[]> runs = new ArrayList<>();
        long page = dirty.next(from);
        while (page >= 0 && page < to) {
            long end = page;
            while (end < to && dirty.get(end)) {
                dirty.clear(end++);
            }
            runs.add(new long[] {page, end - page});
            page = dirty.next(end);
        }
        return runs;
    }

    void free(VramExtent extent) {
        free(extent, extent.wasWritten());
    }

    private void free(VramExtent extent, boolean dirty) {
        boolean last;
        try (var guard = state.lock()) {
            State now = guard.get();
            if (extent.freed) {
                throw new KernelBug("double free of " + extent);
            }
            extent.freed = true;
            long start = extent.offset() / Pages.SIZE;
            long pages = extent.size() / Pages.SIZE;
            for (long page = start; dirty && page < start + pages; page++) {
                now.dirty.set(page);
            }
            now.buddy.free(start, pages);
            last = --now.extents == 0 && now.closed;
        }
        Live.VRAM_EXTENTS.add(-1);
        Live.VRAM_BYTES.add(-extent.size());
        if (last) {
            destroy();
        }
    }

    /**
     * How full it is. Walks the free blocks: not for hot paths.
     *
     * @return the numbers of one moment
     */
    public VramStats stats() {
        try (var guard = state.lock()) {
            State now = guard.get();
            return new VramStats(
                    size,
                    now.buddy.freePages() * Pages.SIZE,
                    now.buddy.largestFree() * Pages.SIZE,
                    now.extents,
                    now.reserved,
                    Arrays.stream(now.buddy.freeBlocks()).boxed().toList(),
                    now.buddy.splits(),
                    now.buddy.merges());
        }
    }

    /**
     * The length.
     *
     * @return bytes, a multiple of the page size
     */
    public long size() {
        return size;
    }

    int fd() {
        return backing.fd().value();
    }

    /** Refuses new extents; the memory itself goes when the last extent is freed. Does nothing the second time. */
    @Override
    public void close() {
        boolean last;
        try (var guard = state.lock()) {
            State now = guard.get();
            last = !now.closed && now.extents == 0;
            now.closed = true;
        }
        if (last) {
            destroy();
        }
    }

    private void destroy() {
        all.close();
        backing.close();
        Live.VRAMS.add(-1);
    }

    @Override
    public String toString() {
        return "VRAM " + backing.name() + " size=" + size;
    }
}
