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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Takes a row of blocks, then gives them back in the same order: more than the top of a magazine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AllocBurst.COUNT)
@Comparison(
        title = "Allocate 64, then free 64, one thread, for each block",
        baseline = "malloc",
        goals = {
            @Goal(id = "P3", subject = "kmalloc", against = "malloc", atMost = 0.5),
            @Goal(id = "P3", subject = "kmalloc", atMost = 10),
        },
        noGarbage = {"kmalloc", "kmemCache"})
public class AllocBurst {
    static final int COUNT = 64;

    /** Bytes of a block. */
    @Param({"64", "1024", "4096"})
    int size;

    private final Kmalloc kmalloc = Kmalloc.system();
    private final PooledByteBufAllocator pooled = new PooledByteBufAllocator(true);
    private final AdaptiveByteBufAllocator adaptive = new AdaptiveByteBufAllocator(true);
    private final long[] blocks = new long[COUNT];
    private final ByteBuf[] buffers = new ByteBuf[COUNT];
    private @Nullable KmemCache cache;

    /** Makes the cache. */
    @Setup
    public void setUp() {
        cache = KmemCache.create("perf", size, 8);
    }

    /** Ours. */
    @Benchmark
    public void kmalloc() {
        long[] row = blocks;
        for (int i = 0; i < row.length; i++) {
            row[i] = kmalloc.alloc(size, Gfp.GFP_KERNEL);
        }
        for (int i = 0; i < row.length; i++) {
            kmalloc.free(row[i]);
        }
    }

    /** Ours, for objects of one size. */
    @Benchmark
    public void kmemCache() {
        KmemCache of = Objects.requireNonNull(cache);
        long[] row = blocks;
        for (int i = 0; i < row.length; i++) {
            row[i] = of.alloc(Gfp.GFP_KERNEL);
        }
        for (int i = 0; i < row.length; i++) {
            of.free(row[i]);
        }
    }

    /** The C library's, called as any function. */
    @Benchmark
    public void malloc() {
        long[] row = blocks;
        for (int i = 0; i < row.length; i++) {
            row[i] = CHeap.Malloc.alloc(size);
        }
        for (int i = 0; i < row.length; i++) {
            CHeap.Malloc.free(row[i]);
        }
    }

    /** jemalloc. */
    @Needs(library = CHeap.JEMALLOC, debian = CHeap.JEMALLOC_PACKAGE)
    @Benchmark
    public void jemalloc() {
        long[] row = blocks;
        for (int i = 0; i < row.length; i++) {
            row[i] = CHeap.Jemalloc.alloc(size);
        }
        for (int i = 0; i < row.length; i++) {
            CHeap.Jemalloc.free(row[i]);
        }
    }

    /** mimalloc. */
    @Needs(library = CHeap.MIMALLOC, debian = CHeap.MIMALLOC_PACKAGE)
    @Benchmark
    public void mimalloc() {
        long[] row = blocks;
        for (int i = 0; i < row.length; i++) {
            row[i] = CHeap.Mimalloc.alloc(size);
        }
        for (int i = 0; i < row.length; i++) {
            CHeap.Mimalloc.free(row[i]);
        }
    }

    /** Netty's pooled allocator, direct memory. */
    @Benchmark
    public void nettyPooled() {
        ByteBuf[] row = buffers;
        for (int i = 0; i < row.length; i++) {
            row[i] = pooled.directBuffer(size, size);
        }
        for (int i = 0; i < row.length; i++) {
            row[i].release();
        }
    }

    /** Netty's adaptive allocator, direct memory. */
    @Benchmark
    public void nettyAdaptive() {
        ByteBuf[] row = buffers;
        for (int i = 0; i < row.length; i++) {
            row[i] = adaptive.directBuffer(size, size);
        }
        for (int i = 0; i < row.length; i++) {
            row[i].release();
        }
    }
}
