package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** {@link ARef}: each owner drops its count once, whoever closes it and however often. */
public final class ARefStress {
    private static final int DATA = 64;

    private ARefStress() {}

    /** An object that remembers what its last owner saw when it freed it. */
    static final class Node implements AlwaysRefCounted {
        final long count = Slots.next();
        int freed;
        int seen;

        Node(int owners) {
            RefCount.set(count, owners);
        }

        @Override
        public void incRef() {
            RefCount.inc(count);
        }

        @Override
        public void decRef() {
            if (RefCount.decAndTest(count)) {
                freed++;
                seen = Words.getIntPlain(count + DATA) + Words.getIntPlain(count + DATA + 4);
            }
        }
    }

    @JCStressTest
    @Description("Two threads close one owner: one count goes, not two.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "One count is left for the other owner.")
    @Outcome(expect = FORBIDDEN, desc = "The other owner's count is gone.")
    @State
    public static class DoubleClose {
        private final Node node = new Node(2);
        private final ARef<Node> owner = ARef.fromRaw(node);

        @Actor
        public void left() {
            owner.close();
        }

        @Actor
        public void right() {
            owner.close();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = RefCount.read(node.count);
            r.r2 = node.freed;
        }
    }

    @JCStressTest
    @Description("close against intoRaw: the count is dropped, or it is the caller's.")
    @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The caller took it.")
    @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "It was dropped.")
    @Outcome(expect = FORBIDDEN, desc = "Taken and dropped, or lost.")
    @State
    public static class CloseAgainstIntoRaw {
        private final Node node = new Node(1);
        private final ARef<Node> owner = ARef.fromRaw(node);

        @Actor
        public void closer() {
            owner.close();
        }

        @Actor
        public void taker(ZI_Result r) {
            try {
                r.r1 = owner.intoRaw() == node;
            } catch (IllegalStateException closed) {
                r.r1 = false;
            }
        }

        @Arbiter
        public void end(ZI_Result r) {
            r.r2 = RefCount.read(node.count);
        }
    }

    @JCStressTest
    @Description("The last of two owners frees the object once and sees what both wrote.")
    @Outcome(id = "1, 3, 0", expect = ACCEPTABLE, desc = "Freed once, with both writes.")
    @Outcome(expect = FORBIDDEN, desc = "Freed twice, never, or too early.")
    @State
    public static class LastOwnerFrees {
        private final Node node = new Node(1);
        private final ARef<Node> left = ARef.fromRaw(node);
        private final ARef<Node> right = left.dup();

        @Actor
        public void left() {
            Words.setIntPlain(left.get().count + DATA, 1);
            left.close();
        }

        @Actor
        public void right() {
            Words.setIntPlain(right.get().count + DATA + 4, 2);
            right.close();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r1 = node.freed;
            r.r2 = node.seen;
            r.r3 = RefCount.read(node.count);
        }
    }
}
