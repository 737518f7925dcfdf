package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link ParkingLot}: locks made of it exclude and lose nobody, and each waiter is woken once. */
class ParkingLotModelTest {
    private static final ParkingLot.Release WAKE = (address, found, more, fair) -> ParkingLot.WOKEN;
    private static final ParkingLot.Release HAND_OVER = (address, found, more, fair) -> ParkingLot.HANDED_OVER;

    /** The least mutex on the lot: 0 free, 1 held, 2 held and perhaps awaited. Nobody spins, so every wait parks. */
    public static class LeastMutex {
        private final long word = HeapWords.allocate(Long.BYTES);
        private int value;

        @Operation
        public int increment() {
            if (!Words.compareAndSetIntAcquire(word, 0, 1)) {
                while (Words.getAndSetInt(word, 2) != 0) {
                    ParkingLot.park(word, address -> Words.getIntOpaque(address) == 2, null);
                }
            }
            int now = ++value;
            if (Words.getAndSetInt(word, 0) == 2) {
                ParkingLot.unparkOne(word, WAKE);
            }
            return now;
        }
    }

    @Test
    void mutexMadeOfItIsAtomicAndLosesNobody() {
        ModelCheck.linearizable(LeastMutex.class);
    }

    @Test
    void wakerIsSeenByTheConditionOrFindsTheWaiter() {
        ModelCheck.program(() -> {
            long word = HeapWords.allocate(Long.BYTES);
            ModelCheck.together(() -> ParkingLot.park(word, address -> Words.getIntOpaque(address) == 0, null), () -> {
                Words.setIntOpaque(word, 1);
                ParkingLot.unparkOne(word, WAKE);
            });
            ModelCheck.require(ParkingLot.parked(word) == 0, "still queued");
        });
    }

    @Test
    void oneHandOverReachesOneOfTwoAndTheOtherIsLeft() {
        ModelCheck.program(() -> {
            long word = HeapWords.allocate(Long.BYTES);
            int[] results = new int[2];

            ModelCheck.together(
                    () -> {
                        while (!ParkingLot.unparkOne(word, HAND_OVER)) {
                            Thread.onSpinWait();
                        }
                        while (!ParkingLot.unparkOne(word, WAKE)) {
                            Thread.onSpinWait();
                        }
                    },
                    () -> results[0] = await(word),
                    () -> results[1] = await(word));
            ModelCheck.require(
                    results[0] + results[1] == ParkingLot.HANDED_OVER + ParkingLot.WOKEN,
                    "results " + results[0] + " and " + results[1]);
            ModelCheck.require(ParkingLot.parked(word) == 0, "still queued");
        });
    }

    private static int await(long word) {

        return ParkingLot.enqueue(word, null).await(false, ParkingLot.NO_DEADLINE, null);
    }

    @Test
    void interruptedWaiterLeavesOrIsHandedOverNeverBoth() {
        ModelCheck.program(() -> {
            long word = HeapWords.allocate(Long.BYTES);

            int[] result = new int[1];
            Thread victim = new Thread(() -> {
                result[0] = ParkingLot.enqueue(word, null).await(true, ParkingLot.NO_DEADLINE, null);
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
            });
            victim.start();
            victim.interrupt();
            boolean found = ParkingLot.unparkOne(word, HAND_OVER);
            ModelCheck.join(victim);
            ModelCheck.require(
                    result[0] == (found ? ParkingLot.HANDED_OVER : ParkingLot.CANCELLED),
                    "result " + result[0] + ", found " + found);
        });
    }
}
