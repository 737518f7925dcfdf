package dev.ferrite.locks.ref;

import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Init;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Owns one count of a value that is shared: the counterpart of {@code kernel::sync::Arc} ({@code rust/kernel/sync/arc.rs}).
 *
 * <p>The value is a struct, in one off-heap block with its count ({@code Arc<Opaque<S>>}), or any Java object whose end
 * matters: a file, a box, a mapping. When the last owner is closed, the destructor runs, once, on the closing thread, and
 * the memory is given back. There are no weak references, and a cycle of owners leaks, as in the kernel.
 *
 * <p>{@link #dup} gives a second owner, {@link #close} ends one; the second close of one owner does nothing, any other use
 * of a closed one is an {@link IllegalStateException} and touches no memory. An owner is used by one thread at a time and
 * may be handed to another; each thread that keeps one has its own. {@link #get} is the value itself: do not keep it beyond
 * the owner. A count that would overflow saturates, with a WARN, and the value lives for ever ({@link RefCount}).
 *
 * <p>{@snippet :
 * Arc<Opaque<SamplesDataStruct>> own = samples.dup().named("thread " + i);
 * started.add(Thread.startVirtualThread(() -> {
 *     try (own) {
 *         total.add(sumOf(own.get().segment(), first, threads));
 *     }
 * }));
 * }
 *
 * <p>Ordering: what any owner did before its close happens before the destructor. {@link #dup} orders nothing.
 *
 * <p>A destructor that closes the next owner of a long chain calls itself: end such a chain in a loop.
 *
 * <p>Cost: dup and close are one atomic each. An owner that does not leave the method that made it is no object at all,
 * once compiled; one that does is 16 bytes.
 *
 * @param <T> the value; {@link Opaque} of the struct class for a struct
 */
public final class Arc<T> extends ArcHandle<T> {
    Arc(ArcInner<T> inner) {
        super(inner);
    }

    /**
     * Shares a Java object: {@code Arc::new}. Without memory for the count, the object is dropped and the call fails.
     *
     * @param value the object
     * @param drop ends its life; must not refer to an owner of it
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <T> its type
     * @return the first owner
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <T> Arc<T> of(T value, Consumer<? super T> drop, int flags) {
        return new Arc<>(ArcInner.of(value, drop, flags));
    }

    /**
     * Moves a struct into a block of its own: {@code Arc::new}. Without memory, the struct is dropped and the call fails.
     *
     * @param type the struct's shape
     * @param value its bytes, copied
     * @param drop ends its life
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <S> the struct class
     * @return the first owner
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S> Arc<Opaque<S>> of(StructType<S> type, MemorySegment value, Drop drop, int flags) {
        return UniqueArc.of(type, value, drop, flags).intoArc();
    }

    /**
     * Builds a struct in its block: {@code Arc::pin_init}. The memory comes first; when the initialiser fails, it is given
     * back without the destructor.
     *
     * @param type the struct's shape
     * @param init writes the struct; {@link dev.ferrite.offheap.alloc.PinInit} does so field by field
     * @param drop ends its life
     * @param flags {@link dev.ferrite.offheap.alloc.Gfp}
     * @param <S> the struct class
     * @param <X> what the initialiser throws
     * @return the first owner
     * @throws X if the initialiser does
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static <S, X extends Exception> Arc<Opaque<S>> init(StructType<S> type, Init<X> init, Drop drop, int flags)
            throws X {
        return UniqueArc.init(type, init, drop, flags).intoArc();
    }

    /**
     * The value, alive at least until this owner is closed.
     *
     * @return the value
     * @throws IllegalStateException if this owner is closed
     */
    public T get() {
        return open().value;
    }

    /**
     * Another owner of the same value: {@code Arc::clone}. Counts up.
     *
     * @return the other owner
     * @throws IllegalStateException if this owner is closed
     */
    public Arc<T> dup() {
        ArcInner<T> shared = open();
        RefCount.inc(shared.count);
        return new Arc<>(shared);
    }

    /**
     * Names this owner in the reports of the tracing twin ({@code -Dferrite.trace.refs=true}); does nothing without it.
     *
     * @param owner such as {@code index of the cache}
     * @return this
     */
    public Arc<T> named(String owner) {
        if (Tracing.REFS) {
            Tracing.named(this, owner);
        }
        return this;
    }

    /** Ends this owner; the last one runs the destructor here. Does nothing the second time. */
    @Override
    public void close() {
        ArcInner<T> taken = end();
        if (taken != null && RefCount.decAndTest(taken.count)) {
            taken.destroy();
        }
    }

    /**
     * A look at the value without a count, for as long as this owner is open: {@code Arc::as_arc_borrow}.
     *
     * @return the borrow
     * @throws IllegalStateException if this owner is closed
     */
    public ArcBorrow<T> asArcBorrow() {
        open();
        return new ArcBorrow<>(this);
    }

    /**
     * Whether both own the same value: {@code Arc::ptr_eq}.
     *
     * @param other an open owner
     * @return whether it is one value, with one count
     * @throws IllegalStateException if either is closed
     */
    public boolean ptrEq(Arc<?> other) {
        return open().count == other.open().count;
    }

    /**
     * How many owners there are.
     *
     * @return the count, stale at once; negative if it is saturated
     * @throws IllegalStateException if this owner is closed
     */
    public int count() {
        return RefCount.read(open().count);
    }

    /**
     * Gives this owner up for the sole ownership, if it was the last: {@code Arc::into_unique_or_drop}. Of several owners
     * that do so at once, exactly one gets it. The destructor does not run.
     *
     * @return the sole owner, or null if there were others; this owner is closed either way
     * @throws IllegalStateException if this owner is closed
     */
    public @Nullable UniqueArc<T> intoUniqueOrDrop() {
        ArcInner<T> taken = move();
        return RefCount.decAndTest(taken.count) ? UniqueArc.last(taken) : null;
    }

    /**
     * Takes the sole ownership if this is the only owner, and changes nothing otherwise. Of several owners that only try,
     * none may get it: {@link #intoUniqueOrDrop} decides.
     *
     * @return the sole owner, and this one is closed; or null, and it is open
     * @throws IllegalStateException if this owner is closed
     */
    public @Nullable UniqueArc<T> tryUnique() {
        synchronized (this) {
            ArcInner<T> sole = open();
            if (!RefCount.decIfOne(sole.count)) {
                return null;
            }
            return UniqueArc.last(move());
        }
    }

    /**
     * The same owner under a narrower type: {@code Arc<dyn Any>::downcast}.
     *
     * @param type the type
     * @param <U> the type
     * @return the owner, and this one is closed; or null if the value is something else, and it is open
     * @throws IllegalStateException if this owner is closed
     */
    @SuppressWarnings("unchecked") // asked just before
    public <U> @Nullable Arc<U> downcast(Class<U> type) {
        return type.isInstance(open().value) ? new Arc<>((ArcInner<U>) move()) : null;
    }

    // ---- Outside of Java

    /**
     * Gives the count to foreign code: {@code Arc::into_raw}, {@code ForeignOwnable::into_foreign}. Java keeps the value
     * reachable until {@link #fromRaw} takes the count back, once for each time it was given. Takes a lock.
     *
     * @return a number that is not 0: the struct's address; for a Java object, a number that means nothing else
     * @throws IllegalStateException if this owner is closed
     */
    public long intoRaw() {
        return ForeignArcs.give(new Arc<>(move()));
    }

    /**
     * Takes a Java object's count back: {@code Arc::from_raw}, {@code ForeignOwnable::from_foreign}.
     *
     * @param raw what {@link #intoRaw} returned
     * @param type what the object is
     * @param <T> its type
     * @return the owner
     * @throws IllegalStateException if no count of it is out: never given, or taken back already
     * @throws ClassCastException if it is something else; its count stays out
     */
    public static <T> Arc<T> fromRaw(long raw, Class<T> type) {
        return ForeignArcs.takeBack(raw, value -> ForeignArcs.checkObject(value, type));
    }

    /**
     * Takes a struct's count back: {@code Arc::from_raw}, {@code ForeignOwnable::from_foreign}.
     *
     * @param raw what {@link #intoRaw} returned
     * @param type the struct's shape
     * @param <S> the struct class
     * @return the owner
     * @throws IllegalStateException if no count of it is out: never given, or taken back already
     * @throws ClassCastException if it is something else; its count stays out
     */
    public static <S> Arc<Opaque<S>> fromRaw(long raw, StructType<S> type) {
        return ForeignArcs.takeBack(raw, value -> ForeignArcs.checkStruct(value, type));
    }

    /**
     * Looks at an object while foreign code owns a count of it: {@code ForeignOwnable::borrow}.
     *
     * @param raw what {@link #intoRaw} returned
     * @param type what the object is
     * @param <T> its type
     * @return the borrow, which ends when that count is taken back
     * @throws IllegalStateException if no count of it is out
     * @throws ClassCastException if it is something else
     */
    public static <T> ArcBorrow<T> borrowRaw(long raw, Class<T> type) {
        return ForeignArcs.borrow(raw, value -> ForeignArcs.checkObject(value, type));
    }

    /**
     * Looks at a struct while foreign code owns a count of it: {@code ForeignOwnable::borrow}.
     *
     * @param raw what {@link #intoRaw} returned
     * @param type the struct's shape
     * @param <S> the struct class
     * @return the borrow, which ends when that count is taken back
     * @throws IllegalStateException if no count of it is out
     * @throws ClassCastException if it is something else
     */
    public static <S> ArcBorrow<Opaque<S>> borrowRaw(long raw, StructType<S> type) {
        return ForeignArcs.borrow(raw, value -> ForeignArcs.checkStruct(value, type));
    }
}
