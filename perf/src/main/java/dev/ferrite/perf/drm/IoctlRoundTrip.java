package dev.ferrite.perf.drm;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A question and its answer: a call of the emulated device, which runs all of the kernel's checks and copies the struct in
 * and out, beside a small call of the real kernel.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "ioctl round trip",
        baseline = "pipeInC",
        goals = {
            @Goal(id = "P17", subject = "getparam", atMost = 100),
            @Goal(id = "P18", subject = "pipe", against = "pipeInC", atMostMore = 20)
        },
        noGarbage = {"getparam", "getCap", "gemInfo"})
public class IoctlRoundTrip {
    /** How many bytes a pipe holds. */
    private static final int FIONREAD = 0x541B;

    private final Card card = new Card();
    private final NovaClient client = card.client;
    private final DrmNode node = card.node;
    private final int handle = card.buffer(4096).handle();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment cap = arena.allocate(DrmGetCap.LAYOUT);
    private final MemorySegment fds = arena.allocate(8, 8);
    private final int pipe;

    /** A device and a pipe. */
    public IoctlRoundTrip() {
        DrmGetCap.capability(cap, DrmH.DRM_CAP_PRIME);
        Errno.check(Linux.pipe(fds.address(), Linux.O_CLOEXEC), "pipe");
        pipe = fds.get(java.lang.foreign.ValueLayout.JAVA_INT, 0);
    }

    /** The end. */
    @TearDown
    public void close() {
        Linux.close(pipe);
        Linux.close(fds.get(java.lang.foreign.ValueLayout.JAVA_INT, 4));
        arena.close();
        card.close();
    }

    /** A driver's call, in a section. */
    @Benchmark
    public long getparam() {
        return client.getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
    }

    /** A driver's call that looks a handle up. */
    @Benchmark
    public long gemInfo() {
        return client.gemInfo(handle);
    }

    /** A call of the core. */
    @Benchmark
    public int getCap() {
        return node.ioctl(DrmH.DRM_IOCTL_GET_CAP, cap);
    }

    /** The kernel, on a pipe: for P18, where no DRM node is needed to see what the way into the kernel costs from here. */
    @Benchmark
    public int pipe() {
        return Linux.ioctl(pipe, FIONREAD, fds.address());
    }

    /** The same from C. */
    @Benchmark
    @OperationsPerInvocation(CLibrary.LOOPS)
    public void pipeInC() {
        CLibrary.ask(pipe, FIONREAD);
    }
}
