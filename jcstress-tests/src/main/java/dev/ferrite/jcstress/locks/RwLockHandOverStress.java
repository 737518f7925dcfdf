package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.locks.RwLockStress.Locked;
import dev.ferrite.locks.RwLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@link RwLock}: whoever waits is let in, whatever the others do meanwhile. A lost waiter shows as a timeout, for it
 * never ends. Who holds the lock keeps it for up to some microseconds, so that the other meets it anywhere between its
 * first look and its place in the queue.
 */
public final class RwLockHandOverStress {
    private RwLockHandOverStress() {}

    @JCStressTest
    @Description("A writer that leaves lets a waiting reader in, who sees what it wrote.")
    @Outcome(
            id = {"0, 0", "7, 0"},
            expect = ACCEPTABLE,
            desc = "Before it, or after it.")
    @Outcome(expect = FORBIDDEN, desc = "Half a section, or the lock is still held.")
    @State
    public static class WriterToReader extends Locked {
        @Actor
        public void holder() {
            try (var _ = lock.write()) {
                Chance.pauseLong(this);
                left = 7;
            }
        }

        @Actor
        public void waiter(II_Result r) {
            try (var _ = lock.read()) {
                r.r1 = left;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("The last reader that leaves lets a waiting writer in.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The writer wrote, and gave the lock back.")
    @Outcome(expect = FORBIDDEN, desc = "The writer came while the reader read, or the lock is still held.")
    @State
    public static class ReaderToWriter extends Locked {
        @Actor
        public void holder() {
            try (var _ = lock.read()) {
                int before = left;
                Chance.pauseLong(this);
                if (left != before) {
                    right = -1000;
                }
            }
        }

        @Actor
        public void waiter() {
            try (var _ = lock.write()) {
                left = 7;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = left + right;
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A writer that leaves lets a waiting writer in.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Both wrote.")
    @Outcome(expect = FORBIDDEN, desc = "Both were inside at once, or the lock is still held.")
    @State
    public static class WriterToWriter extends Locked {
        private void increment() {
            try (var _ = lock.write()) {
                int before = left;
                Chance.pauseLong(this);
                left = before + 1;
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
    @Description(
            "A downgrade lets waiting readers in beside the one that downgraded, which waits until they were there.")
    @Outcome(
            id = {"0, 0", "7, 0"},
            expect = ACCEPTABLE,
            desc = "Before the writer, or beside it after the downgrade.")
    @Outcome(expect = FORBIDDEN, desc = "In the middle of the writer's section, or the lock is still held.")
    @State
    public static class DowngraderToReader extends Locked {
        private volatile boolean entered;

        @Actor
        public void downgrader() {
            var writer = lock.write();
            left = 1;
            Chance.pauseLong(this);
            left = 7;
            try (var _ = writer.downgrade()) {
                while (!entered) {
                    Thread.onSpinWait();
                }
            }
        }

        @Actor
        public void reader(II_Result r) {
            try (var _ = lock.read()) {
                entered = true;
                r.r1 = left;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A waiting writer holds off new readers: who reads again and again is refused in the end.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The writer was announced, then let in.")
    @Outcome(expect = FORBIDDEN, desc = "The writer came while the reader read, or the lock is still held.")
    @State
    public static class WaitingWriterBarsNewReaders extends Locked {
        private volatile boolean held;

        @Actor
        public void holder() {
            try (var _ = lock.read()) {
                held = true;
                int before = left;
                for (var more = lock.tryRead(); more != null; more = lock.tryRead()) {
                    more.close();
                    Thread.onSpinWait();
                }
                if (left != before) {
                    right = -1000;
                }
            }
        }

        @Actor
        public void waiter() {
            while (!held) {
                Thread.onSpinWait();
            }
            try (var _ = lock.write()) {
                left = 7;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = left + right;
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A writer that gives up takes its bar with it: a reader that waits behind it is let in.")
    @Outcome(
            id = {"0, 0", "1, 0"},
            expect = ACCEPTABLE,
            desc = "The writer gave up, or came in time; the reader ended in both cases.")
    @Outcome(expect = FORBIDDEN, desc = "The lock is still held.")
    @State
    public static class WriterGivesUp extends Locked {
        private final Lock writeLock = lock.asJucReadWriteLock().writeLock();

        @Actor
        public void reader() {
            try (var _ = lock.read()) {
                Chance.pauseLong(this);
            }
            lock.read().close();
        }

        @Actor
        public void writer(II_Result r) {
            try {
                if (writeLock.tryLock(Chance.shortNanos(this), TimeUnit.NANOSECONDS)) {
                    r.r1 = 1;
                    writeLock.unlock();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = holders();
        }
    }

    @JCStressTest
    @Description("A reader that gives up is not counted as inside by the writer that leaves at that moment.")
    @Outcome(
            id = {"0, 0", "1, 0"},
            expect = ACCEPTABLE,
            desc = "The reader gave up, or came in; the lock is free in both cases.")
    @Outcome(expect = FORBIDDEN, desc = "The lock is still held: the writer let in one that had gone.")
    @State
    public static class ReaderGivesUp extends Locked {
        private final Lock readLock = lock.asJucReadWriteLock().readLock();

        @Actor
        public void writer() {
            try (var _ = lock.write()) {
                Chance.pauseLong(this);
            }
        }

        @Actor
        public void reader(II_Result r) {
            try {
                if (readLock.tryLock(Chance.shortNanos(this), TimeUnit.NANOSECONDS)) {
                    r.r1 = 1;
                    readLock.unlock();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = holders();
        }
    }
}
