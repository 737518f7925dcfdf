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
