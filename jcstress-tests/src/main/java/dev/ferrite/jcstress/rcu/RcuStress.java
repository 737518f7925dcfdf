package dev.ferrite.jcstress.rcu;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * {@link Rcu}: what a section can see, and what a grace period has seen.
 *
 * <p>The reader pays for no barrier, and the Java memory model promises nothing about membarrier, so it is tried. {@code
 * dev.ferrite.jcstress.broken.RcuPeriodWithoutWait} and {@code RcuWithoutBarrier} are the same with a piece taken out.
 */
public final class RcuStress {
    private static final int POINTER = 0;
    private static final int OLD = 64;
    private static final int NEW = 80;
    private static final int LENGTH = 8;
    private static final long POISON = 9;

    private RcuStress() {}

    /** About as long as a membarrier, so that sections and grace periods overlap. */
    static void linger() {
        for (int i = 0; i < 50; i++) {
            Thread.onSpinWait();
        }
    }

    @JCStressTest
    @Description("Who finds the old object never sees it poisoned, however late it looks at it.")
    @Outcome(
            id = {"1, 1", "2, 2"},
            expect = ACCEPTABLE,
            desc = "The old object or the new one, whole.")
    @Outcome(expect = FORBIDDEN, desc = "Freed under the reader's eyes, or not complete when it was published.")
    @State
    public static class NoPoison {
        private final long slot = Slots.next();

        public NoPoison() {
            Words.setLongPlain(slot + OLD, 1);
            Words.setLongPlain(slot + OLD + LENGTH, 1);
            Rcu.assignPointer(slot + POINTER, slot + OLD);
        }

        @Actor
        public void reader(JJ_Result r) {
            Slots.delayNextStore(slot);
            try (var _ = Rcu.readLock()) {
                long object = Rcu.dereference(slot + POINTER);
                r.r1 = Words.getLongPlain(object);
                linger();
                r.r2 = Words.getLongPlain(object + LENGTH);
            }
        }

        @Actor
        public void updater() {
            Words.setLongPlain(slot + NEW, 2);
            Words.setLongPlain(slot + NEW + LENGTH, 2);
            Rcu.assignPointer(slot + POINTER, slot + NEW);
            Rcu.synchronize();
            Words.setLongPlain(slot + OLD + LENGTH, POISON);
            Words.setLongPlain(slot + OLD, POISON);
        }
    }

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
            Slots.delayNextStore(slot);
            try (var _ = Rcu.readLock()) {
                r.r1 = Words.getIntPlain(slot);
                linger();
                Words.setIntPlain(slot + OLD, 1);
            }
        }

        @Actor
        public void updater(II_Result r) {
            Words.setIntPlain(slot, 1);
            Rcu.synchronize();
            r.r2 = Words.getIntPlain(slot + OLD);
        }
    }

    @JCStressTest
    @Description("The same for a section inside another.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Before it, after it, or around it.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The end of the inner section was taken for the end.")
    @State
    public static class SynchronizeSeesTheOuterSection {
        private final long slot = Slots.next();

        @Actor
        public void reader(II_Result r) {
            try (var _ = Rcu.readLock()) {
                try (var _ = Rcu.readLock()) {
                    r.r1 = Words.getIntPlain(slot);
                }
                Words.setIntPlain(slot + OLD, 1);
            }
        }

        @Actor
        public void updater(II_Result r) {
            Words.setIntPlain(slot, 1);
            Rcu.synchronizeExpedited();
            r.r2 = Words.getIntPlain(slot + OLD);
        }
    }

    @JCStressTest
    @Description("A callback sees every section that did not see what came before its call.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Before it, after it, or around it.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The callback ran too early.")
    @State
    public static class CallbackSeesTheSection {
        private final long slot = Slots.next();

        @Actor
        public void reader(II_Result r) {
            Slots.delayNextStore(slot);
            try (var _ = Rcu.readLock()) {
                r.r1 = Words.getIntPlain(slot);
                linger();
                Words.setIntPlain(slot + OLD, 1);
            }
        }

        @Actor
        public void updater() {
            Words.setIntPlain(slot, 1);
            Rcu.call(() -> Words.setIntPlain(slot + NEW, Words.getIntPlain(slot + OLD)));
        }

        @Arbiter
        public void end(II_Result r) {
            Rcu.barrier();
            r.r2 = Words.getIntPlain(slot + NEW);
        }
    }

    @JCStressTest
    @Description("barrier() has seen all callbacks of two threads.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both.")
    @Outcome(expect = FORBIDDEN, desc = "One was lost, or is late.")
    @State
    public static class BarrierWaitsForAll {
        private final long slot = Slots.next();

        @Actor
        public void one() {
            Rcu.call(() -> Words.setLongPlain(slot, Words.getLongPlain(slot) + 1));
        }

        @Actor
        public void other() {
            Rcu.call(() -> Words.setLongPlain(slot, Words.getLongPlain(slot) + 1));
        }

        @Arbiter
        public void end(J_Result r) {
            Rcu.barrier();
            r.r1 = Words.getLongPlain(slot);
        }
    }
}
