package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A waiter that does not look again once its place in the queue is certain: it sleeps for ever. */
public final class LostWakeUp {
    private LostWakeUp() {}

    @JCStressTest
    @Description("Must fail: the waiter ends.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "Woken, or not put to sleep.")
    @State
    public static class NoSecondLook {
        private static final ParkingLot.Validation ALWAYS = word -> true;
        private static final ParkingLot.Release WAKE = (word, found, more, fair) -> ParkingLot.WOKEN;

        private final long word = Slots.next();

        @Actor
        public void waker() {
            Words.setIntRelease(word, 1);
            ParkingLot.unparkOne(word, WAKE);
        }

        @Actor
        public void waiter(I_Result r) {
            if (Words.getIntAcquire(word) == 0) {
                ParkingLot.park(word, ALWAYS, null);
            }
            r.r1 = Words.getIntAcquire(word);
        }
    }
}
