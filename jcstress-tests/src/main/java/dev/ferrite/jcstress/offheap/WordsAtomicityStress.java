package dev.ferrite.jcstress.offheap;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/** Each read-modify-write of {@link Words} is one step, for ints and for longs, and no 64-bit access is torn. */
public final class WordsAtomicityStress {
    private WordsAtomicityStress() {}

    @JCStressTest
    @Description("Of two compareAndSetInt from the same value exactly one succeeds.")
    @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "The left won.")
    @Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "The right won.")
    @Outcome(
            id = {"true, true, .*", "false, false, .*"},
            expect = FORBIDDEN,
            desc = "Two winners, or none.")
    @State
    public static class CompareAndSetInt {
        private final long word = Slots.next();

        @Actor
        public void left(ZZI_Result r) {
            r.r1 = Words.compareAndSetInt(word, 0, 1);
        }

        @Actor
        public void right(ZZI_Result r) {
            r.r2 = Words.compareAndSetInt(word, 0, 2);
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = Words.getIntPlain(word);
        }
    }

    @JCStressTest
    @Description("Of two compareAndSetLong, acquire against release, exactly one succeeds, and none fails spuriously.")
    @Outcome(id = "true, false, 4294967297", expect = ACCEPTABLE, desc = "The left won.")
    @Outcome(id = "false, true, 8589934594", expect = ACCEPTABLE, desc = "The right won.")
    @Outcome(
            id = {"true, true, .*", "false, false, .*"},
            expect = FORBIDDEN,
            desc = "Two winners, or none.")
    @State
    public static class CompareAndSetLong {
        private final long word = Slots.next();

        @Actor
        public void left(ZZJ_Result r) {
            r.r1 = Words.compareAndSetLongAcquire(word, 0, 0x1_0000_0001L);
        }

        @Actor
        public void right(ZZJ_Result r) {
            r.r2 = Words.compareAndSetLongRelease(word, 0, 0x2_0000_0002L);
        }

        @Arbiter
        public void end(ZZJ_Result r) {
            r.r3 = Words.getLongPlain(word);
        }
    }

    @JCStressTest
    @Description("compareAndExchangeInt shows the loser the winner's value.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The left won.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "The right won.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Two winners.")
    @State
    public static class CompareAndExchangeInt {
        private final long word = Slots.next();

        @Actor
        public void left(II_Result r) {
            r.r1 = Words.compareAndExchangeInt(word, 0, 1);
        }

        @Actor
        public void right(II_Result r) {
            r.r2 = Words.compareAndExchangeInt(word, 0, 2);
        }
    }

    @JCStressTest
    @Description("getAndAddInt loses no addition, whatever its mode.")
    @Outcome(id = "0, 1, 11", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "10, 0, 11", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "0, 0, .*", expect = FORBIDDEN, desc = "One addition is lost.")
    @State
    public static class GetAndAddInt {
        private final long word = Slots.next();

        @Actor
        public void left(III_Result r) {
            r.r1 = Words.getAndAddIntAcquire(word, 1);
        }

        @Actor
        public void right(III_Result r) {
            r.r2 = Words.getAndAddIntRelease(word, 10);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = Words.getIntPlain(word);
        }
    }

    @JCStressTest
    @Description("getAndAddLong loses no addition and carries into the upper half.")
    @Outcome(id = "4294967295, 4294967296, 4294967306", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "4294967305, 4294967295, 4294967306", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "4294967295, 4294967295, .*", expect = FORBIDDEN, desc = "One addition is lost.")
    @State
    public static class GetAndAddLong {
        private final long word = Slots.next();

        public GetAndAddLong() {
            Words.setLongPlain(word, 0xFFFF_FFFFL);
        }

        @Actor
        public void left(JJJ_Result r) {
            r.r1 = Words.getAndAddLong(word, 1);
        }

        @Actor
        public void right(JJJ_Result r) {
            r.r2 = Words.getAndAddLong(word, 10);
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r3 = Words.getLongPlain(word);
        }
    }

    @JCStressTest
    @Description("getAndSetInt hands each value to exactly one thread.")
    @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "The left came first.")
    @Outcome(id = "2, 0, 1", expect = ACCEPTABLE, desc = "The right came first.")
    @Outcome(id = "0, 0, .*", expect = FORBIDDEN, desc = "Both took the first value.")
    @State
    public static class GetAndSetInt {
        private final long word = Slots.next();

        @Actor
        public void left(III_Result r) {
            r.r1 = Words.getAndSetInt(word, 1);
        }

        @Actor
        public void right(III_Result r) {
            r.r2 = Words.getAndSetInt(word, 2);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = Words.getIntPlain(word);
        }
    }

    @JCStressTest
    @Description("Setting one bit and clearing another do not undo each other.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "Bit 0 set, bit 1 cleared.")
    @Outcome(
            id = {"0", "2", "3"},
            expect = FORBIDDEN,
            desc = "One of the two is lost.")
    @State
    public static class BitwiseInt {
        private final long word = Slots.next();

        public BitwiseInt() {
            Words.setIntPlain(word, 0b10);
        }

        @Actor
        public void set() {
            Words.getAndBitwiseOrIntAcquire(word, 0b01);
        }

        @Actor
        public void clear() {
            Words.getAndBitwiseAndIntRelease(word, ~0b10);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = Words.getIntPlain(word);
        }
    }

    @JCStressTest
    @Description("Bits of both halves of a long: setting and clearing do not undo each other.")
    @Outcome(id = "4294967296", expect = ACCEPTABLE, desc = "Bit 32 set, bit 1 cleared.")
    @Outcome(
            id = {"0", "2", "4294967298"},
            expect = FORBIDDEN,
            desc = "One of the two is lost.")
    @State
    public static class BitwiseLong {
        private final long word = Slots.next();

        public BitwiseLong() {
            Words.setLongPlain(word, 0b10);
        }

        @Actor
        public void set() {
            Words.getAndBitwiseOrLong(word, 1L << 32);
        }

        @Actor
        public void clear() {
            Words.getAndBitwiseAndLong(word, ~0b10L);
        }

        @Arbiter
        public void end(J_Result r) {
            r.r1 = Words.getLongPlain(word);
        }
    }

    @JCStressTest
    @Description("A long is read and written whole, opaque as well.")
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Before the store.")
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "After the store.")
    @Outcome(
            id = {"4294967295", "-4294967296"},
            expect = FORBIDDEN,
            desc = "One half only.")
    @State
    public static class LongIsWhole {
        private final long word = Slots.next();

        @Actor
        public void writer() {
            Words.setLongOpaque(word, -1);
        }

        @Actor
        public void reader(J_Result r) {
            r.r1 = Words.getLongOpaque(word);
        }
    }

    @JCStressTest
    @Description("A byte store leaves the bytes beside it alone.")
    @Outcome(id = "513", expect = ACCEPTABLE, desc = "Both bytes are there.")
    @Outcome(
            id = {"1", "512", "0"},
            expect = FORBIDDEN,
            desc = "One store wrote over its neighbour.")
    @State
    public static class NeighbourBytes {
        private final long word = Slots.next();

        @Actor
        public void low() {
            Words.setBytePlain(word, (byte) 1);
        }

        @Actor
        public void high() {
            Words.setBytePlain(word + 1, (byte) 2);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = Words.getIntPlain(word);
        }
    }
}
