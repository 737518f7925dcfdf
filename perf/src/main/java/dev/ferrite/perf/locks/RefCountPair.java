package dev.ferrite.perf.locks;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.openhft.chronicle.core.io.AbstractReferenceCounted;
import net.openhft.chronicle.core.io.ReferenceOwner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A reference is taken and dropped, and it is not the last. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Reference count up and down, uncontended",
        baseline = "twoGetAndAdd",
        goals = @Goal(id = "P10", subject = "refCount", against = "twoGetAndAdd", atMost = 1.05),
        noGarbage = {"refCount", "refCountNotZero"})
public class RefCountPair {
    private static final KmemCache WORDS = KmemCache.create("perf-count", 56, 64);

    private final long count = WORDS.alloc();
    private final AtomicInteger atomicInteger = new AtomicInteger(1);
    private final Chronicle chronicle = new Chronicle();
    private final ReferenceOwner owner = ReferenceOwner.temporary("perf");
    private final ARef<Node> reference = ARef.fromRaw(new Node());

    /** Sets the counts to one. */
    public RefCountPair() {
        RefCount.set(count, 1);
    }

    /** An object of ours. */
    private static final class Node implements AlwaysRefCounted {
        private final long count = WORDS.alloc();

        Node() {
            RefCount.set(count, 1);
        }

        @Override
        public void incRef() {
            RefCount.inc(count);
        }

        @Override
        public void decRef() {
            if (RefCount.decAndTest(count)) {
                throw new IllegalStateException("the last reference is gone");
            }
        }
    }

    /** An object of Chronicle's. */
    private static final class Chronicle extends AbstractReferenceCounted {
        @Override
        protected void performRelease() {
            throw new IllegalStateException("the last reference is gone");
        }

        @Override
        protected boolean canReleaseInBackground() {
            return false;
        }
    }

    /** Ours. */
    @Benchmark
    public boolean refCount() {
        RefCount.inc(count);
        return RefCount.decAndTest(count);
    }

    /** Ours, for an object that may be dead. */
    @Benchmark
    public boolean refCountNotZero() {
        return RefCount.incNotZero(count) && RefCount.decAndTest(count);
    }

    /** Ours, with an owner object that cannot be closed twice. */
    @Benchmark
    public boolean ownedReference() {
        try (var second = reference.dup()) {
            return second.isOpen();
        }
    }

    /** The least a count can be: nothing is checked. */
    @Benchmark
    public int twoGetAndAdd() {
        Words.getAndAddIntAcquire(count, 1);
        return Words.getAndAddIntRelease(count, -1);
    }

    /** The peer of j.u.c., unchecked. */
    @Benchmark
    public boolean atomicInteger() {
        atomicInteger.incrementAndGet();
        return atomicInteger.decrementAndGet() == 0;
    }

    /** The peer of Chronicle Core, without its tracing. */
    @Benchmark
    public int chronicle() {
        chronicle.reserve(owner);
        chronicle.release(owner);
        return chronicle.refCount();
    }
}
