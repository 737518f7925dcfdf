package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * {@link MutexBackend}: no wake-up is lost, whatever the unlock is doing when the waiter parks. A lost one shows as a
 * timeout: the waiter never ends.
 *
 * <p>The words start in states of the table in {@link MutexBackend} in which a waiter parks at once: held, with the
 * parked bit set and nobody in the queue, as a waiter leaves it between its CAS and its place in the queue. The unlock
 * then races with the whole way of the waiter from there into the queue. In the first test the words start plainly held.
 *
 * <p>The unlock comes after a pause of up to a microsecond, so that it meets the waiter anywhere on that way, and with
 * the store buffer full, so that its release is seen late. Without either of the two a mutex that has lost its
 * membarrier passes; with both it hangs within a second.
 */
public final class MutexHandOverStress {
    private static final int DATA = 64;
    private static final int MODE = 4;

    private static final int LOCKED = 1;
    private static final int PARKED = 2;
    private static final int QUIET = 0;
    private static final int ARMING = 1;
    private static final int CONTENDED = 2;
    private static final int ALMOST_CALM = CONTENDED + 256 * 4;

    private MutexHandOverStress() {}

    /** A word held by nobody in particular: one actor unlocks it, the other waits for it. */
    static class Handed {
        private static final MutexBackend BACKEND = MutexBackend.instance();

        private final long word = Slots.next();

        Handed(int state, int mode) {
            BACKEND.init(word);
            Words.setIntPlain(word + MODE, Membarrier.AVAILABLE ? mode : CONTENDED);
            Words.setIntPlain(word, state);
        }

        final void unlock() {
            Words.setIntPlain(word + DATA, 7);
            long chance = (word ^ System.nanoTime()) * 0x9E37_79B9_7F4A_7C15L;
            for (long pause = chance >>> 58; pause > 0; pause--) {
                Thread.onSpinWait();
            }
            Slots.delayNextStore(chance);
            BACKEND.unlock(word, 0);
        }

        final int lock() {
            long state = BACKEND.lock(word);
            int seen = Words.getIntPlain(word + DATA);
            BACKEND.unlock(word, state);
            return seen;
        }

        final boolean locked() {
            return BACKEND.isLocked(word);
        }
    }

    @JCStressTest
    @Description("A lock held in quiet goes to one that still spins.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class QuietToSpinner extends Handed {
        public QuietToSpinner() {
            super(LOCKED, QUIET);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("The one-atomic unlock meets the first waiter on its way into the queue.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class QuietToParked extends Handed {
        public QuietToParked() {
            super(LOCKED | PARKED, QUIET);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("The unlock meets a waiter while another one is making the lock contended.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class ArmingToParked extends Handed {
        public ArmingToParked() {
            super(LOCKED | PARKED, ARMING);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("The unlock of a contended lock meets a waiter on its way into the queue.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class ContendedToParked extends Handed {
        public ContendedToParked() {
            super(LOCKED | PARKED, CONTENDED);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("An unlock that takes the lock for quiet again meets a new waiter.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class CalmingToParked extends Handed {
        public CalmingToParked() {
            super(LOCKED | PARKED, ALMOST_CALM);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description("An unlock that takes the lock for quiet again meets one that sets the parked bit.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class CalmingToSpinner extends Handed {
        public CalmingToSpinner() {
            super(LOCKED, ALMOST_CALM);
        }

        @Actor
        public void holder() {
            unlock();
        }

        @Actor
        public void waiter(IZ_Result r) {
            r.r1 = lock();
        }

        @Arbiter
        public void end(IZ_Result r) {
            r.r2 = locked();
        }
    }

    @JCStressTest
    @Description(
            "tryLock takes a free lock although somebody is said to be parked on it, and unlocking it loses nobody.")
    @Outcome(
            id = {"true, true, false", "true, false, false", "false, true, false"},
            expect = ACCEPTABLE,
            desc = "Taken.")
    @Outcome(expect = FORBIDDEN, desc = "Nobody got a free lock, or it stayed held.")
    @State
    public static class TryLockOfFreeWithParkedBit {
        private static final MutexBackend BACKEND = MutexBackend.instance();

        private final long word = Slots.next();

        public TryLockOfFreeWithParkedBit() {
            BACKEND.init(word);
            Words.setIntPlain(word + MODE, CONTENDED);
            Words.setIntPlain(word, PARKED);
        }

        private boolean taken() {
            long state = BACKEND.tryLock(word);
            if (state < 0) {
                return false;
            }
            BACKEND.unlock(word, state);
            return true;
        }

        @Actor
        public void left(ZZZ_Result r) {
            r.r1 = taken();
        }

        @Actor
        public void right(ZZZ_Result r) {
            r.r2 = taken();
        }

        @Arbiter
        public void end(ZZZ_Result r) {
            r.r3 = BACKEND.isLocked(word);
        }
    }
}
