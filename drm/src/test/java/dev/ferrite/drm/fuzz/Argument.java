package dev.ferrite.drm.fuzz;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** The memory of one call after another, of every kind a caller could get wrong; for one thread. */
final class Argument implements AutoCloseable {
    /** What is passed. */
    enum Kind {
        NATIVE,
        READ_ONLY,
        HEAP,
        NOTHING,
        CLOSED,
        FOREIGN
    }

    static final int MOST = 1 << 14;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment block = arena.allocate(MOST, 8);
    private final MemorySegment readOnly = block.asReadOnly();
    private final MemorySegment heap = MemorySegment.ofArray(new byte[MOST]);
    private final MemorySegment closed;
    private final MemorySegment foreign;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread owner;

    private Kind kind = Kind.NATIVE;
    private int length;
    private MemorySegment segment = block;

    /** The bytes before the call; as many as {@link #length}. */
    byte[] before = new byte[0];

    Argument() {
        try (Arena gone = Arena.ofConfined()) {
            closed = gone.allocate(256, 8);
        }
        MemorySegment[] of = new MemorySegment[1];
        CountDownLatch made = new CountDownLatch(1);
        owner = Thread.ofPlatform().daemon().start(() -> {
            try (Arena mine = Arena.ofConfined()) {
                of[0] = mine.allocate(256, 8);
                made.countDown();
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            made.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        foreign = of[0];
    }

    /** Prepares the memory of a call: bytes at its start, noise behind them, cut to a length. */
    void prepare(Kind of, byte[] bytes, int wanted, Random random) {
        kind = of;
        length = Math.min(wanted, MOST);
        before = new byte[length];
        random.nextBytes(before);
        System.arraycopy(bytes, 0, before, 0, Math.min(bytes.length, length));
        segment = switch (of) {
            case NATIVE -> fill(block);
            case READ_ONLY -> {
                fill(block);
                yield readOnly.asSlice(0, length);
            }
            case HEAP -> fill(heap);
            case NOTHING -> MemorySegment.NULL;
            case CLOSED -> closed;
            case FOREIGN -> foreign;
        };
    }

    private MemorySegment fill(MemorySegment whole) {
        MemorySegment.copy(before, 0, whole, ValueLayout.JAVA_BYTE, 0, length);
        return whole.asSlice(0, length);
    }

    MemorySegment segment() {
        return segment;
    }

    /** Where the memory of a native call starts. */
    long address() {
        return block.address();
    }

    Kind kind() {
        return kind;
    }

    /** How many bytes can be read. */
    int readable() {
        return kind == Kind.NATIVE || kind == Kind.READ_ONLY || kind == Kind.HEAP ? length : 0;
    }

    /** How many bytes can be written. */
    int writable() {
        return kind == Kind.NATIVE || kind == Kind.HEAP ? length : 0;
    }

    /** Where an address that the caller named lies, or -1 if the range is not the caller's or may not be written. */
    long offsetOf(long pointer, long bytes) {
        long offset = pointer - block.address();
        return kind == Kind.NATIVE && offset >= 0 && offset <= length - bytes ? offset : -1;
    }

    /** The same for a range that is only to be read. */
    long readableAt(long pointer, long bytes) {
        long offset = pointer - block.address();
        boolean lent = kind == Kind.NATIVE || kind == Kind.READ_ONLY;
        return lent && offset >= 0 && offset <= length - bytes ? offset : -1;
    }

    /** The bytes now. */
    byte[] after() {
        return switch (kind) {
            case NATIVE, READ_ONLY -> bytes(block);
            case HEAP -> bytes(heap);
            case NOTHING, CLOSED, FOREIGN -> before;
        };
    }

    private byte[] bytes(MemorySegment whole) {
        return whole.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    @Override
    public void close() {
        end.countDown();
        try {
            owner.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        arena.close();
    }

    @Override
    public String toString() {
        return kind + " of " + length + " bytes " + Arrays.toString(Arrays.copyOf(before, Math.min(length, 64)));
    }
}
