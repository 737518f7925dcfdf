package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RcuTest {
    private static ThreadFactory factory(String kind) {
        return kind.equals("virtual")
                ? Thread.ofVirtual().factory()
                : Thread.ofPlatform().factory();
    }

    /** A thread that is in a section until it is told to leave. */
    private static final class Reader {
        final CountDownLatch inside = new CountDownLatch(1);
        final AtomicBoolean leave = new AtomicBoolean();
        final AtomicBoolean left = new AtomicBoolean();
        final Thread thread;

        Reader(String kind, int nesting) {
            thread = factory(kind).newThread(() -> read(nesting));
            thread.setName("reader-" + kind);
            thread.start();
            try {
                inside.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private void read(int nesting) {
            try (var guard = Rcu.readLock()) {
                assertThat(guard.isHeld()).isTrue();
                if (nesting > 1) {
                    read(nesting - 1);
                    return;
                }
                inside.countDown();
                while (!leave.get()) {
                    Thread.onSpinWait(); // a section must not block; a virtual one does not free its carrier
                    if (Thread.currentThread().isVirtual()) {
                        Thread.yield(); // it may be unmounted all the same
                    }
                }
                left.set(true);
            }
        }

        void end() throws InterruptedException {
            leave.set(true);
            Threads.join(thread);
        }
    }

    @Test
    void runsInTheModeThisJvmWasStartedFor() {
        boolean off = "false".equals(System.getProperty("ferrite.membarrier"));
        assertThat(off && Membarrier.AVAILABLE).isFalse();
        assertThat(System.getProperty("test.mode", "asymmetric")).isEqualTo(off ? "exchange" : "asymmetric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void synchronizeWaitsForAReaderThatWasThere(String kind) throws InterruptedException {
        Reader reader = new Reader(kind, 1);
        AtomicBoolean leftBefore = new AtomicBoolean();
        Thread updater = new Thread(() -> {
            Rcu.synchronize();
            leftBefore.set(reader.left.get());
        });
        updater.start();
        Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
        assertThat(reader.left).isFalse();
        reader.end();
        Threads.join(updater);
        assertThat(leftBefore).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void synchronizeWaitsForTheOutermostOfNestedSections(String kind) throws InterruptedException {
        Reader reader = new Reader(kind, 5);
        AtomicBoolean leftBefore = new AtomicBoolean();
        Thread updater = new Thread(() -> {
            Rcu.synchronizeExpedited();
            leftBefore.set(reader.left.get());
        });
        updater.start();
        Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
        reader.end();
        Threads.join(updater);
        assertThat(leftBefore).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void gracePeriodDoesNotWaitForLaterReaders(String kind) throws InterruptedException {
        Reader before = new Reader(kind, 1);
        long state = Rcu.getState();
        Thread updater = new Thread(() -> Rcu.condSynchronize(state));
        updater.start();
        Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
        Reader after = new Reader(kind, 1);
        assertThat(Rcu.pollState(state)).isFalse();
        before.end();
        Threads.join(updater);
        assertThat(Rcu.pollState(state)).isTrue();
        assertThat(after.left).isFalse();
        after.end();
    }

    @Test
    void gracePeriodIsOverAtOnceForWhoComesAfterIt() {
        long state = Rcu.getState();
        Rcu.synchronize();
        assertThat(Rcu.pollState(state)).isTrue();
        long before = GracePeriods.INSTANCE.completed();
        Rcu.condSynchronize(state);
        assertThat(Rcu.getState()).isGreaterThan(state);
        assertThat(GracePeriods.INSTANCE.completed()).isGreaterThanOrEqualTo(before);
        assertThatThrownBy(() -> Rcu.pollState(Rcu.getState() + 1000)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> Rcu.condSynchronize(0)).isInstanceOf(KernelBug.class);
    }

    @Test
    void callersShareGracePeriods() throws InterruptedException {
        Rcu.barrier(); // callbacks of others want grace periods, too
        Reader reader = new Reader("platform", 1);
        long before = GracePeriods.INSTANCE.completed();
        List<Thread> updaters = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Thread updater = new Thread(Rcu::synchronize);
            updaters.add(updater);
            updater.start();
        }
        for (Thread updater : updaters) {
            Threads.await(() ->
                    updater.getState() == Thread.State.WAITING || updater.getState() == Thread.State.TIMED_WAITING);
        }
        reader.end();
        for (Thread updater : updaters) {
            Threads.join(updater);
        }
        assertThat(GracePeriods.INSTANCE.completed() - before).isBetween(1L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void callbacksRunInOrderAfterAGracePeriod(String kind) throws InterruptedException {
        Reader reader = new Reader(kind, 1);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 1000; i++) {
            int number = i;
            Rcu.call(() -> order.add(number));
        }
        long state = Rcu.getState();
        assertThat(Rcu.pollState(state)).isFalse();
        assertThat(order).isEmpty();
        reader.end();
        Rcu.barrier();
        assertThat(order).hasSize(1000).isSorted();
    }

    @Test
    void headIsQueuedWithoutGarbageAndAgainFromItsCallback() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch thrice = new CountDownLatch(3);
        RcuHead head = new RcuHead() {
            @Override
            protected void reclaim() {
                if (runs.incrementAndGet() < 3) {
                    Rcu.call(this);
                }
                thrice.countDown();
            }
        };
        Rcu.call(head);
        thrice.await();
        assertThat(runs).hasValue(3);
    }

    @Test
    void headQueuedTwiceIsABug() throws InterruptedException {
        RcuHead head = new RcuHead() {
            @Override
            protected void reclaim() {}
        };
        try (var guard = Rcu.readLock()) {
            assertThat(guard.isHeld()).isTrue();
            Rcu.call(head);
            assertThatThrownBy(() -> Rcu.call(head)).isInstanceOf(KernelBug.class);
        }
        Rcu.barrier();
        Rcu.call(head);
        Rcu.barrier();
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> Rcu.call(nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Rcu.call(noHead())).isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static Runnable nothing() {
        return null;
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static RcuHead noHead() {
        return null;
    }

    @Test
    void callbackThatThrowsIsAWarningAndTheNextRuns() {
        AtomicBoolean next = new AtomicBoolean();
        var warnings = Warnings.during(() -> {
            Rcu.call(() -> {
                throw new IllegalStateException("on purpose");
            });
            Rcu.call(() -> {
                throw new StackOverflowError("on purpose");
            });
            Rcu.call(Rcu::readLock);
            Rcu.call(() -> Thread.currentThread().interrupt());
            Rcu.call(() -> next.set(true));
            Rcu.barrier();
        });
        assertThat(next).isTrue();
        assertThat(warnings).hasSize(3);
        assertThat(warnings.get(0)).contains("rcu-callback").contains("on purpose");
        assertThat(warnings.get(2)).contains("rcu-callback-section");
    }

    @Test
    void callbackMayCallAndSynchronizeButNotWaitForCallbacks() {
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        AtomicBoolean inner = new AtomicBoolean();
        Rcu.call(() -> {
            Rcu.synchronize();
            Rcu.call(() -> inner.set(true));
            try {
                Rcu.barrier();
            } catch (KernelBug e) {
                refusal.set(e);
            }
        });
        Rcu.barrier();
        assertThat(refusal.get()).isInstanceOf(KernelBug.class);
        Rcu.barrier();
        assertThat(inner).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void waitingInsideASectionIsABug(String kind) throws InterruptedException {
        Threads.run(1, factory(kind), number -> {
            try (var guard = Rcu.readLock()) {
                assertThat(Rcu.readLockHeld()).isTrue();
                assertThatThrownBy(Rcu::synchronize)
                        .isInstanceOf(KernelBug.class)
                        .hasMessageContaining("nesting=1");
                assertThatThrownBy(Rcu::synchronizeExpedited).isInstanceOf(KernelBug.class);
                assertThatThrownBy(Rcu::barrier).isInstanceOf(KernelBug.class);
                assertThatThrownBy(() -> Rcu.condSynchronize(Rcu.getState())).isInstanceOf(KernelBug.class);
                assertThat(guard.isHeld()).isTrue();
            }
            assertThat(Rcu.readLockHeld()).isFalse();
            Rcu.synchronize();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void guardClosedTwiceIsABug(String kind) throws InterruptedException {
        Threads.run(1, factory(kind), number -> {
            RcuGuard guard = Rcu.readLock();
            guard.close();
            assertThat(guard.isHeld()).isFalse();
            assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class);
            Rcu.readLock().close();
            Rcu.synchronize();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void guardOfAnotherThreadIsABug(String kind) throws InterruptedException {
        RcuGuard guard = Rcu.readLock();
        Threads.run(1, factory(kind), number -> {
            assertThat(guard.isHeld()).isFalse();
            assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class).hasMessageContaining("thread");
        });
        assertThat(guard.isHeld()).isTrue();
        guard.close();
        Rcu.synchronize();
    }

    @Test
    void nestingTooDeepIsABugAndLeavesTheRestIntact() {
        RcuGuard guard = Rcu.readLock();
        for (int i = 1; i < RcuGuard.MAX_NESTING; i++) {
            Rcu.readLock();
        }
        assertThatThrownBy(Rcu::readLock).isInstanceOf(KernelBug.class).hasMessageContaining("32767");
        for (int i = 0; i < RcuGuard.MAX_NESTING; i++) {
            assertThat(guard.isHeld()).isTrue();
            guard.close();
        }
        assertThat(guard.isHeld()).isFalse();
        Rcu.synchronize();
    }

    @Test
    void interruptDoesNotEndTheWaitAndStays() throws InterruptedException {
        Reader reader = new Reader("platform", 1);
        AtomicBoolean leftBefore = new AtomicBoolean();
        AtomicBoolean flag = new AtomicBoolean();
        Thread updater = new Thread(() -> {
            Rcu.synchronize();
            leftBefore.set(reader.left.get());
            flag.set(Thread.currentThread().isInterrupted());
        });
        Thread barrier = new Thread(() -> {
            Rcu.call(() -> {});
            Rcu.barrier();
            leftBefore.compareAndSet(true, reader.left.get());
            flag.compareAndSet(true, Thread.currentThread().isInterrupted());
        });
        updater.start();
        barrier.start();
        updater.interrupt();
        barrier.interrupt();
        Threads.await(
                () -> updater.getState() == Thread.State.TIMED_WAITING || updater.getState() == Thread.State.WAITING);
        reader.end();
        Threads.join(updater);
        Threads.join(barrier);
        assertThat(leftBefore).isTrue();
        assertThat(flag).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void readerThatStallsIsReportedWithItsStack(String kind) throws InterruptedException {
        Reader reader = new Reader(kind, 1);
        Rcu.stallTimeout(Duration.ofMillis(20));
        try {
            var warnings = Warnings.during(() -> {
                Thread updater = new Thread(Rcu::synchronize);
                updater.start();
                Threads.await(() -> Warn.countOf("rcu-stall") > 0);
                reader.leave.set(true);
                join(updater);
            });
            assertThat(warnings.getFirst())
                    .contains("rcu-stall")
                    .contains("reader-" + kind)
                    .contains("RcuTest$Reader.read");
        } finally {
            Rcu.stallTimeout(Duration.ofNanos(GracePeriods.DEFAULT_STALL_NANOS));
            reader.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void threadThatEndsInsideASectionIsAWarningAndHoldsNobodyUp(String kind) {
        var warnings = Warnings.during(() -> {
            Thread reader = factory(kind).newThread(Rcu::readLock);
            reader.start();
            join(reader);
            Rcu.synchronize();
        });
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst()).contains("rcu-reader-died");
        Rcu.synchronize();
    }

    private static void join(Thread thread) {
        try {
            Threads.join(thread);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endedPlatformThreadsLeaveNoReaders() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            Threads.run(50, number -> Rcu.readLock().close());
        }
        Readers.reapNow();
        assertThat(Readers.registered()).isLessThan(100);
    }

    @Test
    void manyVirtualThreadsShareAFewSlots() throws InterruptedException {
        AtomicInteger reads = new AtomicInteger();
        int before = VirtualReaders.slots();
        for (int round = 0; round < 20; round++) {
            Threads.run(1000, Thread.ofVirtual().factory(), number -> {
                try (var outer = Rcu.readLock();
                        var inner = Rcu.readLock()) {
                    assertThat(outer.isHeld() && inner.isHeld()).isTrue();
                    reads.incrementAndGet();
                }
            });
        }
        assertThat(reads).hasValue(20_000);
        assertThat(VirtualReaders.slots() - before).isLessThan(2000);
    }

    @Test
    void aThousandVirtualThreadsBlockedInSectionsStillWork() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1000);
        CountDownLatch leave = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (var guard = Rcu.readLock()) {
                    inside.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    assertThat(guard.isHeld()).isTrue();
                }
            }));
        }
        inside.await();
        long state = Rcu.getState();
        Thread updater = new Thread(() -> Rcu.condSynchronize(state));
        updater.start();
        Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
        leave.countDown();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        Threads.join(updater);
        assertThat(VirtualReaders.slots()).isLessThan(10_000);
    }
}
