package dev.ferrite.jcstress.drm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceCallback;
import dev.ferrite.drm.fence.SoftwareFence;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@link DmaFence}: signalled once, callbacks once, what was done before the signal is seen. */
public final class FenceStress {
    private FenceStress() {}

    private static DmaFence newFence() {
        return new SoftwareFence(1, 1, "stress", "line");
    }

    /** Counts how often it runs; each run is on the one thread that signals. */
    static final class Count extends FenceCallback {
        volatile int runs;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // two runs at once are what the outcomes forbid
        protected void run(DmaFence fence) {
            runs++;
        }
    }

    @JCStressTest
    @Description("A callback that is added while the fence is signalled runs once, or is refused.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Added and run.")
    @Outcome(id = "-2, 0", expect = ACCEPTABLE, desc = "ENOENT and not run.")
    @Outcome(expect = FORBIDDEN, desc = "Lost, run twice, or run though refused.")
    @State
    public static class SignalRacesAdd {
        private final DmaFence fence = newFence();
        private final Count callback = new Count();

        @Actor
        public void signaller() {
            fence.signal();
        }

        @Actor
        public void adder(II_Result r) {
            r.r1 = fence.addCallback(callback);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = callback.runs;
        }
    }

    @JCStressTest
    @Description("Of two signallers one wins, and the callback runs once.")
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "One of them.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or nobody; or a callback that did not run once.")
    @State
    public static class SignalRacesSignal {
        private final DmaFence fence = newFence();
        private final Count callback = new Count();

        public SignalRacesSignal() {
            fence.addCallback(callback);
        }

        @Actor
        public void left(II_Result r) {
            r.r1 = fence.signal() ? 1 : 0;
        }

        @Actor
        public void right(II_Result r) {
            r.r2 = fence.signal() ? 1 : 0;
        }

        @Arbiter
        public void end(II_Result r) {
            if (callback.runs != 1) {
                r.r1 = -callback.runs - 10;
            }
        }
    }

    @JCStressTest
    @Description("A callback that is removed while the fence is signalled runs, or was removed, not both.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Removed.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Run.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or neither.")
    @State
    public static class SignalRacesRemove {
        private final DmaFence fence = newFence();
        private final Count callback = new Count();

        public SignalRacesRemove() {
            fence.addCallback(callback);
        }

        @Actor
        public void signaller() {
            fence.signal();
        }

        @Actor
        public void remover(II_Result r) {
            r.r1 = fence.removeCallback(callback) ? 1 : 0;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = callback.runs;
        }
    }

    @JCStressTest
    @Description("A list that is tidied while a callback is added loses nothing.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The new one runs.")
    @Outcome(expect = FORBIDDEN, desc = "Lost.")
    @State
    public static class TidyRacesAdd {
        private static final int REMOVED_BEFORE = 7;

        private final DmaFence fence = newFence();
        private final Count callback = new Count();
        private final Count last = new Count();

        public TidyRacesAdd() {
            for (int i = 0; i < REMOVED_BEFORE; i++) {
                Count gone = new Count();
                fence.addCallback(gone);
                fence.removeCallback(gone);
            }
            fence.addCallback(last);
        }

        @Actor
        public void remover() {
            fence.removeCallback(last); // the eighth: tidies
        }

        @Actor
        public void adder() {
            fence.addCallback(callback);
        }

        @Arbiter
        public void end(I_Result r) {
            fence.signal();
            r.r1 = callback.runs + 10 * last.runs;
        }
    }

    @JCStressTest
    @Description("Who sees the fence signalled sees its error and what was done before.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Not signalled.")
    @Outcome(id = "-5, 1", expect = ACCEPTABLE, desc = "Signalled, with everything.")
    @Outcome(expect = FORBIDDEN, desc = "Signalled without the error or the data.")
    @State
    public static class SignalPublishes {
        private final DmaFence fence = newFence();
        private int data;

        @Actor
        public void signaller() {
            data = 1;
            fence.setError(-5);
            fence.signal();
        }

        @Actor
        public void reader(II_Result r) {
            if (fence.isSignaled()) {
                r.r1 = fence.status();
                r.r2 = data;
            }
        }
    }

    @JCStressTest
    @Description("Who waits, looking or asleep, comes back, and sees what was done before the signal.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Waited, and sees it.")
    @Outcome(expect = FORBIDDEN, desc = "Came back without it. A lost wake-up shows as a test that does not end.")
    @State
    public static class SignalEndsAWait {
        private final DmaFence fence = newFence();
        private int data;

        @Actor
        public void signaller() {
            data = 1;
            fence.signal();
        }

        @Actor
        public void waiter(II_Result r) {
            r.r1 = fence.await(false);
            r.r2 = data;
        }
    }
}
