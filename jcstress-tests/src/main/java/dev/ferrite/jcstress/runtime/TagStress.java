package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.runtime.block.TagSet;
import dev.ferrite.runtime.block.Tags;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What {@link Tags} promise: a tag is one holder's at a time, and its next holder sees what the last one did. */
public final class TagStress {
    private TagStress() {}

    /** A set of some tags. */
    public abstract static class Fresh {
        final TagSet set;
        final Tags tags;

        Fresh(int depth) {
            set = TagSet.create("stress", 1, depth, 1, 0);
            tags = set.tags(0);
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
    public static class OneTag extends Fresh {
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
    public static class TwoTags extends Fresh {
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
    public static class PutPublishes extends Fresh {
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
    @Description("Who waits for a tag is woken when it is put back: were it not, this test would hang.")
    @Outcome(id = "42, 1", expect = ACCEPTABLE, desc = "Woken, and all is seen.")
    @Outcome(expect = FORBIDDEN, desc = "Another tag, or not what was before.")
    @State
    public static class WaiterIsWoken extends Fresh {
        private final int held;
        private int data;

        public WaiterIsWoken() {
            super(1);
            held = tags.tryGet();
        }

        @Actor
        public void puts() {
            data = 42;
            tags.put(held);
        }

        @Actor
        public void waits(II_Result r) {
            r.r1 = tags.get() == held ? data : -1;
        }

        @Arbiter
        public void arbiter(II_Result r) {
            r.r2 = set.inFlight();
        }
    }
}
