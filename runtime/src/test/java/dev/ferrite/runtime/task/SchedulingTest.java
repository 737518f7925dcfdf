package dev.ferrite.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sleeping in {@code schedule} and being woken. */
@Timeout(60)
class SchedulingTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aWakeUpBeforeTheSleepIsNotLost() {
        CurrentTask current = CurrentTask.current();
        try (ARef<Task> task = current.task()) {
            current.setState(Task.TASK_UNINTERRUPTIBLE);
            assertThat(task.get().wakeUp()).isTrue();
            current.schedule();
            assertThat(task.get().wakeUp()).as("runs already").isFalse();
        }
    }

    @Test
    void aWakeUpOfARunningTaskDoesNothing() {
        CurrentTask current = CurrentTask.current();
        try (ARef<Task> task = current.task()) {
            assertThat(task.get().wakeUp()).isFalse();
            current.setState(Task.TASK_INTERRUPTIBLE);
            assertThat(current.scheduleTimeout(5 * MILLI)).isZero();
        }
    }

    @Test
    void anInterruptEndsAnInterruptibleSleepAndStays() {
        CurrentTask current = CurrentTask.current();
        Thread.currentThread().interrupt();
        try {
            current.setState(Task.TASK_INTERRUPTIBLE | Task.TASK_FREEZABLE);
            current.schedule();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptDoesNotEndAnUninterruptibleSleepAndStays() {
        CurrentTask current = CurrentTask.current();
        Thread.currentThread().interrupt();
        long start = System.nanoTime();
        try {
            current.setState(Task.TASK_UNINTERRUPTIBLE);
            assertThat(current.scheduleTimeout(20 * MILLI)).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20 * MILLI);
    }

    @Test
    void withoutAStateItOnlyYields() {
        CurrentTask.current().schedule();
        CurrentTask.current().setState(Task.TASK_INTERRUPTIBLE);
        CurrentTask.current().setState(Task.TASK_RUNNING);
        CurrentTask.current().schedule();
    }

    @Test
    void badArgumentsAreBugs() {
        CurrentTask current = CurrentTask.current();
        assertThatThrownBy(() -> current.setState(3)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> current.setState(-1)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> current.scheduleTimeout(-1)).isInstanceOf(KernelBug.class);
    }

    @Test
    void noWakeUpLeavesAPermitBehind() throws InterruptedException {
        CurrentTask current = CurrentTask.current();
        int early = 0;
        int rounds = 40;
        try (ARef<Task> task = current.task()) {
            for (int i = 0; i < rounds; i++) {
                Thread waker = new Thread(() -> {
                    while (!task.get().wakeUp()) {
                        Thread.onSpinWait();
                    }
                });
                waker.start();
                current.setState(Task.TASK_UNINTERRUPTIBLE);
                if (i % 3 == 0) {
                    // Woken before it sleeps, and then it does not sleep: the permit is there for sure.
                    waker.join();
                    current.setState(Task.TASK_RUNNING);
                } else {
                    current.schedule();
                }
                long start = System.nanoTime();
                LockSupport.parkNanos(3 * MILLI);
                if (System.nanoTime() - start < 2 * MILLI) {
                    early++;
                }
                waker.join();
            }
        }
        // A park may return for no reason; a permit left behind would end every third one.
        assertThat(early).isLessThan(rounds / 6);
    }

    @Test
    void pingPongLosesNoWakeUp() throws InterruptedException {
        int rounds = 5_000;
        AtomicInteger turn = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(2);
        Task[] tasks = new Task[2];
        Thread[] threads = new Thread[2];
        for (int me = 0; me < 2; me++) {
            int mine = me;
            threads[me] = new Thread(() -> {
                CurrentTask current = CurrentTask.current();
                try (ARef<Task> task = current.task()) {
                    tasks[mine] = task.get();
                    ready.countDown();
                    ready.await();
                    for (int i = 0; i < rounds; i++) {
                        while (true) {
                            current.setState(Task.TASK_UNINTERRUPTIBLE);
                            if (turn.get() % 2 == mine) {
                                break;
                            }
                            if (current.scheduleTimeout(TimeUnit.SECONDS.toNanos(20)) == 0) {
                                throw new AssertionError("lost wake-up in round " + i);
                            }
                        }
                        current.setState(Task.TASK_RUNNING);
                        turn.incrementAndGet();
                        tasks[1 - mine].wakeUp();
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
            threads[me].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
        assertThat(turn.get()).isEqualTo(2 * rounds);
    }
}
