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
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A value that is set by whoever finds it unset, in two steps: two threads set it. */
public final class SetOnceWithoutCas {
    private SetOnceWithoutCas() {}

    @JCStressTest
    @Description("Must fail: one winner.")
    @Outcome(
            id = {"true, false", "false, true"},
            expect = ACCEPTABLE,
            desc = "One winner.")
    @Outcome(expect = FORBIDDEN, desc = "Two, or none.")
    @State
    public static class OneWinner {
        private final long state = Slots.next();

        private boolean populate() {
            if (Words.getIntAcquire(state) != 0) {
                return false;
            }
            Words.setIntVolatile(state, 1);
            return true;
        }

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = populate();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = populate();
        }
    }
}
