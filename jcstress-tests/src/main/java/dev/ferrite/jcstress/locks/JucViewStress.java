package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;
import org.openjdk.jcstress.infra.results.IZZ_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * What the views of a mutex for {@code java.util.concurrent} promise where time and interrupts meet an unlock or a
 * signal: exactly one outcome, and nothing is left held or waiting.
 */
public final class JucViewStress {
    private JucViewStress() {}

    /** A mutex that nobody in particular holds, seen by one who waits for it with a limit. */
    static class Held {
        private static final MutexBackend BACKEND = MutexBackend.instance();

        private final long word = Slots.next();
        final Lock view = Mutex.fromRaw(word, "nothing", "jcstress").asJucLock();
        int data;

        Held() {
            BACKEND.init(word);
            BACKEND.lock(word);
        }

        final void unlock() {
            data = 7;
            BACKEND.unlock(word, 0);
        }

        final boolean locked() {
            return BACKEND.isLocked(word);
        }
    }

    @JCStressTest
    @Description(
            "tryLock with a time against unlock: the lock with the data, or the time is over; no lock is left held.")
    @Outcome(
            id = {"7, false", "-1, false"},
            expect = ACCEPTABLE,
            desc = "Taken and given back, or given up.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or held by one that gave up.")
    @State
    public static class TimeoutAgainstUnlock extends Held {
        @Actor
        public void holder() {
            Chance.pauseLong(this);
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            try {
                r.r1 = -1;
                if (view.tryLock(Chance.shortNanos(this), TimeUnit.NANOSECONDS)) {
                    r.r1 = data;
                    view.unlock();
                }
            } catch (InterruptedException e) {
                r.r1 = -2;
            }
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description(
            "lockInterruptibly against unlock and interrupt: the lock and a pending interrupt, or the exception and none.")
    @Outcome(id = "7, true, false", expect = ACCEPTABLE, desc = "Taken and given back; the interrupt is pending.")
    @Outcome(id = "-1, false, false", expect = ACCEPTABLE, desc = "Interrupted; the lock was not taken.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, the interrupt lost or told twice, or the lock held.")
    @State
    public static class InterruptAgainstUnlock extends Held {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void holder() {
            Chance.pauseLong(this);
            interrupter.interrupt(() -> {
                Chance.pauseShortly(this);
                unlock();
            });
        }

        @Actor
        public void waiter(IZZ_Result r) {
            interrupter.enter();
            try {
                view.lockInterruptibly();
                r.r1 = data;
                view.unlock();
            } catch (InterruptedException e) {
                r.r1 = -1;
            }
            r.r2 = interrupter.leave();
        }

        @Arbiter
        public void end(IZZ_Result r) {
            r.r3 = locked();
        }
    }

    /** A free mutex behind a view, with a condition of it. */
    static class Conditional {
        private record Pair(Mutex<String> mutex, Lock view, Condition condition) {}

        private static final Ring<Pair> PAIRS = new Ring<>(() -> {
            var mutex = Mutex.of("nothing", "jcstress");
            var view = mutex.asJucLock();
            return new Pair(mutex, view, view.newCondition());
        });

        private final Pair pair = PAIRS.next();
        private int flag;

        final void set() {
            pair.view.lock();
            try {
                flag = 7;
                pair.condition.signal();
            } finally {
                pair.view.unlock();
            }
        }

        /** The flag, -1 if the time is over, -2 if interrupted. */
        final int await(long nanos) {
            pair.view.lock();
            try {
                while (flag == 0) {
                    if (nanos == 0) {
                        pair.condition.await();
                    } else if (!pair.condition.await(nanos, TimeUnit.NANOSECONDS)) {
                        return -1;
                    }
                }
                return flag;
            } catch (InterruptedException e) {
                return -2;
            } finally {
                pair.view.unlock(); // an exception if the lock was not taken again
            }
        }

        final boolean locked() {
            return pair.mutex.isLocked();
        }
    }

    @JCStressTest
    @Description("A signal is not lost: the waiter ends, with the data.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "Ended.")
    @Outcome(expect = FORBIDDEN, desc = "Ended without the data, or the lock is held.")
    @State
    public static class SignalIsNotLost extends Conditional {
        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = await(0);
        }

        @Actor
        public void signaller() {
            set();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("A signal and the end of the time at once: one of the two, with the lock taken again.")
    @Outcome(
            id = {"7, false", "-1, false"},
            expect = ACCEPTABLE,
            desc = "Signalled, or over.")
    @Outcome(expect = FORBIDDEN, desc = "Ended without the lock or the data, or the lock is held.")
    @State
    public static class TimeoutAgainstSignal extends Conditional {
        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = await(Chance.shortNanos(this));
        }

        @Actor
        public void signaller() {
            Chance.pauseLong(this);
            set();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("A signal and an interrupt at once: the exception and no interrupt, or the data and a pending one.")
    @Outcome(id = "7, true, false", expect = ACCEPTABLE, desc = "Signalled; the interrupt is pending.")
    @Outcome(id = "-2, false, false", expect = ACCEPTABLE, desc = "Interrupted.")
    @Outcome(expect = FORBIDDEN, desc = "The interrupt is lost or told twice, or the lock is held.")
    @State
    public static class InterruptAgainstSignal extends Conditional {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZZ_Result r) {
            interrupter.enter();
            r.r1 = await(0);
            r.r2 = interrupter.leave();
        }

        @Actor
        public void signaller() {
            Chance.pauseLong(this);
            interrupter.interrupt(() -> {
                Chance.pauseShortly(this);
                set();
            });
        }

        @Arbiter
        public void end(IZZ_Result r) {
            r.r3 = locked();
        }
    }

    /** A free mutex behind a view that counts. */
    static class Reentrant {
        private static final MutexBackend BACKEND = MutexBackend.instance();

        private final long word = Slots.next();
        final Lock view = Mutex.fromRaw(word, "nothing", "jcstress").asReentrantJucLock();
        int data;

        Reentrant() {
            BACKEND.init(word);
        }

        final boolean locked() {
            return BACKEND.isLocked(word);
        }
    }

    @JCStressTest
    @Description("Reentrant: the inner unlock does not unlock; only the outer one lets others in.")
    @Outcome(
            id = {"0, 2, false", "2, 2, false"},
            expect = ACCEPTABLE,
            desc = "Before both, or after both.")
    @Outcome(expect = FORBIDDEN, desc = "Between the inner and the outer unlock, or the lock is held.")
    @State
    public static class InnerUnlockKeepsTheLock extends Reentrant {
        @Actor
        public void twice() {
            view.lock();
            try {
                again();
                Chance.pauseShortly(this);
                data++;
            } finally {
                view.unlock();
            }
        }

        private void again() {
            view.lock();
            try {
                data++;
            } finally {
                view.unlock();
            }
        }

        @Actor
        public void other(IIZ_Result r) {
            view.lock();
            try {
                r.r1 = data;
            } finally {
                view.unlock();
            }
        }

        @Arbiter
        public void end(IIZ_Result r) {
            r.r2 = data;
            r.r3 = locked();
        }
    }

    @JCStressTest
    @Description("Reentrant: of two that try exactly one gets it, and gets it again.")
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = ACCEPTABLE,
            desc = "One got it twice, the other not at all.")
    @Outcome(expect = FORBIDDEN, desc = "Both got in, or neither.")
    @State
    public static class OneOwnerTriesTwice extends Reentrant {
        private boolean tried() {
            boolean once = view.tryLock();
            boolean twice = view.tryLock();
            return once && twice;
        }

        @Actor
        public void first(ZZZ_Result r) {
            r.r1 = tried();
        }

        @Actor
        public void second(ZZZ_Result r) {
            r.r2 = tried();
        }

        @Arbiter
        public void end(ZZZ_Result r) {
            r.r3 = locked();
        }
    }
}
