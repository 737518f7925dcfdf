package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RcuHashTableTest {
    private static final long MISSING = Long.MIN_VALUE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesWhatAMapDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, Long> truth = new HashMap<>();
        try (RcuHashTable table = RcuHashTable.create("test", 0)) {
            long spread = seed % 2 == 0 ? 1 : 1L << 48; // keys that differ in high bits only
            for (int i = 0; i < 50_000; i++) {
                long key = random.nextLong(5000) * spread;
                long value = random.nextLong();
                switch (random.nextInt(4)) {
                    case 0 -> assertThat(table.put(key, value)).isEqualTo(truth.put(key, value) == null);
                    case 1 ->
                        assertThat(table.putIfAbsent(key, value)).isEqualTo(truth.putIfAbsent(key, value) == null);
                    case 2 -> assertThat(table.remove(key)).isEqualTo(truth.remove(key) != null);
                    default -> {
                        assertThat(table.get(key, MISSING)).isEqualTo(truth.getOrDefault(key, MISSING));
                        assertThat(table.containsKey(key)).isEqualTo(truth.containsKey(key));
                    }
                }
            }
            assertThat(table.size()).isEqualTo(truth.size());
            truth.forEach((key, value) -> assertThat(table.get(key, MISSING)).isEqualTo(value));
            assertThat(table.capacity()).isGreaterThanOrEqualTo(truth.size() / 3);
        }
    }

    @Test
    void aLookUpLeavesTheSectionAroundItOpenAndNoneOtherwise() throws InterruptedException {
        try (RcuHashTable table = RcuHashTable.create("test", 10)) {
            table.put(1, 10);
            Runnable looks = () -> {
                try (var _ = Rcu.readLock()) {
                    assertThat(table.get(1, MISSING)).isEqualTo(10);
                    assertThat(table.get(2, MISSING)).isEqualTo(MISSING);
                    assertThat(Rcu.readLockHeld()).isTrue();
                }
                assertThat(table.get(1, MISSING)).isEqualTo(10);
                assertThat(Rcu.readLockHeld()).isFalse();
            };
            looks.run();
            Threads.run(1, number -> looks.run()); // its first section of all
            Thread virtual = Thread.ofVirtual().unstarted(looks);
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            virtual.setUncaughtExceptionHandler((thread, error) -> thrown.set(error));
            virtual.start();
            virtual.join();
            assertThat(thrown.get()).isNull();
        }
        RcuHashTable closed = RcuHashTable.create("test", 0);
        closed.close();
        assertThatThrownBy(() -> closed.get(1, MISSING)).isInstanceOf(KernelBug.class);
        assertThat(Rcu.readLockHeld()).isFalse();
    }

    @Test
    void readersMissNothingWhileItGrows() throws InterruptedException {
        int stable = 500;
        try (RcuHashTable table = RcuHashTable.create("test", 0)) {
            for (long key = 0; key < stable; key++) {
                table.put(key, key * 3);
            }
            int before = table.capacity();
            AtomicBoolean done = new AtomicBoolean();
            Threads.run(3, number -> {
                if (number == 0) {
                    for (long key = stable; key < 60_000; key++) {
                        table.put(key, key * 3);
                    }
                    done.set(true);
                } else {
                    for (long key = 0; !done.get(); key = (key + 1) % stable) {
                        assertThat(table.get(key, MISSING)).isEqualTo(key * 3);
                    }
                }
            });
            assertThat(table.capacity()).isGreaterThan(8 * before);
            for (long key = 0; key < 60_000; key++) {
                assertThat(table.get(key, MISSING)).isEqualTo(key * 3);
            }
            assertThat(table.size()).isEqualTo(60_000);
        }
    }

    @Test
    void writersOnAllSidesLoseNothing() throws InterruptedException {
        try (RcuHashTable table = RcuHashTable.create("test", 0)) {
            AtomicLong balance = new AtomicLong();
            Threads.run(4, number -> {
                SplittableRandom random = new SplittableRandom(number);
                for (int i = 0; i < 30_000; i++) {
                    long key = random.nextLong(20_000);
                    if (random.nextInt(3) > 0) {
                        balance.addAndGet(table.put(key, key ^ 0x55) ? 1 : 0);
                    } else {
                        balance.addAndGet(table.remove(key) ? -1 : 0);
                    }
                    long probe = random.nextLong(20_000);
                    assertThat(table.get(probe, MISSING)).isIn(MISSING, probe ^ 0x55);
                }
            });
            assertThat(table.size()).isEqualTo(balance.get());
            long found = 0;
            for (long key = 0; key < 20_000; key++) {
                found += table.containsKey(key) ? 1 : 0;
            }
            assertThat(found).isEqualTo(balance.get());
        }
    }

    @Test
    void everyNodeIsFreed() {
        Rcu.barrier();
        long before = Buckets.liveNodes();
        RcuHashTable table = RcuHashTable.create("test", 0);
        for (long key = 0; key < 20_000; key++) {
            table.put(key * key * key, key);
        }
        Rcu.barrier();
        assertThat(Buckets.liveNodes()).as("some buckets overflow").isGreaterThan(before);
        for (long key = 0; key < 5_000; key++) {
            table.remove(key * key * key);
        }
        table.close();
        table.close();
        Rcu.barrier();
        assertThat(Buckets.liveNodes()).isEqualTo(before);
    }

    @Test
    void useAfterCloseIsABug() {
        RcuHashTable table = RcuHashTable.create("test", 100);
        table.put(1, 2);
        table.close();
        assertThat(table.size()).isZero();
        assertThatThrownBy(() -> table.get(1, 0)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> table.put(1, 2)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> table.remove(1)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> RcuHashTable.create("test", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Rcu.readLockHeld()).isFalse();
    }

    @Test
    void closeWhileReadersAreInsideHarmsNobody() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            RcuHashTable table = RcuHashTable.create("test", 0);
            for (long key = 0; key < 200; key++) {
                table.put(key, key);
            }
            Threads.run(3, number -> {
                if (number == 0) {
                    table.close();
                    return;
                }
                try {
                    for (long key = 0; ; key = (key + 1) % 200) {
                        if (number == 1) {
                            assertThat(table.get(key, MISSING)).isEqualTo(key);
                        } else {
                            table.put(key + 1000, key);
                        }
                    }
                } catch (KernelBug closed) {
                    assertThat(closed).hasMessageContaining("after close");
                }
            });
        }
        Rcu.barrier();
    }
}
