package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.uapi.FutexWaitv;
import dev.ferrite.perf.report.Comparison;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Makes an owner of one struct of 24 bytes and ends it; written in place, or not. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(title = "Own one struct: make, write, end", baseline = "arenaConfined", noGarbage = "malloc")
public class BoxPair {
    private static final StructType<FutexWaitv> TYPE = FutexWaitv.TYPE;

    private static void write(MemorySegment slot) {
        FutexWaitv.val(slot, 1);
        FutexWaitv.uaddr(slot, 2);
        FutexWaitv.flags(slot, 3);
    }

    /** Ours, not written. */
    @Benchmark
    public long uninit() {
        try (var box = KBox.uninit(TYPE, Gfp.GFP_KERNEL)) {
            return box.address();
        }
    }

    /** Ours, zeroed. */
    @Benchmark
    public long zeroed() {
        try (var box = KBox.zeroed(TYPE, Gfp.GFP_KERNEL)) {
            return FutexWaitv.val(box.segment());
        }
    }

    /** Ours, built in place. */
    @Benchmark
    public long init() {
        try (var box = KBox.init(TYPE, BoxPair::write, Drop.NOTHING, Gfp.GFP_KERNEL)) {
            return FutexWaitv.val(box.segment());
        }
    }

    /** The C library's malloc, written by address, as C would. */
    @Benchmark
    public long malloc() {
        long block = CHeap.MallocCritical.alloc(TYPE.sizeof());
        MemorySegment slot = Words.view(block, TYPE.sizeof());
        write(slot);
        long value = FutexWaitv.val(slot);
        CHeap.MallocCritical.free(block);
        return value;
    }

    /** An arena for it. */
    @Benchmark
    public long arenaConfined() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = arena.allocate(TYPE.sizeof(), TYPE.alignof());
            write(slot);
            return FutexWaitv.val(slot);
        }
    }
}
