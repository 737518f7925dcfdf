package dev.ferrite.jcstress.ref;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.ref.Arc;
import dev.ferrite.locks.ref.UniqueArc;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@link Arc}: one drop, by the last owner, who sees what every owner did; at most one becomes unique. */
public final class ArcStress {
    private ArcStress() {}

    /** What is shared: plain fields on the heap and plain words off-heap, which the destructor reads. */
    static final class Value {
        final long words = Slots.next();
        int left;
        int right;
        int drops;
        int seen;

        void drop() {
            drops++;
            seen = left + right + Words.getIntPlain(words) + Words.getIntPlain(words + 4);
        }
    }

    static Arc<Value> first(Value value) {
        return Arc.of(value, Value::drop, Gfp.GFP_KERNEL);
    }

    /** Counts are given back: states are built by the million. */
    static void giveBack(@Nullable UniqueArc<Value> unique) {
        if (unique != null) {
            unique.close();
        }
    }

    @JCStressTest
    @Description("Two owners write and close: the destructor runs once and sees both.")
    @Outcome(id = "1, 15", expect = ACCEPTABLE, desc = "One drop, all four writes.")
    @Outcome(expect = FORBIDDEN, desc = "Dropped twice, never, or too early.")
    @State
    public static class LastDropSeesAllWrites {
        private final Value value = new Value();
        private final Arc<Value> left = first(value);
        private final Arc<Value> right = left.dup();

        @Actor
        public void left() {
            value.left = 1;
            Words.setIntPlain(value.words, 2);
            left.close();
        }

        @Actor
        public void right() {
            value.right = 4;
            Words.setIntPlain(value.words + 4, 8);
            right.close();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = value.drops;
            r.r2 = value.seen;
        }
    }

    @JCStressTest
    @Description("Two threads close one owner: one count goes, not two.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "One count is left for the other owner.")
    @Outcome(expect = FORBIDDEN, desc = "The other owner's count is gone.")
    @State
    public static class DoubleClose {
        private final Value value = new Value();
        private final Arc<Value> keep = first(value);
        private final Arc<Value> raced = keep.dup();

        @Actor
        public void left() {
            raced.close();
        }

        @Actor
        public void right() {
            raced.close();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = keep.count();
            r.r2 = value.drops;
            keep.close();
        }
    }

    @JCStressTest
    @Description(
            "Two owners want to be the unique one: exactly one is, sees the other's write, and nothing was dropped.")
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "The left one.")
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "The right one.")
    @Outcome(expect = FORBIDDEN, desc = "Both, none, dropped, or without the other's write.")
    @State
    public static class BothIntoUnique {
        private final Value value = new Value();
        private final Arc<Value> left = first(value);
        private final Arc<Value> right = left.dup();

        private @Nullable UniqueArc<Value> leftWon;
        private @Nullable UniqueArc<Value> rightWon;

        @Actor
        public void left(III_Result r) {
            value.left = 1;
            leftWon = left.intoUniqueOrDrop();
            r.r1 = leftWon == null ? 0 : value.right;
        }

        @Actor
        public void right(III_Result r) {
            value.right = 1;
            rightWon = right.intoUniqueOrDrop();
            r.r2 = rightWon == null ? 0 : value.left;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = value.drops;
            giveBack(leftWon);
            giveBack(rightWon);
        }
    }

    @JCStressTest
    @Description("intoUniqueOrDrop against close: unique after the close, or dropped by it, once.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Unique.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Dropped by the closer.")
    @Outcome(expect = FORBIDDEN, desc = "Both, none, or unique without the closer's write.")
    @State
    public static class IntoUniqueAgainstClose {
        private final Value value = new Value();
        private final Arc<Value> left = first(value);
        private final Arc<Value> right = left.dup();

        private @Nullable UniqueArc<Value> won;

        @Actor
        public void unique(II_Result r) {
            won = left.intoUniqueOrDrop();
            r.r1 = won == null ? 0 : value.right;
        }

        @Actor
        public void closer() {
            value.right = 1;
            right.close();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = value.drops;
            giveBack(won);
        }
    }

    @JCStressTest
    @Description(
            "tryUnique against another owner's dup and close: only when no count is out, and nothing is dropped early.")
    @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "Unique after both counts of the other thread were gone.")
    @Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "Not unique, and still the owner.")
    @Outcome(expect = FORBIDDEN, desc = "Unique without the other's write, dropped early, or dropped twice.")
    @State
    public static class TryUniqueAgainstDup {
        private final Value value = new Value();
        private final Arc<Value> left = first(value);
        private final Arc<Value> right = left.dup();

        @Actor
        public void unique(III_Result r) {
            UniqueArc<Value> unique = left.tryUnique();
            r.r1 = unique == null ? 0 : value.right;
            r.r2 = value.drops;
            if (unique != null) {
                unique.close();
            } else {
                left.close();
            }
        }

        @Actor
        public void other() {
            Arc<Value> more = right.dup();
            right.close();
            value.right = 1;
            more.close();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = value.drops;
        }
    }

    @JCStressTest
    @Description("A count of a foreign owner is taken back by one thread only.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "By the left one.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "By the right one.")
    @Outcome(expect = FORBIDDEN, desc = "By both or by none.")
    @State
    public static class TakenBackOnce {
        private final Value value = new Value();
        private final long raw = first(value).intoRaw();

        private int takeBack() {
            try (Arc<Value> back = Arc.fromRaw(raw, Value.class)) {
                return back.count();
            } catch (IllegalStateException out) {
                return 0;
            }
        }

        @Actor
        public void left(II_Result r) {
            r.r1 = takeBack();
        }

        @Actor
        public void right(II_Result r) {
            r.r2 = takeBack();
        }
    }
}
