package dev.ferrite.perf.locks;

import dev.ferrite.locks.Mutex;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * 100,000 virtual threads are started, and each locks the same lock once; every 64th gives its carrier away while it
 * holds the lock, so that others queue up behind it. In a JVM that is young, whose compiler works beside it, and in one that
 * is warm.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Comparison(
        title = "100,000 virtual threads on one lock, all of them",
        baseline = "reentrantLock",
        goals = @Goal(id = "P28", subject = "mutex", against = "reentrantLock", atMost = 1.0))
public class VirtualThreadsOnOneLock {
    private static final int THREADS = 100_000;
    private static final int WARM_UP_ROUNDS = 12;
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private final Counter counter = new Counter();
    private final Mutex<Counter> mutex = Mutex.of(counter, "perf");
    private final ReentrantLock reentrantLock = new ReentrantLock();

    /** Whether the compiler has seen the method before it is measured. */
    @Param({"false", "true"})
    public boolean warm;

    /**
     * Lets the compiler see the method that is measured, and only that: more often than the few rounds of a suite do.
     *
     * @param params which method
     */
    @Setup
    public void warmUp(BenchmarkParams params) throws InterruptedException {
        if (!warm) {
            return;
        }
        String benchmark = params.getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int round = 0; round < WARM_UP_ROUNDS && System.nanoTime() - end < 0; round++) {
            switch (method) {
                case "mutex" -> mutex();
                case "reentrantLock" -> reentrantLock();
                case "synchronizedBlock" -> synchronizedBlock();
                default -> throw new IllegalArgumentException("no such method: " + method);
            }
        }
    }

    /** Ours. */
    @Benchmark
    public long mutex() throws InterruptedException {
        return all(() -> {
            try (var _ = mutex.lock()) {
                work();
            }
        });
    }

    /** The peer of j.u.c. */
    @Benchmark
    public long reentrantLock() throws InterruptedException {
        return all(() -> {
            reentrantLock.lock();
            try {
                work();
            } finally {
                reentrantLock.unlock();
            }
        });
    }

    /** The language's own. */
    @Benchmark
    public long synchronizedBlock() throws InterruptedException {
        return all(() -> {
            synchronized (counter) {
                work();
            }
        });
    }

    private void work() {
        if ((++counter.value & 63) == 0) {
            Thread.yield();
        }
    }

    private long all(Runnable body) throws InterruptedException {
        counter.value = 0;
        var threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = Thread.startVirtualThread(body);
        }
        for (var thread : threads) {
            thread.join();
        }
        if (counter.value != THREADS) {
            throw new IllegalStateException("increments are lost: counter=" + counter.value);
        }
        return counter.value;
    }
}
