package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.HeapWords;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link RefCount}: its operations are atomic, and the last drop comes once. */
class RefCountModelTest {
    /** A finder beside the last holder: at 0 nothing but a refusal. */
    public static class LastHolder {
        private final long count = HeapWords.allocate(Integer.BYTES);

        public LastHolder() {
            RefCount.set(count, 1);
        }

        @Operation
        public boolean incNotZero() {
            return RefCount.incNotZero(count);
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

    /** Holders that keep the last one. */
    public static class NotTheLast {
        private final long count = HeapWords.allocate(Integer.BYTES);

        public NotTheLast() {
            RefCount.set(count, 3);
        }

        @Operation
        public void inc() {
            RefCount.inc(count);
        }

        @Operation
        public boolean decNotOne() {
            return RefCount.decNotOne(count);
        }

        @Operation
        public int read() {
            return RefCount.read(count);
        }
    }

    @Test
    void findingBesideTheLastHolderIsAtomic() {
        ModelCheck.linearizable(LastHolder.class);
    }

    @Test
    void keepingTheLastOneIsAtomic() {
        ModelCheck.linearizable(NotTheLast.class);
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
