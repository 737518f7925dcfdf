package dev.ferrite.locks.ref;

import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all owners of one {@link Arc} share: the count's address, the value, and how its life ends.
 *
 * <p>A struct lives in one block with its count: {@code [count: int][padding][struct]}. A Java object stays on the heap;
 * its count is a word of its own, in type-stable memory.
 */
final class ArcInner<T> {
    /*
     * count   meaning                         who changes it
     * 1..MAX  so many owners                  dup: +1 by an owner; close, intoUniqueOrDrop: -1 by the owner that ends
     * 0       the last owner has ended        it alone: to 1 if it becomes the unique one, else it destroys
     * < 0     saturated                       nobody; the value is never destroyed
     *
     * The drop that reaches 0 is one read-modify-write, so one owner sees it. Its acquire fence pairs with the release of
     * every drop before it (RefCount): what any owner did happens before the destructor, and before the unique owner's
     * next step. From there on nobody else has the address, so the unique owner's 1 and everything after it need no order
     * of their own: whoever gets an owner gets it by some safe publication.
     */
    private static final KmemCache COUNTS = KmemCache.create("arc", Integer.BYTES, Integer.BYTES);

    /** Where the count is; valid until {@link #destroy}. */
    final long count;

    final T value;
    private final @Nullable Consumer<? super T> drop;
    private final @Nullable KBox<RawBytes> block;

    private ArcInner(long count, T value, @Nullable Consumer<? super T> drop, @Nullable KBox<RawBytes> block) {
        this.count = count;
        this.value = value;
        this.drop = drop;
        this.block = block;
    }

    /** A Java object with a count of 1; without memory for the count the object is dropped and the call fails. */
    static <T> ArcInner<T> of(T value, Consumer<? super T> drop, int flags) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(drop, "drop");
        long count = COUNTS.alloc(flags & ~Gfp.__GFP_ZERO);
        if (count < 0) {
            drop.accept(value);
            throw new ErrnoException(
                    Errno.fromErrno(count), "arc of " + value.getClass().getName());
        }
        RefCount.set(count, 1);
        return new ArcInner<>(count, value, drop, null);
    }

    /** Memory for a struct, without a value, with a count of 1. */
    static <S> ArcInner<Opaque<S>> uninit(StructType<S> type, int flags) {
        long align = Math.max(type.alignof(), Integer.BYTES);
        long header = align;
        KBox<RawBytes> block = KBox.uninit(RawBytes.type(header + type.sizeof(), align), flags & ~Gfp.__GFP_ZERO);
        MemorySegment data = block.slot().asSlice(header, type.sizeof());
        if ((flags & Gfp.__GFP_ZERO) != 0) {
            data.fill((byte) 0);
        }
        RefCount.set(block.address(), 1);
        return new ArcInner<>(block.address(), Opaque.at(type, data), null, block);
    }

    /** The same memory, with a value in it. */
    ArcInner<T> initialised(Drop destructor) {
        Objects.requireNonNull(destructor, "drop");
        MemorySegment data = slot();
        return new ArcInner<>(count, value, ignored -> destructor.drop(data), block);
    }

    /** Whether there is a value. */
    boolean isInit() {
        return drop != null;
    }

    /** A struct's memory. */
    MemorySegment slot() {
        return ((Opaque<?>) value).segment();
    }

    /** The number that stands for this value outside of Java: a struct's own address. */
    long raw() {
        return value instanceof Opaque<?> struct && block != null ? struct.get() : count;
    }

    /** Ends the value's life on the calling thread, then its memory's, also if the destructor throws. */
    void destroy() {
        try {
            if (drop != null) {
                drop.accept(value);
            }
        } finally {
            if (block != null) {
                block.close();
            } else {
                COUNTS.free(count);
            }
        }
    }

    /** What kind of value it is, for reports; never asks the value itself. */
    String typeName() {
        return value instanceof Opaque<?> struct
                ? struct.type().name()
                : value.getClass().getSimpleName();
    }

    /** How many counts of Java objects exist. */
    static long liveCounts() {
        return COUNTS.live();
    }

    @Override
    public String toString() {
        return value + " count=" + RefCount.read(count);
    }
}
