package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.CondVarTimeoutResult.Signal;
import dev.ferrite.locks.CondVarTimeoutResult.Timeout;
import dev.ferrite.locks.CondVarTimeoutResult.Woken;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CondVarTest {
    private static final class Box {
        int value;
    }

    /** Which lock the condition goes with. */
    enum Kind {
        MUTEX,
        SPIN,
        OWN;

        <T> Lock<T, ?> lock(T data) {
            return switch (this) {
                case MUTEX -> Mutex.of(data, "m");
                case SPIN -> SpinLock.of(data, "s");
                case OWN -> Lock.of(new TicketBackend(), data, "t");
            };
        }
    }

    /** Milliseconds: long enough for a busy machine to bring two threads into the queue, and a notification to them. */
    private static final long AFTER_THE_NOTIFICATION = 1_500;

    private final CondVar condition = CondVar.of("test");
    private final Mutex<Box> mutex = Mutex.of(new Box(), "test");

    @Test
    void notificationWithoutAWaiterIsLost() {
        condition.notifyOne();
        condition.notifyAllWaiters();
        condition.notifySync();
        try (var guard = mutex.lock()) {
            assertThat(condition.waitInterruptibleTimeout(guard, 1)).isEqualTo(new Timeout());
        }
    }

    @Test
    void notifyOneWakesExactlyOneInOrderOfArrival() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = waiters(4, order);
        for (int i = 1; i <= 4; i++) {
            int woken = i;
            if (i % 2 == 0) {
                condition.notifySync();
            } else {
                condition.notifyOne();
            }
            Threads.await(() -> order.size() == woken);
            assertThat(condition.waiters()).isEqualTo(4 - woken);
        }
        assertThat(order).containsExactly(0, 1, 2, 3);
        for (Thread thread : threads) {
            Threads.join(thread);
        }
    }

    @Test
    void notifyAllWakesAllThatWaitAndNobodyWhoComesLater() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = waiters(5, order);
        condition.notifyAllWaiters();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        assertThat(order).hasSize(5);
        try (var guard = mutex.lock()) {
            assertThat(condition.waitInterruptibleTimeout(guard, 1)).isEqualTo(new Timeout());
        }
    }

    @Test
    void pendingInterruptEndsAnInterruptibleWaitAtOnceAndStaysSet() {
        Thread.currentThread().interrupt();
        try (var guard = mutex.lock()) {
            assertThat(condition.waitInterruptible(guard)).isTrue();
            assertThat(condition.waitInterruptibleFreezable(guard)).isTrue();
            assertThat(guard.isHeld()).isTrue();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(condition.waiters()).isZero();
    }

    @Test
    void interruptEndsTheWaitAndTheLockIsHeldAgain() throws InterruptedException {
        AtomicReference<String> seen = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            try (var guard = mutex.lock()) {
                boolean signal = condition.waitInterruptible(guard);
                seen.set(signal + " " + guard.isHeld() + " "
                        + Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();
        Threads.await(() -> condition.waiters() == 1);
        waiter.interrupt();
        Threads.join(waiter);
        assertThat(seen.get()).isEqualTo("true true true");
    }

    @Test
    void interruptDoesNotEndAnUninterruptibleWaitAndIsKept() throws InterruptedException {
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            try (var guard = mutex.lock()) {
                while (guard.get().value == 0) {
                    condition.wait(guard);
                }
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();
        Threads.await(() -> condition.waiters() == 1);
        waiter.interrupt();
        Threads.await(() -> waiter.getState() == Thread.State.WAITING && !waiter.isInterrupted());
        try (var guard = mutex.lock()) {
            guard.get().value = 1;
        }
        condition.notifyOne();
        Threads.join(waiter);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void signalBeatsTimeoutAndWoken() throws InterruptedException {
        Thread.currentThread().interrupt();
        try (var guard = mutex.lock()) {
            assertThat(condition.waitInterruptibleTimeout(guard, 0)).isInstanceOf(Signal.class);
            assertThat(condition.waitInterruptibleTimeout(guard, 60_000))
                    .isInstanceOfSatisfying(
                            Signal.class, signal -> assertThat(signal.jiffies()).isPositive());
        }
        assertThat(Thread.interrupted()).isTrue();

        AtomicReference<CondVarTimeoutResult> result = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            try (var guard = mutex.lock()) {
                result.set(condition.waitInterruptibleTimeout(guard, -1));
            }
        });
        waiter.start();
        Threads.await(() -> condition.waiters() == 1);
        try (var guard = mutex.lock()) {
            assertThat(guard.isHeld()).isTrue();
            condition.notifyOne();
            waiter.interrupt();
        }
        Threads.join(waiter);
        assertThat(result.get()).isEqualTo(new Signal(Jiffies.MAX_SCHEDULE_TIMEOUT));
    }

    @Test
    void timeoutZeroDoesNotSleep() {
        try (var guard = mutex.lock()) {
            assertThat(condition.waitInterruptibleTimeout(guard, 0)).isEqualTo(new Timeout());
        }
    }

    @Test
    void wokenTellsWhatIsLeft() throws InterruptedException {
        for (long jiffies : new long[] {60_000, Long.MAX_VALUE, -1}) {
            AtomicReference<CondVarTimeoutResult> result = new AtomicReference<>();
            Thread waiter = new Thread(() -> {
                try (var guard = mutex.lock()) {
                    result.set(condition.waitInterruptibleTimeout(guard, jiffies));
                }
            });
            waiter.start();
            Threads.await(() -> condition.waiters() == 1);
            condition.notifyOne();
            Threads.join(waiter);
            assertThat(result.get()).isInstanceOfSatisfying(Woken.class, woken -> {
                if (jiffies == 60_000) {
                    assertThat(woken.jiffies()).isBetween(1L, 60_000L);
                } else {
                    assertThat(woken.jiffies()).isEqualTo(Jiffies.MAX_SCHEDULE_TIMEOUT);
                }
            });
        }
    }

    @Test
    void waiterThatGaveUpDoesNotSwallowANotification() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = new Thread(() -> {
            try (var guard = mutex.lock()) {
                condition.waitInterruptible(guard);
            }
        });
        first.start();
        Threads.await(() -> condition.waiters() == 1);
        Thread second = new Thread(() -> {
            try (var guard = mutex.lock()) {
                condition.wait(guard);
                order.add(2);
            }
        });
        second.start();
        Threads.await(() -> condition.waiters() == 2);
        first.interrupt();
        Threads.join(first);
        condition.notifyOne();
        Threads.join(second);
        assertThat(order).containsExactly(2);
    }

    @Test
    void guardThatIsNotHeldIsRefusedAndLeavesNoTrace() throws InterruptedException {
        Guard<Box> closed = mutex.lock();
        closed.close();
        assertThatThrownBy(() -> condition.wait(closed)).isInstanceOf(KernelBug.class);
        try (var guard = mutex.lock()) {
            Threads.run(
                    1, thread -> assertThatThrownBy(() -> condition.wait(guard)).isInstanceOf(KernelBug.class));
        }
        assertThat(condition.waiters()).isZero();
    }

    @Test
    void waiterThatIsNotifiedUnderItsMutexSleepsOnUntilTheUnlock() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = waiters(3, order);
        try (var guard = mutex.lock()) {
            condition.notifyOne();
            condition.notifyAllWaiters();
            assertThat(condition.waiters()).isZero();
            assertThat(ParkingLot.parked(mutex.word())).isEqualTo(3);
            assertThat(guard.isHeld()).isTrue();
        }
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(mutex.isLocked()).isFalse();
    }

    @Test
    void afterANotificationNeitherTimeNorInterruptCounts() throws InterruptedException {
        // The time must not be over before the notification. A machine that stands still in between gets another round.
        boolean inTime = false;
        for (int round = 0; !inTime && round < 20; round++) {
            inTime = notifiedInTime();
        }
        assertThat(inTime).isTrue();
    }

    /** Whether the notification came before the waiter's time was over for certain; then all is as it should be. */
    private boolean notifiedInTime() throws InterruptedException {
        AtomicReference<CondVarTimeoutResult> timed = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        long begin = System.nanoTime();
        Thread first = new Thread(() -> {
            try (var guard = mutex.lock()) {
                timed.set(condition.waitInterruptibleTimeout(guard, AFTER_THE_NOTIFICATION));
            }
        });
        first.start();
        awaitWaiters(1, first);
        Thread second = new Thread(() -> {
            try (var guard = mutex.lock()) {
                condition.wait(guard);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        second.start();
        awaitWaiters(2, first);
        boolean inTime;
        try (var guard = mutex.lock()) {
            condition.notifyAllWaiters();
            inTime = System.nanoTime() - begin < Jiffies.toNanos(AFTER_THE_NOTIFICATION);
            second.interrupt();
            if (inTime) {
                long end = System.nanoTime() + Jiffies.toNanos(AFTER_THE_NOTIFICATION + 50);
                while (System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
                assertThat(first.isAlive() && second.isAlive()).isTrue();
            }
            assertThat(guard.isHeld()).isTrue();
        }
        Threads.await(() -> {
            condition.notifyAllWaiters(); // the second may have come too late for the first one
            return !second.isAlive();
        });
        Threads.join(first);
        Threads.join(second);
        if (inTime) {
            assertThat(timed.get()).isEqualTo(new Woken(1));
            assertThat(interrupted.get()).isTrue();
        }
        return inTime;
    }

    /** Until so many wait, or the one whose time runs has given up. */
    private void awaitWaiters(int count, Thread timed) {
        Threads.await(() -> condition.waiters() == count || !timed.isAlive());
    }

    @Test
    void twoMutexesOverOneWordAndANotifierThatHoldsTheOther() throws InterruptedException {
        Mutex<Box> other = Mutex.fromRaw(mutex.word(), new Box(), "other");
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = waiters(1, order);
        try (var guard = other.lock()) {
            condition.notifyOne();
            assertThat(condition.waiters()).isZero();
            assertThat(guard.isHeld()).isTrue();
        }
        Threads.join(threads.getFirst());
        assertThat(order).containsExactly(0);
    }

    /** Which lock goes with a condition is not recorded, as in the kernel: each waiter takes its own again. */
    @Test
    void waitersWithGuardsOfDifferentLocksAreWokenAndTakeTheirOwnLocks() throws InterruptedException {
        Mutex<Box> other = Mutex.of(new Box(), "other");
        SpinLock<Box> spin = SpinLock.of(new Box(), "spin");
        List<Lock<Box, ?>> locks = List.of(mutex, other, spin);
        List<Thread> threads = new ArrayList<>();
        for (Lock<Box, ?> lock : locks) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (var guard = lock.lock()) {
                    condition.wait(guard);
                    guard.get().value++;
                }
            }));
            Threads.await(() -> condition.waiters() == threads.size());
        }
        try (var guard = mutex.lock()) {
            condition.notifyAllWaiters();
            Threads.join(threads.get(1));
            Threads.join(threads.get(2));
            assertThat(threads.get(0).isAlive()).as("its lock is held").isTrue();
            assertThat(guard.get().value).isZero();
        }
        Threads.join(threads.get(0));
        for (Lock<Box, ?> lock : locks) {
            try (var guard = lock.lock()) {
                assertThat(guard.get().value).isEqualTo(1);
            }
        }
        assertThat(condition.waiters()).isZero();
    }

    /** The kernel's trap: a notifier that does not hold the waiter's lock may come too early. Then time ends the wait. */
    @Test
    void notifierUnderAnotherLockMayBeMissedAndATimeoutComesBack() {
        Mutex<Box> other = Mutex.of(new Box(), "other");
        try (var guard = mutex.lock()) {
            try (var wrong = other.lock()) {
                wrong.get().value = 1;
                condition.notifyOne(); // the waiter has looked, and is not in the queue yet
            }
            assertThat(condition.waitInterruptibleTimeout(guard, 2)).isEqualTo(new Timeout());
            assertThat(guard.isHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pingPongLosesNoWakeUp(Kind kind) throws InterruptedException {
        int rounds = kind == Kind.MUTEX ? 20_000 : 2_000;
        Lock<Box, ?> lock = kind.lock(new Box());
        CondVar turn = CondVar.of("turn");
        Threads.run(2, thread -> {
            for (int i = 0; i < rounds; i++) {
                try (var guard = lock.lock()) {
                    while (guard.get().value % 2 != thread) {
                        turn.wait(guard);
                    }
                    guard.get().value++;
                }
                turn.notifyOne();
            }
        });
        try (var guard = lock.lock()) {
            assertThat(guard.get().value).isEqualTo(2 * rounds);
        }
    }

    @Test
    void producersAndConsumersUnderInterruptsAndTimeoutsLoseNothing() throws InterruptedException {
        Mutex<ArrayDeque<Integer>> queue = Mutex.of(new ArrayDeque<>(), "queue");
        CondVar notEmpty = CondVar.of("notEmpty");
        CondVar notFull = CondVar.of("notFull");
        int each = 5_000;
        long[] sums = new long[6];
        Threads.run(6, thread -> {
            for (int i = 1; i <= each; i++) {
                try (var guard = queue.lock()) {
                    if (thread < 3) {
                        while (guard.get().size() == 4) {
                            notFull.waitInterruptibleTimeout(guard, i % 3);
                        }
                        guard.get().add(i);
                        notEmpty.notifyOne();
                    } else {
                        while (guard.get().isEmpty()) {
                            if (notEmpty.waitInterruptible(guard)) {
                                notEmpty.notifyOne(); // ours may have been consumed
                                Thread.interrupted();
                            }
                        }
                        sums[thread] += guard.get().remove();
                        notFull.notifyOne();
                    }
                }
                if (i % 50 == 0) {
                    Thread.currentThread().interrupt();
                } else {
                    Thread.interrupted();
                }
            }
            Thread.interrupted();
        });
        assertThat(sums[3] + sums[4] + sums[5]).isEqualTo(3L * each * (each + 1) / 2);
    }

    private List<Thread> waiters(int count, List<Integer> order) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try (var guard = mutex.lock()) {
                    condition.wait(guard);
                    order.add(number);
                }
            });
            threads.add(thread);
            thread.start();
            Threads.await(() -> condition.waiters() == number + 1);
        }
        return threads;
    }
}
