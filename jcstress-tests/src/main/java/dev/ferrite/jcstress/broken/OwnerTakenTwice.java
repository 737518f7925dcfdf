package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.ref.RefCount;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner like {@link dev.ferrite.locks.ref.Arc}, which takes its count out without a monitor: two closers drop two. */
public final class OwnerTakenTwice {
    private OwnerTakenTwice() {}

    @JCStressTest
    @Description("Must fail: two threads close one owner, and one count goes.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Two counts are left for the other owners.")
    @Outcome(expect = FORBIDDEN, desc = "Another owner's count is gone.")
    @State
    public static class DoubleClose {
        private final long count = Slots.next();
        private boolean open = true;

        public DoubleClose() {
            RefCount.set(count, 3);
        }

        private void close() {
            if (open) {
                open = false;
                RefCount.dec(count);
            }
        }

        @Actor
        public void left() {
            close();
        }

        @Actor
        public void right() {
            close();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = RefCount.read(count);
        }
    }
}
