package dev.ferrite.drm.vgem;

import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.fence.SoftwareFence;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.drm.resv.Usage;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.time.HrTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fences one file has attached and not signalled. Each is signalled by its client, by the end of its file or of the
 * device, or by the clock: no client can make others wait for ever.
 */
final class VgemFences {
    private record Attached(DmaFence fence, HrTimer expiry) {}

    private static final class Slots {
        int last;
        final Map<Integer, Attached> fences = new HashMap<>();
    }

    private final SpinLock<Slots> slots = SpinLock.of(new Slots(), "vgem_fences");
    private final Duration patience;
    private final Set<VgemFences> siblings;

    /** Of a new file, which it enters into the list of its device. */
    VgemFences(Duration patience, Set<VgemFences> siblings) {
        this.patience = patience;
        this.siblings = siblings;
    }

    /** The end of the file. */
    void close() {
        siblings.remove(this);
        signalAll(0);
    }

    /** Attaches a new fence to a buffer: its number, or {@code -errno}. */
    int attach(GemObject<?> object, boolean write) {
        DmaResv resv = object.resv();
        if (!resv.isSignaled(Usage.toWaitFor(write))) {
            return Errno.EBUSY.negated();
        }
        SoftwareFence fence = new FenceTimeline("vgem", "unbound").next(); // each in a context of its own: any order
        int error = resv.lockInterruptible(null);
        if (error < 0) {
            return error;
        }
        resv.reserve(1);
        resv.add(fence, write ? Usage.WRITE : Usage.READ);
        resv.unlock();
        HrTimer expiry = HrTimer.of("vgem_fence", timer -> {
            fence.signal(); // without an error: as the kernel's
            return HrTimer.Restart.NO_RESTART;
        });
        int id;
        try (var guard = slots.lock()) {
            id = ++guard.get().last; // a number is used once, as the kernel's
            if (id > 0) {
                guard.get().fences.put(id, new Attached(fence, expiry));
            }
        }
        if (id <= 0) {
            fence.signal();
            return Errno.ENOSPC.negated();
        }
        expiry.start(patience);
        return id;
    }

    /** Signals and forgets: 0, {@code -ENOENT}, {@code -ETIMEDOUT} if the clock was first. */
    int signal(int id) {
        Attached attached;
        try (var guard = slots.lock()) {
            attached = guard.get().fences.remove(id);
            if (attached == null) {
                return Errno.ENOENT.negated();
            }
        }
        attached.expiry.cancel();
        return attached.fence.signal() ? 0 : Errno.ETIMEDOUT.negated();
    }

    /** Signals all with an error, or 0 for none. They stay known by their numbers. */
    void signalAll(int negated) {
        List<Attached> all;
        try (var guard = slots.lock()) {
            all = new ArrayList<>(guard.get().fences.values());
        }
        for (Attached attached : all) {
            attached.expiry.cancel();
            end(attached.fence, negated);
        }
    }

    private static void end(DmaFence fence, int negated) {
        if (!fence.isSignaled()) {
            if (negated < 0) {
                fence.setError(negated);
            }
            fence.signal();
        }
    }
}
