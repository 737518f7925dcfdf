package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.locks.RwLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A downgrade in two steps, out as a writer and in as a reader: another writer comes between. */
public final class DowngradeWithoutAtomicity {
    /** Between the steps: makes what happens anyway happen often. */
    private static final int PAUSES = 20;

    private DowngradeWithoutAtomicity() {}

    @JCStressTest
    @Description("Must fail: no writer gets between a downgrade and the section that led to it.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "Read back what it wrote.")
    @Outcome(expect = FORBIDDEN, desc = "Another writer got in between.")
    @State
    public static class KeepsWritersOut {
        private final RwLock<String> lock = RwLock.of("two steps", "jcstress");
        private int value;

        @Actor
        public void downgrader(I_Result r) {
            try (var _ = lock.write()) {
                value = 1;
            }
            for (int i = 0; i < PAUSES; i++) {
                Thread.onSpinWait();
            }
            try (var _ = lock.read()) {
                r.r1 = value;
            }
        }

        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                value = 2;
            }
        }
    }
}
