package dev.ferrite.offheap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * The shape of one C struct; struct classes expose theirs as {@code TYPE}.
 *
 * @param binding the class with the accessors
 * @param name the C name, such as {@code drm_nova_getparam}
 * @param layout its layout, padding included
 * @param <S> the struct class
 */
public record StructType<S>(Class<S> binding, String name, StructLayout layout) {
    /**
     * The size in bytes.
     *
     * @return {@code sizeof}
     */
    public long sizeof() {
        return layout.byteSize();
    }

    /**
     * The alignment in bytes.
     *
     * @return {@code alignof}
     */
    public long alignof() {
        return layout.byteAlignment();
    }

    /**
     * Checks that a segment can hold this struct at its start.
     *
     * @param segment the memory
     * @return the segment, cut to the struct's size
     * @throws IllegalArgumentException if it is too small, or misaligned for an off-heap struct
     */
    public MemorySegment check(MemorySegment segment) {
        if (segment.byteSize() < sizeof()) {
            throw new IllegalArgumentException(
                    "segment too small for struct " + name + ": needs=" + sizeof() + " has=" + segment.byteSize());
        }
        if (segment.isNative() && segment.address() % alignof() != 0) {
            throw new IllegalArgumentException("misaligned address for struct " + name + ": alignof=" + alignof()
                    + " address=0x" + Long.toHexString(segment.address()));
        }
        return segment.asSlice(0, sizeof());
    }
}
