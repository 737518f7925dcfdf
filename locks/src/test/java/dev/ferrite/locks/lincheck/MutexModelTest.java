package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.HeapWords;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link Mutex}: sections are atomic, and whoever waits gets the lock. */
class MutexModelTest {
    private static Mutex<int[]> mutex() {
        long word = HeapWords.allocate(Long.BYTES);
        MutexBackend.instance().init(word);
        return Mutex.fromRaw(word, new int[1], "model");
    }

    private static int increment(Mutex<int[]> mutex) {
        try (var guard = mutex.lock()) {
            return ++guard.get()[0];
        }
    }

    /** A plain counter under the lock. */
    public static class Counter {
        private final Mutex<int[]> mutex = mutex();

        @Operation
        public int increment() {
            return MutexModelTest.increment(mutex);
        }

        /** By tryLock, until it succeeds. */
        @Operation
        public int incrementByTrying() {
            for (; ; ) {
                try (var guard = mutex.tryLock()) {
                    if (guard != null) {
                        return ++guard.get()[0];
                    }
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void sectionsAreAtomic() {
        ModelCheck.linearizable(Counter.class);
    }

    @Test
    void threeThatWaitForEachOtherAllEnd() {
        ModelCheck.program(() -> {
            var mutex = mutex();
            Runnable twice = () -> {
                increment(mutex);
                increment(mutex);
            };
            ModelCheck.together(twice, twice, twice);
            ModelCheck.require(increment(mutex) == 7, "an increment is lost");
        });
    }

    @Test
    void interruptOfAWaiterLosesNobody() {
        ModelCheck.program(() -> {
            var mutex = mutex();
            var view = mutex.asJucLock();
            Thread victim = new Thread(() -> {
                try {
                    view.lockInterruptibly();
                    view.unlock();
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                } catch (InterruptedException e) {
                    // gave up; nobody may depend on it
                }
            });
            victim.start();
            ModelCheck.together(
                    () -> {
                        increment(mutex);
                        victim.interrupt();
                    },
                    () -> increment(mutex));
            ModelCheck.join(victim);
            ModelCheck.require(increment(mutex) == 3, "an increment is lost");
            ModelCheck.require(!mutex.isLocked(), "still held");
        });
    }
}
