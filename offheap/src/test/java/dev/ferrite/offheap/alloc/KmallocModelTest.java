package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random operations against a model: who has which block, with which content. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KmallocModelTest {
    private record Held(long address, long size, long align, long seed) {}

    /** Allocates, reallocates, frees, hands over and takes over, and checks content and ownership at every step. */
    private static final class Actor implements Callable<Void> {
        private final Allocator allocator;
        private final ConcurrentHashMap<Long, Held> model;
        private final ConcurrentLinkedQueue<Held> handed;
        private final SplittableRandom random;
        private final int operations;
        private final long largest;
        private final List<Held> mine = new ArrayList<>();

        Actor(
                Allocator allocator,
                ConcurrentHashMap<Long, Held> model,
                ConcurrentLinkedQueue<Held> handed,
                long seed,
                int operations,
                long largest) {
            this.allocator = allocator;
            this.model = model;
            this.handed = handed;
            this.random = new SplittableRandom(seed);
            this.operations = operations;
            this.largest = largest;
        }

        @Override
        public Void call() {
            for (int i = 0; i < operations; i++) {
                int dice = random.nextInt(100);
                if (mine.isEmpty() || (dice < 45 && mine.size() < 400)) {
                    take();
                } else if (dice < 60) {
                    resize(mine.remove(random.nextInt(mine.size())));
                } else if (dice < 75) {
                    handed.add(mine.remove(random.nextInt(mine.size())));
                } else if (dice < 88) {
                    release(mine.remove(random.nextInt(mine.size())));
                } else {
                    Held other = handed.poll();
                    if (other != null) {
                        release(other);
                    }
                }
            }
            mine.forEach(this::release);
            return null;
        }

        private long size() {
            // Many small, few large: each power of two alike.
            long power = 1L << random.nextInt(64 - Long.numberOfLeadingZeros(largest));
            return Math.min(largest, power + random.nextLong(power));
        }

        private void take() {
            long size = size();
            long align = 1L << random.nextInt(8);
            own(allocator.alloc(size, align, Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN), size, align);
        }

        private void own(long address, long size, long align) {
            if (address < 0) {
                return;
            }
            assertThat(address % align).isZero();
            Held held = new Held(address, size, align, random.nextLong());
            Held before = model.putIfAbsent(address, held);
            assertThat(before).as("handed out twice").isNull();
            Pattern.write(address, size, held.seed);
            mine.add(held);
        }

        private void resize(Held held) {
            Pattern.verify(held.address, held.size, held.seed);
            long size = size();
            model.remove(held.address);
            long moved = allocator.realloc(
                    held.address, size, held.align, held.size, held.align, Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN);
            if (moved < 0) {
                Pattern.verify(held.address, held.size, held.seed);
                assertThat(model.putIfAbsent(held.address, held)).isNull();
                mine.add(held);
                return;
            }
            Pattern.verifyPrefix(moved, Math.min(size, held.size), held.seed);
            own(moved, size, held.align);
        }

        private void release(Held held) {
            Pattern.verify(held.address, held.size, held.seed);
            assertThat(model.remove(held.address)).as("owner").isEqualTo(held);
            allocator.free(held.address, held.size, held.align);
        }
    }

    static void run(Allocator allocator, ExecutorService threads, int actors, int operations, long largest)
            throws Exception {
        ConcurrentHashMap<Long, Held> model = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Held> handed = new ConcurrentLinkedQueue<>();
        List<Future<Void>> results = new ArrayList<>();
        for (int i = 0; i < actors; i++) {
            results.add(threads.submit(new Actor(allocator, model, handed, 42 + i, operations, largest)));
        }
        for (Future<Void> result : results) {
            result.get();
        }
        new Actor(allocator, model, handed, 1, 0, largest).call();
        for (Held left = handed.poll(); left != null; left = handed.poll()) {
            Pattern.verify(left.address, left.size, left.seed);
            assertThat(model.remove(left.address)).isEqualTo(left);
            allocator.free(left.address, left.size, left.align);
        }
        assertThat(model).isEmpty();
    }

    @Test
    void oneThreadAMillionOperations() throws Exception {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("model").withBudget(64 << 20));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            run(kmalloc, threads, 1, 1_000_000, 8192);
        }
        assertThat(kmalloc.stats().liveObjects()).isZero();
    }

    @Test
    void platformThreadsWithCrossThreadFrees() throws Exception {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("model").withBudget(64 << 20));
        List<Thread> started = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4, body -> {
            Thread thread = new Thread(body);
            started.add(thread);
            return thread;
        })) {
            run(kmalloc, threads, 4, 250_000, 4096);
        }
        for (Thread thread : started) {
            thread.join(); // an executor is closed a moment before its threads have ended
        }
        assertThat(kmalloc.stats().liveObjects()).isZero();
        kmalloc.shrink();
        assertThat(kmalloc.stats().heldBytes())
                .as("every block found its way home")
                .isZero();
    }

    @Test
    void virtualThreadsWithCrossThreadFrees() throws Exception {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("model").withBudget(64 << 20));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run(kmalloc, threads, 100, 5_000, 2048);
        }
        assertThat(kmalloc.stats().liveObjects()).isZero();
        kmalloc.shrink();
        assertThat(kmalloc.stats().heldBytes())
                .as("every block found its way home")
                .isZero();
    }

    @Test
    void atTheBudgetAllThreadsGetEnomemOrABlockNeverSomebodyElses() throws Exception {
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("model").withBudget(3 << 20));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            run(kmalloc, threads, 4, 50_000, Kmalloc.MAX_SIZE);
        }
        assertThat(kmalloc.stats().liveObjects()).isZero();
        assertThat(kmalloc.stats().heldBytes()).isLessThanOrEqualTo(3 << 20);
    }

    @Test
    void kvmallocAcrossItsBorder() throws Exception {
        KVmalloc kvmalloc = KVmalloc.of(
                Kmalloc.create(PoolConfig.of("model").withBudget(8 << 20)),
                Vmalloc.create(PoolConfig.of("vmodel").withBudget(256 << 20)));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            run(kvmalloc, threads, 2, 20_000, 300_000);
        }
    }
}
