package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.PoolConfig;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.report.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an allocator takes from the machine for each byte a program lives on.
 *
 * <p>A program replaces one of 60,000 blocks at random, millions of times. {@code steady}: 16 to 1,400 bytes. {@code
 * drifting}: it turns to 700 to 1,400, to 1,400 to 4,000, and back to where it started. It goes on for half
 * a second; then the resident memory of the
 * process, less what it was before, over the bytes asked for: the same measure for all, the kernel's. The Java heap is
 * touched beforehand, and each iteration goes on where the last one ended. The table
 * compares the ratio, 1.00 being perfect, not the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(jvmArgsPrepend = {"-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"})
@Comparison(
        title = "Bytes held for each byte in use, by resident memory",
        baseline = "malloc",
        metric = "heldPerByte",
        goals = @Goal(id = "P3", subject = "kmalloc", atMost = 1.25))
public class Fragmentation {
    private static final int BLOCKS = 60_000;
    private static final int TURNOVERS = 16;
    private static final long PAGE = 4096;
    private static final long SETTLES = 500_000_000;

    private static final int[][] STEADY = {{16, 1400}};
    private static final int[][] DRIFTING = {{16, 1400}, {700, 1400}, {1400, 4000}, {16, 1400}};

    /** What the program does. */
    @Param({"steady", "drifting"})
    String mix = "";

    /** The ratio, as a secondary result. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Held {
        /** Resident bytes for each byte asked for. */
        public double heldPerByte;
    }

    private interface Alloc {
        long of(long size);
    }

    private interface Free {
        void of(long block);
    }

    private final long[] blocks = new long[BLOCKS];
    private final int[] sizes = new int[BLOCKS];
    private final Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("perf").withBudget(1L << 30));
    private final SplittableRandom random = new SplittableRandom(42);
    private long before;
    private long requested;

    private void live(Held held, Alloc alloc, Free free) {
        if (requested == 0) {
            before = resident();
        }
        int[][] ranges = mix.equals("steady") ? STEADY : DRIFTING;
        for (int[] range : ranges) {
            replace(TURNOVERS, range, alloc, free);
        }
        // Pages that are of no use any more go back with time, if they do.
        for (long end = System.nanoTime() + SETTLES; System.nanoTime() < end; ) {
            replace(1, ranges[ranges.length - 1], alloc, free);
        }
        held.heldPerByte = (double) (resident() - before) / requested;
    }

    private void replace(int turnovers, int[] range, Alloc alloc, Free free) {
        for (int i = 0; i < turnovers * BLOCKS; i++) {
            int at = random.nextInt(BLOCKS);
            if (blocks[at] != 0) {
                free.of(blocks[at]);
                requested -= sizes[at];
            }
            int size = range[0] + random.nextInt(range[1] - range[0]);
            long block = alloc.of(size);
            for (long touched = 0; touched < size; touched += PAGE) {
                Words.setBytePlain(block + touched, (byte) 1);
            }
            Words.setBytePlain(block + size - 1, (byte) 1);
            blocks[at] = block;
            sizes[at] = size;
            requested += size;
        }
    }

    /** Pages of this process in memory, in bytes. */
    private static long resident() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1]) * PAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ours.
     *
     * @param held takes the ratio
     */
    @Benchmark
    public void kmalloc(Held held) {
        live(held, size -> kmalloc.alloc(size, Gfp.GFP_KERNEL), kmalloc::free);
    }

    /**
     * The C library's.
     *
     * @param held takes the ratio
     */
    @Benchmark
    public void malloc(Held held) {
        live(held, CHeap.MallocCritical::alloc, CHeap.MallocCritical::free);
    }

    /**
     * jemalloc.
     *
     * @param held takes the ratio
     */
    @Needs(library = CHeap.JEMALLOC, debian = CHeap.JEMALLOC_PACKAGE)
    @Benchmark
    public void jemalloc(Held held) {
        live(held, CHeap.Jemalloc::alloc, CHeap.Jemalloc::free);
    }

    /**
     * mimalloc.
     *
     * @param held takes the ratio
     */
    @Needs(library = CHeap.MIMALLOC, debian = CHeap.MIMALLOC_PACKAGE)
    @Benchmark
    public void mimalloc(Held held) {
        live(held, CHeap.Mimalloc::alloc, CHeap.Mimalloc::free);
    }
}
