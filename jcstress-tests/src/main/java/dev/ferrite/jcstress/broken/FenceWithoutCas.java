package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A fence like {@link dev.ferrite.drm.fence.DmaFence}, whose list is changed by load and store: a callback is lost. */
public final class FenceWithoutCas {
    private FenceWithoutCas() {}

    @JCStressTest
    @Description("Must fail: added after the list was taken, and nobody runs it.")
    @Outcome(
            id = {"0, 1", "-2, 0"},
            expect = ACCEPTABLE,
            desc = "Added and run, or refused.")
    @Outcome(expect = FORBIDDEN, desc = "Added, and lost.")
    @State
    public static class AddByStore {
        private static final Object SIGNALED = new Object();

        private final AtomicReference<@Nullable Object> head = new AtomicReference<>();
        private volatile int runs;

        @Actor
        public void signaller() {
            Object list = head.getAndSet(SIGNALED);
            if (list != null) {
                runs = 1;
            }
        }

        @Actor
        @SuppressWarnings("ReferenceEquality") // a mark
        public void adder(II_Result r) {
            if (head.get() == SIGNALED) {
                r.r1 = -2;
            } else {
                head.set(new Object());
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = runs;
        }
    }
}
