package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.CondVarTimeoutResult;
import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZZ_Result;

/**
 * What {@link CondVar} promises: a notifier that changed the condition under the lock is never missed, and time and
 * interrupts do not lose or double anything. A lost wake-up shows as a timeout, for the waiter never ends. That
 * notifyOne wakes one of several and no more is tried on the queue itself, in {@link ParkingLotStress}: it would take
 * three actors here.
 */
public final class CondVarStress {
    private CondVarStress() {}

    /** A flag under a mutex, and a condition variable that nobody waits for. */
    static class Waited {
        private static final Ring<CondVar> CONDITIONS = new Ring<>(() -> CondVar.of("jcstress"));

        final CondVar condition = CONDITIONS.next();
        final Mutex<Cell> lock;

        Waited() {
            long word = Slots.next();
            MutexBackend.instance().init(word);
            lock = Mutex.fromRaw(word, new Cell(), "jcstress");
        }

        /** Waits for the flag and returns it. */
        final int await() {
            try (var guard = lock.lock()) {
                while (guard.get().value == 0) {
                    condition.wait(guard);
                }
                return guard.get().value;
            }
        }

        final void set() {
            try (var guard = lock.lock()) {
                guard.get().value = 7;
            }
        }

        /** How many are queued, plus 1000 if the lock is held. */
        final int leftBehind() {
            return condition.waiters() + (lock.isLocked() ? 1000 : 0);
        }
    }

    @JCStressTest
    @Description("notifyOne under the lock is not missed.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The waiter ended, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "It ended without the data, is still queued, or the lock is held.")
    @State
    public static class NotifyOneUnderLock extends Waited {
        @Actor
        public void waiter(II_Result r) {
            r.r1 = await();
        }

        @Actor
        public void notifier() {
            try (var guard = lock.lock()) {
                guard.get().value = 7;
                condition.notifyOne();
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("notifyOne after the unlock is not missed.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The waiter ended, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "It ended without the data, is still queued, or the lock is held.")
    @State
    public static class NotifyOneAfterUnlock extends Waited {
        @Actor
        public void waiter(II_Result r) {
            r.r1 = await();
        }

        @Actor
        public void notifier() {
            set();
            condition.notifyOne();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("notifyAllWaiters after the unlock is not missed.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The waiter ended, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "It ended without the data, is still queued, or the lock is held.")
    @State
    public static class NotifyAllAfterUnlock extends Waited {
        @Actor
        public void waiter(II_Result r) {
            r.r1 = await();
        }

        @Actor
        public void notifier() {
            set();
            condition.notifyAllWaiters();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("Two threads hand a turn to and fro; each waits for the other with the same condition variable.")
    @Outcome(id = "4, 0", expect = ACCEPTABLE, desc = "Each had its two turns.")
    @Outcome(expect = FORBIDDEN, desc = "A turn was lost, a thread is still queued, or the lock is held.")
    @State
    public static class TurnsToAndFro extends Waited {
        private void twoTurns(int mine) {
            for (int turn = mine; turn < 4; turn += 2) {
                try (var guard = lock.lock()) {
                    while (guard.get().value != turn) {
                        condition.wait(guard);
                    }
                    guard.get().value++;
                    condition.notifyOne();
                }
            }
        }

        @Actor
        public void even() {
            twoTurns(0);
        }

        @Actor
        public void odd() {
            twoTurns(1);
        }

        @Arbiter
        public void end(II_Result r) {
            try (var guard = lock.lock()) {
                r.r1 = guard.get().value;
            }
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("An interrupt does not end wait(), and is still pending afterwards.")
    @Outcome(id = "7, true, false", expect = ACCEPTABLE, desc = "The waiter got the data, and its interrupt.")
    @Outcome(expect = FORBIDDEN, desc = "The wait ended early, the interrupt is lost, or somebody is still queued.")
    @State
    public static class InterruptAgainstWait extends Waited {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZZ_Result r) {
            interrupter.enter();
            r.r1 = await();
            r.r2 = interrupter.leave();
        }

        @Actor
        public void notifier() {
            interrupter.interrupt(() -> {
                Chance.pauseShortly(this);
                set();
                condition.notifyOne();
            });
        }

        @Arbiter
        public void end(IZZ_Result r) {
            r.r3 = leftBehind() != 0;
        }
    }

    @JCStressTest
    @Description("An interrupt ends waitInterruptible() with the lock held again, and stays pending.")
    @Outcome(id = "1, true, false", expect = ACCEPTABLE, desc = "Ended by the interrupt, lock held, flag set.")
    @Outcome(expect = FORBIDDEN, desc = "The lock was not held, the interrupt is lost, or somebody is still queued.")
    @State
    public static class InterruptEndsWait extends Waited {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZZ_Result r) {
            interrupter.enter();
            try (Guard<Cell> guard = lock.lock()) {
                while (!condition.waitInterruptible(guard)) {
                    guard.get().value++; // it may end for no reason
                }
                r.r1 = guard.isHeld() ? 1 : 0;
            }
            r.r2 = interrupter.leave();
        }

        @Actor
        public void interrupter() {
            Chance.pauseShortly(this);
            interrupter.interrupt(() -> {});
        }

        @Arbiter
        public void end(IZZ_Result r) {
            r.r3 = leftBehind() != 0;
        }
    }

    @JCStressTest
    @Description("A notification that comes when the time is over: the wait ends once, and tells one of the two.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Timed out; the lock is held again.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Woken; the lock is held again.")
    @Outcome(expect = FORBIDDEN, desc = "Another outcome, still queued, or the lock is held.")
    @State
    public static class TimeoutAgainstNotify extends Waited {
        private volatile long deadline;

        @Actor
        public void waiter(II_Result r) {
            try (var guard = lock.lock()) {
                deadline = System.nanoTime() + 1_000_000;
                var result = condition.waitInterruptibleTimeout(guard, 1);
                r.r1 = !guard.isHeld() ? -1 : result instanceof CondVarTimeoutResult.Timeout ? 1 : 2;
            }
        }

        @Actor
        public void notifier() {
            while (deadline == 0) {
                Thread.onSpinWait();
            }
            while (deadline - System.nanoTime() > 0) {
                Thread.onSpinWait();
            }
            Chance.pauseLong(this); // where a parked thread comes back from its timeout
            condition.notifyOne();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("A notification under the lock moves the waiter to the mutex's queue while its time runs out.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Timed out; the lock is held again.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Woken; the lock is held again.")
    @Outcome(expect = FORBIDDEN, desc = "Another outcome, still queued, or the lock is held.")
    @State
    public static class TimeoutAgainstMove extends Waited {
        @Actor
        public void waiter(II_Result r) {
            try (var guard = lock.lock()) {
                var result = condition.waitInterruptibleTimeout(guard, 1);
                r.r1 = !guard.isHeld() ? -1 : result instanceof CondVarTimeoutResult.Timeout ? 1 : 2;
            }
        }

        @Actor
        public void notifier() {
            long end = System.nanoTime() + 1_000_000;
            while (end - System.nanoTime() > 0) {
                Thread.onSpinWait();
            }
            Chance.pauseLong(this);
            try (var guard = lock.lock()) {
                condition.notifyOne();
                Chance.pauseShortly(guard);
            }
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = leftBehind();
        }
    }

    @JCStressTest
    @Description("An interrupt meets a notification under the lock, which moves the waiter to the mutex's queue.")
    @Outcome(id = "1, true, false", expect = ACCEPTABLE, desc = "Ended once, lock held, flag set.")
    @Outcome(expect = FORBIDDEN, desc = "The lock was not held, the interrupt is lost, or somebody is still queued.")
    @State
    public static class InterruptAgainstMove extends Waited {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZZ_Result r) {
            try (Guard<Cell> guard = lock.lock()) {
                interrupter.enter();
                condition.waitInterruptible(guard);
                r.r1 = guard.isHeld() ? 1 : 0;
            }
            r.r2 = interrupter.leave();
        }

        @Actor
        public void notifier() {
            interrupter.interrupt(() -> {
                try (var guard = lock.lock()) {
                    condition.notifyOne();
                    Chance.pauseShortly(guard);
                }
            });
        }

        @Arbiter
        public void end(IZZ_Result r) {
            r.r3 = leftBehind() != 0;
        }
    }

    @JCStressTest
    @Description("Who was moved and who comes later both get the mutex.")
    @Outcome(id = "8, 0", expect = ACCEPTABLE, desc = "Both had it.")
    @Outcome(expect = FORBIDDEN, desc = "One did not, is still queued, or the lock is held.")
    @State
    public static class MoveAgainstLock extends Waited {
        @Actor
        public void waiter() {
            try (var guard = lock.lock()) {
                while (guard.get().value == 0) {
                    condition.wait(guard);
                }
                guard.get().value++;
            }
        }

        @Actor
        public void notifier() {
            try (var guard = lock.lock()) {
                guard.get().value = 6;
                condition.notifyAllWaiters();
            }
            try (var guard = lock.lock()) {
                guard.get().value++;
            }
        }

        @Arbiter
        public void end(II_Result r) {
            try (var guard = lock.lock()) {
                r.r1 = guard.get().value;
            }
            r.r2 = leftBehind();
        }
    }
}
