package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A {@link Mutex} for which virtual threads have waited: its unlocks have fences for a while, and nobody is missed. */
@Timeout(120)
class MutexFencedTest {
    private static final int FLAGS = Integer.BYTES;

    // As in MutexBackend.
    private static final int PARKED = 1;
    private static final int FENCED = 4;

    private static int flags(Mutex<?> mutex) {
        return Words.getIntOpaque(mutex.word() + FLAGS);
    }

    private static void waitForParked(Mutex<?> mutex) {
        while ((flags(mutex) & PARKED) == 0) {
            Thread.onSpinWait();
        }
    }

    private static void lockAndUnlock(Mutex<?> mutex, int times) {
        for (int i = 0; i < times; i++) {
            try (var guard = mutex.lock()) {
                assertThat(guard).isNotNull();
            }
        }
    }

    @Test
    void fencesStayForSomeUnlocksAndGo() throws InterruptedException {
        var mutex = Mutex.of(new int[1], "fenced");
        Thread waiter;
        try (var guard = mutex.lock()) {
            assertThat(guard).isNotNull();
            waiter = Thread.startVirtualThread(() -> lockAndUnlock(mutex, 1));
            waitForParked(mutex);
            assertThat(flags(mutex) & FENCED).isEqualTo(FENCED);
        }
        Threads.join(waiter);
        assertThat((byte) flags(mutex)).isEqualTo((byte) FENCED);
        lockAndUnlock(mutex, MutexBackend.FENCED_UNLOCKS / 2);
        assertThat((byte) flags(mutex)).isEqualTo((byte) FENCED);
        lockAndUnlock(mutex, MutexBackend.FENCED_UNLOCKS / 2 + 1);
        assertThat(flags(mutex)).isZero();
    }

    @Test
    void platformThreadsDoNotAskForFences() throws InterruptedException {
        var mutex = Mutex.of(new int[1], "not fenced");
        Thread waiter = new Thread(() -> lockAndUnlock(mutex, 1));
        try (var guard = mutex.lock()) {
            assertThat(guard).isNotNull();
            waiter.start();
            waitForParked(mutex);
            assertThat(flags(mutex) & FENCED).isZero();
        }
        Threads.join(waiter);
        assertThat(flags(mutex)).isZero();
    }

    /** A waiter that is missed never ends. The pauses let the flags go back to none, again and again. */
    @Test
    void nobodyIsMissedWhileFencesComeAndGo() throws InterruptedException {
        int rounds = 300;
        int perThread = 40;
        var mutex = Mutex.of(new long[1], "mixed");
        long expected = 0;
        for (int round = 0; round < rounds; round++) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                boolean yields = i % 2 == 0;
                Runnable body = () -> {
                    for (int k = 0; k < perThread; k++) {
                        try (var guard = mutex.lock()) {
                            guard.get()[0]++;
                            if (yields && k % 8 == 0) {
                                Thread.yield();
                            }
                        }
                    }
                };
                threads.add(
                        i < 4
                                ? Thread.startVirtualThread(body)
                                : Thread.ofPlatform().start(body));
                expected += perThread;
            }
            for (Thread thread : threads) {
                Threads.join(thread);
            }
            if (round % 3 == 0) {
                lockAndUnlock(mutex, MutexBackend.FENCED_UNLOCKS + 1);
                assertThat(flags(mutex)).isZero();
            }
        }
        try (var guard = mutex.lock()) {
            assertThat(guard.get()[0]).isEqualTo(expected);
        }
    }
}
