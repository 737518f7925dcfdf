package dev.ferrite.locks.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** The checker bites: on words of the twin, on locks made of them, and on wake-ups that get lost. */
class BrokenSubjectsTest {
    /** A counter that loads and stores. */
    public static class CounterWithoutAtomicity {
        private final long word = HeapWords.allocate(Long.BYTES);

        @Operation
        public int increment() {
            int value = Words.getIntVolatile(word) + 1;
            Words.setIntVolatile(word, value);
            return value;
        }
    }

    /** A lock that looks and then takes. */
    public static class LockWithoutCas {
        private final long word = HeapWords.allocate(Long.BYTES);
        private int value;

        @Operation
        public int increment() {
            while (Words.getIntAcquire(word) != 0) {
                Thread.onSpinWait();
            }
            Words.setIntVolatile(word, 1);
            int now = ++value;
            Words.setIntRelease(word, 0);
            return now;
        }
    }

    @Test
    void counterWithoutAtomicityIsCaught() {
        assertThatThrownBy(() -> ModelCheck.linearizable(CounterWithoutAtomicity.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("increment");
    }

    @Test
    void lockWithoutCasIsCaught() {
        assertThatThrownBy(() -> ModelCheck.linearizable(LockWithoutCas.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("increment");
    }

    @Test
    void waiterThatDoesNotLookAgainIsCaughtAsHang() {
        assertThatThrownBy(() -> ModelCheck.program(() -> {
                    long word = HeapWords.allocate(Long.BYTES);
                    ModelCheck.together(
                            () -> {
                                if (Words.getIntAcquire(word) == 0) {
                                    ParkingLot.park(word, address -> true, null);
                                }
                            },
                            () -> {
                                Words.setIntRelease(word, 1);
                                ParkingLot.unparkOne(word, (address, found, more, fair) -> ParkingLot.WOKEN);
                            });
                }))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("hung");
    }
}
