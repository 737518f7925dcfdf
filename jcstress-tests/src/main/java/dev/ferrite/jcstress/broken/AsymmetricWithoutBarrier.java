package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The one-atomic unlock with its membarrier taken out: the proof that the call is needed, and that its test bites. */
public final class AsymmetricWithoutBarrier {
    private static final int WAITER = 64;

    private AsymmetricWithoutBarrier() {}

    @JCStressTest
    @Description("Must fail: either the one who unlocks sees the waiter, or the waiter sees the lock free.")
    @Outcome(
            id = {"1, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "A waiter parks on a free lock and nobody knows.")
    @State
    public static class OneAtomicUnlock {
        private final long free = Slots.next();

        @Actor
        public void unlock(II_Result r) {
            Slots.delayNextStore(System.nanoTime());
            Words.setIntRelease(free, 1);
            Words.acquireFence();
            r.r1 = Words.getIntOpaque(free + WAITER);
        }

        @Actor
        public void park(II_Result r) {
            Slots.delayNextStore(System.nanoTime() ^ free);
            Words.setIntOpaque(free + WAITER, 1);
            r.r2 = Words.getIntOpaque(free);
        }
    }
}
