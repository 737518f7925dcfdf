package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZI_Result;
import org.openjdk.jcstress.infra.results.ZII_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** {@link ParkingLot}: no wake-up is lost, and what the waker wrote is there for the woken. */
public final class ParkingLotStress {
    private static final int FLAG = 64;

    private ParkingLotStress() {}

    @JCStressTest
    @Description("A waker that finds nobody is seen by the condition; one that finds the waiter wakes it.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "The waiter went on, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "It went on without the data, or is still queued.")
    @State
    public static class WakeUpIsNotLost {
        private static final ParkingLot.Validation NOT_YET = word -> Words.getIntOpaque(word) == 0;
        private static final ParkingLot.Release WAKE = (word, found, more, fair) -> ParkingLot.WOKEN;

        private final long word = Slots.next();

        @Actor
        public void waker() {
            Words.setIntPlain(word + FLAG, 7);
            Words.setIntOpaque(word, 1);
            ParkingLot.unparkOne(word, WAKE);
        }

        @Actor
        public void waiter(II_Result r) {
            ParkingLot.park(word, NOT_YET, null);
            r.r1 = Words.getIntPlain(word + FLAG);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = ParkingLot.parked(word);
        }
    }

    /** A word to wait for, with a waker that counts the waiters it found. */
    static class Queue {
        final long word = Slots.next();

        private static final ParkingLot.Release WAKE = (word, found, more, fair) -> ParkingLot.WOKEN;
        private static final ParkingLot.Release HAND_OVER = (word, found, more, fair) -> ParkingLot.HANDED_OVER;

        final boolean wake() {
            return ParkingLot.unparkOne(word, WAKE);
        }

        final boolean handOver() {
            return ParkingLot.unparkOne(word, HAND_OVER);
        }

        final int wakeAll() {
            int[] woken = new int[1];
            ParkingLot.unparkAll(word, (address, count) -> {
                woken[0] = count;
                return ParkingLot.WOKEN;
            });
            return woken[0];
        }

        final int parked() {
            return ParkingLot.parked(word);
        }
    }

    @JCStressTest
    @Description("A waiter gives up when it is handed something: it has it, or the waker knows that nobody took it.")
    @Outcome(id = "2, true, 0", expect = ACCEPTABLE, desc = "Handed over.")
    @Outcome(id = "8, false, 0", expect = ACCEPTABLE, desc = "Timed out; the waker found nobody.")
    @Outcome(expect = FORBIDDEN, desc = "The hand-over was swallowed or made up, or somebody is still queued.")
    @State
    public static class TimeoutAgainstHandOver extends Queue {
        private volatile boolean queued;

        @Actor
        public void waiter(IZI_Result r) {
            var waiter = ParkingLot.enqueue(word, null);
            queued = true;
            r.r1 = waiter.await(true, System.nanoTime() + Chance.shortNanos(this), null);
        }

        @Actor
        public void waker(IZI_Result r) {
            while (!queued) {
                Thread.onSpinWait();
            }
            Chance.pauseLong(this);
            r.r2 = handOver();
        }

        @Arbiter
        public void end(IZI_Result r) {
            r.r3 = parked();
        }
    }

    @JCStressTest
    @Description(
            "An interrupt and a hand-over at the same time: the waiter has it, or the waker knows that nobody took it.")
    @Outcome(id = "2, true, 0", expect = ACCEPTABLE, desc = "Handed over.")
    @Outcome(id = "16, false, 0", expect = ACCEPTABLE, desc = "Cancelled; the waker found nobody.")
    @Outcome(expect = FORBIDDEN, desc = "The hand-over was swallowed or made up, or somebody is still queued.")
    @State
    public static class InterruptAgainstHandOver extends Queue {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZI_Result r) {
            var waiter = ParkingLot.enqueue(word, null);
            interrupter.enter();
            r.r1 = waiter.await(true, ParkingLot.NO_DEADLINE, null);
            interrupter.leave();
        }

        @Actor
        public void waker(IZI_Result r) {
            interrupter.interrupt(() -> {
                Chance.pauseLong(this);
                r.r2 = handOver();
            });
        }

        @Arbiter
        public void end(IZI_Result r) {
            r.r3 = parked();
        }
    }

    @JCStressTest
    @Description("Two wake one at the same time, and one waits: exactly one of them finds it.")
    @Outcome(
            id = {"true, false, 0", "false, true, 0"},
            expect = ACCEPTABLE,
            desc = "Found once.")
    @Outcome(expect = FORBIDDEN, desc = "Found by both, by neither, or still queued.")
    @State
    public static class OneIsWokenOnce extends Queue {
        public OneIsWokenOnce() {
            ParkingLot.enqueue(word, null);
        }

        @Actor
        public void first(ZZI_Result r) {
            r.r1 = wake();
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = wake();
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = parked();
        }
    }

    @JCStressTest
    @Description("Waking one wakes the one that has waited longest, while a younger one comes and gives up.")
    @Outcome(id = "true, 8, 0", expect = ACCEPTABLE, desc = "The elder was woken, the younger gave up.")
    @Outcome(expect = FORBIDDEN, desc = "Two were woken, or none, or the queue is damaged.")
    @State
    public static class EldestIsWoken extends Queue {
        public EldestIsWoken() {
            ParkingLot.enqueue(word, null);
        }

        @Actor
        public void waker(ZII_Result r) {
            r.r1 = wake();
        }

        @Actor
        public void waiter(ZII_Result r) {
            r.r2 = ParkingLot.enqueue(word, null).await(true, System.nanoTime(), null);
        }

        @Arbiter
        public void end(ZII_Result r) {
            r.r3 = parked();
        }
    }

    @JCStressTest
    @Description("Waking one and waking all at the same time: each of two waiters is woken once.")
    @Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "One, then the other.")
    @Outcome(id = "false, 2, 0", expect = ACCEPTABLE, desc = "Both at once.")
    @Outcome(expect = FORBIDDEN, desc = "A waiter was woken twice, or not at all.")
    @State
    public static class OneAgainstAll extends Queue {
        public OneAgainstAll() {
            ParkingLot.enqueue(word, null);
            ParkingLot.enqueue(word, null);
        }

        @Actor
        public void one(ZII_Result r) {
            r.r1 = wake();
        }

        @Actor
        public void all(ZII_Result r) {
            r.r2 = wakeAll();
        }

        @Arbiter
        public void end(ZII_Result r) {
            r.r3 = parked();
        }
    }
}
