package dev.ferrite.locks.ref;

import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Init;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * The only owner of a value that is not shared yet, or not any more: the counterpart of {@code kernel::sync::UniqueArc}.
 *
 * <p>Nobody else sees the value, so it may be changed without a lock. {@link #intoArc} begins the sharing and cannot fail,
 * which is what this type is for: take the memory where failing is allowed, fill it later where it is not. Used by one
 * thread at a time. The second close does nothing, any other use of a closed one is an {@link IllegalStateException}.
 *
 * @param <T> the value; {@link Opaque} of the struct class for a struct
 */
public final class UniqueArc<T> extends ArcHandle<T> {
    private UniqueArc(ArcInner<T> inner) {
        super(inner);
    }

    /** The last owner, whose count is 0 now. */
    static <T> UniqueArc<T> last(ArcInner<T> inner) {
        RefCount.set(inner.count, 1);
        return new UniqueArc<>(inner);
    }

    /**
     * Owns a Java object. Without memory for the count, the object is dropped and the call fails.
     *
     * @param value the object
     * @param drop ends its life; must not refer to an owner of it
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <T> its type
     * @return the owner
     * @throws ErrnoException ENOMEM
     */
    public static <T> UniqueArc<T> of(T value, Consumer<? super T> drop, int flags) {
        return new UniqueArc<>(ArcInner.of(value, drop, flags));
    }

    /**
     * Moves a struct into a block of its own: {@code UniqueArc::new}. Without memory, the struct is dropped and the call
     * fails.
     *
     * @param type the struct's shape
     * @param value its bytes, copied
     * @param drop ends its life
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <S> the struct class
     * @return the owner
     * @throws ErrnoException ENOMEM
     */
    public static <S> UniqueArc<Opaque<S>> of(StructType<S> type, MemorySegment value, Drop drop, int flags) {
        MemorySegment from = type.check(value);
        UniqueArc<Opaque<S>> made;
        try {
            made = uninit(type, flags);
        } catch (ErrnoException noMemory) {
            drop.drop(from);
            throw noMemory;
        }
        made.slot().copyFrom(from);
        made.assumeInit(drop);
        return made;
    }

    /**
     * Memory for a struct, without a value: {@code UniqueArc::new_uninit}.
     *
     * @param type the struct's shape
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <S> the struct class
     * @return the owner, to be filled by {@link #initWith} or {@link #slot}
     * @throws ErrnoException ENOMEM
     */
    public static <S> UniqueArc<Opaque<S>> uninit(StructType<S> type, int flags) {
        return new UniqueArc<>(ArcInner.uninit(type, flags));
    }

    /**
     * Builds a struct in its block: {@code UniqueArc::pin_init}. When the initialiser fails, the memory is given back
     * without the destructor.
     *
     * @param type the struct's shape
     * @param init writes the struct
     * @param drop ends its life
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <S> the struct class
     * @param <X> what the initialiser throws
     * @return the owner
     * @throws X if the initialiser does
     * @throws ErrnoException ENOMEM
     */
    public static <S, X extends Exception> UniqueArc<Opaque<S>> init(
            StructType<S> type, Init<X> init, Drop drop, int flags) throws X {
        UniqueArc<Opaque<S>> made = uninit(type, flags);
        made.initWith(init, drop);
        return made;
    }

    /**
     * The memory while it has no value.
     *
     * @return exactly {@code sizeof} bytes of undefined content
     * @throws IllegalStateException if there is a value, or this owner is closed
     */
    public MemorySegment slot() {
        return empty().slot();
    }

    /**
     * Says that the slot holds a value now: {@code assume_init}.
     *
     * @param drop ends its life
     * @throws IllegalStateException if there is a value already, or this owner is closed
     */
    public void assumeInit(Drop drop) {
        inner = empty().initialised(drop);
    }

    /**
     * Builds the value in the slot: {@code pin_init_with}. When the initialiser fails, the memory is given back without the
     * destructor, and this owner is closed.
     *
     * @param init writes the struct
     * @param drop ends its life
     * @param <X> what the initialiser throws
     * @throws X if the initialiser does
     * @throws IllegalStateException if there is a value already, or this owner is closed
     */
    public <X extends Exception> void initWith(Init<X> init, Drop drop) throws X {
        MemorySegment slot = slot();
        try {
            init.init(slot);
            assumeInit(drop);
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    /**
     * The value, which is the caller's alone.
     *
     * @return the value
     * @throws IllegalStateException if there is none yet, or this owner is closed
     */
    public T get() {
        return filled().value;
    }

    /**
     * Begins the sharing: {@code From<UniqueArc> for Arc}. Cannot fail, allocates no off-heap memory.
     *
     * @return the first owner; this one is closed
     * @throws IllegalStateException if there is no value yet, or this owner is closed
     */
    public Arc<T> intoArc() {
        filled();
        return new Arc<>(move());
    }

    /** Ends the value's life, if there is one, and gives the memory back. Does nothing the second time. */
    @Override
    public void close() {
        ArcInner<T> taken = end();
        if (taken != null) {
            taken.destroy();
        }
    }

    private ArcInner<T> empty() {
        ArcInner<T> now = open();
        if (now.isInit()) {
            throw new IllegalStateException("UniqueArc has a value already: " + now);
        }
        return now;
    }

    private ArcInner<T> filled() {
        ArcInner<T> now = open();
        if (!now.isInit()) {
            throw new IllegalStateException("UniqueArc has no value yet: " + now);
        }
        return now;
    }
}
