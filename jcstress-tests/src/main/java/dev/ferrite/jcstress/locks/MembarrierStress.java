package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import java.nio.ByteOrder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@link Membarrier}: one side's barrier orders the other side, which pays for none.
 *
 * <p>The shape is the one-atomic unlock of {@link dev.ferrite.locks.MutexBackend}. The fast side releases and then looks
 * for a waiter with a load behind a fence that stops only the compiler; the slow side announces itself, calls membarrier
 * and looks again. The Java memory model promises nothing here, so it is tried;
 * {@code dev.ferrite.jcstress.broken.AsymmetricWithoutBarrier} is the same with the call taken out.
 */
public final class MembarrierStress {
    private static final int WAITER = 64;

    /** Where the flags of a mutex are, and their lowest byte. */
    private static final int FLAGS = 4;

    private static final int FLAGS_BYTE = FLAGS + (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 3);

    private MembarrierStress() {}

    @JCStressTest
    @Description("Either the one who unlocks sees the waiter, or the waiter sees the lock free.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The waiter is seen; it would be woken.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The waiter sees the lock free; it does not park.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "A waiter parks on a free lock and nobody knows.")
    @State
    public static class OneAtomicUnlock {
        private final long free = Slots.next();

        @Actor
        public void unlock(II_Result r) {
            Words.setIntRelease(free, 1);
            if (Membarrier.AVAILABLE) {
                Words.acquireFence();
            } else {
                Words.fullFence(); // without membarrier both sides pay, as MutexBackend does
            }
            r.r1 = Words.getIntOpaque(free + WAITER);
        }

        @Actor
        public void park(II_Result r) {
            Words.setIntOpaque(free + WAITER, 1);
            Membarrier.heavy();
            r.r2 = Words.getIntOpaque(free);
        }
    }

    @JCStressTest
    @Description("The same in one mutex word: the waiter changes the flags as an int, by CAS; the look is at one byte.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The waiter is seen; it would be woken.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The waiter sees the lock free; it does not park.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both.")
    @Outcome(expect = FORBIDDEN, desc = "A waiter parks on a free lock and nobody knows, or a byte was made up.")
    @State
    public static class OneAtomicUnlockLooksAtAByte {
        private final long word = Slots.next();

        @Actor
        public void unlock(II_Result r) {
            Slots.delayNextStore(word);
            Words.setIntRelease(word, 1);
            if (Membarrier.AVAILABLE) {
                Words.acquireFence();
            } else {
                Words.fullFence();
            }
            r.r1 = Words.getByteOpaque(word + FLAGS_BYTE);
        }

        @Actor
        public void park(II_Result r) {
            boolean entered = Words.compareAndSetInt(word + FLAGS, 0, 1);
            Membarrier.heavy();
            int free = Words.getIntOpaque(word);
            r.r2 = entered ? free : -1;
        }
    }

    @JCStressTest
    @Description("As before, but the one who unlocks has a fence of its own, and the waiter only its CAS.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The waiter is seen; it would be woken.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The waiter sees the lock free; it does not park.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both.")
    @Outcome(expect = FORBIDDEN, desc = "A waiter parks on a free lock and nobody knows, or a byte was made up.")
    @State
    public static class FencedUnlock {
        private final long word = Slots.next();

        @Actor
        public void unlock(II_Result r) {
            Slots.delayNextStore(word);
            Words.setIntRelease(word, 1);
            Words.fullFence();
            r.r1 = Words.getByteOpaque(word + FLAGS_BYTE);
        }

        @Actor
        public void park(II_Result r) {
            boolean entered = Words.compareAndSetInt(word + FLAGS, 0, 1);
            int free = Words.getIntVolatile(word);
            r.r2 = entered ? free : -1;
        }
    }

    @JCStressTest
    @Description("A byte of the flags is never seen older than the flags were: a mixed-size read, as MutexBackend's.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both before the change.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The change came in between.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both after it.")
    @Outcome(expect = FORBIDDEN, desc = "The byte is older than the word, or was never written.")
    @State
    public static class ByteIsNotOlderThanItsWord {
        private final long word = Slots.next();

        @Actor
        public void change() {
            Words.getAndBitwiseOrInt(word + FLAGS, 1);
        }

        @Actor
        public void look(II_Result r) {
            r.r1 = Words.getIntOpaque(word + FLAGS);
            r.r2 = Words.getByteOpaque(word + FLAGS_BYTE);
        }
    }
}
