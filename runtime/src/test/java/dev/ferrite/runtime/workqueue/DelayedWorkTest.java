package dev.ferrite.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DelayedWorkTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void runsAfterItsDelay() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong at = new AtomicLong();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            DelayedWork work = DelayedWork.of("later", w -> {
                at.set(System.nanoTime());
                done.countDown();
            });
            long start = System.nanoTime();
            assertThat(queue.queueDelayed(work, Duration.ofMillis(10))).isTrue();
            assertThat(queue.queueDelayed(work, Duration.ZERO)).isFalse();
            done.await();
            assertThat(at.get() - start).isGreaterThanOrEqualTo(10_000_000);
            work.flush();
            assertThat(work.isPending()).isFalse();
        }
    }

    @Test
    void flushDoesNotWaitForTheTime() {
        AtomicInteger runs = new AtomicInteger();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            DelayedWork work = DelayedWork.of("later", w -> runs.incrementAndGet());
            queue.queueDelayed(work, LONG);
            assertThat(work.flush()).isTrue();
            assertThat(runs.get()).isEqualTo(1);
            assertThat(work.flush()).isFalse();
            queue.queueDelayed(work, Duration.ZERO);
            work.flush();
            assertThat(runs.get()).isEqualTo(2);
        }
    }

    @Test
    void modifyMovesTheTimeAndCancelStopsIt() {
        AtomicInteger runs = new AtomicInteger();
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            DelayedWork work = DelayedWork.of("later", w -> runs.incrementAndGet());
            assertThat(queue.modifyDelayed(work, LONG)).isFalse();
            assertThat(queue.modifyDelayed(work, LONG.multipliedBy(2))).isTrue();
            assertThat(work.isPending()).isTrue();
            assertThat(work.cancel()).isTrue();
            assertThat(work.cancel()).isFalse();
            assertThat(work.flush()).isFalse();
            queue.queueDelayed(work, LONG);
            assertThat(queue.modifyDelayed(work, Duration.ZERO)).isTrue();
            work.flush();
            assertThat(runs.get()).isEqualTo(1);
        }
    }

    @Test
    void cancelSyncEndsOneThatQueuesItselfForEver() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(10);
        try (WorkQueue queue = WorkQueue.create("test", 1)) {
            DelayedWork work = DelayedWork.of("self", w -> {
                runs.incrementAndGet();
                some.countDown();
                queue.queueDelayed(w, Duration.ofNanos(50_000));
            });
            queue.queueDelayed(work, Duration.ZERO);
            some.await();
            work.cancelSync();
            int after = runs.get();
            assertThat(work.isPending()).isFalse();
            queue.flush();
            assertThat(runs.get()).isEqualTo(after);
        }
    }
}
