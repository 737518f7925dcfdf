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

/** A reference count whose drop is a load and a store: nobody frees, or two do. */
public final class CountWithoutAtomicity {
    private CountWithoutAtomicity() {}

    @JCStressTest
    @Description("Must fail: the last of two holders frees.")
    @Outcome(
            id = {"true, false", "false, true"},
            expect = ACCEPTABLE,
            desc = "One freed.")
    @Outcome(id = "false, false", expect = FORBIDDEN, desc = "Nobody freed.")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "Both freed.")
    @State
    public static class LastDrop {
        private final long count = Slots.next();

        public LastDrop() {
            Words.setIntPlain(count, 2);
        }

        private boolean drop() {
            int left = Words.getIntVolatile(count) - 1;
            Words.setIntVolatile(count, left);
            return left == 0;
        }

        @Actor
        public void left(ZZ_Result r) {
            r.r1 = drop();
        }

        @Actor
        public void right(ZZ_Result r) {
            r.r2 = drop();
        }
    }
}
