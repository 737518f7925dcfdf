package dev.ferrite.runtime.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.LockStats;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.SeqLock;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.park.ParkStats;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.counters.Reading.Kind;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.security.SecurityHooks;
import dev.ferrite.runtime.security.SecurityPolicy;
import dev.ferrite.runtime.task.CurrentTask;
import dev.ferrite.runtime.task.Task;
import dev.ferrite.runtime.task.TaskStats;
import dev.ferrite.runtime.time.HrTimer;
import dev.ferrite.runtime.time.TimerStats;
import dev.ferrite.runtime.workqueue.Work;
import dev.ferrite.runtime.workqueue.WorkQueue;
import dev.ferrite.runtime.workqueue.WorkStats;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters of this process. */
@SuppressWarnings("try") // resources that are only open, or closed twice on purpose
class CountersTest {
    private final Counters counters = Counters.create();

    private static Map<String, Long> values(Counters counters) {
        return counters.read().stream().collect(Collectors.toMap(Reading::name, Reading::value));
    }

    @Test
    void aNameIsOneCounterForEverybody() {
        Counter one = counters.counter("shop_requests", "Requests answered");
        Counter same = counters.counter("shop_requests", "whatever");
        assertThat(same).isSameAs(one);
        one.increment();
        same.add(41);
        assertThat(one.get()).isEqualTo(42);
        assertThat(counters.read())
                .containsExactly(new Reading("shop_requests", Kind.COUNTER, "Requests answered", 42));
        assertThatThrownBy(() -> one.add(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a counter only grows: shop_requests + -1");
        assertThat(one.get()).isEqualTo(42);
    }

    @Test
    void nothingThatIsCountedAtOnceIsLost() throws InterruptedException {
        List<Counter> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) { // more than one page of them
            all.add(counters.counter("c" + i, ""));
        }
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 100_000; i++) {
                    all.get(i % 40).increment();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all).allMatch(counter -> counter.get() == 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "1st", "with-dash", "a b", "x_total", "x_info", "x_bucket", "größe"})
    void namesThatMonitoringCannotReadAreRefused(String name) {
        assertThatThrownBy(() -> counters.counter(name, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
        assertThat(counters.read()).isEmpty();
    }

    @Test
    void boundsAreSaid() {
        counters.counter("a".repeat(Counters.MAX_NAME), "h".repeat(Counters.MAX_HELP));
        assertThatThrownBy(() -> counters.counter("a".repeat(Counters.MAX_NAME + 1), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counters.counter("b", "h".repeat(Counters.MAX_HELP + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counters.counter("b", "two\nlines")).isInstanceOf(IllegalArgumentException.class);
        for (int i = 1; i < Counters.MAX; i++) {
            counters.gauge("g" + i, "", () -> 0);
        }
        assertThatThrownBy(() -> counters.counter("b", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there are 512 counters already, no room for b");
    }

    @Test
    void sampledNumbersAreReadWhenSomebodyLooksAndCanBeTakenOut() {
        AtomicLong value = new AtomicLong(1);
        Counters.Sampled sampled = counters.gauge("g", "a gauge", value::get);
        counters.sampledCounter("s", "a sum", () -> 7);
        value.set(-5);
        assertThat(counters.read())
                .containsExactly(
                        new Reading("g", Kind.GAUGE, "a gauge", -5), new Reading("s", Kind.COUNTER, "a sum", 7));
        assertThatThrownBy(() -> counters.counter("g", "")).hasMessage("there is a counter g already");
        sampled.close();
        counters.gauge("g", "another", () -> 9);
        sampled.close(); // not the other one
        assertThat(values(counters)).containsEntry("g", 9L);
    }

    @Test
    void aNumberThatCannotBeReadIsLeftOutWithOneWarning() {
        String category = "counter-broken";
        long before = Warn.countOf(category);
        counters.gauge("broken", "", () -> {
            throw new IllegalStateException("gone");
        });
        counters.gauge("fine", "", () -> 1);
        assertThat(counters.read()).extracting(Reading::name).containsExactly("fine");
        assertThat(counters.read()).extracting(Reading::name).containsExactly("fine");
        assertThat(Warn.countOf(category)).isEqualTo(before + 2);
    }

    @Test
    void theFloorsCount() {
        long before = KernelLog.system().written();
        KernelLog.system().info("test", "one more");
        KernelLog.system().info("test", "a long one: " + "x".repeat(500));
        Map<String, Long> now = values(Counters.system());
        assertThat(now.getOrDefault("ferrite_log_records", 0L)).isGreaterThanOrEqualTo(before + 2);
        assertThat(now)
                .containsKeys(
                        "ferrite_locks_contended",
                        "ferrite_rcu_grace_periods",
                        "ferrite_alloc_live_bytes",
                        "ferrite_mapped_bytes",
                        "ferrite_fds",
                        "ferrite_warnings");
        assertThat(now.values()).allMatch(value -> value >= 0);
    }

    static Stream<Arguments> ways() {
        Mutex<Object> mutex = Mutex.of(new Object(), "counted");
        SpinLock<Object> spin = SpinLock.of(new Object(), "counted");
        RwLock<Object> rw = RwLock.of(new Object(), "counted");
        SeqLock<Object> seq = SeqLock.of(new Object(), "counted");
        return Stream.of(
                arguments("Mutex", (Way) mutex::lock, (Way) mutex::lock),
                arguments("SpinLock", (Way) spin::lock, (Way) spin::lock),
                arguments("RwLock, a reader waits for a writer", (Way) rw::write, (Way) rw::read),
                arguments("RwLock, a writer waits for a reader", (Way) rw::read, (Way) rw::write),
                arguments("SeqLock, two writers", (Way) seq::lock, (Way) seq::lock));
    }

    /** A way to take a lock. */
    interface Way {
        AutoCloseable lock();
    }

    /** The waiter cannot get in before the count has moved: so without counting, this does not end. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @Timeout(30)
    void aLockThatSomebodyWaitedForIsCounted(String name, Way first, Way second) throws Exception {
        long before = LockStats.contended();
        Thread waiter;
        try (AutoCloseable held = first.lock()) {
            waiter = Thread.ofPlatform().start(() -> {
                try (AutoCloseable mine = second.lock()) {
                    Thread.onSpinWait();
                } catch (Exception e) {
                    throw new AssertionError(name, e);
                }
            });
            while (LockStats.contended() == before) {
                Thread.onSpinWait();
            }
        }
        waiter.join();
        assertThat(values(Counters.system()))
                .hasEntrySatisfying(
                        "ferrite_locks_contended", count -> assertThat(count).isGreaterThan(before));
    }

    @Test
    @Timeout(30)
    void aThreadThatFellAsleepOnAConditionIsCounted() throws InterruptedException {
        long before = ParkStats.sleeps();
        Mutex<boolean[]> mutex = Mutex.of(new boolean[1], "counted");
        CondVar condition = CondVar.of("counted");
        Thread waiter = Thread.ofPlatform().start(() -> {
            try (var guard = mutex.lock()) {
                while (!guard.get()[0]) {
                    condition.wait(guard);
                }
            }
        });
        while (ParkStats.sleeps() == before || waiter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        try (var guard = mutex.lock()) {
            guard.get()[0] = true;
        }
        condition.notifyOne();
        waiter.join();
        assertThat(values(Counters.system()))
                .hasEntrySatisfying("ferrite_sleeps", count -> assertThat(count).isGreaterThan(before));
    }

    @Test
    @Timeout(30)
    void workTimersAndTasksAreCounted() throws InterruptedException {
        Map<String, Long> before = values(Counters.system());
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (WorkQueue queue = WorkQueue.create("counted", 1)) {
            Work blocker = Work.of("blocker", work -> {
                began.countDown();
                awaitQuietly(go);
            });
            Work next = Work.of("next", work -> {});
            assertThat(queue.queue(blocker)).isTrue();
            assertThat(queue.queue(next)).isTrue();
            assertThat(queue.queue(next)).as("pending already").isFalse();
            began.await();
            assertThat(WorkStats.busy()).isGreaterThanOrEqualTo(2);
            go.countDown();
            queue.flush();
        }
        CountDownLatch expired = new CountDownLatch(1);
        HrTimer timer = HrTimer.of("counted", ignored -> {
            expired.countDown();
            return HrTimer.Restart.NO_RESTART;
        });
        assertThat(timer.start(Duration.ofMillis(1))).isFalse();
        expired.await();
        HrTimer late = HrTimer.of("late", ignored -> HrTimer.Restart.NO_RESTART);
        assertThat(late.start(Duration.ofHours(1))).isFalse();
        assertThat(TimerStats.waiting()).isPositive();
        assertThat(late.cancel()).isTrue();

        long found = TaskStats.found();
        try (ARef<Task> init = Task.find(1)) {
            assertThat(init.get().pid()).isEqualTo(1);
            assertThat(values(Counters.system())).containsEntry("ferrite_tasks", found + 1);
        }
        assertThat(TaskStats.found()).isEqualTo(found);
        assertThat(CurrentTask.current().pid()).isPositive();

        Map<String, Long> after = values(Counters.system());
        assertThat(grown(before, after, "ferrite_work_runs")).isGreaterThanOrEqualTo(2);
        assertThat(grown(before, after, "ferrite_timers_expired")).isPositive();
        assertThat(after)
                .hasEntrySatisfying(
                        "ferrite_current_tasks", count -> assertThat(count).isPositive());
        assertThat(after).containsKeys("ferrite_work_busy", "ferrite_timers", "ferrite_modules");
    }

    private static long grown(Map<String, Long> before, Map<String, Long> after, String name) {
        return after.getOrDefault(name, -1L) - before.getOrDefault(name, 0L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAPolicyDeniesIsCounted() {
        long before = SecurityHooks.denied();
        try (ARef<Credential> me = CurrentTask.current().cred();
                SecurityHooks.Registration rule = SecurityHooks.register(new SecurityPolicy() {
                    @Override
                    public int binderSetContextMgr(Credential manager) {
                        return Errno.EPERM.negated();
                    }
                })) {
            assertThat(SecurityHooks.binderTransaction(me.get(), me.get())).isZero();
            assertThat(SecurityHooks.denied()).as("allowed").isEqualTo(before);
            assertThat(SecurityHooks.binderSetContextMgr(me.get())).isEqualTo(Errno.EPERM.negated());
        }
        assertThat(values(Counters.system())).containsEntry("ferrite_security_denied", before + 1);
    }

    @Test
    void readingOthersWithoutTheFlagIsOneSentence() {
        assumeFalse(
                Object.class.getModule().isExported("jdk.internal.misc", CountersTest.class.getModule()),
                "this JVM was started with the flag");
        assertThatThrownBy(() -> SharedCounters.open(1))
                .isInstanceOf(IOException.class)
                .hasMessage("reading counters of others needs this JVM to be started with"
                        + " --add-exports=java.base/jdk.internal.misc=ALL-UNNAMED, because Agrona does");
    }
}
