package dev.ferrite.offheap.view;

import dev.ferrite.offheap.alloc.Box;
import dev.ferrite.offheap.alloc.Vec;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Views of owned memory as direct buffers, in native byte order.
 *
 * <p>Every access checks bounds and the owner's life: once the owner ended, it throws {@link IllegalStateException}, on every
 * thread, and so do slices and duplicates. The owner's end waits for accesses under way. The first view of a box or a vector
 * costs it an arena, tens of microseconds with its end ({@link Box#leasedSegment}).
 */
public final class ByteBuffers {
    private ByteBuffers() {}

    /**
     * A view of a box's value.
     *
     * @param box has a value
     * @return a new buffer of exactly {@code sizeof} bytes
     * @throws IllegalStateException if the box has no value
     * @throws IllegalArgumentException above 2 GiB - 1
     */
    public static ByteBuffer of(Box<?> box) {
        return over(box.leasedSegment());
    }

    /**
     * A view of a vector's values as they are now; it ends when the vector's block grows, shrinks or goes.
     *
     * @param vec is open
     * @return a new buffer over {@code len} values
     * @throws IllegalStateException if the vector is closed
     * @throws IllegalArgumentException above 2 GiB - 1
     */
    public static ByteBuffer of(Vec<?> vec) {
        return over(vec.leasedSegment());
    }

    /**
     * A view of mapped pages, read-only if the mapping is.
     *
     * @param mapping is open
     * @return a new buffer over all of it
     * @throws IllegalStateException if it is closed
     * @throws IllegalArgumentException above 2 GiB - 1
     */
    public static ByteBuffer of(Mapping mapping) {
        if (!mapping.isOpen()) {
            throw new IllegalStateException("mapping is closed: address=0x"
                    + Long.toHexString(mapping.segment().address()));
        }
        return over(mapping.segment());
    }

    private static ByteBuffer over(MemorySegment segment) {
        if (segment.byteSize() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a buffer holds at most " + Integer.MAX_VALUE + " bytes: bytes=" + segment.byteSize());
        }
        return segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }
}
