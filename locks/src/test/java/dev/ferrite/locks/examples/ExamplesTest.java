package dev.ferrite.locks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/embedding.md do what they say. */
@Timeout(120)
class ExamplesTest {
    @Test
    void accountLosesNoChangeAndNeverGoesBelowZero() throws InterruptedException {
        try (Account account = new Account()) {
            AtomicLong expected = new AtomicLong();
            Threads.run(4, thread -> {
                for (int i = 0; i < 20_000; i++) {
                    int amount = (i * 31 + thread) % 7 - 3;
                    if (account.add(amount)) {
                        expected.getAndAdd(amount);
                    }
                    assertThat(account.balance()).isNotNegative();
                }
            });
            assertThat(account.balance()).isEqualTo(expected.get());
        }
    }

    @Test
    void everyOrderIsTakenOnceAndInTheOrderOfItsProducer() throws InterruptedException {
        int producers = 2;
        int each = 10_000;
        try (OrderRing ring = new OrderRing()) {
            AtomicLong sum = new AtomicLong();
            Threads.run(2 * producers, thread -> {
                if (thread < producers) {
                    for (long i = 0; i < each; i++) {
                        ring.put((long) thread << 32 | i);
                    }
                } else {
                    long[] last = {-1, -1};
                    for (int i = 0; i < each; i++) {
                        long order = ring.take();
                        int from = (int) (order >>> 32);
                        assertThat(order & 0xFFFF_FFFFL).isGreaterThan(last[from]);
                        last[from] = order & 0xFFFF_FFFFL;
                        sum.getAndAdd(last[from]);
                    }
                }
            });
            assertThat(sum.get()).isEqualTo(producers * (each * (each - 1L) / 2));
        }
    }

    @Test
    void lastOfTheThreadsFreesTheSamplesOnce() throws InterruptedException {
        for (int threads = 0; threads < 9; threads++) {
            AtomicInteger freed = new AtomicInteger();
            long sum = SharedSamples.sum(threads, freed::getAndIncrement);
            assertThat(sum).isEqualTo(threads == 0 ? 0 : 1023L * 1024 / 2);
            assertThat(freed.get()).isEqualTo(1);
        }
    }
}
