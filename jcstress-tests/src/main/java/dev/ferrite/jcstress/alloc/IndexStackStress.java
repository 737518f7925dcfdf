package dev.ferrite.jcstress.alloc;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.slab.IndexStack;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** {@link IndexStack}: no node is lost, none is in two places, and a node comes with what was written to it. */
public final class IndexStackStress {
    private static final long LINKS = 16;
    private static final long CONTENT = 64;
    private static final int STRIDE = 4;

    private IndexStackStress() {}

    /** A stack of nodes 0..count-1, the lowest on top. */
    private static IndexStack stack(long slot, int count) {
        var stack = new IndexStack(slot, slot + LINKS, STRIDE);
        for (int node = count - 1; node >= 0; node--) {
            stack.push(node);
        }
        return stack;
    }

    /** Pops all there is and says whether those and the ones held are exactly nodes 0..count-1. */
    private static boolean isComplete(IndexStack stack, int count, int... held) {
        int seen = 0;
        int found = 0;
        for (int node : held) {
            if (node >= 0) {
                seen |= 1 << node;
                found++;
            }
        }
        for (int node = stack.pop(); node >= 0 && found <= count; node = stack.pop()) {
            seen |= 1 << node;
            found++;
        }
        return found == count && seen == (1 << count) - 1;
    }

    @JCStressTest
    @Description("Two pops take two nodes.")
    @Outcome(
            id = {"0, 1", "1, 0"},
            expect = ACCEPTABLE,
            desc = "One each.")
    @Outcome(expect = FORBIDDEN, desc = "A node was lost or taken twice.")
    @State
    public static class PopAgainstPop {
        private final IndexStack stack = stack(Slots.next(), 2);

        @Actor
        public void left(II_Result r) {
            r.r1 = stack.pop();
        }

        @Actor
        public void right(II_Result r) {
            r.r2 = stack.pop();
        }
    }

    @JCStressTest
    @Description("A pop overtaken by pop, pop and push of the same node: the tag stops it (ABA).")
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "Each node is in one place.")
    @Outcome(expect = FORBIDDEN, desc = "A node was lost or is in two places.")
    @State
    public static class PopAgainstPopPopPush {
        private final IndexStack stack = stack(Slots.next(), 3);
        private int left;
        private int right;

        @Actor
        public void left() {
            left = stack.pop();
        }

        @Actor
        public void right() {
            int first = stack.pop();
            right = stack.pop();
            stack.push(first);
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = isComplete(stack, 3, left, right);
        }
    }

    @JCStressTest
    @Description("Two pushes onto a stack that a third party pops from: none gets lost.")
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "Each node is in one place.")
    @Outcome(expect = FORBIDDEN, desc = "A node was lost or is in two places.")
    @State
    public static class PushAgainstPushAndPop {
        private final IndexStack stack = stack(Slots.next(), 1);
        private int taken;

        @Actor
        public void left() {
            stack.push(1);
            taken = stack.pop();
        }

        @Actor
        public void right() {
            stack.push(2);
            stack.push(3);
        }

        @Arbiter
        public void end(Z_Result r) {
            r.r1 = isComplete(stack, 4, taken);
        }
    }

    @JCStressTest
    @Description("A node that is popped comes with what was written before its push.")
    @Outcome(
            id = {"-1, 0", "0, 7"},
            expect = ACCEPTABLE,
            desc = "Not there yet, or with its content.")
    @Outcome(expect = FORBIDDEN, desc = "A node without its content.")
    @State
    public static class PushPublishes {
        private final long slot = Slots.next();
        private final IndexStack stack = stack(slot, 0);

        @Actor
        public void push() {
            Words.setIntPlain(slot + CONTENT, 7);
            stack.push(0);
        }

        @Actor
        public void pop(II_Result r) {
            r.r1 = stack.pop();
            r.r2 = r.r1 < 0 ? 0 : Words.getIntPlain(slot + CONTENT);
        }
    }
}
