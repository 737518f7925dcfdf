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

/** A completion whose waiters look for a permission and then take it, in two steps: one permission lets two pass. */
public final class CompletionWithoutCas {
    private CompletionWithoutCas() {}

    @JCStressTest
    @Description("Must fail: one permission lets one of two pass.")
    @Outcome(
            id = {"true, false", "false, true"},
            expect = ACCEPTABLE,
            desc = "One passed.")
    @Outcome(expect = FORBIDDEN, desc = "Both passed, or neither.")
    @State
    public static class OnePermissionOnePass {
        private final long permissions = Slots.next();

        public OnePermissionOnePass() {
            Words.setIntVolatile(permissions, 1);
        }

        private boolean tryWait() {
            int left = Words.getIntAcquire(permissions);
            if (left == 0) {
                return false;
            }
            Words.setIntVolatile(permissions, left - 1);
            return true;
        }

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = tryWait();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = tryWait();
        }
    }
}
