package dev.ferrite.perf.runtime;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.counters.Counter;
import dev.ferrite.runtime.counters.Counters;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One is counted, by all threads in one counter. Nobody wants the count before: with a result to be consumed a row would give
 * its word's cache line up later than the others, and two threads would seem to count faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class CounterAdd {
    private static final int COUNTERS = 64;

    private final Counter counter = Counters.create().counter("perf_counted", "Counted");
    private final AtomicLong atomic = new AtomicLong();
    private final LongAdder adder = new LongAdder();
    private final long word = Arena.global().allocate(256, 128).address();
    private final AtomicCounter agrona = new CountersManager(
                    new UnsafeBuffer(Arena.global()
                            .allocate(COUNTERS * CountersReader.METADATA_LENGTH, 128)
                            .asByteBuffer()),
                    new UnsafeBuffer(Arena.global()
                            .allocate(COUNTERS * CountersReader.COUNTER_LENGTH, 128)
                            .asByteBuffer()))
            .newCounter("counted");

    /** For the subclasses, which say how many threads. */
    protected CounterAdd() {}

    /** Ours. */
    @Benchmark
    public void counter() {
        counter.increment();
    }

    /** A bare atomic add on an off-heap word. */
    @Benchmark
    public void bareGetAndAdd() {
        Words.getAndAddLong(word, 1);
    }

    /** A bare atomic add on a heap word. */
    @Benchmark
    public void atomicLong() {
        atomic.getAndAdd(1);
    }

    /** Striped: dearer alone, cheaper in company. */
    @Benchmark
    public void longAdder() {
        adder.increment();
    }

    /** A counter of Agrona's. */
    @Benchmark
    public void agronaCounter() {
        agrona.increment();
    }
}
