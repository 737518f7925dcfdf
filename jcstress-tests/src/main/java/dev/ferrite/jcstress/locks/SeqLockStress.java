package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.SeqCount;
import dev.ferrite.locks.SeqLock;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What {@link SeqLock} and {@link SeqCount} promise: no torn read is ever accepted, and an accepted one is as new as its
 * count says. {@code dev.ferrite.jcstress.broken.ReadWithoutRetry} is a reader that does not look again.
 */
public final class SeqLockStress {
    private static final int LEFT = 64;
    private static final int RIGHT = 72;

    private SeqLockStress() {}

    /** A counter and two words that its writers keep equal. */
    static class Counted {
        final long count = Slots.next();

        final void write(int value) {
            SeqCount.writeBegin(count);
            Words.setIntOpaque(count + LEFT, value);
            Words.setIntOpaque(count + RIGHT, value);
            SeqCount.writeEnd(count);
        }
    }

    @JCStressTest
    @Description("One look: what retry accepts is whole.")
    @Outcome(
            id = {"0, 0", "1, 1", "2, 2"},
            expect = ACCEPTABLE,
            desc = "The state before, between or after two sections.")
    @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "Refused.")
    @Outcome(expect = FORBIDDEN, desc = "A torn read was accepted.")
    @State
    public static class AcceptedReadIsWhole extends Counted {
        @Actor
        public void writer() {
            write(1);
            write(2);
        }

        @Actor
        public void reader(II_Result r) {
            int seq = SeqCount.begin(count);
            int left = Words.getIntOpaque(count + LEFT);
            int right = Words.getIntOpaque(count + RIGHT);
            boolean torn = SeqCount.retry(count, seq);
            r.r1 = torn ? -1 : left;
            r.r2 = torn ? -1 : right;
        }
    }

    @JCStressTest
    @Description("One look, at the words in the other order.")
    @Outcome(
            id = {"0, 0", "1, 1", "2, 2"},
            expect = ACCEPTABLE,
            desc = "The state before, between or after two sections.")
    @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "Refused.")
    @Outcome(expect = FORBIDDEN, desc = "A torn read was accepted.")
    @State
    public static class AcceptedReadBackwardsIsWhole extends Counted {
        @Actor
        public void writer() {
            write(1);
            write(2);
        }

        @Actor
        public void reader(II_Result r) {
            int seq = SeqCount.begin(count);
            int right = Words.getIntOpaque(count + RIGHT);
            int left = Words.getIntOpaque(count + LEFT);
            boolean torn = SeqCount.retry(count, seq);
            r.r1 = torn ? -1 : left;
            r.r2 = torn ? -1 : right;
        }
    }

    @JCStressTest
    @Description("begin acquires: who reads the count of a finished section sees its data, even without retry.")
    @Outcome(
            id = {"0, 0", "0, 7", "2, 7"},
            expect = ACCEPTABLE,
            desc = "The data is as new as the count, or newer.")
    @Outcome(id = "2, 0", expect = FORBIDDEN, desc = "The section was over, and its data not there.")
    @State
    public static class BeginPublishes extends Counted {
        @Actor
        public void writer() {
            write(7);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = SeqCount.begin(count);
            r.r2 = Words.getIntOpaque(count + RIGHT);
        }
    }

    @JCStressTest
    @Description("read() repeats until it was whole.")
    @Outcome(
            id = {"0", "1001", "2002"},
            expect = ACCEPTABLE,
            desc = "Whole.")
    @Outcome(expect = FORBIDDEN, desc = "Torn.")
    @State
    public static class ReadIsWhole extends Locked {
        @Actor
        public void writer() {
            write(1);
            write(2);
        }

        @Actor
        public void reader(I_Result r) {
            r.r1 = (int) lock.read(_ -> Words.getIntOpaque(data + LEFT) * 1000L + Words.getIntOpaque(data + RIGHT));
        }
    }

    @JCStressTest
    @Description("Two writers of a SeqLock exclude each other, and leave an even count.")
    @Outcome(id = "2, false", expect = ACCEPTABLE, desc = "Both increments; nobody is inside.")
    @Outcome(expect = FORBIDDEN, desc = "Both were inside at once, or one still is.")
    @State
    public static class WritersExcludeEachOther extends Locked {
        private int value;

        private void increment() {
            try (var _ = lock.lock()) {
                value++;
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
        public void end(IZ_Result r) {
            r.r1 = value;
            r.r2 = lock.retry(lock.begin()) || lock.isLocked();
        }
    }

    /** A lock and two words that its writers keep equal. */
    static class Locked {
        private static final Ring<SeqLock<String>> LOCKS = new Ring<>(() -> SeqLock.of("two words", "jcstress"));

        final SeqLock<String> lock = LOCKS.next();
        final long data = Slots.next();

        final void write(int value) {
            try (var _ = lock.lock()) {
                Words.setIntOpaque(data + LEFT, value);
                Words.setIntOpaque(data + RIGHT, value);
            }
        }
    }
}
