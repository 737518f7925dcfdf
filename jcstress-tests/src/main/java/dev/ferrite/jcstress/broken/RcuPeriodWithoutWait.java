package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A grace period cut short: the barrier is there, and nobody waits for the readers. */
public final class RcuPeriodWithoutWait {
    private static final int OTHER = 64;

    private RcuPeriodWithoutWait() {}

    @JCStressTest
    @Description("Must fail: a section that has not seen the update has ended when the grace period is over.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Before it, after it, or around it.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The grace period overlooked a section.")
    @State
    public static class SynchronizeSeesTheSection {
        private final long slot = Slots.next();

        @Actor
        public void reader(II_Result r) {
            try (var _ = Rcu.readLock()) {
                r.r1 = Words.getIntPlain(slot);
                for (int i = 0; i < 50; i++) {
                    Thread.onSpinWait(); // about as long as the membarrier
                }
                Words.setIntPlain(slot + OTHER, 1);
            }
        }

        @Actor
        public void updater(II_Result r) {
            Words.setIntPlain(slot, 1);
            Membarrier.heavy();
            r.r2 = Words.getIntPlain(slot + OTHER);
        }
    }
}
