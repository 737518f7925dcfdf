package dev.ferrite.perf.runtime;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One record of a log: who, when, how grave, and a short text.
 *
 * <p>Agrona's ring does not overwrite, so whoever finds it full empties it, as its consumer would.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class LogRecordWrite {
    private static final String TEXT = "gem object 17: 4096 bytes at 0x2f000";
    private static final int BYTES = 1 << 20;

    private final byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
    private final KernelLog log = KernelLog.create(BYTES);
    private final ManyToOneRingBuffer ring = new ManyToOneRingBuffer(new UnsafeBuffer(
            BufferUtil.allocateDirectAligned(BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));

    /** For the subclasses, which say how many threads. */
    protected LogRecordWrite() {}

    /** A thread's own message. */
    @State(Scope.Thread)
    public static class Message {
        private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[128]);
    }

    /** Ours, from a string. */
    @Benchmark
    public void kernelLog() {
        log.log(LogLevel.INFO, "perf", TEXT);
    }

    /** Ours, from bytes that are encoded already. */
    @Benchmark
    public void kernelLogOfBytes() {
        log.log(LogLevel.INFO, "perf", text, 0, text.length);
    }

    /**
     * Agrona's queue between threads, without a time, a level and a name: only the write of the encoded text.
     *
     * @param message this thread's
     */
    @Benchmark
    public void agronaRing(Message message) {
        message.bytes.putBytes(0, text);
        write(message, text.length);
    }

    /**
     * Agrona's queue with what a record has: time, level, name and a string.
     *
     * @param message this thread's
     */
    @Benchmark
    public void agronaRingOfRecords(Message message) {
        message.bytes.putLong(0, System.nanoTime());
        message.bytes.putInt(8, LogLevel.INFO.number());
        int length = 12 + message.bytes.putStringAscii(12, "perf");
        length += message.bytes.putStringAscii(length, TEXT);
        write(message, length);
    }

    private void write(Message message, int length) {
        while (!ring.write(1, message.bytes, 0, length)) {
            synchronized (ring) {
                ring.read((type, buffer, offset, bytes) -> {});
            }
        }
    }
}
