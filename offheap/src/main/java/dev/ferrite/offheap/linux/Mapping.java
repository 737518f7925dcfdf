package dev.ferrite.offheap.linux;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns one {@code mmap}: a segment and a direct {@link ByteBuffer} over the same pages, which both refuse to be touched
 * once the mapping is closed.
 *
 * <p>A {@link #shared} mapping may be used and closed by any thread; its close stops the world for some tens of
 * microseconds, for every thread must be seen to be outside. A {@link #confined} one belongs to the thread that made
 * it and costs two system calls. Closing while another thread is inside an access waits for that access or throws
 * {@link IllegalStateException}; no thread ever touches unmapped memory through it.
 */
public final class Mapping implements AutoCloseable {
    private static final AtomicLong LIVE = new AtomicLong();
    private static final AtomicLong LIVE_BYTES = new AtomicLong();

    private final Arena arena;
    private final MemorySegment segment;

    private Mapping(Arena arena, MemorySegment segment) {
        this.arena = arena;
        this.segment = segment;
        if (Tracing.MAPPINGS) {
            Tracing.acquired(this, Tracing.MAPPING, toString());
        }
    }

    /**
     * Maps a file for all threads.
     *
     * @param fd the file, or -1 with {@link Linux#MAP_ANONYMOUS}
     * @param offset into the file, a multiple of the page size
     * @param length in bytes, more than 0
     * @param protection {@code PROT_*}
     * @param flags {@code MAP_*}
     * @return the owner
     * @throws ErrnoException EINVAL, EACCES, ENOMEM, EBADF ... as the kernel says
     */
    public static Mapping shared(int fd, long offset, long length, int protection, int flags) {
        return map(Arena.ofShared(), fd, offset, length, protection, flags);
    }

    /**
     * Maps a file for the calling thread.
     *
     * @param fd the file, or -1 with {@link Linux#MAP_ANONYMOUS}
     * @param offset into the file, a multiple of the page size
     * @param length in bytes, more than 0
     * @param protection {@code PROT_*}
     * @param flags {@code MAP_*}
     * @return the owner
     * @throws ErrnoException EINVAL, EACCES, ENOMEM, EBADF ... as the kernel says
     */
    public static Mapping confined(int fd, long offset, long length, int protection, int flags) {
        return map(Arena.ofConfined(), fd, offset, length, protection, flags);
    }

    /**
     * Owns a range that somebody else mapped and knows how to unmap: device memory, a mapping that is counted.
     *
     * @param address the first byte
     * @param length in bytes, more than 0; all of it mapped until {@code unmap} runs
     * @param writable whether the pages may be written
     * @param confined whether it belongs to the calling thread alone, which makes its close cheap
     * @param unmap takes the range away; runs once, inside {@link #close()}, when no thread is in an access
     * @return the owner
     */
    @SuppressWarnings("restricted") // SAFETY: the caller's promise: mapped until the arena's close runs unmap
    public static Mapping over(long address, long length, boolean writable, boolean confined, Runnable unmap) {
        Arena arena = confined ? Arena.ofConfined() : Arena.ofShared();
        MemorySegment segment = MemorySegment.ofAddress(address).reinterpret(length, arena, mapped -> {
            LIVE.getAndDecrement();
            LIVE_BYTES.getAndAdd(-length);
            unmap.run();
        });
        LIVE.getAndIncrement();
        LIVE_BYTES.getAndAdd(length);
        return new Mapping(arena, writable ? segment : segment.asReadOnly());
    }

    @SuppressWarnings("restricted") // SAFETY: the range was just mapped, and only the arena's close unmaps it
    private static Mapping map(Arena arena, int fd, long offset, long length, int protection, int flags) {
        long address = Linux.mmap(0, length, protection, flags, fd, offset);
        if (address < 0) {
            arena.close();
            throw new ErrnoException(
                    Errno.fromErrno(address), "mmap fd=" + fd + " offset=" + offset + " length=" + length);
        }
        MemorySegment segment =
                MemorySegment.ofAddress(address).reinterpret(length, arena, mapped -> unmap(mapped.address(), length));
        if ((protection & Linux.PROT_WRITE) == 0) {
            segment = segment.asReadOnly();
        }
        LIVE.getAndIncrement();
        LIVE_BYTES.getAndAdd(length);
        return new Mapping(arena, segment);
    }

    private static void unmap(long address, long length) {
        LIVE.getAndDecrement();
        LIVE_BYTES.getAndAdd(-length);
        Errno.check(Linux.munmap(address, length), "munmap length=" + length);
    }

    /**
     * The mapped pages, bounds-checked and lifetime-checked.
     *
     * @return the segment, read-only if the mapping is
     */
    public MemorySegment segment() {
        checkTraced();
        return segment;
    }

    /**
     * The same pages as a direct buffer in native byte order.
     *
     * @return a new buffer object; it checks the mapping's lifetime, too
     * @throws UnsupportedOperationException above 2 GiB - 1
     */
    public ByteBuffer asByteBuffer() {
        checkTraced();
        return segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /**
     * Has something done when it is closed. It must not throw.
     *
     * @param action runs once, on the thread that closes it
     * @throws IllegalStateException if it is closed already
     */
    @SuppressWarnings("restricted") // SAFETY: only the arena's clean-up is used
    public void atEnd(Runnable action) {
        segment.asSlice(0, 0).reinterpret(0, arena, ended -> action.run());
    }

    /**
     * Whether it is still mapped.
     *
     * @return false once {@link #close()} has returned
     */
    public boolean isOpen() {
        return segment.scope().isAlive();
    }

    /**
     * Unmaps it; does nothing the second time.
     *
     * @throws WrongThreadException if it is confined to another thread
     * @throws IllegalStateException if another thread holds it in a call
     */
    @Override
    public void close() {
        if (isOpen()) {
            arena.close();
            if (Tracing.MAPPINGS) {
                Tracing.released(this);
            }
        } else if (Tracing.MAPPINGS) {
            Tracing.releasedAgain(this);
        }
    }

    /** The tracing twin finds the use here; without it the access finds it. */
    private void checkTraced() {
        if (Tracing.MAPPINGS && !isOpen()) {
            throw Tracing.explain(new IllegalStateException(this + " is closed"), this);
        }
    }

    @Override
    public String toString() {
        return "Mapping 0x" + Long.toHexString(segment.address()) + " length=" + segment.byteSize();
    }

    /**
     * How many are open in this process.
     *
     * @return the count
     */
    public static long live() {
        return LIVE.get();
    }

    /**
     * How many bytes are mapped by open ones.
     *
     * @return the sum of their lengths
     */
    public static long liveBytes() {
        return LIVE_BYTES.get();
    }
}
