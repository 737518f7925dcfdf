package dev.ferrite.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkQueueTest {
    private static WorkQueue queue(boolean virtual, int active) {
        return virtual ? WorkQueue.createVirtual("test", active) : WorkQueue.create("test", active);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orderedQueueRunsInOrderAndNeverTwoAtATime(boolean virtual) {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkQueue queue = queue(virtual, 1)) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                assertThat(queue.queue(Work.of("item", work -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            order.add(number);
                            inside.decrementAndGet();
                        })))
                        .isTrue();
            }
            queue.flush();
            assertThat(order).hasSize(500).isSorted();
            assertThat(most.get()).isEqualTo(1);
        }
    }

    /** What a process sees that may start no more threads. */
    @Test
    void withoutAThreadNothingIsQueuedAndAQueueThatHasOneGoesOnWithIt() {
        AtomicInteger left = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        Work blocker = Work.of("blocker", work -> await(gate));
        Work next = Work.of("next", work -> ran.incrementAndGet());
        try (WorkQueue queue = new WorkQueue("poor", 2, task -> {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("as asked");
            }
            Thread.ofPlatform().start(task);
        })) {
            assertThatThrownBy(() -> queue.queue(blocker)).isInstanceOf(OutOfMemoryError.class);
            assertThat(blocker.isBusy()).isFalse();
            queue.flush(); // nothing to wait for
            left.set(1);
            assertThat(queue.queue(blocker)).isTrue();
            assertThat(queue.queue(next))
                    .as("no second thread, but the first comes to it")
                    .isTrue();
            assertThat(ran.get()).isZero();
            gate.countDown();
            queue.flush();
            assertThat(ran.get()).isEqualTo(1);
        }
    }

    @Test
    void pendingItemIsQueuedOnce() {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            queue.queue(Work.of("gate", work -> await(gate)));
            Work item = Work.of("item", work -> runs.incrementAndGet());
            assertThat(queue.queue(item)).isTrue();
            assertThat(item.isPending()).isTrue();
            assertThat(queue.queue(item)).isFalse();
            assertThat(WorkQueue.system().queue(item)).isFalse();
            gate.countDown();
            item.flush(); // it may have run already
            assertThat(item.flush()).isFalse();
            assertThat(runs.get()).isEqualTo(1);
            assertThat(item.isBusy()).isFalse();
            assertThat(queue.queue(item)).isTrue();
        }
        assertThat(runs.get()).isEqualTo(2);
    }

    @Test
    void itemNeverRunsBesideItselfWhateverTheQueue() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger clashes = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        try (WorkQueue one = WorkQueue.create("one", 4);
                WorkQueue two = WorkQueue.createVirtual("two", 4)) {
            Work item = Work.of("item", work -> {
                if (inside.getAndIncrement() != 0) {
                    clashes.incrementAndGet();
                }
                runs.incrementAndGet();
                Thread.yield();
                inside.getAndDecrement();
            });
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                WorkQueue queue = i % 2 == 0 ? one : two;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int n = 0; n < 2_000; n++) {
                        if (queue.queue(item)) {
                            accepted.incrementAndGet();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            item.flush();
            assertThat(clashes.get()).isZero();
            assertThat(runs.get()).isEqualTo(accepted.get());
        }
    }

    @Test
    void queuedWhileRunningItRunsAgain() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (WorkQueue queue = WorkQueue.create("test", 4)) {
            Work item = Work.of("item", work -> {
                runs.incrementAndGet();
                started.countDown();
                await(gate);
            });
            queue.queue(item);
            await(started);
            assertThat(queue.queue(item)).isTrue();
            assertThat(queue.queue(item)).isFalse();
            gate.countDown();
            item.flush();
            assertThat(runs.get()).isEqualTo(2);
        }
    }

    @Test
    void cancelTakesAPendingItemOff() {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            queue.queue(Work.of("gate", work -> await(gate)));
            Work item = Work.of("item", work -> runs.incrementAndGet());
            queue.queue(item);
            assertThat(item.cancel()).isTrue();
            assertThat(item.cancel()).isFalse();
            assertThat(item.flush()).isFalse();
            queue.queue(item);
            assertThat(item.cancelSync()).isTrue();
            queue.queue(item);
            gate.countDown();
            item.flush();
            assertThat(runs.get()).isEqualTo(1);
        }
    }

    @Test
    void cancelSyncEndsAnItemThatQueuesItselfForEver() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(100);
        try (WorkQueue queue = WorkQueue.create("test", 2)) {
            Work item = Work.of("self", work -> {
                runs.incrementAndGet();
                some.countDown();
                queue.queue(work);
            });
            queue.queue(item);
            await(some);
            item.cancelSync();
            int after = runs.get();
            assertThat(item.isBusy()).isFalse();
            queue.flush();
            assertThat(runs.get()).isEqualTo(after);
        }
    }

    @Test
    void drainLetsItsOwnItemsQueueAndNobodyElse() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger left = new AtomicInteger(20);
        WorkQueue queue = WorkQueue.create("test", 1);
        Work chain = Work.of("chain", work -> {
            started.countDown();
            await(gate);
            if (left.decrementAndGet() > 0) {
                queue.queue(work);
            }
        });
        queue.queue(chain);
        await(started);
        Thread closer = Thread.ofPlatform().start(queue::close);
        while (!queue.toString().contains("DRAINING")) {
            Thread.onSpinWait();
        }
        long before = Warn.countOf("workqueue");
        assertThat(queue.queue(Work.of("stranger", work -> {}))).isFalse();
        assertThat(Warn.countOf("workqueue")).isEqualTo(before + 1);
        gate.countDown();
        joined(closer);
        assertThat(left.get()).isZero();
        assertThat(queue.queue(chain)).isFalse();
        assertThat(queue.toString()).contains("CLOSED");
        queue.close();
        queue.drain();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void waitingForOneselfIsABug() {
        AtomicReference<Throwable> flush = new AtomicReference<>();
        AtomicReference<Throwable> cancel = new AtomicReference<>();
        AtomicReference<Throwable> all = new AtomicReference<>();
        AtomicReference<Throwable> drain = new AtomicReference<>();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            Work item = Work.of("item", work -> {
                flush.set(thrownBy(work::flush));
                cancel.set(thrownBy(work::cancelSync));
                all.set(thrownBy(queue::flush));
                drain.set(thrownBy(queue::drain));
            });
            queue.queue(item);
            item.flush();
        }
        assertThat(List.of(flush.get(), cancel.get(), all.get(), drain.get()))
                .allSatisfy(
                        bug -> assertThat(bug).isInstanceOf(KernelBug.class).hasMessageContaining("waits for ever"));
        assertThatThrownBy(() -> WorkQueue.system().close()).isInstanceOf(KernelBug.class);
    }

    private static Throwable thrownBy(Runnable action) {
        try {
            action.run();
        } catch (KernelBug bug) {
            return bug;
        }
        return new AssertionError("nothing thrown");
    }

    @Test
    void failingItemIsAWarningAndTheQueueGoesOn() {
        AtomicBoolean ran = new AtomicBoolean();
        long before = Warn.countOf("workqueue");
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            Work bad = Work.of("bad", work -> {
                throw new IllegalStateException("as asked");
            });
            queue.queue(bad);
            queue.queue(Work.of("good", work -> ran.set(true)));
            queue.flush();
            assertThat(bad.isBusy()).isFalse();
        }
        assertThat(ran.get()).isTrue();
        assertThat(Warn.countOf("workqueue")).isEqualTo(before + 1);
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> WorkQueue.create("test", 0)).isInstanceOf(ErrnoException.class);
        assertThatThrownBy(() -> WorkQueue.createVirtual("test", WorkQueue.MAX_ACTIVE + 1))
                .isInstanceOf(ErrnoException.class);
    }

    @Test
    void randomQueueingCancellingAndFlushingLosesNothing() throws InterruptedException {
        int items = 16;
        try (WorkQueue queue = WorkQueue.create("test", 3)) {
            AtomicInteger[] begun = new AtomicInteger[items];
            AtomicInteger[] accepted = new AtomicInteger[items];
            AtomicInteger[] cancelled = new AtomicInteger[items];
            Work[] works = new Work[items];
            for (int i = 0; i < items; i++) {
                int number = i;
                begun[i] = new AtomicInteger();
                accepted[i] = new AtomicInteger();
                cancelled[i] = new AtomicInteger();
                works[i] = Work.of("item-" + i, work -> begun[number].incrementAndGet());
            }
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Random random = new Random(t);
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int n = 0; n < 3_000; n++) {
                        int i = random.nextInt(items);
                        switch (random.nextInt(8)) {
                            case 0 -> count(cancelled[i], works[i].cancel());
                            case 1 -> count(cancelled[i], works[i].cancelSync());
                            case 2 -> works[i].flush();
                            case 3 -> queue.flush();
                            default -> count(accepted[i], queue.queue(works[i]));
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            queue.drain();
            for (int i = 0; i < items; i++) {
                assertThat(begun[i].get() + cancelled[i].get()).isEqualTo(accepted[i].get());
            }
        }
    }

    private static void count(AtomicInteger counter, boolean one) {
        if (one) {
            counter.incrementAndGet();
        }
    }
}
