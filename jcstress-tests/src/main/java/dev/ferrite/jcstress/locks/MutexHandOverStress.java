package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.MutexBackend;
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
 * <p>The unlock comes after a random pause, so that it meets the waiter anywhere on its way into the queue, and with the
 * store buffer full, so that its release is seen late. Without either of the two a mutex that has lost its membarrier
 * passes; with both it hangs within seconds. Where the words start with the parked bit set and nobody in the queue, as
 * a waiter leaves them that has given up, the waiter parks at once; else it spins for a few microseconds first.
 */
public final class MutexHandOverStress {
    private static final int DATA = 64;
    private static final int FLAGS = 4;

    private static final int FREE = 0;
    private static final int LOCKED = 1;
    private static final int PARKED = 1;
    private static final int LOOKING = 8;

    private MutexHandOverStress() {}

    /** A word held by nobody in particular: one actor unlocks it, the other waits for it. */
    static class Handed {
        private static final MutexBackend BACKEND = MutexBackend.instance();

        private final long word = Slots.next();

        Handed(int state, int flags) {
            BACKEND.init(word);
            Words.setIntPlain(word + FLAGS, flags);
            Words.setIntPlain(word, state);
        }

        /** Unlocks after up to about a microsecond, or up to what a waiter spins before it parks. */
        final void unlock(boolean late) {
            Words.setIntPlain(word + DATA, 7);
            pauseAndUnlock(late);
        }

        final int lock() {
            long state = BACKEND.lock(word);
            int seen = Words.getIntPlain(word + DATA);
            BACKEND.unlock(word, state);
            return seen;
        }

        final void lockAndUnlockLate() {
            BACKEND.lock(word);
            pauseAndUnlock(true);
        }

        final boolean locked() {
            return BACKEND.isLocked(word);
        }

        private void pauseAndUnlock(boolean late) {
            long chance = (word ^ System.nanoTime()) * 0x9E37_79B9_7F4A_7C15L;
            for (long pause = chance >>> (late ? 54 : 58); pause > 0; pause--) {
                Thread.onSpinWait();
            }
            Slots.delayNextStore(chance);
            BACKEND.unlock(word, 0);
        }
    }

    @JCStressTest
    @Description("A lock that nobody waits for goes to one that still spins.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class QuietToSpinner extends Handed {
        public QuietToSpinner() {
            super(LOCKED, 0);
        }

        @Actor
        public void holder() {
            unlock(false);
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
            super(LOCKED, 0);
        }

        @Actor
        public void holder() {
            unlock(true);
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
    @Description("An unlock that looks at the queue meets a waiter on its way into it.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class ParkedBitToParked extends Handed {
        public ParkedBitToParked() {
            super(LOCKED, PARKED);
        }

        @Actor
        public void holder() {
            unlock(false);
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
    @Description("An unlock that gives way to somebody who looks no longer meets a waiter on its way into the queue.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class LookedForToParked extends Handed {
        public LookedForToParked() {
            super(LOCKED, LOOKING);
        }

        @Actor
        public void holder() {
            unlock(true);
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
    @Description("The one-atomic unlock meets a waiter that was woken in vain and parks again.")
    @Outcome(id = "7, false", expect = ACCEPTABLE, desc = "The waiter got the lock, the data, and gave it back.")
    @Outcome(expect = FORBIDDEN, desc = "Taken without the data, or still held.")
    @State
    public static class WokenToParked extends Handed {
        public WokenToParked() {
            super(LOCKED, PARKED);
        }

        @Actor
        public void holder() {
            unlock(true);
            lockAndUnlockLate();
            lockAndUnlockLate();
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
            Words.setIntPlain(word + FLAGS, PARKED);
            Words.setIntPlain(word, FREE);
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
