package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * What {@link Mutex} promises on its whole: exclusion, publication, tryLock, guards. How it gives the lock to a waiter
 * is {@link MutexHandOverStress}.
 */
public final class MutexStress {
    private static final int DATA = 64;

    private MutexStress() {}

    @JCStressTest
    @Description("Two critical sections exclude each other: no increment of plain data is lost.")
    @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both increments, on the heap and off it.")
    @Outcome(expect = FORBIDDEN, desc = "Both were inside at once.")
    @State
    public static class MutualExclusion {
        private final long word = Slots.next();
        private final Cell heap = new Cell();
        private final Mutex<Cell> lock = Mutex.fromRaw(word, heap, "exclusion");

        public MutualExclusion() {
            MutexBackend.instance().init(word);
        }

        private void increment() {
            try (var guard = lock.lock()) {
                guard.get().value++;
                Words.setIntPlain(word + DATA, Words.getIntPlain(word + DATA) + 1);
            }
        }

        @Actor
        public void left() {
            increment();
        }

        @Actor
        public void right() {
            increment();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = heap.value;
            r.r2 = Words.getIntPlain(word + DATA);
        }
    }

    @JCStressTest
    @Description("A critical section is seen whole by the next one: unlocking releases, locking acquires.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader came second.")
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = FORBIDDEN,
            desc = "Half a section.")
    @State
    public static class GuardedDataIsPublished {
        private final long word = Slots.next();
        private final Cell heap = new Cell();
        private final Mutex<Cell> lock = Mutex.fromRaw(word, heap, "published");

        public GuardedDataIsPublished() {
            MutexBackend.instance().init(word);
        }

        @Actor
        public void writer() {
            try (var guard = lock.lock()) {
                guard.get().value = 1;
                Words.setIntPlain(word + DATA, 1);
            }
        }

        @Actor
        public void reader(II_Result r) {
            try (var guard = lock.lock()) {
                r.r2 = Words.getIntPlain(word + DATA);
                r.r1 = guard.get().value;
            }
        }
    }

    @JCStressTest
    @Description("tryLock that succeeds acquires; one that fails gives no guard, and never fails on a free lock.")
    @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "The lock was taken.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Came second.")
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = FORBIDDEN,
            desc = "Half a section.")
    @State
    public static class TryLockSeesAllOrNothing {
        private final long word = Slots.next();
        private final Cell heap = new Cell();
        private final Mutex<Cell> lock = Mutex.fromRaw(word, heap, "try");

        public TryLockSeesAllOrNothing() {
            MutexBackend.instance().init(word);
        }

        @Actor
        public void writer() {
            try (var guard = lock.lock()) {
                guard.get().value = 1;
                Words.setIntPlain(word + DATA, 1);
            }
        }

        @Actor
        public void reader(II_Result r) {
            try (var guard = lock.tryLock()) {
                r.r2 = guard == null ? -1 : Words.getIntPlain(word + DATA);
                r.r1 = guard == null ? -1 : guard.get().value;
            }
        }
    }

    @JCStressTest
    @Description("Of two tryLock on a free lock that nobody gives back exactly one succeeds.")
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The left won.")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The right won.")
    @Outcome(
            id = {"true, true", "false, false"},
            expect = FORBIDDEN,
            desc = "Two owners, or none.")
    @State
    public static class TryLockHasOneWinner {
        private final long word = Slots.next();
        private final Mutex<Cell> lock = Mutex.fromRaw(word, new Cell(), "winner");

        public TryLockHasOneWinner() {
            MutexBackend.instance().init(word);
        }

        // The guard stays open on purpose: the lock is thrown away while it is held.
        @SuppressWarnings("MustBeClosedChecker")
        private boolean tried() {
            return lock.tryLock() != null;
        }

        @Actor
        public void left(ZZ_Result r) {
            r.r1 = tried();
        }

        @Actor
        public void right(ZZ_Result r) {
            r.r2 = tried();
        }
    }

    @JCStressTest
    @Description("Only who holds the lock can use or close its guard, whoever else holds it or does not.")
    @Outcome(id = "1, 1, false", expect = ACCEPTABLE, desc = "Both refused, and the lock is free at the end.")
    @Outcome(expect = FORBIDDEN, desc = "A stranger got in, or unlocked.")
    @State
    public static class StrangerIsRefused {
        private final long word = Slots.next();
        private final Mutex<Cell> lock = Mutex.fromRaw(word, new Cell(), "stranger");
        private final Guard<Cell> closed;

        public StrangerIsRefused() {
            MutexBackend.instance().init(word);
            try (var guard = lock.lock()) {
                closed = guard;
            }
        }

        @Actor
        public void owner() {
            try (var guard = lock.lock()) {
                guard.get();
            }
        }

        @Actor
        public void stranger(IIZ_Result r) {
            try {
                closed.get();
            } catch (KernelBug refused) {
                r.r1 = 1;
            }
            try {
                closed.close();
            } catch (KernelBug refused) {
                r.r2 = 1;
            }
        }

        @Arbiter
        public void end(IIZ_Result r) {
            r.r3 = lock.isLocked();
        }
    }
}
