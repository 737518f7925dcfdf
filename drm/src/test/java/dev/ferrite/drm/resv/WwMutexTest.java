package dev.ferrite.drm.resv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ww_mutex: several locks in any order. */
class WwMutexTest {
    private static final int EINTR = -4;
    private static final int EDEADLK = -35;
    private static final int EALREADY = -114;

    static List<WwClass> families() {
        return List.of(WwClass.waitDie("test_wait_die"), WwClass.woundWait("test_wound_wait"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void isTakenAndGivenBack(WwClass family) {
        WwMutex mutex = new WwMutex(family);
        assertThat(mutex.lock(null)).isZero();
        assertThat(mutex.isHeld()).isTrue();
        assertThatThrownBy(() -> mutex.lock(null)).isInstanceOf(KernelBug.class);
        mutex.unlock();
        assertThatThrownBy(mutex::unlock).isInstanceOf(KernelBug.class);
        try (WwAcquireCtx context = new WwAcquireCtx(family)) {
            assertThat(mutex.lock(context)).isZero();
            assertThat(mutex.lock(context)).isEqualTo(EALREADY);
            assertThat(mutex.tryLock(context)).isFalse();
            assertThat(context.acquired()).isEqualTo(1);
            assertThatThrownBy(() -> mutex.lockSlow(context)).isInstanceOf(KernelBug.class);
            mutex.unlock();
            assertThat(mutex.tryLock(context)).isTrue();
            mutex.unlock();
        }
        assertThat(mutex.isLocked()).isFalse();
    }

    @Test
    void contextIsOfItsThreadAndClass() throws Exception {
        WwClass family = WwClass.waitDie("test_own");
        WwMutex mutex = new WwMutex(family);
        WwAcquireCtx foreign = new WwAcquireCtx(WwClass.waitDie("test_other"));
        assertThatThrownBy(() -> mutex.lock(foreign)).isInstanceOf(KernelBug.class);
        foreign.close();
        WwAcquireCtx own = new WwAcquireCtx(family);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> assertThatThrownBy(() -> mutex.lock(own)).isInstanceOf(KernelBug.class), Bench::onItsOwnThread);
        other.get(30, TimeUnit.SECONDS);
        long warned = Warn.countOf("ww-acquire-fini");
        mutex.lock(own);
        own.close();
        assertThat(Warn.countOf("ww-acquire-fini")).isEqualTo(warned + 1);
        mutex.unlock();
    }

    @Test
    void interruptEndsAnInterruptibleWait() throws Exception {
        WwMutex mutex = new WwMutex(WwClass.waitDie("test_interrupt"));
        mutex.lock(null);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(
                () -> {
                    Thread.currentThread().interrupt();
                    int result = mutex.lockInterruptible(null);
                    return Thread.interrupted() ? result : 1;
                },
                Bench::onItsOwnThread);
        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(EINTR);
        mutex.unlock();
    }

    /** A takes {a, b}, B takes {b, a}, each has its first: exactly one backs off, the younger one, and both finish. */
    @ParameterizedTest
    @MethodSource("families")
    void oppositeOrdersBothFinishAndTheYoungerBacksOff(WwClass family) throws Exception {
        for (int round = 0; round < 50; round++) {
            WwMutex a = new WwMutex(family);
            WwMutex b = new WwMutex(family);
            AtomicInteger ready = new AtomicInteger();
            List<String> backedOff = Collections.synchronizedList(new ArrayList<>());
            CompletableFuture<Void> older = CompletableFuture.runAsync(
                    () -> takeBoth(family, a, b, ready, 0, "older", backedOff), Bench::onItsOwnThread);
            Bench.awaitTrue(() -> ready.get() == 1);
            CompletableFuture<Void> younger = CompletableFuture.runAsync(
                    () -> takeBoth(family, b, a, ready, 1, "younger", backedOff), Bench::onItsOwnThread);
            CompletableFuture.allOf(older, younger).get(30, TimeUnit.SECONDS);
            assertThat(backedOff).containsExactly("younger");
        }
    }

    private static void takeBoth(
            WwClass family,
            WwMutex first,
            WwMutex second,
            AtomicInteger ready,
            int turn,
            String name,
            List<String> backedOff) {
        try (WwAcquireCtx context = new WwAcquireCtx(family)) {
            Bench.awaitTrue(() -> ready.get() == turn);
            assertThat(first.lock(context)).isZero();
            ready.incrementAndGet();
            Bench.awaitTrue(() -> ready.get() == 2); // both have their first
            int result = second.lock(context);
            if (result == EDEADLK) {
                backedOff.add(name);
                first.unlock();
                second.lockSlow(context);
                assertThat(first.lock(context)).isZero();
            }
            // In this order: the other one sleeps on the first, and must find the second free when it comes.
            second.unlock();
            first.unlock();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void manyThreadsTakeRandomSetsAndExcludeEachOther(WwClass family) throws Exception {
        int mutexes = 6;
        WwMutex[] all = new WwMutex[mutexes];
        int[] counts = new int[mutexes]; // each guarded by the mutex of its place
        for (int i = 0; i < mutexes; i++) {
            all[i] = new WwMutex(family);
        }
        int threads = 6;
        int rounds = 200;
        CompletableFuture<?>[] workers = new CompletableFuture<?>[threads];
        for (int t = 0; t < threads; t++) {
            Random random = new Random(t);
            workers[t] = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < rounds; i++) {
                            takeThree(family, all, counts, random);
                        }
                    },
                    Bench::onItsOwnThread);
        }
        // They yield all the time, each for a time slice where others have work: half a minute on one busy processor.
        CompletableFuture.allOf(workers).get(150, TimeUnit.SECONDS);
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        assertThat(sum).isEqualTo(threads * rounds * 3);
    }

    private static void takeThree(WwClass family, WwMutex[] all, int[] counts, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Integer> wanted = order.subList(0, 3);
        try (WwAcquireCtx context = new WwAcquireCtx(family)) {
            int contended = -1;
            boolean done = false;
            while (!done) {
                List<Integer> held = new ArrayList<>();
                if (contended >= 0) {
                    all[contended].lockSlow(context);
                    held.add(contended);
                }
                done = true;
                for (int place : wanted) {
                    int result = all[place].lock(context);
                    if (result == 0) {
                        held.add(place);
                        Thread.yield();
                    } else if (result == EDEADLK) {
                        contended = place;
                        done = false;
                        break;
                    } else {
                        assertThat(result).isEqualTo(EALREADY);
                    }
                }
                if (done) {
                    wanted.forEach(place -> counts[place]++);
                }
                held.forEach(place -> all[place].unlock());
            }
        }
    }
}
