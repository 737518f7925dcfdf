package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A growing row of values in one block: the counterpart of {@code Vec<T, A>} ({@code rust/kernel/alloc/kvec.rs}).
 *
 * <p>Grows to twice its capacity, or to what is needed if that is more: 1, 2, 4, 8 ... under pushes. Every operation that
 * needs memory takes {@link Gfp} flags, and either happens as a whole or fails with {@code ENOMEM} and changes nothing.
 * Values move when the block does: a segment taken before is stale after any operation that may grow or shrink, with the
 * same consequences as a closed {@link Box}'s. Values of size 0 take no memory and have no limit.
 *
 * <p>{@link #close} drops the values first to last and gives the block back; closing twice, or using a closed vector, is an
 * {@link IllegalStateException}. Not thread-safe.
 *
 * <p>One file for the kernel's whole surface of the type; more than half of it is contracts.
 *
 * @param <S> the struct class of a value
 */
public abstract sealed class Vec<S> implements AutoCloseable permits KVec, VVec, KVVec {
    private static final int OPEN = 0;
    private static final int MOVED = 1;
    private static final int CLOSED = 2;

    private final Allocator allocator;
    private final StructType<S> type;
    private final long stride;
    private final long align;
    private final Drop drop;
    private final @Nullable OwnerDebug debug;
    private @Nullable Lease lease;
    private long address;
    private long capacity;
    private long len;
    private int state = OPEN;

    Vec(Allocator allocator, StructType<S> type, Drop drop) {
        this.allocator = allocator;
        this.type = type;
        this.align = type.alignof();
        this.stride = (type.sizeof() + align - 1) & -align;
        this.drop = drop;
        this.address = align;
        this.debug = OwnerDebug.WATCHED ? OwnerDebug.of(this, name(), allocator, stride, align) : null;
    }

    /** Adopts parts given away by {@link #intoRawParts}. */
    final void adopt(RawParts parts) {
        try {
            check(parts);
        } catch (RuntimeException e) {
            close(); // nobody gets it
            throw e;
        }
        moveTo(parts.address, stride == 0 ? 0 : parts.capacity);
        setLen(parts.len);
    }

    private void check(RawParts parts) {
        if (parts.len < 0 || parts.len > parts.capacity) {
            throw new IllegalArgumentException("len must be 0.." + parts.capacity + ": len=" + parts.len);
        }
        if (stride != 0 && parts.capacity != 0) {
            long needs = Math.multiplyExact(parts.capacity, stride);
            if (allocator.usableSize(parts.address) < needs) {
                throw new IllegalArgumentException("block too small for capacity=" + parts.capacity);
            }
        }
    }

    // ---- Size

    /**
     * How many values it holds.
     *
     * @return 0 or more
     */
    public final long len() {
        return len;
    }

    /**
     * Whether it holds none.
     *
     * @return true when empty
     */
    public final boolean isEmpty() {
        return len == 0;
    }

    /**
     * How many values fit without growing.
     *
     * @return the count; {@link Long#MAX_VALUE} for values of size 0
     */
    public final long capacity() {
        return stride == 0 ? Long.MAX_VALUE : capacity;
    }

    /**
     * The shape of a value.
     *
     * @return the type given at the making
     */
    public final StructType<S> type() {
        return type;
    }

    /**
     * Makes room for more values.
     *
     * @param additional how many beyond {@link #len}, 0 or more
     * @param flags {@link Gfp}
     * @throws ErrnoException ENOMEM, also when the count overflows; nothing has changed then
     */
    public final void reserve(long additional, int flags) {
        long result = tryReserve(additional, flags);
        if (result < 0) {
            throw new ErrnoException(
                    Errno.fromErrno(result), name() + " reserve len=" + len + " additional=" + additional);
        }
    }

    /**
     * Makes room for more values, without an exception when there is none.
     *
     * @param additional how many beyond {@link #len}, 0 or more
     * @param flags {@link Gfp}
     * @return 0, or {@code -ENOMEM}, and nothing has changed
     */
    public final long tryReserve(long additional, int flags) {
        checkOpen();
        if (additional < 0) {
            throw new IllegalArgumentException("additional must be >= 0: additional=" + additional);
        }
        return capacity() - len >= additional ? 0 : growSlow(additional, flags);
    }

    private long growSlow(long additional, int flags) {
        long needed = len + additional;
        if (needed < 0 || stride == 0) {
            return Errno.ENOMEM.negated();
        }
        long wanted = Math.max(capacity <= Long.MAX_VALUE / 2 ? 2 * capacity : Long.MAX_VALUE, needed);
        if (wanted > Long.MAX_VALUE / stride) {
            return Errno.ENOMEM.negated();
        }
        endLease();
        long moved = allocator.realloc(address, wanted * stride, align, capacity * stride, align, flags);
        if (moved < 0) {
            return moved;
        }
        moveTo(moved, wanted);
        return 0;
    }

    // ---- Values

    /**
     * One value's memory, checked for bounds; stale once the vector grows.
     *
     * @param index 0 to len - 1
     * @return exactly {@code sizeof} bytes
     * @throws IndexOutOfBoundsException outside
     */
    public final MemorySegment get(long index) {
        return view(address(index), type.sizeof());
    }

    /**
     * One value's raw address.
     *
     * @param index 0 to len - 1
     * @return its first byte
     * @throws IndexOutOfBoundsException outside
     */
    public final long address(long index) {
        checkOpen();
        if (index < 0 || index >= len) {
            throw new IndexOutOfBoundsException("index must be 0.." + (len - 1) + ": index=" + index);
        }
        return address + index * stride;
    }

    /**
     * All values' memory, checked for bounds: dereference to a slice.
     *
     * @return {@code len} values, each at a multiple of the padded size; stale once the vector grows
     */
    public final MemorySegment asSegment() {
        checkOpen();
        return view(address, len * stride);
    }

    /**
     * All values' memory as it is now, checked for bounds and for life: every access throws once the block grew, shrank, or
     * went. For views that are handed to others. The first call opens an arena, and the block's end closes it: some tens of
     * microseconds together.
     *
     * @return {@code len} values, each at a multiple of the padded size
     */
    public final MemorySegment leasedSegment() {
        return lease().segment().asSlice(0, len * stride);
    }

    /**
     * Has something done when the block grows, shrinks or goes, before the memory is anybody else's. It must not throw.
     *
     * @param action runs once
     */
    public final void atEnd(Runnable action) {
        lease().atEnd(action);
    }

    private Lease lease() {
        checkOpen();
        Lease now = lease;
        if (now == null) {
            now = new Lease(address, capacity * stride);
            lease = now;
        }
        return now;
    }

    /**
     * Appends a value.
     *
     * @param value its bytes, copied
     * @param flags {@link Gfp}
     * @throws ErrnoException ENOMEM; nothing has changed
     */
    public final void push(MemorySegment value, int flags) {
        MemorySegment from = type.check(value);
        reserve(1, flags);
        append(from);
    }

    /**
     * Appends a value if there is room for it.
     *
     * @param value its bytes, copied
     * @return false if it is full, and the value is still the caller's
     */
    public final boolean pushWithinCapacity(MemorySegment value) {
        checkOpen();
        MemorySegment from = type.check(value);
        if (capacity() == len) {
            return false;
        }
        append(from);
        return true;
    }

    /**
     * Builds a value in its place at the end; the memory comes first, and when the initialiser fails nothing is appended.
     *
     * @param init writes the value
     * @param flags {@link Gfp}
     * @param <X> what the initialiser throws
     * @throws X if it does
     * @throws ErrnoException ENOMEM; nothing has changed
     */
    public final <X extends Exception> void pushInit(Init<X> init, int flags) throws X {
        reserve(1, flags);
        init.init(view(address + len * stride, type.sizeof()));
        setLen(len + 1);
    }

    /**
     * Appends copies of one value: {@code extend_with}.
     *
     * @param count how many, 0 or more
     * @param value its bytes
     * @param flags {@link Gfp}
     * @throws ErrnoException ENOMEM; nothing has changed
     */
    public final void extendWith(long count, MemorySegment value, int flags) {
        MemorySegment from = type.check(value);
        reserve(count, flags);
        for (long i = 0; i < count; i++) {
            append(from);
        }
    }

    /**
     * Appends values that lie side by side: {@code extend_from_slice}. The memory may be this vector's own.
     *
     * @param values their bytes, a multiple of the padded size
     * @param flags {@link Gfp}
     * @throws ErrnoException ENOMEM; nothing has changed
     * @throws IllegalArgumentException if the length is no multiple
     */
    public final void extendFromSlice(MemorySegment values, int flags) {
        checkOpen();
        if (stride == 0 || values.byteSize() % stride != 0) {
            throw new IllegalArgumentException(
                    "length must be a multiple of " + stride + ": length=" + values.byteSize());
        }
        long count = values.byteSize() / stride;
        long own = values.isNative() ? values.address() - address : -1;
        reserve(count, flags);
        if (own >= 0 && own + values.byteSize() <= len * stride) {
            Words.copy(address + own, address + len * stride, values.byteSize());
        } else {
            Words.copyIn(values, 0, address + len * stride, values.byteSize());
        }
        setLen(len + count);
    }

    /**
     * Makes it so long: appends copies of a value or drops the last ones.
     *
     * @param newLen 0 or more
     * @param value the bytes of what is appended
     * @param flags {@link Gfp}
     * @throws ErrnoException ENOMEM; nothing has changed
     */
    public final void resize(long newLen, MemorySegment value, int flags) {
        checkCount(newLen);
        if (newLen > len) {
            extendWith(newLen - len, value, flags);
        } else {
            truncate(newLen);
        }
    }

    /**
     * Moves the last value out.
     *
     * @param to where its bytes go; it is the caller's then, and is not dropped
     * @return false if there is none
     */
    public final boolean pop(MemorySegment to) {
        checkOpen();
        MemorySegment target = type.check(to);
        if (len == 0) {
            return false;
        }
        target.copyFrom(get(len - 1));
        setLen(len - 1);
        return true;
    }

    /**
     * Moves a value out and closes the gap.
     *
     * @param index which
     * @param to where its bytes go; it is the caller's then, and is not dropped
     * @throws ErrnoException EINVAL if there is no such value; nothing has changed
     */
    public final void remove(long index, MemorySegment to) {
        checkOpen();
        MemorySegment target = type.check(to);
        if (index < 0 || index >= len) {
            throw new ErrnoException(Errno.EINVAL, name() + " remove index=" + index + " len=" + len);
        }
        target.copyFrom(get(index));
        Words.copy(address + (index + 1) * stride, address + index * stride, (len - index - 1) * stride);
        setLen(len - 1);
    }

    /**
     * Drops values from the end; does nothing if it is not longer.
     *
     * @param newLen 0 or more
     */
    public final void truncate(long newLen) {
        checkOpen();
        checkCount(newLen);
        if (newLen < len) {
            long old = len;
            setLen(newLen);
            dropRange(newLen, old);
        }
    }

    /** Drops all values; the capacity stays. */
    public final void clear() {
        truncate(0);
    }

    /**
     * Drops the values that a test refuses; the others keep their order.
     *
     * @param keep sees each value once, first to last; must not touch the vector
     */
    public final void retain(Predicate<MemorySegment> keep) {
        checkOpen();
        long old = len;
        long kept = 0;
        long at = 0;
        // Nothing is alive as far as others can see while values are on the move; what the test leaves behind by
        // throwing stays alive: the tail moves up.
        setLen(0);
        try {
            while (at < old) {
                MemorySegment value = view(address + at * stride, type.sizeof());
                boolean stays = keep.test(value);
                if (stays && kept < at) {
                    Words.copy(address + at * stride, address + kept * stride, stride);
                }
                at++;
                if (stays) {
                    kept++;
                } else {
                    drop.drop(value);
                }
            }
        } finally {
            Words.copy(address + at * stride, address + kept * stride, (old - at) * stride);
            setLen(kept + old - at);
        }
    }

    /**
     * Takes all values out, first to last; the capacity stays.
     *
     * @param taker sees each value; what it throws ends the round, and the values not seen are dropped
     */
    public final void drainAll(Consumer<MemorySegment> taker) {
        checkOpen();
        long old = len;
        setLen(0);
        long at = 0;
        try {
            while (at < old) {
                taker.accept(view(address + at++ * stride, type.sizeof()));
            }
        } finally {
            dropRange(at, old);
        }
    }

    // ---- The end

    /**
     * What {@link #intoRawParts} gives away.
     *
     * @param address the block, dangling if the capacity is 0
     * @param len values in it
     * @param capacity values that fit
     */
    public record RawParts(long address, long len, long capacity) {}

    /**
     * Gives block and values to the caller; close does nothing then.
     *
     * @return the parts, for {@code fromRawParts}
     */
    public final RawParts intoRawParts() {
        checkOpen();
        endLease();
        state = MOVED;
        if (debug != null) {
            debug.moved(this);
        }
        return new RawParts(address, len, capacity());
    }

    /**
     * Drops the values, first to last, and gives the block back; does nothing once the parts were given away. If a
     * destructor throws, the other values are dropped and the block is given back all the same.
     *
     * @throws IllegalStateException if the vector is closed already
     */
    @Override
    public final void close() {
        if (state == MOVED) {
            return;
        }
        checkOpen();
        endLease(); // if it throws, a native call is using the block, and the vector stays open
        try {
            clear();
        } finally {
            state = CLOSED;
            if (debug != null) {
                debug.closed(this);
            }
            allocator.free(address, capacity * stride, align);
        }
    }

    /**
     * Whether it owns its block.
     *
     * @return false once closed or given away
     */
    public final boolean isOpen() {
        return state == OPEN;
    }

    // ---- Inside

    private void append(MemorySegment value) {
        Words.copyIn(value, 0, address + len * stride, type.sizeof());
        setLen(len + 1);
    }

    private void dropRange(long from, long to) {
        if (drop.equals(Drop.NOTHING)) {
            return;
        }
        RuntimeException failure = null;
        for (long i = from; i < to; i++) {
            try {
                drop.drop(view(address + i * stride, type.sizeof()));
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private MemorySegment view(long from, long bytes) {
        return debug != null ? debug.view(from, bytes) : Words.view(from, bytes);
    }

    private void endLease() {
        if (lease != null) {
            lease.end();
            lease = null;
        }
    }

    private void moveTo(long newAddress, long newCapacity) {
        endLease();
        address = newAddress;
        capacity = newCapacity;
        if (debug != null) {
            debug.block(newAddress, newCapacity * stride);
        }
    }

    private void setLen(long newLen) {
        len = newLen;
        if (debug != null) {
            debug.values(newLen, drop);
        }
    }

    private void checkOpen() {
        if (state != OPEN) {
            IllegalStateException failure = new IllegalStateException(name() + " is "
                    + (state == CLOSED ? "closed" : "given away") + ": address=0x" + Long.toHexString(address));
            throw debug == null ? failure : OwnerDebug.explain(failure, this, address);
        }
    }

    private static void checkCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("len must be >= 0: len=" + count);
        }
    }

    private String name() {
        return getClass().getSimpleName() + "<" + type.name() + ">";
    }

    @Override
    public final String toString() {
        return name() + " len=" + len + " capacity=" + capacity() + (isOpen() ? "" : " (closed)");
    }
}
