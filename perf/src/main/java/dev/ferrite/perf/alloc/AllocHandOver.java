package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.report.Needs;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/**
 * One thread takes blocks, another gives them back. The time is of both threads together, for one call of either; a block
 * takes two.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Allocate here, free there",
        baseline = "malloc",
        goals =
                @Goal(
                        id = "P4",
                        subject = "kmalloc",
                        against = {"jemalloc", "mimalloc", "nettyPooled", "nettyAdaptive"},
                        atMost = 0.8),
        noGarbage = "kmalloc")
public class AllocHandOver {
    /** Bytes of a block. */
    @Param({"64", "1024"})
    int size;

    private final Kmalloc kmalloc = Kmalloc.system();
    private final PooledByteBufAllocator pooled = new PooledByteBufAllocator(true);
    private final AdaptiveByteBufAllocator adaptive = new AdaptiveByteBufAllocator(true);
    private final Ring ring = new Ring();

    /** What comes with a block that is only a number. What is in the ring when a JVM ends, ends with it. */
    private static final Object NOTHING = new Object();

    private boolean put(long number, Object object, Control control) {
        int turns = 0;
        while (!ring.offer(number, object)) {
            if (control.stopMeasurement) {
                return false;
            }
            pause(++turns);
        }
        return true;
    }

    /** Spins; yields now and then, in case the other side has no processor. */
    private static void pause(int turns) {
        if ((turns & 63) == 0) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private long take(Control control) {
        int turns = 0;
        for (; ; ) {
            long number = ring.poll();
            if (number != 0 || control.stopMeasurement) {
                return number;
            }
            pause(++turns);
        }
    }

    /**
     * Ours.
     *
     * @param control says when to stop
     */
    @Group("kmalloc")
    @Benchmark
    public void kmalloc(Control control) {
        long block = kmalloc.alloc(size, Gfp.GFP_KERNEL);
        if (!put(block, NOTHING, control)) {
            kmalloc.free(block);
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("kmalloc")
    @Benchmark
    public void kmallocFree(Control control) {
        long number = take(control);
        if (number != 0) {
            kmalloc.free(number);
        }
    }

    /**
     * The C library's, called as any function.
     *
     * @param control says when to stop
     */
    @Group("malloc")
    @Benchmark
    public void malloc(Control control) {
        long block = CHeap.Malloc.alloc(size);
        if (!put(block, NOTHING, control)) {
            CHeap.Malloc.free(block);
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("malloc")
    @Benchmark
    public void mallocFree(Control control) {
        long number = take(control);
        if (number != 0) {
            CHeap.Malloc.free(number);
        }
    }

    /**
     * jemalloc.
     *
     * @param control says when to stop
     */
    @Needs(library = CHeap.JEMALLOC, debian = CHeap.JEMALLOC_PACKAGE)
    @Group("jemalloc")
    @Benchmark
    public void jemalloc(Control control) {
        long block = CHeap.Jemalloc.alloc(size);
        if (!put(block, NOTHING, control)) {
            CHeap.Jemalloc.free(block);
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("jemalloc")
    @Benchmark
    public void jemallocFree(Control control) {
        long number = take(control);
        if (number != 0) {
            CHeap.Jemalloc.free(number);
        }
    }

    /**
     * mimalloc.
     *
     * @param control says when to stop
     */
    @Needs(library = CHeap.MIMALLOC, debian = CHeap.MIMALLOC_PACKAGE)
    @Group("mimalloc")
    @Benchmark
    public void mimalloc(Control control) {
        long block = CHeap.Mimalloc.alloc(size);
        if (!put(block, NOTHING, control)) {
            CHeap.Mimalloc.free(block);
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("mimalloc")
    @Benchmark
    public void mimallocFree(Control control) {
        long number = take(control);
        if (number != 0) {
            CHeap.Mimalloc.free(number);
        }
    }

    /**
     * Netty's pooled allocator, direct memory.
     *
     * @param control says when to stop
     */
    @Group("nettyPooled")
    @Benchmark
    public void nettyPooled(Control control) {
        ByteBuf buffer = pooled.directBuffer(size, size);
        if (!put(1, buffer, control)) {
            buffer.release();
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("nettyPooled")
    @Benchmark
    public void nettyPooledFree(Control control) {
        if (take(control) != 0) {
            freeBuffer();
        }
    }

    /**
     * Netty's adaptive allocator, direct memory.
     *
     * @param control says when to stop
     */
    @Group("nettyAdaptive")
    @Benchmark
    public void nettyAdaptive(Control control) {
        ByteBuf buffer = adaptive.directBuffer(size, size);
        if (!put(1, buffer, control)) {
            buffer.release();
        }
    }

    /**
     * Its other side.
     *
     * @param control says when to stop
     */
    @Group("nettyAdaptive")
    @Benchmark
    public void nettyAdaptiveFree(Control control) {
        if (take(control) != 0) {
            freeBuffer();
        }
    }

    private void freeBuffer() {
        ((ByteBuf) Objects.requireNonNull(ring.object())).release();
    }
}
