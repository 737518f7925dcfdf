package dev.ferrite.jcstress.drm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.SoftwareFence;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.drm.resv.Usage;
import dev.ferrite.drm.resv.WwAcquireCtx;
import dev.ferrite.drm.resv.WwClass;
import dev.ferrite.drm.resv.WwMutex;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@link WwMutex} and {@link DmaResv}: exclusion, no lost wake-up, no deadlock, readers without the lock. */
public final class ReservationStress {
    private static final WwClass WOUND_WAIT = WwClass.woundWait("stress_wound_wait");
    private static final int EDEADLK = -35;

    private ReservationStress() {}

    /** Takes two locks in the order given, backing off as often as it takes. */
    private static void withBoth(WwClass family, WwMutex first, WwMutex second, Runnable action) {
        try (WwAcquireCtx context = new WwAcquireCtx(family)) {
            WwMutex one = first;
            WwMutex two = second;
            one.lock(context);
            while (two.lock(context) == EDEADLK) {
                one.unlock();
                two.lockSlow(context);
                WwMutex held = two;
                two = one;
                one = held;
            }
            action.run();
            one.unlock();
            two.unlock();
        }
    }

    @JCStressTest
    @Description("Two threads take two locks in opposite orders: both come through, one after the other (wait-die).")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both, alone.")
    @Outcome(expect = FORBIDDEN, desc = "Together: an update is lost. A deadlock shows as a test that does not end.")
    @State
    public static class OppositeOrdersWaitDie {
        private final WwMutex a = new WwMutex(DmaResv.FAMILY);
        private final WwMutex b = new WwMutex(DmaResv.FAMILY);
        private int count;

        @Actor
        public void left() {
            withBoth(DmaResv.FAMILY, a, b, () -> count++);
        }

        @Actor
        public void right() {
            withBoth(DmaResv.FAMILY, b, a, () -> count++);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = count;
        }
    }

    @JCStressTest
    @Description("The same, and the older one makes the younger back off (wound-wait).")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both, alone.")
    @Outcome(expect = FORBIDDEN, desc = "Together: an update is lost. A deadlock shows as a test that does not end.")
    @State
    public static class OppositeOrdersWoundWait {
        private final WwMutex a = new WwMutex(WOUND_WAIT);
        private final WwMutex b = new WwMutex(WOUND_WAIT);
        private int count;

        @Actor
        public void left() {
            withBoth(WOUND_WAIT, a, b, () -> count++);
        }

        @Actor
        public void right() {
            withBoth(WOUND_WAIT, b, a, () -> count++);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = count;
        }
    }

    @JCStressTest
    @Description("A reader without the lock sees a fence with its usage, and never misses the one that is replaced.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The old one.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "The later one of its context.")
    @Outcome(expect = FORBIDDEN, desc = "Neither, or one of another usage.")
    @State
    public static class ReadRacesReplace {
        private final DmaResv resv = new DmaResv();

        public ReadRacesReplace() {
            add(1);
        }

        private void add(long seqno) {
            resv.lock(null);
            resv.reserve(1);
            resv.add(new SoftwareFence(1, seqno, "stress", "line"), Usage.READ);
            resv.unlock();
        }

        @Actor
        public void writer() {
            add(2);
        }

        @Actor
        public void reader(II_Result r) {
            List<DmaFence> seen = resv.fences(Usage.READ);
            r.r1 = seen.size() == 1 ? (int) seen.getFirst().seqno() : -1;
            r.r2 = resv.fences(Usage.WRITE).size();
        }
    }
}
