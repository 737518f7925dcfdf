package dev.ferrite.jcstress.lockdep;

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

/**
 * The validator, when two threads bring the last two links of a cycle at the same time. {@code
 * dev.ferrite.jcstress.broken.LastEdgeUnlocked} is the same with searching and adding in two steps.
 */
public final class LastEdgeStress {
    private LastEdgeStress() {}

    @JCStressTest
    @Description("a then b against b then a: one of the two is reported, and kept out of the graph.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The second to come reports.")
    @Outcome(expect = FORBIDDEN, desc = "Missed, or reported by both, or both links are in the graph.")
    @State
    public static class OneReports {
        private final TwoLocks locks = TwoLocks.sound();

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
