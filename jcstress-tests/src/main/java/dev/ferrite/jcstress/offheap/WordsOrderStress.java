package dev.ferrite.jcstress.offheap;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JI_Result;

/**
 * The order that the access modes of {@link Words} promise between two words: message passing (a release pairs with an
 * acquire) and store buffering (only volatile accesses and a full fence keep a store before a later load).
 */
public final class WordsOrderStress {
    private static final int FLAG = 64;

    private WordsOrderStress() {}

    @JCStressTest
    @Description("setIntRelease publishes to getIntAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Flag and data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag without the data.")
    @State
    public static class IntReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.setIntRelease(data + FLAG, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getIntAcquire(data + FLAG);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("setLongRelease publishes to getLongAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Flag and data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag without the data.")
    @State
    public static class LongReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.setLongRelease(data + FLAG, 1);
        }

        @Actor
        public void reader(JI_Result r) {
            r.r1 = Words.getLongAcquire(data + FLAG);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("setByteRelease publishes to getByteAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Flag and data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag without the data.")
    @State
    public static class ByteReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.setByteRelease(data + FLAG + 1, (byte) 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getByteAcquire(data + FLAG + 1);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("setShortRelease publishes to getShortAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Flag and data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag without the data.")
    @State
    public static class ShortReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.setShortRelease(data + FLAG + 2, (short) 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getShortAcquire(data + FLAG + 2);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("compareAndSetIntRelease publishes to a compareAndSetIntAcquire that succeeds.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Tried before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "Tried before the message; the data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Taken, with the data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Taken without the data.")
    @State
    public static class CompareAndSetReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.compareAndSetIntRelease(data + FLAG, 0, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.compareAndSetIntAcquire(data + FLAG, 1, 2) ? 1 : 0;
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("getAndSetIntRelease publishes to getAndSetIntAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Exchanged before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "Exchanged before the message; the data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "The message, with the data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The message without the data.")
    @State
    public static class GetAndSetReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.getAndSetIntRelease(data + FLAG, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getAndSetIntAcquire(data + FLAG, 0);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("getAndAddLongRelease publishes to getAndAddLongAcquire: the pair a reference count lives by.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Counted before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "Counted before the message; the data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "The message, with the data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The message without the data.")
    @State
    public static class GetAndAddReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.getAndAddLongRelease(data + FLAG, 1);
        }

        @Actor
        public void reader(JI_Result r) {
            r.r1 = Words.getAndAddLongAcquire(data + FLAG, 2);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("getAndBitwiseOrIntRelease publishes to getAndBitwiseAndIntAcquire.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Cleared before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "Cleared before the message; the data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "The bit, with the data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The bit without the data.")
    @State
    public static class BitwiseReleaseAcquire {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.getAndBitwiseOrIntRelease(data + FLAG, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getAndBitwiseAndIntAcquire(data + FLAG, ~1);
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("releaseFence before an opaque store publishes to an opaque load before acquireFence.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the message.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The data came first.")
    @Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "Flag and data.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag without the data.")
    @State
    public static class FencedOpaque {
        private final long data = Slots.next();

        @Actor
        public void writer() {
            Words.setIntPlain(data, 7);
            Words.releaseFence();
            Words.setIntOpaque(data + FLAG, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getIntOpaque(data + FLAG);
            Words.acquireFence();
            r.r2 = Words.getIntPlain(data);
        }
    }

    @JCStressTest
    @Description("Opaque accesses keep no store before a later load: what the two tests after this one forbid is real.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "Both loads passed the other's store.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both saw both.")
    @State
    public static class StoreBufferingOpaque {
        private final long word = Slots.next();

        @Actor
        public void left(II_Result r) {
            Words.setIntOpaque(word, 1);
            r.r1 = Words.getIntOpaque(word + FLAG);
        }

        @Actor
        public void right(II_Result r) {
            Words.setIntOpaque(word + FLAG, 1);
            r.r2 = Words.getIntOpaque(word);
        }
    }

    @JCStressTest
    @Description("fullFence keeps a store before a later load.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads passed the other's store.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both saw both.")
    @State
    public static class StoreBufferingFullFence {
        private final long word = Slots.next();

        @Actor
        public void left(II_Result r) {
            Words.setIntPlain(word, 1);
            Words.fullFence();
            r.r1 = Words.getIntPlain(word + FLAG);
        }

        @Actor
        public void right(II_Result r) {
            Words.setIntPlain(word + FLAG, 1);
            Words.fullFence();
            r.r2 = Words.getIntPlain(word);
        }
    }

    @JCStressTest
    @Description("Volatile stores and loads are totally ordered.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads passed the other's store.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both saw both.")
    @State
    public static class StoreBufferingVolatile {
        private final long word = Slots.next();

        @Actor
        public void left(II_Result r) {
            Words.setIntVolatile(word, 1);
            r.r1 = Words.getIntVolatile(word + FLAG);
        }

        @Actor
        public void right(II_Result r) {
            Words.setIntVolatile(word + FLAG, 1);
            r.r2 = Words.getIntVolatile(word);
        }
    }

    @JCStressTest
    @Description("A read-modify-write without a suffix is volatile: exchange on one side, addition on the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads passed the other's store.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both saw both.")
    @State
    public static class StoreBufferingReadModifyWrite {
        private final long word = Slots.next();

        @Actor
        public void left(II_Result r) {
            Words.getAndSetInt(word, 1);
            r.r1 = Words.getIntVolatile(word + FLAG);
        }

        @Actor
        public void right(II_Result r) {
            Words.getAndAddInt(word + FLAG, 1);
            r.r2 = Words.getIntVolatile(word);
        }
    }

    @JCStressTest
    @Description("Opaque accesses to one word are coherent: no reader goes back in time.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before both stores.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Across the first store.")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "Across both stores.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Between the stores.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Across the second store.")
    @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "After both stores.")
    @Outcome(
            id = {"1, 0", "2, 0", "2, 1"},
            expect = FORBIDDEN,
            desc = "A later load saw an earlier value.")
    @State
    public static class OpaqueCoherence {
        private final long word = Slots.next();

        @Actor
        public void writer() {
            Words.setIntOpaque(word, 1);
            Words.setIntOpaque(word, 2);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = Words.getIntOpaque(word);
            r.r2 = Words.getIntOpaque(word);
        }
    }
}
