package dev.ferrite.runtime.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ferrite.locks.LockStats;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.runtime.counters.Reading.Kind;
import dev.ferrite.runtime.log.KernelLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    @Timeout(30)
    void aLockThatSomebodyWaitedForIsCounted() throws InterruptedException {
        long before = LockStats.contended();
        Mutex<Object> mutex = Mutex.of(new Object(), "counted");
        Thread waiter;
        try (var held = mutex.lock()) {
            waiter = Thread.ofPlatform().start(() -> {
                try (var mine = mutex.lock()) {
                    Thread.onSpinWait();
                }
            });
            while (LockStats.contended() == before) {
                Thread.onSpinWait();
            }
        }
        waiter.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(LockStats.contended()).isGreaterThan(before);
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
