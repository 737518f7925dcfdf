package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.report.Needs;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.core.OS;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Takes a block and gives it back at once, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Allocate and free, one thread",
        baseline = "malloc",
        goals = {
            @Goal(id = "P3", subject = "kmalloc", against = "malloc", atMost = 0.5),
            @Goal(id = "P3", subject = "kmalloc", atMost = 10),
            @Goal(id = "P3", subject = "kmemCache", against = "malloc", atMost = 0.5),
        },
        noGarbage = {"kmalloc", "kmemCache"})
public class AllocPair {
    /** Bytes of a block. */
    @Param({"16", "64", "256", "1024", "4096"})
    int size;

    private final Kmalloc kmalloc = Kmalloc.system();
    private final PooledByteBufAllocator pooled = new PooledByteBufAllocator(true);
    private final AdaptiveByteBufAllocator adaptive = new AdaptiveByteBufAllocator(true);
    private @Nullable KmemCache cache;

    /** Makes the cache. */
    @Setup
    public void setUp() {
        cache = KmemCache.create("perf", size, 8);
    }

    /** Ours. */
    @Benchmark
    public void kmalloc() {
        long block = kmalloc.alloc(size, Gfp.GFP_KERNEL);
        kmalloc.free(block);
    }

    /** Ours, for objects of one size. */
    @Benchmark
    public void kmemCache() {
        KmemCache of = Objects.requireNonNull(cache);
        long block = of.alloc(Gfp.GFP_KERNEL);
        of.free(block);
    }

    /** The C library's, called as any function. */
    @Benchmark
    public void malloc() {
        long block = CHeap.Malloc.alloc(size);
        CHeap.Malloc.free(block);
    }

    /** The C library's, without the change of thread state. */
    @Benchmark
    public void mallocCritical() {
        long block = CHeap.MallocCritical.alloc(size);
        CHeap.MallocCritical.free(block);
    }

    /** jemalloc. */
    @Needs(library = CHeap.JEMALLOC, debian = CHeap.JEMALLOC_PACKAGE)
    @Benchmark
    public void jemalloc() {
        long block = CHeap.Jemalloc.alloc(size);
        CHeap.Jemalloc.free(block);
    }

    /** mimalloc. */
    @Needs(library = CHeap.MIMALLOC, debian = CHeap.MIMALLOC_PACKAGE)
    @Benchmark
    public void mimalloc() {
        long block = CHeap.Mimalloc.alloc(size);
        CHeap.Mimalloc.free(block);
    }

    /** Netty's pooled allocator, direct memory. */
    @Benchmark
    public void nettyPooled() {
        ByteBuf buffer = pooled.directBuffer(size, size);
        buffer.release();
    }

    /** Netty's adaptive allocator, direct memory. */
    @Benchmark
    public void nettyAdaptive() {
        ByteBuf buffer = adaptive.directBuffer(size, size);
        buffer.release();
    }

    /** Chronicle's, which is Unsafe's. */
    @Benchmark
    public void chronicle() {
        long block = OS.memory().allocate(size);
        OS.memory().freeMemory(block, size);
    }

    /** An arena for one thread, a segment in it. */
    @Benchmark
    public MemorySegment arenaConfined() {
        try (Arena arena = Arena.ofConfined()) {
            return arena.allocate(size, 16);
        }
    }

    /** An arena for all threads, a segment in it. */
    @Benchmark
    public MemorySegment arenaShared() {
        try (Arena arena = Arena.ofShared()) {
            return arena.allocate(size, 16);
        }
    }
}
