package dev.ferrite.perf.drm;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.nova.uapi.DrmNovaGemCreate;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Creates a buffer of a page and closes it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Create and close a buffer",
        baseline = "memfd",
        goals = @Goal(id = "P42", subject = "calls", atMost = 1000))
public class BufferLife {
    private final Card card = new Card();
    private final DrmNode node = card.node;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment create = arena.allocate(DrmNovaGemCreate.LAYOUT);
    private final MemorySegment close = arena.allocate(DrmGemClose.LAYOUT);

    /** The end. */
    @TearDown
    public void close() {
        arena.close();
        card.close();
    }

    /** The two calls. */
    @Benchmark
    public int calls() {
        DrmNovaGemCreate.size(create, 4096);
        int result = node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE, create);
        DrmGemClose.handle(close, DrmNovaGemCreate.handle(create));
        return result + node.ioctl(DrmH.DRM_IOCTL_GEM_CLOSE, close);
    }

    /** With its owner: three calls, and the count of the owners of a handle. */
    @Benchmark
    public long owned() {
        try (GemBuffer buffer = card.buffer(4096)) {
            return buffer.size();
        }
    }

    /** The kernel's nearest thing: a file in memory of one page, never mapped. */
    @Benchmark
    public int memfd() {
        int fd = Linux.memfdCreate("perf", Linux.MFD_CLOEXEC);
        Linux.ftruncate(fd, 4096);
        return Linux.close(fd);
    }
}
