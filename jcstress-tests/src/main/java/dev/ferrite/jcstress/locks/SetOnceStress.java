package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.locks.SetOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** What {@link SetOnce} promises: one winner, nothing or the whole value, and it stays. */
public final class SetOnceStress {
    private SetOnceStress() {}

    private static int read(SetOnce<Cell> once) {
        Cell cell = once.asRef();
        return cell == null ? -1 : cell.value;
    }

    private static Cell cell(int value) {
        Cell cell = new Cell();
        cell.value = value;
        return cell;
    }

    @JCStressTest
    @Description("Of two that populate exactly one wins, and its value is the one that stays.")
    @Outcome(
            id = {"true, false, 1", "false, true, 2"},
            expect = ACCEPTABLE,
            desc = "One winner, with its value.")
    @Outcome(expect = FORBIDDEN, desc = "No winner, two, or the loser's value.")
    @State
    public static class OneWinner {
        private final SetOnce<Cell> once = new SetOnce<>();

        @Actor
        public void first(ZZI_Result r) {
            r.r1 = once.populate(cell(1));
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = once.populate(cell(2));
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = read(once);
        }
    }

    @JCStressTest
    @Description("A reader sees nothing, or the whole value with its plain fields; and what it saw it sees again.")
    @Outcome(
            id = {"-1, -1", "-1, 7", "7, 7"},
            expect = ACCEPTABLE,
            desc = "Nothing, then the value.")
    @Outcome(expect = FORBIDDEN, desc = "A partial value, or one that went away.")
    @State
    public static class NoPartialValue {
        private final SetOnce<Cell> once = new SetOnce<>();

        @Actor
        public void writer() {
            once.populate(cell(7));
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = read(once);
            r.r2 = read(once);
        }
    }

    @JCStressTest
    @Description(
            "Who has won reads its own value at once; who has lost reads the winner's, or nothing yet, never its own.")
    @Outcome(
            id = {"1, -1, 1", "1, 1, 1", "-1, 2, 2", "2, 2, 2"},
            expect = ACCEPTABLE,
            desc = "The winner reads its own.")
    @Outcome(expect = FORBIDDEN, desc = "The winner does not see its value, or the loser's is there.")
    @State
    public static class ReadAfterPopulate {
        private final SetOnce<Cell> once = new SetOnce<>();

        private int populate(int value) {
            once.populate(cell(value));
            return read(once);
        }

        @Actor
        public void first(III_Result r) {
            r.r1 = populate(1);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = populate(2);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = read(once);
        }
    }
}
