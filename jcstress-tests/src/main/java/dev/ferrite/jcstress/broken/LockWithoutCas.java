package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A spin lock that looks and then takes, in two steps: two threads get in. */
public final class LockWithoutCas {
    private LockWithoutCas() {}

    @JCStressTest
    @Description("Must fail: mutual exclusion by a load and a store.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both increments.")
    @Outcome(id = "1", expect = FORBIDDEN, desc = "Both were inside at once.")
    @State
    public static class MutualExclusion {
        private final long word = Slots.next();
        private int value;

        private void increment() {
            while (Words.getIntAcquire(word) != 0) {
                Thread.onSpinWait();
            }
            Words.setIntVolatile(word, 1);
            value++;
            Words.setIntRelease(word, 0);
        }

        @Actor
        public void left() {
            increment();
        }

        @Actor
        public void right() {
            increment();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = value;
        }
    }
}
