package dev.ferrite.perf.drm;

import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.openjdk.jmh.annotations.TearDown;

/** Fills a mapping, writes into it and reads out of it; C does the same on the same pages, in a loop of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(
        title = "Bandwidth through a mapping",
        baseline = "writeInC",
        goals = {
            @Goal(id = "P20", subject = "fillMapping", against = "fillInC", atMost = 1.03),
            @Goal(id = "P20", subject = "writeMapping", against = "writeInC", atMost = 1.03),
            @Goal(id = "P20", subject = "readMapping", against = "readInC", atMost = 1.03),
            @Goal(id = "P20", subject = "writeSegment", against = "writeInC", atMost = 1.03),
            @Goal(id = "P20", subject = "writeByteBuffer", against = "writeInC", atMost = 1.03),
            @Goal(id = "P20", subject = "readSegment", against = "readInC", atMost = 1.03),
            @Goal(id = "P20", subject = "readByteBuffer", against = "readInC", atMost = 1.03),
        },
        noGarbage = {
            "fillMapping",
            "fillPixels",
            "writeMapping",
            "readMapping",
            "writeSegment",
            "readSegment",
            "writeByteBuffer",
            "readByteBuffer"
        })
public class Bandwidth {
    /** Bytes of the buffer. */
    @Param({"4096", "262144", "4194304"})
    int bytes;

    private final Card card = new Card();
    private final Arena arena = Arena.ofShared();
    private @Nullable GemBuffer buffer;
    private @Nullable GemMapping mapping;
    private MemorySegment mapped = MemorySegment.NULL;
    private MemorySegment other = MemorySegment.NULL;
    private ByteBuffer mappedBytes = ByteBuffer.allocate(0);
    private ByteBuffer otherBytes = ByteBuffer.allocate(0);

    /** Maps it, and finds every page once. */
    @Setup
    public void setUp() {
        buffer = card.buffer(bytes);
        mapping = buffer.map();
        mapped = mapping.segment().fill((byte) 1);
        mappedBytes = mapping.asByteBuffer();
        other = arena.allocate(bytes, 4096).fill((byte) 2);
        otherBytes = other.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** The end. */
    @TearDown
    public void close() {
        mapping().close();
        Objects.requireNonNull(buffer).close();
        arena.close();
        card.close();
    }

    private GemMapping mapping() {
        return Objects.requireNonNull(mapping);
    }

    /** One value everywhere: ours. */
    @Benchmark
    public void fillMapping() {
        mapping().fill((byte) 3);
    }

    /** One pixel everywhere. */
    @Benchmark
    public void fillPixels() {
        mapping().fillInts(0xFF123456);
    }

    /** What the JDK has for it. */
    @Benchmark
    public void fillSegment() {
        mapped.fill((byte) 3);
    }

    /** A loop over words, as a renderer has it. */
    @Benchmark
    public void fillLoop() {
        MemorySegment to = mapped;
        for (long at = 0; at < bytes; at += 8) {
            to.set(ValueLayout.JAVA_LONG, at, 3);
        }
    }

    /** The same through a buffer, which has nothing of its own for it. */
    @Benchmark
    public void fillByteBuffer() {
        ByteBuffer to = mappedBytes;
        for (int at = 0; at < bytes; at += 8) {
            to.putLong(at, 3);
        }
    }

    /** memset. */
    @Benchmark
    @OperationsPerInvocation(CLibrary.LOOPS)
    public void fillInC() {
        CLibrary.memset(mapped.address(), 3, bytes);
    }

    /** From memory into the mapping: ours. */
    @Benchmark
    public void writeMapping() {
        mapping().write(0, other);
    }

    /** What the JDK has for it. */
    @Benchmark
    public void writeSegment() {
        MemorySegment.copy(other, 0, mapped, 0, bytes);
    }

    /** The same through buffers. */
    @Benchmark
    public void writeByteBuffer() {
        mappedBytes.put(0, otherBytes, 0, bytes);
    }

    /** memcpy. */
    @Benchmark
    @OperationsPerInvocation(CLibrary.LOOPS)
    public void writeInC() {
        CLibrary.memcpy(mapped.address(), other.address(), bytes);
    }

    /** From the mapping into memory: ours. */
    @Benchmark
    public void readMapping() {
        mapping().read(0, other);
    }

    /** What the JDK has for it. */
    @Benchmark
    public void readSegment() {
        MemorySegment.copy(mapped, 0, other, 0, bytes);
    }

    /** The same through buffers. */
    @Benchmark
    public void readByteBuffer() {
        otherBytes.put(0, mappedBytes, 0, bytes);
    }

    /** memcpy. */
    @Benchmark
    @OperationsPerInvocation(CLibrary.LOOPS)
    public void readInC() {
        CLibrary.memcpy(other.address(), mapped.address(), bytes);
    }
}
