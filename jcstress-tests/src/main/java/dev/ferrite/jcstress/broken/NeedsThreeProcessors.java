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

/** A sound test that two processors cannot run: jcstress leaves it out without a word, and the gate must notice. */
public final class NeedsThreeProcessors {
    private NeedsThreeProcessors() {}

    @JCStressTest
    @Description("Three increments; missing where there are fewer than three processors.")
    @Outcome(id = "3", expect = ACCEPTABLE, desc = "All of them.")
    @Outcome(expect = FORBIDDEN, desc = "One is lost.")
    @State
    public static class ThreeActors {
        private final long word = Slots.next();

        @Actor
        public void first() {
            Words.getAndAddInt(word, 1);
        }

        @Actor
        public void second() {
            Words.getAndAddInt(word, 1);
        }

        @Actor
        public void third() {
            Words.getAndAddInt(word, 1);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = Words.getIntPlain(word);
        }
    }
}
