package dev.ferrite.perf.ref;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.Arc;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.uapi.Timespec;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.core.io.AbstractReferenceCounted;
import net.openhft.chronicle.core.io.ReferenceOwner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A second owner of a shared value is made, used and closed; it is not the last. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Owner of a shared value, dup + use + close, uncontended",
        baseline = "twoGetAndAdd",
        goals = @Goal(id = "P10", subject = "arcOfStruct", against = "twoGetAndAdd", atMost = 1.3),
        noGarbage = {"arcOfStruct", "arcOfObject", "arcBorrow", "aRef"})
public class ArcPair {
    private static final KmemCache WORDS = KmemCache.create("perf-arc", 56, 64);

    private final long count = WORDS.alloc();
    private final Arc<Opaque<Timespec>> struct =
            Arc.init(Timespec.TYPE, slot -> Timespec.tvSec(slot, 1), Drop.NOTHING, Gfp.GFP_KERNEL);
    private final Arc<Node> object = Arc.of(new Node(), Node::dropped, Gfp.GFP_KERNEL);
    private final ARef<Node> reference = ARef.fromRaw(new Node());
    private final Chronicle chronicle = new Chronicle();
    private final ReferenceOwner owner = ReferenceOwner.temporary("perf");
    private Arc<Opaque<Timespec>> stored = struct.dup();

    /** Sets the bare count to one. */
    public ArcPair() {
        RefCount.set(count, 1);
    }

    /** An object of ours. */
    private static final class Node implements AlwaysRefCounted {
        private final long count = WORDS.alloc();
        private int value = 1;

        Node() {
            RefCount.set(count, 1);
        }

        void dropped() {
            value = 0;
        }

        @Override
        public void incRef() {
            RefCount.inc(count);
        }

        @Override
        public void decRef() {
            if (RefCount.decAndTest(count)) {
                dropped();
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

    /** Of an off-heap struct, whose field is read. */
    @Benchmark
    public long arcOfStruct() {
        try (var second = struct.dup()) {
            return Timespec.tvSec(second.get().segment());
        }
    }

    /** Of an object on the heap. */
    @Benchmark
    public int arcOfObject() {
        try (var second = object.dup()) {
            return second.get().value;
        }
    }

    /** An owner that outlives the method: an object, and a monitor at its end. */
    @Benchmark
    public long arcStored() {
        Arc<Opaque<Timespec>> before = stored;
        stored = struct.dup();
        long value = Timespec.tvSec(before.get().segment());
        before.close();
        return value;
    }

    /** A look without a count. */
    @Benchmark
    public long arcBorrow() {
        return Timespec.tvSec(struct.asArcBorrow().get().segment());
    }

    /** Of an object that counts itself. */
    @Benchmark
    public int aRef() {
        try (var second = reference.dup()) {
            return second.get().value;
        }
    }

    /** The least a count can be: nothing is checked, nothing is owned. */
    @Benchmark
    public long twoGetAndAdd() {
        Words.getAndAddIntAcquire(count, 1);
        return Words.getAndAddIntRelease(count, -1)
                + Timespec.tvSec(struct.get().segment());
    }

    /** The peer of Chronicle Core, without its tracing. */
    @Benchmark
    public int chronicle() {
        chronicle.reserve(owner);
        chronicle.release(owner);
        return chronicle.refCount();
    }
}
