package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.errno.Errno;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final Completion completion = Completion.of("test");

    @Test
    void completeAllLetsEverybodyPassForGood() throws InterruptedException {
        assertThat(completion.isDone()).isFalse();
        assertThat(completion.tryWait()).isFalse();
        AtomicInteger passed = new AtomicInteger();
        Thread[] waiters = new Thread[8];
        for (int i = 0; i < waiters.length; i++) {
            waiters[i] = new Thread(() -> {
                completion.waitForCompletion();
                passed.getAndIncrement();
            });
            waiters[i].start();
        }
        assertThat(passed.get()).isZero();
        completion.completeAll();
        completion.completeAll();
        for (Thread waiter : waiters) {
            Threads.join(waiter);
        }
        completion.complete();
        for (int i = 0; i < 100; i++) {
            completion.waitForCompletion();
            assertThat(completion.tryWait()).isTrue();
        }
        assertThat(completion.isDone()).isTrue();
        completion.reinit();
        assertThat(completion.isDone()).isFalse();
    }

    @Test
    void completeLetsOnePassNowOrLater() throws InterruptedException {
        completion.complete();
        completion.complete();
        completion.waitForCompletion();
        assertThat(completion.tryWait()).isTrue();
        assertThat(completion.tryWait()).isFalse();
        Thread waiter = new Thread(completion::waitForCompletion);
        waiter.start();
        Threads.await(() -> waiter.getState() == Thread.State.WAITING);
        completion.complete();
        Threads.join(waiter);
        assertThat(completion.isDone()).isFalse();
    }

    @Test
    void permissionsAreNeitherLostNorDoubled() throws InterruptedException {
        AtomicLong passed = new AtomicLong();
        Threads.run(4, thread -> {
            for (int i = 0; i < 20_000; i++) {
                if (thread < 2) {
                    completion.complete();
                } else {
                    completion.waitForCompletion();
                    passed.getAndIncrement();
                }
            }
        });
        assertThat(passed.get()).isEqualTo(40_000);
        assertThat(completion.isDone()).isFalse();
    }

    @Test
    void timedWaitTellsHowItEnded() throws InterruptedException {
        assertThat(completion.waitInterruptibleTimeout(0)).isZero();
        assertThat(completion.waitInterruptibleTimeout(2)).isZero();
        Thread.currentThread().interrupt();
        assertThat(completion.waitInterruptibleTimeout(-1)).isEqualTo(Errno.ERESTARTSYS.negated());
        assertThat(Thread.interrupted()).isTrue();
        completion.complete();
        assertThat(completion.waitInterruptibleTimeout(60_000)).isBetween(1L, 60_000L);
        completion.completeAll();
        assertThat(completion.waitInterruptibleTimeout(-1)).isEqualTo(Jiffies.MAX_SCHEDULE_TIMEOUT);
    }

    @Test
    void interruptDoesNotEndTheWaitAndIsKept() throws InterruptedException {
        AtomicInteger kept = new AtomicInteger();
        Thread waiter = new Thread(() -> {
            completion.waitForCompletion();
            kept.set(Thread.currentThread().isInterrupted() ? 1 : 2);
        });
        waiter.start();
        waiter.interrupt();
        Threads.await(() -> waiter.getState() == Thread.State.WAITING && !waiter.isInterrupted());
        completion.complete();
        Threads.join(waiter);
        assertThat(kept.get()).isEqualTo(1);
    }
}
