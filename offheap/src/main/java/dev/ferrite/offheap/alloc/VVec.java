package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemorySegment;

/**
 * A {@link Vec} of whole pages out of {@link Vmalloc}: the counterpart of {@code VVec}.
 *
 * @param <S> the struct class of a value
 */
public final class VVec<S> extends Vec<S> {
    private VVec(Vmalloc allocator, StructType<S> type, Drop drop) {
        super(allocator, type, drop);
    }

    /**
     * An empty vector of plain data; takes no memory yet.
     *
     * @param type the values' shape
     * @param <S> the struct class
     * @return the vector
     */
    public static <S> VVec<S> create(StructType<S> type) {
        return create(Vmalloc.system(), type, Drop.NOTHING);
    }

    /**
     * An empty vector out of a given allocator; takes no memory yet.
     *
     * @param allocator where blocks come from and go back to
     * @param type the values' shape
     * @param drop what ends a value's life
     * @param <S> the struct class
     * @return the vector
     */
    public static <S> VVec<S> create(Vmalloc allocator, StructType<S> type, Drop drop) {
        return new VVec<>(allocator, type, drop);
    }

    /**
     * An empty vector with room: {@code with_capacity}.
     *
     * @param type the values' shape
     * @param capacity how many values fit, 0 or more
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the vector
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VVec<S> withCapacity(StructType<S> type, long capacity, int flags) {
        VVec<S> vec = create(type);
        vec.reserve(capacity, flags);
        return vec;
    }

    /**
     * A vector of copies of one value: {@code from_elem}.
     *
     * @param type the values' shape
     * @param value the bytes of one
     * @param count how many, 0 or more
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the vector
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VVec<S> fromElem(StructType<S> type, MemorySegment value, long count, int flags) {
        VVec<S> vec = create(type);
        vec.extendWith(count, value, flags);
        return vec;
    }

    /**
     * Takes back what {@link #intoRawParts} gave away: {@code from_raw_parts}.
     *
     * @param type the values' shape
     * @param parts a block of the system's allocator and what is in it
     * @param drop what ends a value's life
     * @param <S> the struct class
     * @return the vector, which owns the block now
     * @throws IllegalArgumentException if the block is too small for the capacity, or the capacity for the length
     * @throws dev.ferrite.offheap.diag.KernelBug if no block in use starts there
     */
    public static <S> VVec<S> fromRawParts(StructType<S> type, RawParts parts, Drop drop) {
        VVec<S> vec = create(Vmalloc.system(), type, drop);
        vec.adopt(parts);
        return vec;
    }
}
