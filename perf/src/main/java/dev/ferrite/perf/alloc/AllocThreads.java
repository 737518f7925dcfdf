package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.perf.report.Needs;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Takes a block and gives it back at once, several threads, each for itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class AllocThreads {
    /** Bytes of a block. */
    @Param({"64", "1024"})
    int size;

    private final Kmalloc kmalloc = Kmalloc.system();
    private final PooledByteBufAllocator pooled = new PooledByteBufAllocator(true);
    private final AdaptiveByteBufAllocator adaptive = new AdaptiveByteBufAllocator(true);

    /** For the subclasses, which say how many threads. */
    protected AllocThreads() {}

    /** Ours. */
    @Benchmark
    public void kmalloc() {
        long block = kmalloc.alloc(size, Gfp.GFP_KERNEL);
        kmalloc.free(block);
    }

    /** The C library's, called as any function. */
    @Benchmark
    public void malloc() {
        long block = CHeap.Malloc.alloc(size);
        CHeap.Malloc.free(block);
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
}
