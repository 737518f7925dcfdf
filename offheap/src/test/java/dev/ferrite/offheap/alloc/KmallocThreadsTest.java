package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KmallocThreadsTest {
    private final Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("threads").withBudget(32 << 20));

    @Test
    void endedThreadGivesItsMagazinesToTheNextOne() throws Exception {
        Set<Long> first = new HashSet<>();
        run(() -> {
            for (int i = 0; i < 10; i++) {
                first.add(kmalloc.alloc(512, Gfp.GFP_KERNEL));
            }
            first.forEach(kmalloc::free);
        });
        int heaps = kmalloc.stats().heaps();
        Set<Long> second = new HashSet<>();
        run(() -> {
            for (int i = 0; i < 10; i++) {
                second.add(kmalloc.alloc(512, Gfp.GFP_KERNEL));
            }
            second.forEach(kmalloc::free);
        });
        assertThat(second).isEqualTo(first);
        assertThat(kmalloc.stats().heaps()).as("no new heap").isEqualTo(heaps);
    }

    @Test
    void thousandShortThreadsNeedNoMoreHeapsThanLivedAtOnce() throws Exception {
        int before = kmalloc.stats().heaps();
        for (int i = 0; i < 1000; i++) {
            run(() -> kmalloc.free(kmalloc.alloc(64, Gfp.GFP_KERNEL)));
        }
        assertThat(kmalloc.stats().heaps() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void memoryOfEndedThreadsIsFoundAtTheBudget() throws Exception {
        Kmalloc small = Kmalloc.create(PoolConfig.of("small").withBudget(512 << 10));
        run(() -> {
            for (long size = 16; size <= 65536; size *= 2) {
                long block = small.alloc(size, Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN);
                if (block > 0) {
                    small.free(block);
                }
            }
        });
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            blocks.add(small.alloc(65536, Gfp.GFP_KERNEL));
        }
        assertThat(blocks).as("the whole budget").doesNotContain(-12L);
        blocks.forEach(small::free);
    }

    @Test
    void virtualThreadsShareAFewHeaps() throws Exception {
        int before = kmalloc.stats().heaps();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                results.add(threads.submit(() -> kmalloc.free(kmalloc.alloc(128, Gfp.GFP_KERNEL))));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
        assertThat(kmalloc.stats().heaps()).isEqualTo(before);
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void producerAndConsumerLoseNothingAndReuseTheirBlocks() throws Exception {
        ArrayBlockingQueue<Long> queue = new ArrayBlockingQueue<>(256);
        int count = 500_000;
        Thread consumer = new Thread(() -> {
            try {
                for (int i = 0; i < count; i++) {
                    long block = queue.take();
                    Pattern.verify(block, 64, block);
                    kmalloc.free(block);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        consumer.start();
        for (int i = 0; i < count; i++) {
            long block = kmalloc.alloc(64, Gfp.GFP_KERNEL);
            Pattern.write(block, 64, block);
            queue.put(block);
        }
        consumer.join();
        AllocStats stats = kmalloc.stats();
        assertThat(stats.liveObjects()).isZero();
        assertThat(stats.remoteFrees()).as("blocks came back from the consumer").isGreaterThan(count / 2);
        assertThat(stats.heldBytes()).as("a handful of slabs serves them all").isLessThanOrEqualTo(2 << 20);
    }

    @Test
    void noBlockIsLostOrHandedOutTwiceUnderContention() throws Exception {
        int threads = 8;
        int each = 2_000;
        for (int round = 0; round < 20; round++) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<List<Long>>> results = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (int t = 0; t < threads; t++) {
                    results.add(pool.submit(() -> {
                        start.await();
                        List<Long> blocks = new ArrayList<>(each);
                        for (int i = 0; i < each; i++) {
                            blocks.add(kmalloc.alloc(96, Gfp.GFP_KERNEL));
                        }
                        return blocks;
                    }));
                }
                start.countDown();
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> result : results) {
                all.addAll(result.get());
            }
            assertThat(new HashSet<>(all)).hasSize(threads * each).doesNotContain(-12L);
            assertThat(kmalloc.stats().liveObjects()).isEqualTo((long) threads * each);
            Collections.shuffle(all, new java.util.Random(round));
            int half = all.size() / 2;
            List<Long> others = all.subList(0, half);
            Thread helper = new Thread(() -> others.forEach(kmalloc::free));
            helper.start();
            all.subList(half, all.size()).forEach(kmalloc::free);
            helper.join();
            assertThat(kmalloc.stats().liveObjects()).isZero();
        }
        assertThat(kmalloc.stats().heldBytes())
                .as("nothing lost over the rounds")
                .isLessThanOrEqualTo(8 << 20);
    }

    @Test
    void blocksFreedTwiceAtTheSameInstantHurtNobodyElse() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        long[] victim = new long[1];
        Set<Long> owned = ConcurrentHashMap.newKeySet();
        Set<Long> victims = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger twice = new AtomicInteger();
        Runnable actor = () -> {
            try {
                for (int round = 0; round < 3000; round++) {
                    if (together.await() == 0) {
                        victim[0] = allocOrZero(refused);
                        victims.add(victim[0]);
                    }
                    together.await();
                    freeOrCount(victim[0], refused);
                    // A victim, of this round or an earlier one, may have two owners now, and each of them may meet
                    // the other's free; nobody else may.
                    long one = allocOrZero(refused);
                    long two = allocOrZero(refused);
                    twice.addAndGet(one == 0 || victims.contains(one) || owned.add(one) ? 0 : 1);
                    twice.addAndGet(two == 0 || victims.contains(two) || owned.add(two) ? 0 : 1);
                    together.await();
                    owned.remove(one);
                    owned.remove(two);
                    freeOrCount(one, refused);
                    freeOrCount(two, refused);
                }
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new AssertionError(e);
            }
        };
        Thread other = new Thread(actor);
        other.start();
        actor.run();
        other.join();
        assertThat(twice).hasValue(0);
        assertThat(refused.get()).as("most second frees are seen at once").isGreaterThan(1000);
    }

    private void freeOrCount(long block, AtomicInteger refused) {
        try {
            kmalloc.free(block); // 0 is a no-op
        } catch (KernelBug seen) {
            refused.getAndIncrement();
        }
    }

    private long allocOrZero(AtomicInteger refused) {
        try {
            return kmalloc.alloc(200, Gfp.GFP_KERNEL);
        } catch (KernelBug stolen) {
            refused.getAndIncrement();
            return 0;
        }
    }

    private static void run(Runnable body) throws InterruptedException {
        Thread thread = new Thread(body);
        thread.start();
        thread.join();
    }
}
