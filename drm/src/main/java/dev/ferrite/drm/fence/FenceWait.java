package dev.ferrite.drm.fence;

import dev.ferrite.drm.util.Looks;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.errno.Errno;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits until one of some fences is signalled: first it looks, then it sleeps. */
final class FenceWait {
    /*
     * Drivers are told first that somebody waits (enable), so that they signal also who only looks.
     *
     * Looking reads the one word of each fence, adds no callback and allocates next to nothing: a signaller that meets a
     * looker pays its CAS and no wake-up. How long it pays to look is learned for each line of work (DmaFence.context), for
     * what is done there takes alike.
     *
     * No wake-up is lost between looking and sleeping. Sleeping begins with a callback on each fence, and one that is
     * signalled by then refuses it; one that is signalled later runs it, which leaves the thread a permit, whether it parks
     * already or not.
     */
    private static final int ERESTARTSYS = Errno.ERESTARTSYS.negated();

    private FenceWait() {}

    /** Wakes the thread that made it. */
    private static final class Sleeper extends FenceCallback {
        private final Thread thread = Thread.currentThread();

        @Override
        protected void run(DmaFence fence) {
            LockSupport.unpark(thread);
        }
    }

    /** {@link DmaFence#awaitAny}. */
    static long any(List<? extends DmaFence> fences, boolean interruptible, long timeoutNanos, int @Nullable [] index) {
        if (fences.isEmpty() || timeoutNanos < 0) {
            return Errno.EINVAL.negated();
        }
        int signaled = firstSignaled(fences);
        if (signaled < 0 && timeoutNanos == 0) {
            return 0;
        }
        long result = Math.max(1, timeoutNanos);
        if (signaled < 0) {
            Lockdep.mightSleep("DmaFence.await");
            result = waitSlow(fences, interruptible, timeoutNanos);
            signaled = firstSignaled(fences);
            if (signaled >= 0 && result == 0) {
                result = 1; // came with the end of the time
            }
        }
        if (index != null && result > 0) {
            index[0] = signaled;
        }
        return result;
    }

    private static int firstSignaled(List<? extends DmaFence> fences) {
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).isSignaled()) {
                return i;
            }
        }
        return -1;
    }

    private static long waitSlow(List<? extends DmaFence> fences, boolean interruptible, long timeoutNanos) {
        boolean forever = timeoutNanos == Long.MAX_VALUE;
        long deadline = System.nanoTime() + timeoutNanos;
        for (int i = 0; i < fences.size(); i++) {
            fences.get(i).enable();
        }
        boolean endsAtOnce = interruptible && Thread.currentThread().isInterrupted();
        if (!endsAtOnce && Looks.until(fences.getFirst().context(), forever, deadline, () -> hasEnded(fences))) {
            return forever ? timeoutNanos : Math.max(1, deadline - System.nanoTime());
        }
        return sleep(fences, interruptible, forever, timeoutNanos, deadline);
    }

    private static boolean hasEnded(List<? extends DmaFence> fences) {
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).hasEnded()) {
                return true;
            }
        }
        return false;
    }

    private static long sleep(
            List<? extends DmaFence> fences, boolean interruptible, boolean forever, long timeoutNanos, long deadline) {
        Sleeper[] sleepers = new Sleeper[fences.size()];
        boolean interrupted = false;
        long left = timeoutNanos;
        try {
            for (int i = 0; i < sleepers.length; i++) {
                Sleeper sleeper = new Sleeper();
                if (fences.get(i).addCallback(sleeper) < 0) {
                    return forever ? left : Math.max(1, deadline - System.nanoTime());
                }
                sleepers[i] = sleeper;
            }
            while (firstSignaled(fences) < 0) {
                if (Thread.currentThread().isInterrupted()) {
                    if (interruptible) {
                        return ERESTARTSYS;
                    }
                    interrupted |= Thread.interrupted(); // with the flag set, parking would not sleep
                }
                if (forever) {
                    LockSupport.park(fences.getFirst());
                    continue;
                }
                left = deadline - System.nanoTime();
                if (left <= 0) {
                    return 0;
                }
                LockSupport.parkNanos(fences.getFirst(), left);
            }
            return forever ? left : Math.max(1, deadline - System.nanoTime());
        } finally {
            for (int i = 0; i < sleepers.length && sleepers[i] != null; i++) {
                fences.get(i).removeCallback(sleepers[i]);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
