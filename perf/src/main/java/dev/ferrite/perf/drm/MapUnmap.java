package dev.ferrite.perf.drm;

import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Maps a buffer of 64 KiB, looks at it or not, and unmaps it.
 *
 * <p>Measured when the JIT has finished, which for our path takes a second or two, longer than the suite's usual warm-up.
 * Until then its figures are not only those of code half compiled: while another thread of the process runs on another
 * processor, here the compiler, each munmap of a touched page interrupts that processor and waits for it, which costs 10 us in
 * a virtual machine, whoever calls munmap, in C as well.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Map and unmap a buffer",
        baseline = "inC",
        goals = @Goal(id = "P21", subject = "confined", against = "inC", atMost = 1.2))
public class MapUnmap {
    private static final long BYTES = 64 << 10;
    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final int RDWR = Linux.PROT_READ | Linux.PROT_WRITE;

    /** Whether a page is written, which makes the kernel find it. */
    @Param({"false", "true"})
    boolean touch;

    private final Card card = new Card();
    private final GemBuffer buffer = card.buffer(BYTES);
    private final int memfd;

    /** A buffer, and a file of the same length. */
    public MapUnmap() {
        memfd = (int) Errno.check(Linux.memfdCreate("perf", Linux.MFD_CLOEXEC), "memfd");
        Errno.check(Linux.ftruncate(memfd, BYTES), "ftruncate");
        Errno.check(Linux.fallocate(memfd, 0, 0, BYTES), "fallocate");
    }

    /** Until the compiler has nothing left to do. */
    @Setup
    public void warmUp() {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() - end < 0) {
            confined();
            bare();
        }
    }

    /** The end. */
    @TearDown
    public void close() {
        Linux.close(memfd);
        buffer.close();
        card.close();
    }

    private void use(GemMapping mapping) {
        if (touch) {
            mapping.segment().set(ValueLayout.JAVA_LONG, 0, 1);
        }
    }

    /** For the calling thread. */
    @Benchmark
    public void confined() {
        try (GemMapping mapping = buffer.mapConfined()) {
            use(mapping);
        }
    }

    /** For all threads: its close waits for every other thread to be seen outside. */
    @Benchmark
    public void shared() {
        try (GemMapping mapping = buffer.map()) {
            use(mapping);
        }
    }

    /** The bare calls from here: nothing keeps anybody from touching what is gone. */
    @Benchmark
    public void bare() {
        long address = Linux.mmap(0, BYTES, RDWR, Linux.MAP_SHARED, memfd, 0);
        if (touch) {
            dev.ferrite.offheap.Words.setLongPlain(address, 1);
        }
        Linux.munmap(address, BYTES);
    }

    /** The bare calls from C, in this process. */
    @Benchmark
    @OperationsPerInvocation(CLibrary.LOOPS)
    public void inC() {
        CLibrary.mapUnmap(memfd, 0, BYTES, touch);
    }
}
