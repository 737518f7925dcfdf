package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.block.TagSet;
import dev.ferrite.runtime.block.Tags;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IJ_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What {@link Tags} promise: a tag has one owner at a time, who sees what the owner before it did, and nobody waits for a
 * tag that has come back. A lost wake-up shows as a timeout: the waiter never ends.
 */
public final class TagStress {
    private TagStress() {}

    /** A queue of its own, with memory beside each tag. */
    static class Queue {
        final TagSet set;
        final Tags tags;

        Queue(int depth) {
            set = TagSet.create("stress", 1, depth, 1, Long.BYTES);
            tags = set.tags(0);
        }

        /** Takes the tag, counts in the memory that belongs to it, and gives it back. */
        final void count() {
            int tag = tags.get();
            long at = set.request(0, tag);
            Words.setLongPlain(at, Words.getLongPlain(at) + 1);
            tags.put(tag);
        }

        /** Gives a tag back with the store buffer full, within about a microsecond: without its barrier a waiter hangs. */
        final void putLate(int tag) {
            long chance = (tag ^ System.nanoTime()) * 0x9E37_79B9_7F4A_7C15L;
            for (long pause = chance >>> 58; pause > 0; pause--) {
                Thread.onSpinWait();
            }
            Slots.delayNextStore(chance);
            tags.put(tag);
        }
    }

    @JCStressTest
    @Description("Two want the only tag.")
    @Outcome(
            id = {"0, -1", "-1, 0"},
            expect = ACCEPTABLE,
            desc = "One has it.")
    @Outcome(expect = FORBIDDEN, desc = "Both or nobody has it.")
    @State
    public static class OneTag extends Queue {
        public OneTag() {
            super(1);
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = Math.max(-1, tags.tryGet());
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = Math.max(-1, tags.tryGet());
        }
    }

    @JCStressTest
    @Description("Two want a tag each, and there are two.")
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = ACCEPTABLE,
            desc = "Each has one of its own.")
    @Outcome(expect = FORBIDDEN, desc = "Both have the same, or one was refused.")
    @State
    public static class TwoTags extends Queue {
        public TwoTags() {
            super(2);
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = Math.max(-1, tags.tryGet());
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = Math.max(-1, tags.tryGet());
        }
    }

    @JCStressTest
    @Description("Who gets a tag sees, plainly, what was done before it was put back.")
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "It was not back yet.")
    @Outcome(id = "42", expect = ACCEPTABLE, desc = "It was, and all is seen.")
    @Outcome(expect = FORBIDDEN, desc = "The tag came before the data.")
    @State
    public static class PutPublishes extends Queue {
        private final int held;
        private int data;

        public PutPublishes() {
            super(1);
            held = tags.tryGet();
        }

        @Actor
        public void puts() {
            data = 42;
            tags.put(held);
        }

        @Actor
        public void gets(I_Result r) {
            r.r1 = tags.tryGet() == held ? data : -1;
        }
    }

    @JCStressTest
    @Description(
            "Two threads with one tag: one owner at a time, who sees what the other did, and neither waits for ever.")
    @Outcome(id = "0, 4", expect = ACCEPTABLE, desc = "All counted, none in flight.")
    @Outcome(expect = FORBIDDEN, desc = "Two owners at once, or an owner that did not see the one before it.")
    @State
    public static class Counting extends Queue {
        public Counting() {
            super(1);
        }

        @Actor
        public void left() {
            count();
            count();
        }

        @Actor
        public void right() {
            count();
            count();
        }

        @Arbiter
        public void end(IJ_Result r) {
            r.r1 = tags.inFlight();
            r.r2 = Words.getLongPlain(set.request(0, 0));
        }
    }

    @JCStressTest
    @Description("A tag comes back while the first waiter is on its way into the queue.")
    @Outcome(id = "0, 7", expect = ACCEPTABLE, desc = "The waiter got the tag, and what its owner did.")
    @Outcome(expect = FORBIDDEN, desc = "Another tag, or without what its owner did.")
    @State
    public static class FirstWaiter extends Queue {
        private final int tag;

        public FirstWaiter() {
            super(1);
            tag = tags.get();
        }

        @Actor
        public void owner() {
            Words.setLongPlain(set.request(0, tag), 7);
            putLate(tag);
        }

        @Actor
        public void waiter(IJ_Result r) {
            r.r1 = tags.get();
            r.r2 = Words.getLongPlain(set.request(0, 0));
        }
    }

    @JCStressTest
    @Description(
            "Two tags come back, each by another way, while a thread that needs both is on its way into the queue.")
    @Outcome(
            id = {"1, 2, 2", "2, 1, 2"},
            expect = ACCEPTABLE,
            desc = "It got both.")
    @Outcome(expect = FORBIDDEN, desc = "The same tag twice.")
    @State
    public static class WaiterForTwo extends Queue {
        private final int first;
        private final int second;

        public WaiterForTwo() {
            super(2);
            first = tags.get();
            second = tags.get();
        }

        @Actor
        public void owner() {
            putLate(first);
            tags.putAll(new int[] {second}, 0, 1);
        }

        @Actor
        public void waiter(III_Result r) {
            r.r1 = tags.get() + 1;
            r.r2 = tags.get() + 1;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = tags.inFlight();
        }
    }
}
