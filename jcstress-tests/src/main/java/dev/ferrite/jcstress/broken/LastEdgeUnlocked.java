package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.locks.lockdep.TwoLocks;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lock validator that looks for a cycle and adds the link in two steps, as Guava's does. */
public final class LastEdgeUnlocked {
    private LastEdgeUnlocked() {}

    @JCStressTest
    @Description("Must fail: each looks before the other has added.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The second to come reports.")
    @Outcome(expect = FORBIDDEN, desc = "Missed, or reported by both, or both links are in the graph.")
    @State
    public static class OneReports {
        private final TwoLocks locks = TwoLocks.unlocked();

        @Actor
        public void one() {
            locks.lockSecondOfOne();
        }

        @Actor
        public void other() {
            locks.lockSecondOfOther();
        }

        @Arbiter
        public void after(II_Result r) {
            r.r1 = locks.reports();
            r.r2 = locks.links();
        }
    }
}
