package dev.ferrite.offheap.alloc;

import java.lang.foreign.MemorySegment;

/**
 * What happens to a value at the end of its life: the counterpart of {@code Drop}.
 *
 * <p>Runs once, on the thread that ends the life, before the memory is given back. It must not keep the segment, and
 * must not refer to the owner of the value: an owner that its own destructor holds on to can never be found leaked.
 */
@FunctionalInterface
public interface Drop {
    /** For values that need nothing: plain data. */
    Drop NOTHING = value -> {};

    /**
     * Ends the life of a value.
     *
     * @param value its bytes, still valid
     */
    void drop(MemorySegment value);
}
