package dev.ferrite.offheap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Storage for a struct that foreign code owns: the counterpart of {@code Opaque<T>} ({@code rust/kernel/types.rs}).
 *
 * <p>It may be uninitialised, may change while it is shared, and never moves. Nothing is cached: every access goes
 * through {@link #segment()}, which checks bounds and lifetime, or through {@link #get()}, the raw pointer, which
 * checks nothing. Creating one costs what its arena's allocation costs; a view costs one object.
 *
 * @param <S> the struct class
 */
public final class Opaque<S> {
    private final StructType<S> type;
    private final MemorySegment segment;

    private Opaque(StructType<S> type, MemorySegment segment) {
        this.type = type;
        this.segment = segment;
    }

    /**
     * A view of a struct that is already there.
     *
     * @param type the struct's shape
     * @param segment its memory; longer segments are cut
     * @param <S> the struct class
     * @return the view
     * @throws IllegalArgumentException if the segment is too small or misaligned
     */
    public static <S> Opaque<S> at(StructType<S> type, MemorySegment segment) {
        return new Opaque<>(type, type.check(segment));
    }

    /**
     * New storage with all bytes zero: {@code Opaque::zeroed}.
     *
     * @param type the struct's shape
     * @param arena who owns the memory
     * @param <S> the struct class
     * @return the storage
     */
    public static <S> Opaque<S> zeroed(StructType<S> type, Arena arena) {
        return new Opaque<>(type, arena.allocate(type.layout()).fill((byte) 0));
    }

    /**
     * New storage set up by an initialiser that cannot fail: {@code Opaque::ffi_init}.
     *
     * @param type the struct's shape
     * @param arena who owns the memory
     * @param init writes the struct into the zeroed slot it is given
     * @param <S> the struct class
     * @return the storage
     */
    public static <S> Opaque<S> ffiInit(StructType<S> type, Arena arena, Consumer<MemorySegment> init) {
        Opaque<S> opaque = zeroed(type, arena);
        init.accept(opaque.segment);
        return opaque;
    }

    /**
     * New storage set up by an initialiser that may fail: {@code Opaque::try_ffi_init}. After a failure the memory
     * belongs to the arena still, and nobody has seen it.
     *
     * @param type the struct's shape
     * @param arena who owns the memory
     * @param init writes the struct and returns 0 or more, or a negative errno
     * @param failure turns the negative errno into what is thrown
     * @param <S> the struct class
     * @param <X> what is thrown
     * @return the storage
     * @throws X if the initialiser returned a negative number
     */
    public static <S, X extends Exception> Opaque<S> tryFfiInit(
            StructType<S> type,
            Arena arena,
            ToIntFunction<MemorySegment> init,
            java.util.function.IntFunction<X> failure)
            throws X {
        Opaque<S> opaque = zeroed(type, arena);
        int result = init.applyAsInt(opaque.segment);
        if (result < 0) {
            throw failure.apply(result);
        }
        return opaque;
    }

    /**
     * The raw pointer: {@code Opaque::get}.
     *
     * @return the address; it says nothing about how long the memory lives
     */
    public long get() {
        return segment.address();
    }

    /**
     * The checked view.
     *
     * @return the struct's memory, exactly {@code sizeof} bytes
     */
    public MemorySegment segment() {
        return segment;
    }

    /**
     * The struct's shape.
     *
     * @return the type given at creation
     */
    public StructType<S> type() {
        return type;
    }

    @Override
    public String toString() {
        return "Opaque<" + type.name() + ">@0x" + Long.toHexString(segment.address());
    }
}
