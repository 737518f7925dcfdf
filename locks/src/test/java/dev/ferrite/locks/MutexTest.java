package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Patience;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MutexTest extends LockContractTest {
    private static final int FLAGS_OFFSET = 4;
    private static final int LOOKING = 8;
    private static final int SECTIONS = 256;

    @Override
    <T> Lock<T, ?> lock(T data) {
        return Mutex.of(data, "mutex-test");
    }

    @Test
    void runsInTheModeThisJvmWasStartedFor() {
        boolean off = "false".equals(System.getProperty("ferrite.membarrier"));
        assertThat(off && Membarrier.AVAILABLE).isFalse();
        assertThat(System.getProperty("test.mode", "asymmetric")).isEqualTo(off ? "exchange" : "asymmetric");
    }

    @Test
    void waiterParksAndIsWoken() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        Thread waiter = new Thread(() -> {
            try (var guard = mutex.lock()) {
                guard.get().value++;
            }
        });
        try (var guard = mutex.lock()) {
            waiter.start();
            Threads.await(() -> ParkingLot.parked(mutex.word()) == 1);
            Threads.await(() -> waiter.getState() == Thread.State.WAITING);
            guard.get().value++;
        }
        Threads.join(waiter);
        try (var guard = mutex.lock()) {
            assertThat(guard.get().value).isEqualTo(2);
        }
        assertThat(ParkingLot.parked(mutex.word())).isZero();
    }

    @Test
    void eachUnlockWakesOneOfManyWaiters() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        List<Thread> waiters = new ArrayList<>();
        try (var guard = mutex.lock()) {
            for (int i = 0; i < 16; i++) {
                Thread waiter = new Thread(() -> {
                    try (var inner = mutex.lock()) {
                        inner.get().value++;
                    }
                });
                waiters.add(waiter);
                waiter.start();
            }
            Threads.await(() -> ParkingLot.parked(mutex.word()) == 16);
            assertThat(guard.get().value).isZero();
        }
        for (Thread waiter : waiters) {
            Threads.join(waiter);
        }
        try (var guard = mutex.lock()) {
            assertThat(guard.get().value).isEqualTo(16);
        }
    }

    @Test
    void wordIsAsNewWhenNobodyWaitsAnyMore() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        List<Thread> waiters = new ArrayList<>();
        try (var guard = mutex.lock()) {
            for (int i = 0; i < 3; i++) {
                waiters.add(Thread.ofPlatform().start(() -> mutex.lock().close()));
            }
            Threads.await(() -> ParkingLot.parked(mutex.word()) == 3);
            assertThat(guard.isHeld()).isTrue();
            assertThat(Words.getIntOpaque(mutex.word() + FLAGS_OFFSET)).isNotZero();
        }
        for (Thread waiter : waiters) {
            Threads.join(waiter);
        }
        assertThat(Words.getIntOpaque(mutex.word() + FLAGS_OFFSET)).isZero();
        assertThat(Words.getIntOpaque(mutex.word())).isZero();
    }

    @Test
    void whoAskedTheOwnerToGiveWayIsForgottenWithTheNextUnlock() {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        try (var guard = mutex.lock()) {
            assertThat(guard.isHeld()).isTrue();
            Words.setIntVolatile(mutex.word() + FLAGS_OFFSET, LOOKING);
        }
        assertThat(Words.getIntOpaque(mutex.word() + FLAGS_OFFSET)).isZero();
        assertThat(Words.getIntOpaque(mutex.word())).isZero();
    }

    @Test
    void secondThreadThatParksMarksTheLockCrowded() throws InterruptedException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "no lock is crowded on one processor");
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        List<Thread> waiters = new ArrayList<>();
        try (var guard = mutex.lock()) {
            assertThat(guard.isHeld()).isTrue();
            while (Patience.isCrowded(mutex.word())) {
                // what an earlier test may have left
            }
            for (int i = 1; i <= 2; i++) {
                Thread waiter = new Thread(() -> mutex.lock().close());
                waiter.start();
                waiters.add(waiter);
                int parked = i;
                Threads.await(() -> ParkingLot.parked(mutex.word()) == parked);
                assertThat(Patience.isCrowded(mutex.word())).isEqualTo(i == 2);
            }
        }
        for (Thread waiter : waiters) {
            Threads.join(waiter);
        }
    }

    @Test
    void nobodyStarvesBesideAGreedyThread() throws InterruptedException {
        nobodyStarves(Mutex.of(new Counter(), "mutex-test"));
    }

    @Test
    void nobodyStarvesBesideAGreedyThreadWhereItIsCrowded() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        Patience.crowds(mutex.word());
        nobodyStarves(mutex);
    }

    private static void nobodyStarves(Mutex<Counter> mutex) throws InterruptedException {
        AtomicLong wins = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        Thread greedy = new Thread(() -> {
            while (done.getCount() != 0) {
                try (var guard = mutex.lock()) {
                    guard.get().value++;
                }
            }
        });
        Thread modest = new Thread(() -> {
            for (int i = 0; i < 1_000; i++) {
                try (var guard = mutex.lock()) {
                    guard.get().value++;
                    wins.getAndIncrement();
                }
            }
            done.countDown();
        });
        greedy.start();
        modest.start();
        Threads.join(modest);
        Threads.join(greedy);
        assertThat(wins.get()).isEqualTo(1_000);
    }

    @Test
    void blockedVirtualThreadsLeaveTheirCarriers() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        int many = 4 * Runtime.getRuntime().availableProcessors() + 8;
        AtomicInteger ran = new AtomicInteger();
        List<Thread> blocked = new ArrayList<>();
        try (var guard = mutex.lock()) {
            for (int i = 0; i < many; i++) {
                blocked.add(Thread.startVirtualThread(() -> mutex.lock().close()));
            }
            Threads.await(() -> ParkingLot.parked(mutex.word()) == many);
            Threads.join(Thread.startVirtualThread(ran::getAndIncrement));
            assertThat(guard.isHeld()).isTrue();
        }
        assertThat(ran.get()).isEqualTo(1);
        for (Thread thread : blocked) {
            Threads.join(thread);
        }
    }

    @Test
    void threadsThatPauseInsideLoseNoWakeUp() throws InterruptedException {
        Mutex<Counter> mutex = Mutex.of(new Counter(), "mutex-test");
        int rounds = 300;
        Threads.run(3, thread -> {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < SECTIONS; i++) {
                    try (var guard = mutex.lock()) {
                        guard.get().value++;
                    }
                }
                if (thread == 0) {
                    try (var guard = mutex.lock()) {
                        guard.get().value++;
                        Thread.yield();
                    }
                }
            }
        });
        try (var guard = mutex.lock()) {
            assertThat(guard.get().value).isEqualTo(3L * rounds * SECTIONS + rounds);
        }
    }

    @Test
    void wordsOfCollectedLocksGoBackToTheirCache() {
        long before = Lock.liveWords();
        for (int i = 0; i < 1_000; i++) {
            assertThat(Mutex.of("data", "short-lived").word()).isNotZero();
        }
        Threads.await(() -> {
            System.gc();
            return Lock.liveWords() < before + 100;
        });
    }

    /** Without the validator nobody knows who locked it; that it is held, its cleaner sees. */
    @Test
    void lockThatIsGarbageWhileItIsHeldIsReportedAndItsWordUsedAgain() throws InterruptedException {
        List<String> warnings = new CopyOnWriteArrayList<>();
        WarnSink before = Warn.sink((category, message, site) -> {
            if (category.equals(Lock.FREED_HELD)) {
                warnings.add(message);
            }
        });
        try {
            long live = Lock.liveWords();
            Threads.run(1, thread -> {
                Mutex.of("data", "lost-held").lock();
                RwLock.of("data", "lost-read").read();
            });
            Threads.await(() -> {
                System.gc();
                return warnings.stream().filter(text -> text.contains("lost-")).count() >= 2;
            });
            assertThat(warnings)
                    .anyMatch(text -> text.startsWith("lock lost-held is garbage, and held"))
                    .anyMatch(text -> text.startsWith("lock lost-read is garbage, and held"));
            Threads.await(() -> Lock.liveWords() <= live);
        } finally {
            Warn.sink(before);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(Mutex.of("data", "next").isLocked()).isFalse();
        }
    }
}
