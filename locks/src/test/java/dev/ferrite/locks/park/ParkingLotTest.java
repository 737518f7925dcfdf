package dev.ferrite.locks.park;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParkingLotTest {
    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger(4096);
    private static final ParkingLot.Release WAKE = (address, found, more, fair) -> ParkingLot.WOKEN;

    private final AtomicInteger loops = new AtomicInteger();
    private final long address = NEXT_ADDRESS.getAndAdd(256);

    @Test
    void conditionThatDoesNotHoldReturnsAtOnce() {
        assertThat(ParkingLot.park(address, at -> false, this)).isEqualTo(ParkingLot.WOKEN);
        assertThat(ParkingLot.parked(address)).isZero();
    }

    @Test
    void wakesInOrderOfArrivalOneAtATime() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                ParkingLot.park(address, at -> true, this);
                order.add(number);
            });
            threads.add(thread);
            thread.start();
            Threads.await(() -> ParkingLot.parked(address) == number + 1);
        }
        for (int i = 0; i < 8; i++) {
            int woken = i + 1;
            ParkingLot.unparkOne(address, WAKE);
            Threads.await(() -> order.size() == woken);
            assertThat(ParkingLot.parked(address)).isEqualTo(8 - woken);
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        for (Thread thread : threads) {
            Threads.join(thread);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 10_239, (1 << 23) - 1})
    void waiterIsToldAllThatTheWakerSays(int more) throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        Thread thread = new Thread(() -> told.set(
                requireNonNull(ParkingLot.enqueueIf(address, at -> true)).await(false, ParkingLot.NO_DEADLINE, this)));
        thread.start();
        Threads.await(() -> ParkingLot.parked(address) == 1);
        int says = ParkingLot.HANDED_OVER | more << 8;
        ParkingLot.unparkOne(address, (at, found, others, fair) -> says);
        Threads.join(thread);
        assertThat(told).hasValue(says);
    }

    @Test
    void releaseIsToldWhoIsThere() throws InterruptedException {
        AtomicReference<String> told = new AtomicReference<>();
        ParkingLot.Release tell = (at, found, more, fair) -> {
            told.set(found + " " + more);
            return ParkingLot.WOKEN;
        };
        ParkingLot.unparkOne(address, tell);
        assertThat(told.get()).isEqualTo("false false");
        Thread one = start();
        Threads.await(() -> ParkingLot.parked(address) == 1);
        Thread two = start();
        Threads.await(() -> ParkingLot.parked(address) == 2);
        ParkingLot.unparkOne(address, tell);
        assertThat(told.get()).isEqualTo("true true");
        ParkingLot.unparkOne(address, tell);
        assertThat(told.get()).isEqualTo("true false");
        Threads.join(one);
        Threads.join(two);
    }

    @Test
    void strayPermitsAndInterruptsDoNotEndTheWait() throws InterruptedException {
        AtomicInteger result = new AtomicInteger();
        Thread thread = new Thread(() -> {
            LockSupport.unpark(Thread.currentThread());
            result.set(ParkingLot.park(address, at -> true, this));
        });
        thread.start();
        Threads.await(() -> ParkingLot.parked(address) == 1);
        LockSupport.unpark(thread);
        thread.interrupt();
        Threads.await(() -> thread.getState() == Thread.State.WAITING && !thread.isInterrupted());
        assertThat(result.get()).isZero();
        ParkingLot.unparkOne(address, (at, found, more, fair) -> ParkingLot.HANDED_OVER);
        Threads.join(thread);
        assertThat(result.get()).isEqualTo(ParkingLot.HANDED_OVER | ParkingLot.INTERRUPTED);
    }

    @Test
    void addressesInOneBucketDoNotWakeEachOther() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        int many = 4 * ParkingLot.BUCKETS;
        AtomicInteger woken = new AtomicInteger();
        for (int i = 0; i < many; i++) {
            long own = 1 << 20 | i * 8L;
            threads.add(Thread.startVirtualThread(() -> {
                ParkingLot.park(own, at -> true, this);
                woken.getAndIncrement();
            }));
        }
        for (int i = 0; i < many; i++) {
            long own = 1 << 20 | i * 8L;
            Threads.await(() -> ParkingLot.parked(own) == 1);
        }
        for (int i = 0; i < many; i += 2) {
            ParkingLot.unparkOne(1 << 20 | i * 8L, WAKE);
        }
        Threads.await(() -> woken.get() == many / 2);
        for (int i = 0; i < many; i++) {
            assertThat(ParkingLot.parked(1 << 20 | i * 8L)).isEqualTo(i % 2);
        }
        for (int i = 1; i < many; i += 2) {
            ParkingLot.unparkOne(1 << 20 | i * 8L, WAKE);
        }
        for (Thread thread : threads) {
            Threads.join(thread);
        }
    }

    @Test
    void actionRunsOnlyWhileNobodyIsParked() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        ParkingLot.ifNobodyParked(address, runs::getAndIncrement);
        Thread thread = start();
        Threads.await(() -> ParkingLot.parked(address) == 1);
        ParkingLot.ifNobodyParked(address, runs::getAndIncrement);
        ParkingLot.unparkOne(address, WAKE);
        Threads.join(thread);
        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    void platformThreadHasOneWaiterForAllItsWaits() {
        Waiter first = ParkingLot.enqueue(address, null);
        assertThat(first.leave()).isEqualTo(ParkingLot.CANCELLED);
        assertThat(ParkingLot.enqueueIf(address, at -> false)).isNull();
        Waiter second = ParkingLot.enqueueIf(address, at -> true);
        assertThat(second).isSameAs(first);
        ParkingLot.unparkOne(address, WAKE);
        assertThat(first.await(false, ParkingLot.NO_DEADLINE, this)).isEqualTo(ParkingLot.WOKEN);
        assertThat(first.slept()).isFalse();
        Waiter third = ParkingLot.enqueue(address, null);
        assertThat(third).isSameAs(first);
        assertThat(third.await(true, System.nanoTime(), this)).isEqualTo(ParkingLot.TIMED_OUT);
    }

    @Test
    void waiterOfALoopOfItsOwnIsTold() throws InterruptedException {
        Threads.join(Thread.startVirtualThread(this::waitsInALoop));
        waitsInALoop();
        assertThat(loops.get()).isEqualTo(2);
    }

    private void waitsInALoop() {
        Waiter left = entered();
        assertThat(left.told()).isNotPositive();
        assertThat(left.leave()).isEqualTo(ParkingLot.CANCELLED);
        assertThat(left.told()).isEqualTo(ParkingLot.CANCELLED);
        Waiter late = entered();
        ParkingLot.unparkOne(address, WAKE);
        assertThat(late.leave()).isEqualTo(ParkingLot.WOKEN);
        assertThat(late.told()).isEqualTo(ParkingLot.WOKEN);
        Waiter interrupted = entered();
        Thread.currentThread().interrupt();
        assertThat(interrupted.park(this)).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(interrupted.told()).isNotPositive();
        assertThat(interrupted.slept()).isTrue();
        ParkingLot.unparkOne(address, WAKE);
        assertThat(interrupted.park(this)).isFalse();
        assertThat(interrupted.told()).isEqualTo(ParkingLot.WOKEN);
        assertThat(interrupted.leave()).isEqualTo(ParkingLot.WOKEN);
        LockSupport.parkNanos(1); // takes the permit of that wake-up away
        loops.getAndIncrement();
    }

    private Waiter entered() {
        return Objects.requireNonNull(ParkingLot.enter(address, (at, argument) -> argument, 0, false));
    }

    @Test
    void waitInsideAWaitHasAWaiterOfItsOwn() {
        Waiter outer = ParkingLot.enqueue(address, null);
        Waiter inner = ParkingLot.enqueue(address + 8, null);
        assertThat(inner).isNotSameAs(outer);
        ParkingLot.unparkOne(address, (at, found, more, fair) -> ParkingLot.HANDED_OVER);
        assertThat(ParkingLot.parked(address + 8)).isEqualTo(1);
        ParkingLot.unparkOne(address + 8, WAKE);
        assertThat(inner.await(false, ParkingLot.NO_DEADLINE, this)).isEqualTo(ParkingLot.WOKEN);
        assertThat(outer.await(false, ParkingLot.NO_DEADLINE, this)).isEqualTo(ParkingLot.HANDED_OVER);
    }

    @Test
    void waitersThatAreUsedAgainAreWokenByTheirOwnWakersOnly() throws InterruptedException {
        int rounds = 20_000;
        long[] words = {address, address + 8};
        AtomicInteger wrong = new AtomicInteger();
        Threads.run(4, thread -> {
            for (int i = 0; i < rounds; i++) {
                if (thread < 2) {
                    // waits by turns for two things, and knows by the result which one woke it
                    int result = ParkingLot.enqueue(words[i % 2] + 64L * thread, null)
                            .spinThenAwait(false, ParkingLot.NO_DEADLINE, this);
                    if (result != (i % 2 == 0 ? ParkingLot.WOKEN : ParkingLot.HANDED_OVER)) {
                        wrong.getAndIncrement();
                    }
                } else {
                    int told = i % 2 == 0 ? ParkingLot.WOKEN : ParkingLot.HANDED_OVER;
                    while (!ParkingLot.unparkOne(words[i % 2] + 64L * (thread - 2), (at, found, more, fair) -> told)) {
                        Thread.yield();
                    }
                }
            }
        });
        assertThat(wrong.get()).isZero();
    }

    private Thread start() {
        Thread thread = new Thread(() -> ParkingLot.park(address, at -> true, this));
        thread.start();
        return thread;
    }
}
