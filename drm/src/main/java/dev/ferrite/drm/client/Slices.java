package dev.ferrite.drm.client;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/**
 * Long waits in short ones: a thread that sleeps in a system call does not notice an interrupt, so it comes out now and then
 * and looks.
 */
final class Slices {
    private static final long SLICE = 50_000_000L;

    private Slices() {}

    /** One short wait. */
    @FunctionalInterface
    interface Wait {
        /** Whether what is waited for is there; sleeps for some nanoseconds at most. */
        boolean await(long nanos);
    }

    /** Whether it came in time. */
    static boolean await(long timeoutNanos, String what, Wait wait) {
        long end = System.nanoTime() + timeoutNanos;
        boolean forever = timeoutNanos == Long.MAX_VALUE;
        for (; ; ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ErrnoException(Errno.EINTR, "wait for " + what);
            }
            long left = forever ? SLICE : Math.max(0, end - System.nanoTime());
            if (wait.await(Math.min(left, SLICE))) {
                return true;
            }
            if (!forever && end - System.nanoTime() <= 0) {
                return false;
            }
        }
    }
}
