package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.runtime.time.LocalClock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What {@link LocalClock} promises: it agrees with nanoTime, though another thread is just changing its anchor. */
public final class LocalClockStress {
    /** Five times what is promised: NTP may be at work. */
    private static final long SLACK_NANOS = 5_000;

    private LocalClockStress() {}

    /** Whether a reading lies between two of nanoTime around it. */
    private static boolean agrees() {
        long before = System.nanoTime();
        long now = LocalClock.nanos();
        long after = System.nanoTime();
        return now - before > -SLACK_NANOS && now - after < SLACK_NANOS;
    }

    @JCStressTest
    @Description("Both threads take new anchors, every two milliseconds, and use those of the other.")
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Both agree with nanoTime.")
    @Outcome(expect = FORBIDDEN, desc = "A reading from parts of two anchors.")
    @State
    public static class TwoReaders {
        @Actor
        public void first(ZZ_Result r) {
            r.r1 = agrees();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = agrees();
        }
    }
}
