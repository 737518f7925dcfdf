package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.Completion;
import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.HeapWords;
import org.junit.jupiter.api.Test;

/** {@link CondVar} and {@link Completion}: no notification is lost, one wakes one. */
class CondVarModelTest {
    /** A number under a mutex, and a condition about it. */
    private static final class Waited {
        final CondVar condition = CondVar.of("model");
        final Mutex<int[]> mutex;

        Waited() {
            long word = HeapWords.allocate(Long.BYTES);
            MutexBackend.instance().init(word);
            mutex = Mutex.fromRaw(word, new int[1], "model");
        }

        void awaitAtLeast(int number) {
            try (var guard = mutex.lock()) {
                while (guard.get()[0] < number) {
                    condition.wait(guard);
                }
            }
        }

        void add(boolean notifyUnderLock) {
            try (var guard = mutex.lock()) {
                guard.get()[0]++;
                if (notifyUnderLock) {
                    condition.notifyOne();
                }
            }
            if (!notifyUnderLock) {
                condition.notifyOne();
            }
        }
    }

    @Test
    void notifyUnderTheLockIsNotLost() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            ModelCheck.together(() -> waited.awaitAtLeast(1), () -> waited.add(true));
        });
    }

    @Test
    void notifyAfterTheUnlockIsNotLost() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            ModelCheck.together(() -> waited.awaitAtLeast(1), () -> waited.add(false));
        });
    }

    @Test
    void ofTwoWaitersOneTakesWhatOneNotificationBrings() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            Runnable take = () -> {
                try (var guard = waited.mutex.lock()) {
                    while (guard.get()[0] == 0) {
                        waited.condition.wait(guard);
                    }
                    guard.get()[0]--;
                }
            };
            ModelCheck.together(
                    () -> {
                        waited.add(true);
                        waited.add(false);
                    },
                    take,
                    take);
            ModelCheck.require(waited.condition.waiters() == 0, "still queued");
        });
    }

    @Test
    void allThatAreNotifiedUnderTheLockGetItOneAfterTheOther() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            Runnable waiter = () -> {
                try (var guard = waited.mutex.lock()) {
                    while (guard.get()[0] == 0) {
                        waited.condition.wait(guard);
                    }
                    guard.get()[0]++;
                }
            };
            ModelCheck.together(
                    () -> {
                        try (var guard = waited.mutex.lock()) {
                            guard.get()[0] = 1;
                            waited.condition.notifyAllWaiters();
                        }
                    },
                    waiter,
                    waiter);
            ModelCheck.require(waited.mutex.lock().get()[0] == 3, "a waiter did not get the lock");
        });
    }

    @Test
    void interruptOfAWaiterThatIsBeingMovedLosesNobody() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            Thread victim = new Thread(() -> {
                try (var guard = waited.mutex.lock()) {
                    waited.condition.waitInterruptible(guard);
                    guard.get()[0]++;
                }
            });
            victim.start();
            ModelCheck.together(() -> {
                victim.interrupt();
                waited.add(true);
            });
            ModelCheck.join(victim);
            ModelCheck.require(waited.condition.waiters() == 0, "still queued");
            ModelCheck.require(!waited.mutex.isLocked(), "still held");
            ModelCheck.require(waited.mutex.lock().get()[0] == 2, "an increment is lost");
        });
    }

    @Test
    void turnsGoToAndFro() {
        ModelCheck.program(() -> {
            var waited = new Waited();
            ModelCheck.together(
                    () -> {
                        waited.awaitAtLeast(1);
                        waited.add(true);
                    },
                    () -> {
                        waited.add(true);
                        waited.awaitAtLeast(2);
                    });
        });
    }

    @Test
    void onePermissionOfACompletionLetsOnePass() {
        ModelCheck.program(() -> {
            var completion = Completion.of("model");
            ModelCheck.together(completion::waitForCompletion, completion::waitForCompletion, () -> {
                completion.complete();
                completion.complete();
            });
            ModelCheck.require(!completion.isDone(), "a permission is left");
        });
    }

    @Test
    void completeAllBesideCompleteLetsAllPass() {
        ModelCheck.program(() -> {
            var completion = Completion.of("model");
            ModelCheck.together(completion::waitForCompletion, completion::complete, completion::completeAll);
            for (int i = 0; i < 3; i++) {
                ModelCheck.require(completion.tryWait(), "completeAll was undone");
            }
        });
    }
}
