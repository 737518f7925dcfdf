package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** {@link RefCount}: one free, after everything; dead stays dead; saturated stays saturated. */
public final class RefCountStress {
    private static final int LEFT = 64;
    private static final int RIGHT = 96;

    private RefCountStress() {}

    /** A count off-heap, and room for what its holders write. */
    static class Counted {
        final long count = Slots.next();

        Counted(int holders) {
            RefCount.set(count, holders);
        }
    }

    @JCStressTest
    @Description("Of two last holders one frees, and it sees what the other wrote before its drop.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The left freed, with the right's write.")
    @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "The right freed, with the left's write.")
    @Outcome(
            id = {"0, -1", "-1, 0"},
            expect = FORBIDDEN,
            desc = "Freed before a write of the other holder.")
    @Outcome(expect = FORBIDDEN, desc = "Freed twice, or never.")
    @State
    public static class LastDropSeesEverything extends Counted {
        public LastDropSeesEverything() {
            super(2);
        }

        @Actor
        public void left(II_Result r) {
            Words.setIntPlain(count + LEFT, 1);
            r.r1 = RefCount.decAndTest(count) ? Words.getIntPlain(count + RIGHT) : -1;
        }

        @Actor
        public void right(II_Result r) {
            Words.setIntPlain(count + RIGHT, 1);
            r.r2 = RefCount.decAndTest(count) ? Words.getIntPlain(count + LEFT) : -1;
        }
    }

    @JCStressTest
    @Description("Dropping several at once frees once, and sees what the other holder wrote.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The left freed, with the right's write.")
    @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "The right freed, with the left's write.")
    @Outcome(expect = FORBIDDEN, desc = "Freed twice, never, or before a write of the other holder.")
    @State
    public static class SubAndTestSeesEverything extends Counted {
        public SubAndTestSeesEverything() {
            super(5);
        }

        @Actor
        public void left(II_Result r) {
            Words.setIntPlain(count + LEFT, 1);
            r.r1 = RefCount.subAndTest(count, 2) ? Words.getIntPlain(count + RIGHT) : -1;
        }

        @Actor
        public void right(II_Result r) {
            Words.setIntPlain(count + RIGHT, 1);
            r.r2 = RefCount.subAndTest(count, 3) ? Words.getIntPlain(count + LEFT) : -1;
        }
    }

    @JCStressTest
    @Description("dec of one that is not the last publishes to decIfOne of the last.")
    @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "Not the last yet.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "Freed, with the other's write.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Freed before the other's write.")
    @State
    public static class DecThenDecIfOne extends Counted {
        public DecThenDecIfOne() {
            super(2);
        }

        @Actor
        public void holder() {
            Words.setIntPlain(count + LEFT, 7);
            RefCount.dec(count);
        }

        @Actor
        public void last(II_Result r) {
            r.r1 = RefCount.decIfOne(count) ? Words.getIntPlain(count + LEFT) : -1;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("A finder gets a reference, or the last holder frees: never both, never neither.")
    @Outcome(id = "true, false, 0", expect = ACCEPTABLE, desc = "Freed; the finder was refused.")
    @Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = "Found alive; the finder holds it.")
    @Outcome(expect = FORBIDDEN, desc = "A reference to a freed object, or a leak.")
    @State
    public static class FinderAgainstLastDrop extends Counted {
        public FinderAgainstLastDrop() {
            super(1);
        }

        @Actor
        public void last(ZZI_Result r) {
            r.r1 = RefCount.decAndTest(count);
        }

        @Actor
        public void finder(ZZI_Result r) {
            r.r2 = RefCount.incNotZero(count);
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("incNotZeroAcquire that succeeds sees what was written before the count was set.")
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "Not alive yet.")
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "Alive, and whole.")
    @Outcome(id = "0", expect = FORBIDDEN, desc = "Alive before it was filled.")
    @State
    public static class FinderSeesTheObject extends Counted {
        public FinderSeesTheObject() {
            super(0);
        }

        @Actor
        public void maker() {
            Words.setIntPlain(count + LEFT, 7);
            Words.setIntRelease(count, 1);
        }

        @Actor
        public void finder(I_Result r) {
            r.r1 = RefCount.incNotZeroAcquire(count) ? Words.getIntPlain(count + LEFT) : -1;
        }
    }

    @JCStressTest
    @Description("Of two decNotOne at 2 exactly one drops.")
    @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "The left dropped.")
    @Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = "The right dropped.")
    @Outcome(expect = FORBIDDEN, desc = "The last reference went, or none did.")
    @State
    public static class DecNotOneKeepsOne extends Counted {
        public DecNotOneKeepsOne() {
            super(2);
        }

        @Actor
        public void left(ZZI_Result r) {
            r.r1 = RefCount.decNotOne(count);
        }

        @Actor
        public void right(ZZI_Result r) {
            r.r2 = RefCount.decNotOne(count);
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("A saturated count stays so, and frees nothing.")
    @Outcome(id = "false, -1073741824", expect = ACCEPTABLE, desc = "Saturated, not freed.")
    @Outcome(expect = FORBIDDEN, desc = "Back to a valid count, or freed.")
    @State
    public static class SaturatedForGood extends Counted {
        public SaturatedForGood() {
            super(RefCount.SATURATED);
        }

        @Actor
        public void up() {
            RefCount.inc(count);
        }

        @Actor
        public void down(ZI_Result r) {
            r.r1 = RefCount.decAndTest(count);
        }

        @Arbiter
        public void end(ZI_Result r) {
            r.r2 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("Two increments beyond the maximum saturate.")
    @Outcome(id = "-1073741824", expect = ACCEPTABLE, desc = "Saturated.")
    @Outcome(expect = FORBIDDEN, desc = "Wrapped, or valid again.")
    @State
    public static class OverflowSaturates extends Counted {
        public OverflowSaturates() {
            super(RefCount.MAX);
        }

        @Actor
        public void left() {
            RefCount.inc(count);
        }

        @Actor
        public void right() {
            RefCount.inc(count);
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("An increment that comes after the free is caught; the object is not freed twice.")
    @Outcome(id = "true, -1073741824", expect = ACCEPTABLE, desc = "Freed; the late increment saturated the count.")
    @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "The increment came in time.")
    @Outcome(expect = FORBIDDEN, desc = "A freed object has a valid count.")
    @State
    public static class LateIncrementSaturates extends Counted {
        public LateIncrementSaturates() {
            super(1);
        }

        @Actor
        public void last(ZI_Result r) {
            r.r1 = RefCount.decAndTest(count);
        }

        @Actor
        public void late() {
            RefCount.inc(count);
        }

        @Arbiter
        public void end(ZI_Result r) {
            r.r2 = RefCount.read(count);
        }
    }

    @JCStressTest
    @Description("decAndLock: whoever finds the object under the lock finds it alive.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Removed and freed; the finder found nothing.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The finder came first and holds it.")
    @Outcome(id = ".*, -1", expect = FORBIDDEN, desc = "Found under the lock, and dead.")
    @Outcome(expect = FORBIDDEN, desc = "Freed although it was found.")
    @State
    public static class DecAndLockAgainstLookup extends Counted {
        private static final int REMOVED = 1;

        private final SpinLock<Cell> table = SpinLock.fromRaw(count + LEFT, new Cell(), "table");

        public DecAndLockAgainstLookup() {
            super(1);
        }

        @Actor
        public void last(II_Result r) {
            try (var guard = RefCount.decAndLock(count, table)) {
                if (guard != null) {
                    guard.get().value = REMOVED;
                    r.r1 = 1;
                }
            }
        }

        @Actor
        public void finder(II_Result r) {
            try (var guard = table.lock()) {
                if (guard.get().value != REMOVED) {
                    r.r2 = RefCount.incNotZero(count) ? 1 : -1;
                }
            }
        }
    }
}
