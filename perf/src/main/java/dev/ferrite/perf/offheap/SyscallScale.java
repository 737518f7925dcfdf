package dev.ferrite.perf.offheap;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.perf.report.Comparison;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What going to the kernel costs, for scale. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(title = "To the kernel and back", baseline = "gettid", noGarbage = "gettid")
public class SyscallScale {
    /** The shortest system call. */
    @Benchmark
    public int gettid() {
        return Linux.gettid();
    }

    /** A barrier on every processor that runs one of our threads. */
    @Benchmark
    public void membarrier() {
        Membarrier.heavy();
    }

    /** The clock, which does not enter the kernel. */
    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }
}
