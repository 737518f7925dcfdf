package dev.ferrite.runtime.mm;

import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.runtime.proc.Counted;
import dev.ferrite.runtime.proc.ProcText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address space that had a user when it was asked for: the counterpart of {@code MmWithUser}, {@code mmget}.
 *
 * <p>Dropping the last reference closes nothing that could wait; the kernel's may sleep. Thread-safe.
 */
public final class MmWithUser implements AlwaysRefCounted {
    private final Counted count = new Counted();
    private final ARef<Mm> mm;

    MmWithUser(ARef<Mm> mm) {
        this.mm = mm;
    }

    /**
     * The address space by name.
     *
     * @return the address space, borrowed
     */
    public Mm mm() {
        return mm.get();
    }

    /**
     * Locks the list of ranges for reading: {@code mmap_read_lock}. Waits for writers.
     *
     * <p>The lock is Ferrite's: it holds those off who take {@link #mmapWriteLock}. Nobody can hold off what maps and
     * unmaps without asking, such as the JVM itself; {@link MmapReadGuard#vmas} says whether that came in between.
     *
     * @return the guard, bound to the calling thread
     */
    public MmapReadGuard mmapReadLock() {
        return new MmapReadGuard(this, mm.get().mmapLock.read());
    }

    /**
     * {@link #mmapReadLock}, if no writer holds it or waits: {@code mmap_read_trylock}.
     *
     * @return the guard, or null
     */
    public @Nullable MmapReadGuard mmapReadTrylock() {
        RwLock.ReadGuard<Mm> guard = mm.get().mmapLock.tryRead();
        return guard == null ? null : new MmapReadGuard(this, guard);
    }

    /**
     * Locks the list of ranges against readers, while the caller maps and unmaps: {@code mmap_write_lock}.
     *
     * @return the guard, bound to the calling thread
     */
    public RwLock.WriteGuard<Mm> mmapWriteLock() {
        return mm.get().mmapLock.write();
    }

    /**
     * What memory all of it takes. The kernel walks all page tables: some milliseconds for a gigabyte in small pages.
     *
     * @return the sums over all ranges
     * @throws ErrnoException ESRCH if the last user is gone
     */
    public MmUsage usage() {
        ProcText text = readUsed(mm.get().smaps.value(), "smaps");
        MmUsage.Lines sums = new MmUsage.Lines(text);
        MmUsage all = sums.read();
        while (!text.atEnd()) {
            Vma.parse(text);
            all = sums.read();
        }
        return all;
    }

    /**
     * What memory the ranges of a mapping take. The kernel may have joined neighbours into one range, and split a
     * mapping into several: {@link VmaUsage#vma} says what each one speaks of.
     *
     * <p>Costs a walk over the whole address space, milliseconds, and a kilobyte of garbage for each of its ranges.
     *
     * @param mapping a mapping of this process
     * @return the ranges that share a byte with it, by rising address
     * @throws IllegalStateException if it is closed
     */
    public List<VmaUsage> usageOf(Mapping mapping) {
        return usage(address(mapping), mapping.segment().byteSize());
    }

    /**
     * Which parts of a mapping huge pages stand behind, exactly: {@code PAGEMAP_SCAN}.
     *
     * @param mapping a mapping of this process
     * @return the parts, by rising address; neighbours are joined
     * @throws ErrnoException ENOTTY before Linux 6.7
     * @throws IllegalStateException if it is closed
     */
    public List<HugeRange> hugePagesOf(Mapping mapping) {
        long length = mapping.segment().byteSize();
        return Procmap.hugeRanges(mm.get().pagemap.value(), address(mapping), Pages.align(length));
    }

    private static long address(Mapping mapping) {
        if (!mapping.isOpen()) {
            throw new IllegalStateException("mapping is closed");
        }
        return mapping.segment().address();
    }

    /** The records of {@code smaps} that overlap a range. */
    private List<VmaUsage> usage(long address, long length) {
        ProcText text = readUsed(mm.get().smaps.value(), "smaps");
        List<VmaUsage> found = new ArrayList<>();
        while (!text.atEnd()) {
            Vma vma = Vma.parse(text);
            VmaUsage usage = new MmUsage.Lines(text).read(vma);
            if (vma.overlaps(address, length)) {
                found.add(usage);
            }
        }
        return found;
    }

    ProcText readUsed(int fd, String name) {
        ProcText text = ProcText.read(fd, name);
        if (text.length() == 0) {
            throw new ErrnoException(Errno.ESRCH, "read " + name);
        }
        return text;
    }

    @Override
    public void incRef() {
        count.inc();
    }

    @Override
    public void decRef() {
        if (count.decAndTest()) {
            mm.close();
        }
    }

    @Override
    public String toString() {
        return "MmWithUser of " + mm;
    }
}
