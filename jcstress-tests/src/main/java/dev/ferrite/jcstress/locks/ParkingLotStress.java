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
}
