package dev.ferrite.runtime.mm;

import dev.ferrite.locks.RwLock;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.proc.ProcText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the read lock of an address space: the counterpart of {@code MmapReadGuard}.
 *
 * <p>Bound to the thread that made it: every call of another one is a {@link KernelBug}. Closing it unlocks, once.
 */
public final class MmapReadGuard implements AutoCloseable {
    private static final int LOOKS = 8;

    private final MmWithUser mm;
    private final RwLock.ReadGuard<Mm> guard;
    private final Thread owner = Thread.currentThread();
    private boolean open = true;

    MmapReadGuard(MmWithUser mm, RwLock.ReadGuard<Mm> guard) {
        mm.incRef();
        this.mm = mm;
        this.guard = guard;
    }

    /**
     * The range an address lies in: {@code vma_lookup}. One ioctl, about 3 us, since Linux 6.11; before, all ranges are
     * read.
     *
     * @param address any address
     * @return the range, or null
     * @throws ErrnoException ESRCH if the last user is gone
     */
    public @Nullable Vma vmaLookup(long address) {
        int maps = check().maps.value();
        try {
            return Procmap.query(maps, address);
        } catch (ErrnoException e) {
            if (!Procmap.isMissing(e)) {
                throw e;
            }
        }
        return lookIn(vmas().list(), address);
    }

    static @Nullable Vma lookIn(List<Vma> list, long address) {
        for (Vma vma : list) {
            if (vma.contains(address)) {
                return vma;
            }
        }
        return null;
    }

    /**
     * All ranges. Reads them until two looks are the same, eight times at most: about 1 ms a thousand ranges and look.
     *
     * @return the ranges of the last look, and whether they were all there at one moment
     * @throws ErrnoException ESRCH if the last user is gone
     */
    public Vmas vmas() {
        int maps = check().maps.value();
        ProcText last = mm.readUsed(maps, "maps");
        boolean stable = false;
        for (int look = 1; look < LOOKS && !stable; look++) {
            ProcText next = mm.readUsed(maps, "maps");
            stable = next.sameText(last);
            last = next;
        }
        List<Vma> list = new ArrayList<>(last.length() / 64);
        while (!last.atEnd()) {
            list.add(Vma.parse(last));
        }
        return new Vmas(list, stable);
    }

    private Mm check() {
        checkOwner();
        if (!open) {
            throw new IllegalStateException("guard of mmap_lock is closed");
        }
        return mm.mm();
    }

    @SuppressWarnings("ReferenceEquality") // threads have identity only
    private void checkOwner() {
        if (Thread.currentThread() != owner) {
            throw new KernelBug(
                    "guard of mmap_lock used by another thread: owner=" + owner + " caller=" + Thread.currentThread());
        }
    }

    /** Unlocks; does nothing the second time. */
    @Override
    public void close() {
        checkOwner();
        if (open) {
            open = false;
            guard.close();
            mm.decRef();
        }
    }
}
