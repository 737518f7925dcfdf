package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemorySegment;

/**
 * A {@link Box} of whole pages out of {@link Vmalloc}: the counterpart of {@code VBox}.
 *
 * <p>For large values; its alignment is at most the page size. Costs system calls.
 *
 * @param <S> the struct class
 */
public final class VBox<S> extends Box<S> {
    private VBox(Vmalloc allocator, StructType<S> type, int flags) {
        super(allocator, type, flags);
    }

    private VBox(Vmalloc allocator, StructType<S> type, long address, Drop drop) {
        super(allocator, type, address, drop);
    }

    /**
     * An empty box: {@code new_uninit}.
     *
     * @param type the value's shape
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the box, to be filled through {@link #slot} or {@link #write}
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VBox<S> uninit(StructType<S> type, int flags) {
        return uninit(Vmalloc.system(), type, flags);
    }

    /**
     * An empty box out of a given allocator.
     *
     * @param allocator where the block comes from and goes back to
     * @param type the value's shape
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the box, to be filled through {@link #slot} or {@link #write}
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VBox<S> uninit(Vmalloc allocator, StructType<S> type, int flags) {
        return new VBox<>(allocator, type, flags);
    }

    /**
     * A box of plain data, all zero.
     *
     * @param type the value's shape
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the box
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VBox<S> zeroed(StructType<S> type, int flags) {
        VBox<S> box = uninit(type, flags | Gfp.__GFP_ZERO);
        box.assumeInit(Drop.NOTHING);
        return box;
    }

    /**
     * Moves a value into a box: {@code new}. Without memory, the value is dropped and the call fails.
     *
     * @param type the value's shape
     * @param value its bytes, copied
     * @param drop what ends its life
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @return the box
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> VBox<S> of(StructType<S> type, MemorySegment value, Drop drop, int flags) {
        return moved(() -> uninit(type, flags), type, value, drop);
    }

    /**
     * Builds a value in its box: {@code init}, {@code pin_init}. The memory comes first; when the initialiser fails, it is
     * given back without the destructor.
     *
     * @param type the value's shape
     * @param init writes the value
     * @param drop what ends its life
     * @param flags {@link Gfp}
     * @param <S> the struct class
     * @param <X> what the initialiser throws
     * @return the box
     * @throws X if the initialiser does
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S, X extends Exception> VBox<S> init(StructType<S> type, Init<X> init, Drop drop, int flags)
            throws X {
        return built(uninit(type, flags), init, drop);
    }

    /**
     * Takes back what {@link #intoRaw} gave away: {@code from_raw}.
     *
     * @param type the value's shape
     * @param address a block of the system's allocator with a value in it
     * @param drop what ends its life
     * @param <S> the struct class
     * @return the box, which owns the block now
     * @throws dev.ferrite.offheap.diag.KernelBug if no block in use of that size starts there
     */
    public static <S> VBox<S> fromRaw(StructType<S> type, long address, Drop drop) {
        return new VBox<>(Vmalloc.system(), type, address, drop);
    }
}
