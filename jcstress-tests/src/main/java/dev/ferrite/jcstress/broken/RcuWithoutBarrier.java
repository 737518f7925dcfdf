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

/**
 * The reader of RCU as it is, against a grace period that waits for readers and has its membarrier taken out: the section
 * looks ahead of the store that announces it.
 */
public final class RcuWithoutBarrier {
    private static final int WORD = 64;
    private static final long ENTERED = 1;

    private RcuWithoutBarrier() {}

    @JCStressTest
    @Description("Must fail: a section that has not seen the update is seen by the grace period.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "One of them sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The grace period overlooked a section.")
    @State
    public static class EntryAgainstScan {
        private final long slot = Slots.next();

        @Actor
        public void reader(II_Result r) {
            Slots.delayNextStore(slot);
            Words.setLongRelease(slot + WORD, ENTERED);
            Words.acquireFence();
            r.r1 = (int) Words.getLongAcquire(slot);
        }

        @Actor
        public void updater(II_Result r) {
            Words.setLongRelease(slot, 1);
            Words.fullFence();
            r.r2 = (int) Words.getLongAcquire(slot + WORD);
        }
    }
}
