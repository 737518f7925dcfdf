package dev.ferrite.jcstress.locks;

import org.jspecify.annotations.Nullable;

/**
 * Lets one actor interrupt the other while that is in a call, and never afterwards: the threads belong to the harness.
 * The interrupted actor enters, makes its call, and leaves; the other interrupts.
 */
final class Interrupter {
    private volatile @Nullable Thread target;
    private volatile boolean delivered;

    /** The calling actor may be interrupted from now on. */
    void enter() {
        target = Thread.currentThread();
    }

    /** Waits until the interrupt has been delivered, and clears it: whether it was still pending. */
    boolean leave() {
        while (!delivered) {
            Thread.onSpinWait();
        }
        return Thread.interrupted();
    }

    /** Interrupts the other actor as soon as it is there, and does something before the other may leave. */
    void interrupt(Runnable then) {
        Thread victim;
        while ((victim = target) == null) {
            Thread.onSpinWait();
        }
        victim.interrupt();
        then.run();
        delivered = true;
    }
}
