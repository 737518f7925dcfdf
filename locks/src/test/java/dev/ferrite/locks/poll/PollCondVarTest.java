package dev.ferrite.locks.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.Threads;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.uapi.EpollH;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

class PollCondVarTest {
    private static final long POISON = 0xdead_beefL;

    private final PollCondVar condVar = PollCondVar.of("test");
    private final Mutex<Object> mutex = Mutex.of(new Object(), "test");
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private Recorder poller(String name) {
        return new Recorder(name, log, true);
    }

    /** Threads that wait, in order; each writes its number when it wakes. */
    private List<Thread> threads(int count) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(thread("t" + i));
        }
        return threads;
    }

    private Thread thread(String name) {
        int before = condVar.waiters();
        Thread thread = new Thread(() -> {
            try (var guard = mutex.lock()) {
                condVar.wait(guard);
                log.add(name);
            }
        });
        thread.start();
        Threads.await(() -> condVar.waiters() == before + 1);
        return thread;
    }

    private void finish(List<Thread> threads) throws InterruptedException {
        condVar.notifyAllWaiters();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
    }

    @Test
    void notifyOneWakesBothPollersAndOneOfTwoThreads() throws InterruptedException {
        List<Thread> threads = threads(2);
        poller("a").join(condVar, false);
        poller("b").join(condVar, false);

        condVar.notifyOne();
        Threads.join(threads.getFirst());
        assertThat(log).containsExactly("b", "a", "t0");
        assertThat(condVar.waiters()).isEqualTo(1);
        assertThat(threads.get(1).isAlive()).isTrue();

        condVar.notifySync();
        Threads.join(threads.get(1));
        assertThat(log).containsExactly("b", "a", "t0", "b", "a", "t1");

        condVar.notifyOne(); // pollers stay, threads have left
        assertThat(log).containsExactly("b", "a", "t0", "b", "a", "t1", "b", "a");
    }

    @Test
    void notifyThroughTheSupertypeWakesPollers() {
        poller("a").join(condVar, false);
        CondVar plain = condVar;
        plain.notifyOne();
        plain.notifyAllWaiters();
        plain.notifySync();
        assertThat(log).containsExactly("a", "a", "a");
    }

    @Test
    void notifyAllWakesEverybody() throws InterruptedException {
        List<Thread> threads = threads(2);
        poller("a").join(condVar, false);
        poller("x").join(condVar, true);
        poller("y").join(condVar, true);
        condVar.notifyAllWaiters();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        assertThat(log.subList(0, 3)).containsExactly("a", "x", "y");
        assertThat(log.subList(3, 5)).containsExactlyInAnyOrder("t0", "t1");
    }

    @Test
    void exclusivePollersAndThreadsStandInOneLine() throws InterruptedException {
        Thread first = thread("t0");
        poller("x").join(condVar, true);
        Thread second = thread("t1");
        poller("a").join(condVar, false);

        condVar.notifyOne();
        Threads.join(first);
        assertThat(log).containsExactly("a", "t0");

        condVar.notifyOne(); // x is the oldest now, and stays it: pollers keep their place
        condVar.notifyOne();
        assertThat(log).containsExactly("a", "t0", "a", "x", "a", "x");
        assertThat(condVar.waiters()).isEqualTo(1);
        finish(List.of(second));
    }

    @Test
    void exclusivePollerOnWhichNobodySleepsIsToldAndLetsTheNotificationGoOn() throws InterruptedException {
        Recorder idle = new Recorder("idle", log, false);
        idle.join(condVar, true);
        Thread thread = thread("t0");
        poller("x").join(condVar, true);

        condVar.notifyOne();
        Threads.join(thread);
        assertThat(log).containsExactly("idle", "t0");

        condVar.notifyOne();
        assertThat(log).containsExactly("idle", "t0", "idle", "x");
    }

    @Test
    void threadThatGaveUpItsPlaceDoesNotSwallowTheNotification() throws InterruptedException {
        Thread waiter = new Thread(() -> {
            try (var guard = mutex.lock()) {
                condVar.waitInterruptible(guard);
            }
        });
        waiter.start();
        Threads.await(() -> condVar.waiters() == 1);
        poller("x").join(condVar, true);
        waiter.interrupt();
        Threads.join(waiter);
        condVar.notifyOne();
        assertThat(log).containsExactly("x");
    }

    @Test
    void pollerWaitsInSeveralQueuesAndLeavesAll() {
        PollCondVar other = PollCondVar.of("other");
        Recorder recorder = poller("a");
        PollSource[] self = new PollSource[1];
        self[0] = table -> {
            assertThat(table.doesNotWait()).isFalse();
            table.registerWait(self[0], condVar);
            table.registerWait(self[0], other);
            table.registerWait(self[0], other);
            return EpollH.EPOLLOUT;
        };
        assertThat(recorder.join(self[0], false)).isEqualTo(EpollH.EPOLLOUT);
        condVar.notifyOne();
        other.notifyOne();
        assertThat(log).containsExactly("a", "a", "a");
        recorder.leave();
        assertThat(condVar.registered() + other.registered()).isZero();
        condVar.notifyOne();
        other.notifyAllWaiters();
        assertThat(log).hasSize(3);
    }

    @Test
    void tableIsGoodForOneCallAndNotForLooks() {
        PollTable[] kept = new PollTable[1];
        Counter source = new Counter(condVar);
        PollSource keeps = table -> {
            kept[0] = table;
            return 0;
        };
        poller("a").join(keeps, false);
        assertThatThrownBy(() -> kept[0].registerWait(source, condVar))
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("test");
        assertThat(Poller.look(source)).isZero();
        assertThat(condVar.registered()).isZero();
        assertThat(PollTable.NONE.doesNotWait()).isTrue();
    }

    @Test
    void sourceThatThrowsLeavesNobodyInAQueue() {
        PollSource[] self = new PollSource[1];
        self[0] = table -> {
            table.registerWait(self[0], condVar);
            throw new IllegalStateException("source");
        };
        assertThatThrownBy(() -> poller("a").join(self[0], false)).isInstanceOf(IllegalStateException.class);
        assertThat(condVar.registered()).isZero();
        assertThat(Rcu.readLockHeld()).isFalse();
    }

    @Test
    void pollerThatThrowsIsAWarningAndTheOthersAreWoken() {
        poller("a").join(condVar, false);
        Poller bad = new Poller() {
            {
                attach(Epoll.bare(condVar), false);
            }

            @Override
            protected boolean wake(int key) {
                throw new IllegalStateException("bad poller");
            }
        };
        assertThat(bad).isNotNull();
        List<String> seen = new ArrayList<>();
        var before = Warn.sink((category, message, site) -> seen.add(category));
        try {
            condVar.notifyOne();
        } finally {
            Warn.sink(before);
        }
        assertThat(seen).containsExactly("poll-wake");
        assertThat(log).containsExactly("a");
    }

    @Test
    void closeTellsHupAndFreeAndEmptiesTheQueue() throws InterruptedException {
        List<Thread> threads = threads(2);
        Recorder recorder = poller("a");
        recorder.join(condVar, false);
        poller("x").join(condVar, true);
        condVar.close();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        assertThat(log.subList(0, 2)).containsExactly("a 0x4010", "x 0x4010");
        assertThat(condVar.registered()).isZero();
        assertThat(condVar.isClosed()).isTrue();
        condVar.notifyOne();
        condVar.close();
        recorder.leave();
        assertThat(log).hasSize(4);
        assertThatThrownBy(() -> poller("late").join(condVar, false))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESHUTDOWN));
        condVar.notifyAllWaiters();
        assertThat(log).hasSize(4);
    }

    @Test
    void closeInsideAReadSideSectionIsRefusedAndChangesNothing() {
        poller("a").join(condVar, false);
        try (var guard = Rcu.readLock()) {
            assertThat(guard).isNotNull();
            assertThatThrownBy(condVar::close).isInstanceOf(KernelBug.class).hasMessageContaining("test");
        }
        assertThat(condVar.isClosed()).isFalse();
        condVar.notifyOne();
        assertThat(log).containsExactly("a");
    }

    @Test
    void closeWaitsForALookThatIsUnderWay() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean go = new AtomicBoolean();
        AtomicBoolean closed = new AtomicBoolean();
        PollSource slow = table -> {
            inside.countDown();
            while (!go.get()) {
                Thread.onSpinWait();
            }
            return closed.get() ? EpollH.EPOLLERR : 0;
        };
        AtomicInteger saw = new AtomicInteger(-1);
        Thread looker = new Thread(() -> saw.set(Poller.look(slow)));
        looker.start();
        inside.await();
        Thread closer = new Thread(() -> {
            condVar.close();
            closed.set(true);
        });
        closer.start();
        Threads.await(condVar::isClosed);
        try {
            for (int i = 0; i < 1000; i++) {
                assertThat(closed.get()).isFalse();
                Thread.yield();
            }
        } finally {
            go.set(true);
        }
        Threads.join(looker);
        Threads.join(closer);
        assertThat(saw.get()).isZero();
    }

    @Test
    void boxIsDroppedInsideASectionAndFreedAfterIt() {
        AtomicInteger freed = new AtomicInteger();
        PollCondVarBox box = PollCondVarBox.of("box", freed::getAndIncrement);
        poller("a").join(box.get(), false);
        try (var guard = Rcu.readLock()) {
            assertThat(guard).isNotNull();
            box.close();
            box.close();
            assertThat(log).containsExactly("a 0x4010");
            assertThat(freed.get()).isZero();
        }
        Rcu.barrier();
        assertThat(freed.get()).isEqualTo(1);
        assertThatThrownBy(box::get).isInstanceOf(KernelBug.class);
        PollCondVarBox.of("plain").close();
    }

    /** The compiler and the processor both want to move the notifier's store behind its look at the queue. */
    @Test
    void changeIsSeenByWhoRegistersOrTellsIt() throws InterruptedException {
        int rounds = 5_000;
        Counter[] sources = new Counter[rounds];
        for (int i = 0; i < rounds; i++) {
            sources[i] = new Counter();
        }
        AtomicInteger turn = new AtomicInteger(-1);
        int[] seen = new int[rounds];
        List<String> wakes = Collections.synchronizedList(new ArrayList<>());
        Threads.run(2, thread -> {
            for (int i = 0; i < rounds; i++) {
                if (thread == 0) {
                    turn.setRelease(i);
                    sources[i].set(1);
                    sources[i].changed.notifyOne();
                    awaitChange(turn, i);
                } else {
                    awaitChange(turn, -1);
                    Recorder recorder = new Recorder("" + i, wakes, true);
                    seen[i] = recorder.join(sources[i], i % 2 == 0);
                    turn.setRelease(-1);
                }
            }
        });
        List<Integer> lost = new ArrayList<>();
        var told = new HashSet<>(wakes);
        for (int i = 0; i < rounds; i++) {
            if (seen[i] == 0 && !told.contains("" + i)) {
                lost.add(i);
            }
        }
        assertThat(lost).isEmpty();
    }

    /** Spins, so that both start together; yields now and then, for machines that have one processor free. */
    private static void awaitChange(AtomicInteger turn, int from) {
        for (int spins = 1; turn.getAcquire() == from; spins++) {
            if (spins % 2_000 == 0) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** Looks for a while, as a callback with more to do would. */
    private static boolean isPoisonedSoon(Counter source) {
        for (int i = 0; i < 100; i++) {
            Thread.onSpinWait();
        }
        return Words.getLongAcquire(source.word) == POISON;
    }

    /** Each round tears a condition variable down while others notify, register and look; what they look at is poisoned. */
    @Test
    void teardownUnderFireNeverShowsFreedState() throws InterruptedException {
        int rounds = 500;
        AtomicReferenceArray<Counter> current = new AtomicReferenceArray<>(new Counter[] {new Counter()});
        AtomicInteger poisoned = new AtomicInteger();
        AtomicInteger hangUps = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger registrations = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        Threads.run(3, thread -> {
            if (thread == 0) {
                for (int i = 0; i < rounds; i++) {
                    int before = i;
                    Threads.await(() -> attempts.get() > before);
                    Counter old = current.getAndSet(0, new Counter());
                    old.changed.close();
                    Words.setLongVolatile(old.word, POISON);
                }
                stop.set(true);
                current.get(0).changed.close();
            } else if (thread == 1) {
                while (!stop.get()) {
                    current.get(0).changed.notifyOne();
                    current.get(0).changed.notifyAllWaiters();
                }
            } else {
                while (!stop.get()) {
                    Counter source = current.get(0);
                    AtomicBoolean hungUp = new AtomicBoolean();
                    Poller poller = new Poller() {
                        @Override
                        protected boolean wake(int key) {
                            if ((key & EpollH.EPOLLHUP) != 0) {
                                hungUp.set(true);
                                hangUps.getAndIncrement();
                            } else if (isPoisonedSoon(source)) {
                                poisoned.getAndIncrement();
                            }
                            return true;
                        }
                    };
                    PollSource checked = table -> {
                        source.poll(table);
                        if (isPoisonedSoon(source)) {
                            poisoned.getAndIncrement();
                        }
                        return 0;
                    };
                    try {
                        attempts.getAndIncrement();
                        poller.attach(checked, false);
                        registrations.getAndIncrement();
                        while (!hungUp.get()) {
                            Thread.yield();
                        }
                    } catch (ErrnoException e) {
                        assertThat(e.errno()).isEqualTo(Errno.ESHUTDOWN);
                        Thread.onSpinWait();
                    }
                }
            }
        });
        assertThat(poisoned.get()).isZero();
        assertThat(registrations.get()).isPositive();
        assertThat(hangUps.get()).isEqualTo(registrations.get());
    }
}
