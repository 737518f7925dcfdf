package dev.ferrite.offheap.alloc;

import java.lang.foreign.MemorySegment;

/**
 * Builds a value where it will stay: the counterpart of {@code Init} and {@code PinInit}.
 *
 * <p>One that fails must have undone what it did; the memory is given back without the value's destructor.
 * {@link PinInit} does so field by field.
 *
 * @param <X> what it may throw; {@link RuntimeException} for one that does not fail
 */
@FunctionalInterface
public interface Init<X extends Exception> {
    /**
     * Writes the value.
     *
     * @param slot its memory, content undefined
     * @throws X if it cannot be built
     */
    void init(MemorySegment slot) throws X;
}
