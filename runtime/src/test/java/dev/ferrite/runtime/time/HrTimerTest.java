package dev.ferrite.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.runtime.time.HrTimer.Restart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HrTimerTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void expiresOnceAndNotTooEarly() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong at = new AtomicLong();
        HrTimer timer = HrTimer.of("once", t -> {
            at.set(System.nanoTime());
            done.countDown();
            return Restart.NO_RESTART;
        });
        assertThat(timer.isActive()).isFalse();
        long start = System.nanoTime();
        assertThat(timer.start(Duration.ofMillis(20))).isFalse();
        assertThat(timer.isActive()).isTrue();
        done.await();
        assertThat(at.get() - start).isGreaterThanOrEqualTo(20_000_000);
        assertThat(timer.cancel()).isFalse(); // waits for the handler to return
        assertThat(timer.isActive()).isFalse();
    }

    @Test
    void thoseThatExpireFirstComeFirst() throws InterruptedException {
        int many = 200;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(7));
        // All must be started before the first expires. A machine that stands still in between gets another round.
        long ahead = 200_000_000;
        List<Integer> order;
        boolean inTime;
        do {
            order = Collections.synchronizedList(new ArrayList<>());
            inTime = expireFrom(System.nanoTime() + ahead, places, order);
            ahead *= 2;
        } while (!inTime);
        assertThat(order).hasSize(many).isSorted();
    }

    /** Starts a timer for each place, 10 us apart, and waits for all; whether all were started before the first expired. */
    private static boolean expireFrom(long start, List<Integer> places, List<Integer> order)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(places.size());
        for (int place : places) {
            HrTimer.of("place", t -> {
                        order.add(place);
                        done.countDown();
                        return Restart.NO_RESTART;
                    })
                    .startAt(start + place * 10_000L);
        }
        boolean inTime = System.nanoTime() - start < 0;
        done.await();
        return inTime;
    }

    @Test
    void periodicTimerGoesOnUntilItIsCancelled() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(20);
        AtomicLong intervals = new AtomicLong();
        long start = System.nanoTime();
        HrTimer timer = HrTimer.of("tick", t -> {
            runs.incrementAndGet();
            intervals.addAndGet(t.forwardNow(Duration.ofMillis(1)));
            some.countDown();
            return Restart.RESTART;
        });
        timer.startAt(start + 1_000_000);
        some.await();
        long passed = System.nanoTime() - start;
        timer.cancel();
        int after = runs.get();
        assertThat(after).isGreaterThanOrEqualTo(20);
        // Every interval that passed is counted, in whichever run; the runs up to now saw no more than have passed.
        assertThat(intervals.get()).isGreaterThanOrEqualTo(after);
        assertThat(passed).isGreaterThanOrEqualTo(20_000_000);
        assertThat(timer.isActive()).isFalse();
        CountDownLatch later = new CountDownLatch(1);
        HrTimer.of("later", t -> {
                    later.countDown();
                    return Restart.NO_RESTART;
                })
                .start(Duration.ofMillis(10));
        later.await();
        assertThat(runs.get()).isEqualTo(after);
    }

    @Test
    void startingAgainMovesIt() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        HrTimer timer = HrTimer.of("moved", t -> {
            done.countDown();
            return Restart.NO_RESTART;
        });
        assertThat(timer.start(LONG)).isFalse();
        assertThat(timer.start(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        assertThat(timer.start(Duration.ofNanos(-5))).isTrue();
        done.await();
        while (timer.isActive()) {
            Thread.onSpinWait(); // its handler is about to return
        }
        assertThat(timer.start(LONG)).isFalse();
        assertThat(timer.tryToCancel()).isEqualTo(1);
        assertThat(timer.tryToCancel()).isZero();
    }

    @Test
    void cancelWaitsForTheHandler() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        HrTimer timer = HrTimer.of("slow", t -> {
            inside.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ended.set(1);
            return Restart.RESTART;
        });
        timer.start(Duration.ZERO);
        inside.await();
        assertThat(timer.tryToCancel()).isEqualTo(-1);
        assertThat(timer.isActive()).isTrue();
        AtomicInteger seen = new AtomicInteger(-1);
        Thread canceller = Thread.ofPlatform().start(() -> {
            timer.cancel();
            seen.set(ended.get());
        });
        while (canceller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        gate.countDown();
        canceller.join();
        assertThat(seen.get()).isEqualTo(1);
        assertThat(timer.isActive()).isFalse();
    }

    @Test
    void misuseIsABugAndAFailingHandlerAWarning() throws InterruptedException {
        AtomicReference<Throwable> bug = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        HrTimer self = HrTimer.of("self", t -> {
            try {
                t.cancel();
            } catch (KernelBug e) {
                bug.set(e);
            }
            done.countDown();
            return Restart.NO_RESTART;
        });
        self.start(Duration.ZERO);
        done.await();
        assertThat(bug.get()).hasMessageContaining("timer self");

        long before = Warn.countOf("hrtimer");
        HrTimer bad = HrTimer.of("bad", t -> {
            throw new IllegalStateException("as asked");
        });
        bad.start(Duration.ZERO);
        while (Warn.countOf("hrtimer") == before) {
            Thread.onSpinWait();
        }
        bad.cancel();
        assertThat(Warn.countOf("hrtimer")).isEqualTo(before + 1);

        HrTimer waiting = HrTimer.of("waiting", t -> Restart.NO_RESTART);
        waiting.start(LONG);
        assertThatThrownBy(() -> waiting.forwardNow(LONG)).isInstanceOf(KernelBug.class);
        assertThat(waiting.cancel()).isTrue();
        assertThatThrownBy(() -> waiting.forwardNow(Duration.ZERO)).hasMessageContaining("PT0S");
    }

    @Test
    void randomStartsAndCancelsKeepTheHeapInOrder() throws InterruptedException {
        int timers = 64;
        AtomicInteger[] runs = new AtomicInteger[timers];
        HrTimer[] all = new HrTimer[timers];
        for (int i = 0; i < timers; i++) {
            AtomicInteger own = new AtomicInteger();
            runs[i] = own;
            all[i] = HrTimer.of("random", t -> {
                own.incrementAndGet();
                return Restart.NO_RESTART;
            });
        }
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            Random random = new Random(n);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 4_000; i++) {
                    HrTimer timer = all[random.nextInt(timers)];
                    switch (random.nextInt(4)) {
                        case 0 -> timer.cancel();
                        case 1 -> timer.start(LONG);
                        default -> timer.start(Duration.ofNanos(random.nextInt(200_000)));
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int[] before = new int[timers];
        for (int i = 0; i < timers; i++) {
            all[i].cancel();
            before[i] = runs[i].get();
            all[i].start(Duration.ofNanos(1_000L * i));
        }
        for (int i = 0; i < timers; i++) {
            while (all[i].isActive()) {
                Thread.onSpinWait();
            }
            assertThat(runs[i].get()).isEqualTo(before[i] + 1);
        }
    }
}
