package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.HeapWords;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link RefCount}: its operations are atomic, and the last drop comes once. */
class RefCountModelTest {
    /** The operations that no count makes wrong. */
    public static class Count {
        private final long count = HeapWords.allocate(Integer.BYTES);

        public Count() {
            RefCount.set(count, 2);
        }

        @Operation
        public boolean incNotZero() {
            return RefCount.incNotZero(count);
        }

        @Operation
        public boolean decNotOne() {
            return RefCount.decNotOne(count);
        }

        @Operation
        public boolean decIfOne() {
            return RefCount.decIfOne(count);
        }

        @Operation
        public int read() {
            return RefCount.read(count);
        }
    }

    @Test
    void operationsAreAtomic() {
        ModelCheck.linearizable(Count.class);
    }

    @Test
    void findersAndHoldersFreeOnce() {
        ModelCheck.program(() -> {
            long count = HeapWords.allocate(Integer.BYTES);
            RefCount.set(count, 2);
            int[] freed = new int[3];
            ModelCheck.together(
                    () -> freed[0] = RefCount.decAndTest(count) ? 1 : 0,
                    () -> freed[1] = RefCount.decAndTest(count) ? 1 : 0,
                    () -> freed[2] = RefCount.incNotZero(count) && RefCount.decAndTest(count) ? 1 : 0);
            ModelCheck.require(freed[0] + freed[1] + freed[2] == 1, "freed " + (freed[0] + freed[1] + freed[2]));
        });
    }
}
