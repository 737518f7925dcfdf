package dev.ferrite.perf.rcu;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.Srcu;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.report.Comparison;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a writer pays while nobody reads: waiting for a grace period, or leaving the wait to the reclaimer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(title = "Grace period, nobody reads", baseline = "membarrier", noGarbage = "synchronize")
public class GracePeriod {
    private static final KmemCache OBJECTS = KmemCache.create("perf-grace", 64, 64);

    private final Srcu srcu = Srcu.create("perf-grace");

    /** The system call that it stands on. */
    @Benchmark
    public void membarrier() {
        Membarrier.heavy();
    }

    /** Ours. */
    @Benchmark
    public void synchronize() {
        Rcu.synchronize();
    }

    /** Ours, for readers that may block. */
    @Benchmark
    public void srcuSynchronize() {
        srcu.synchronize();
    }

    /** An object taken, and given back a grace period later. */
    @Benchmark
    public long freeLater() {
        long object = OBJECTS.alloc();
        Rcu.free(OBJECTS, object);
        return object;
    }
}
