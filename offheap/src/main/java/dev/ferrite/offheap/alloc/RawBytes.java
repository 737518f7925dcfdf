package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/** A value that is so many bytes and nothing more: for owners of memory that no struct class describes. */
public final class RawBytes {
    private RawBytes() {}

    /**
     * The shape of a value of some size.
     *
     * @param size bytes, 0 or more
     * @param align a power of two
     * @return the type; its accessors are the segment's own
     * @throws IllegalArgumentException for a negative size or a bad alignment
     */
    public static StructType<RawBytes> type(long size, long align) {
        Allocator.checkLayout(size, align);
        return new StructType<>(
                RawBytes.class,
                "bytes[" + size + "]",
                MemoryLayout.structLayout(MemoryLayout.sequenceLayout(size, ValueLayout.JAVA_BYTE))
                        .withByteAlignment(align));
    }
}
