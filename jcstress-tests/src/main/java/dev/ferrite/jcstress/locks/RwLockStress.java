package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.locks.RwLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * What {@link RwLock} promises: exclusion, publication both ways, downgrade. How it gives the lock to a waiter is
 * {@link RwLockHandOverStress}.
 */
public final class RwLockStress {
    private RwLockStress() {}

    /** A free lock, plain data for it to protect, and the check that it is free again. */
    static class Locked {
        private static final Ring<RwLock<String>> LOCKS = new Ring<>(() -> RwLock.of("nothing", "jcstress"));

        final RwLock<String> lock = LOCKS.next();
        int left;
        int right;

        /** 0 for a free lock. */
        final int holders() {
            return lock.readers() + (lock.isWriteLocked() ? 1000 : 0);
        }
    }

    @JCStressTest
    @Description("Two writers exclude each other: no increment of plain data is lost.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Both increments, and the lock is free.")
    @Outcome(expect = FORBIDDEN, desc = "Both were inside at once, or the lock is still held.")
    @State
    public static class WritersExcludeEachOther extends Locked {
        private void increment() {
            try (var _ = lock.write()) {
                left++;
            }
        }

        @Actor
        public void first() {
            increment();
        }

        @Actor
        public void second() {
            increment();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = left;
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A reader sees a writer's section whole or not at all: leaving releases, entering acquires.")
    @Outcome(
            id = {"0, 0, 0", "1, 1, 0"},
            expect = ACCEPTABLE,
            desc = "Before it, or after it.")
    @Outcome(expect = FORBIDDEN, desc = "Half a section, or the lock is still held.")
    @State
    public static class ReaderSeesAllOrNothing extends Locked {
        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                left = 1;
                right = 1;
            }
        }

        @Actor
        public void reader(III_Result r) {
            try (var _ = lock.read()) {
                r.r2 = right;
                r.r1 = left;
            }
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = holders();
        }
    }

    @JCStressTest
    @Description("tryRead that succeeds acquires; tryRead fails only while a writer is inside.")
    @Outcome(
            id = {"0, 0", "1, 1", "-1, -1"},
            expect = ACCEPTABLE,
            desc = "Before it, after it, or refused.")
    @Outcome(expect = FORBIDDEN, desc = "Half a section.")
    @State
    public static class TryReadSeesAllOrNothing extends Locked {
        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                left = 1;
                right = 1;
            }
        }

        @Actor
        public void reader(II_Result r) {
            try (var guard = lock.tryRead()) {
                r.r2 = guard == null ? -1 : right;
                r.r1 = guard == null ? -1 : left;
            }
        }
    }

    @JCStressTest
    @Description(
            "A reader's leaving is a release, too: a writer that comes later changes nothing that the reader reads.")
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "The reader came first.")
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "The writer came first.")
    @Outcome(expect = FORBIDDEN, desc = "The value changed under a reader, or the lock is still held.")
    @State
    public static class NothingChangesUnderAReader extends Locked {
        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                left = 1;
            }
        }

        @Actor
        public void reader(III_Result r) {
            try (var _ = lock.read()) {
                r.r1 = left;
                Chance.pauseShortly(this);
                r.r2 = left;
            }
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = holders();
        }
    }

    @JCStressTest
    @Description("Of tryRead and tryWrite on a free lock that nobody gives back exactly one succeeds.")
    @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "The reader won.")
    @Outcome(id = "false, true, 1000", expect = ACCEPTABLE, desc = "The writer won.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or neither.")
    @State
    public static class ReaderOrWriter {
        // Locks of its own, for they stay held.
        private final RwLock<String> lock = RwLock.of("nothing", "winner");

        @Actor
        public void reader(ZZI_Result r) {
            r.r1 = lock.tryRead() != null;
        }

        @Actor
        public void writer(ZZI_Result r) {
            r.r2 = lock.tryWrite() != null;
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = lock.readers() + (lock.isWriteLocked() ? 1000 : 0);
        }
    }

    @JCStressTest
    @Description("No writer gets between a downgrade and the section that led to it.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Read back what it wrote, and the lock is free at the end.")
    @Outcome(expect = FORBIDDEN, desc = "Another writer got in between, or the lock is still held.")
    @State
    public static class DowngradeKeepsWritersOut extends Locked {
        @Actor
        public void downgrader(II_Result r) {
            var writer = lock.write();
            left = 1;
            Chance.pauseShortly(this);
            try (var _ = writer.downgrade()) {
                r.r1 = left;
            }
        }

        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                left = 2;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A downgrade is a release: readers that it lets in see what was written before.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It came after the downgrade.")
    @Outcome(expect = FORBIDDEN, desc = "Half a section.")
    @State
    public static class DowngradePublishes extends Locked {
        @Actor
        public void downgrader() {
            var writer = lock.write();
            left = 1;
            right = 1;
            writer.downgrade().close();
        }

        @Actor
        public void reader(II_Result r) {
            try (var _ = lock.read()) {
                r.r2 = right;
                r.r1 = left;
            }
        }
    }

    @JCStressTest
    @Description("Readers that enter and leave together leave nothing behind: no count is lost.")
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Free.")
    @Outcome(expect = FORBIDDEN, desc = "Still held, or held less than not at all.")
    @State
    public static class ReadersAreCounted extends Locked {
        private void enterTwice() {
            try (var _ = lock.read()) {
                Chance.pauseShortly(this);
            }
            lock.read().close();
        }

        @Actor
        public void first() {
            enterTwice();
        }

        @Actor
        public void second() {
            enterTwice();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = holders();
        }
    }
}
