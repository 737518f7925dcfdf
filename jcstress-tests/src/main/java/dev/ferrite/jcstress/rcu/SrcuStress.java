package dev.ferrite.jcstress.rcu;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.rcu.Srcu;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@link Srcu}: as {@link RcuStress}, for readers that count themselves in and out. */
public final class SrcuStress {
    private static final int OTHER = 64;
    private static final Srcu SRCU = Srcu.create("stress");

    private SrcuStress() {}

    @JCStressTest
    @Description("A section that has not seen what came before synchronize() has ended, and is seen, when it returns.")
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
            int index = SRCU.enter();
            r.r1 = Words.getIntPlain(slot);
            RcuStress.linger();
            Words.setIntPlain(slot + OTHER, 1);
            SRCU.exit(index);
        }

        @Actor
        public void updater(II_Result r) {
            Words.setIntPlain(slot, 1);
            SRCU.synchronize();
            r.r2 = Words.getIntPlain(slot + OTHER);
        }
    }
}
