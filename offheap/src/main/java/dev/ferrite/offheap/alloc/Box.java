package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns one value and its block: the counterpart of {@code Box<T, A>} ({@code rust/kernel/alloc/kbox.rs}).
 *
 * <p>A box is open from its making until {@link #close}, which drops the value and gives the block back, or until it gives
 * the block away ({@link #intoRaw}, {@link #leak}, {@link #intoInner}); after that close does nothing. Using a closed box,
 * or closing it twice, is an {@link IllegalStateException}. The value never moves.
 *
 * <h2>Lifetime of segments</h2>
 *
 * <p>Every call of {@link #segment} checks that the box is open; it costs two loads. A segment that was taken before and is
 * kept beyond close is <em>not</em> checked: an arena of its own for each box would cost a hundred times the box. It then
 * reads or writes memory that may be somebody else's by now; it cannot end the JVM, for the memory stays mapped. With
 * {@link Kasan} on, each box has that arena, and the access throws. So take the segment where you use it, or pay for the
 * arena where others must keep one: {@link #leasedSegment}.
 *
 * <p>Thread-safe in this sense: of several threads that end a box one wins and the others get the exception. Access to the
 * value is as safe as the value is.
 *
 * @param <S> the struct class
 */
public abstract sealed class Box<S> implements AutoCloseable permits KBox, VBox, KVBox {
    /*
     * state      meaning                        may become
     * UNINIT     a block without a value        LIVE, MOVED, CLOSED
     * LIVE       a block with a value           UNINIT, MOVED, CLOSED
     * MOVED      the block is somebody else's   nothing; close does nothing
     * CLOSED     dropped and given back         nothing; close throws
     *
     * Each change is a CAS, so exactly one thread ends a value, and exactly one ends the block.
     */
    private static final int UNINIT = 0;
    private static final int LIVE = 1;
    private static final int MOVED = 2;
    private static final int CLOSED = 3;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Box.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Allocator allocator;
    private final StructType<S> type;
    private final long address;
    private final @Nullable OwnerDebug debug;
    private Drop drop = Drop.NOTHING;
    private @Nullable MemorySegment view;
    private volatile @Nullable Lease lease;
    private volatile int state;

    /** Takes a block without a value; ENOMEM if there is none. */
    Box(Allocator allocator, StructType<S> type, int flags) {
        this(allocator, type, checked(allocator.alloc(type.sizeof(), type.alignof(), flags), type), UNINIT);
    }

    /** Adopts a block with a value. */
    Box(Allocator allocator, StructType<S> type, long address, Drop drop) {
        this(allocator, type, adopted(allocator, type, address), LIVE);
        this.drop = drop;
        if (debug != null) {
            debug.values(1, drop);
        }
    }

    private Box(Allocator allocator, StructType<S> type, long address, int state) {
        this.allocator = allocator;
        this.type = type;
        this.address = address;
        this.state = state;
        this.debug = OwnerDebug.WATCHED ? OwnerDebug.of(this, name(), allocator, type.sizeof(), type.alignof()) : null;
        if (debug != null) {
            debug.block(address, type.sizeof());
        }
    }

    private static long checked(long result, StructType<?> type) {
        if (result < 0) {
            throw new ErrnoException(Errno.fromErrno(result), "box of " + type.name() + " bytes=" + type.sizeof());
        }
        return result;
    }

    private static long adopted(Allocator allocator, StructType<?> type, long address) {
        if (type.sizeof() != 0 && allocator.usableSize(address) < type.sizeof()) {
            throw new KernelBug("block 0x" + Long.toHexString(address) + " is too small for struct " + type.name()
                    + ": needs=" + type.sizeof() + " has=" + allocator.usableSize(address));
        }
        return address;
    }

    /** The order of failure of {@code Box::new}: without memory, the value that was to move in is dropped. */
    static <S, B extends Box<S>> B moved(Supplier<B> maker, StructType<S> type, MemorySegment value, Drop drop) {
        MemorySegment from = type.check(value);
        B box;
        try {
            box = maker.get();
        } catch (ErrnoException noMemory) {
            drop.drop(from);
            throw noMemory;
        }
        box.write(from, drop);
        return box;
    }

    /** The order of failure of {@code Box::init}: the box first; if the initialiser fails, the block goes, undropped. */
    static <S, B extends Box<S>, X extends Exception> B built(B box, Init<X> init, Drop drop) throws X {
        try {
            init.init(box.slot());
        } catch (Throwable failure) {
            box.close();
            throw failure;
        }
        box.assumeInit(drop);
        return box;
    }

    // ---- The value

    /**
     * The value's memory, checked for bounds; take it where it is used, see above.
     *
     * @return exactly {@code sizeof} bytes
     * @throws IllegalStateException if the box has no value: closed, given away, or not yet built
     */
    public final MemorySegment segment() {
        if (state != LIVE) {
            throw wrongState("has no value");
        }
        return view();
    }

    /**
     * The value's memory, checked for bounds and for the box's life: every access after the box ended throws. For views that
     * are handed to others.
     *
     * <p>The first call opens an arena, and ending the box closes it: some tens of microseconds together, against the few
     * nanoseconds of a box without.
     *
     * @return exactly {@code sizeof} bytes
     * @throws IllegalStateException if the box has no value; from an access, once the box is closed or given away
     */
    public final MemorySegment leasedSegment() {
        return lease().segment();
    }

    /**
     * Has something done when the box ends, before the memory is anybody else's. It must not throw.
     *
     * @param action runs once, on the thread that closes the box or gives it away
     * @throws IllegalStateException if the box has no value
     */
    public final void atEnd(Runnable action) {
        lease().atEnd(action);
    }

    private synchronized Lease lease() {
        if (state != LIVE) {
            throw wrongState("has no value");
        }
        Lease now = lease;
        if (now == null) {
            now = new Lease(address, type.sizeof());
            lease = now;
            if (state >= MOVED) {
                endLease();
                throw wrongState("has no value");
            }
        }
        return now;
    }

    /*
     * Opening a lease may race with the end of the box. The opener writes lease, then reads state; the ender writes state,
     * then reads lease, all volatile: so one of them sees the other, and the monitor lets one of them end it.
     */
    private void endLease() {
        if (lease != null) {
            endLeaseSlow();
        }
    }

    private synchronized void endLeaseSlow() {
        Lease now = lease;
        if (now != null) {
            lease = null;
            now.end();
        }
    }

    /**
     * The block's memory while it has no value: {@code as_mut_ptr} of an uninitialised box.
     *
     * @return exactly {@code sizeof} bytes of undefined content
     * @throws IllegalStateException unless the box is open and without a value
     */
    public final MemorySegment slot() {
        if (state != UNINIT) {
            throw wrongState("is not an empty box");
        }
        return view();
    }

    /**
     * The block's raw address; it says nothing about how long the memory lives.
     *
     * @return a multiple of {@code alignof}
     * @throws IllegalStateException if the box does not own a block any more
     */
    public final long address() {
        if (state >= MOVED) {
            throw wrongState("owns no block");
        }
        return address;
    }

    /**
     * Moves a value into an empty box: {@code write}.
     *
     * @param value its bytes, copied
     * @param destructor what ends its life
     * @throws IllegalStateException unless the box is open and without a value
     */
    public final void write(MemorySegment value, Drop destructor) {
        slot().copyFrom(type.check(value));
        assumeInit(destructor);
    }

    /**
     * Says that the slot holds a value now: {@code assume_init}.
     *
     * @param destructor what ends its life
     * @throws IllegalStateException unless the box is open and without a value
     */
    public final void assumeInit(Drop destructor) {
        drop = destructor;
        if (!STATE.compareAndSet(this, UNINIT, LIVE)) {
            throw wrongState("is not an empty box");
        }
        if (debug != null) {
            debug.values(1, destructor);
        }
    }

    /**
     * Ends the value's life and keeps the block: {@code drop_contents}. The box is empty then, also if the destructor
     * throws.
     *
     * @throws IllegalStateException if the box has no value
     */
    public final void dropContents() {
        MemorySegment value = segment();
        Drop destructor = drop;
        if (!STATE.compareAndSet(this, LIVE, UNINIT)) {
            throw wrongState("has no value");
        }
        endLease();
        if (debug != null) {
            debug.values(0, Drop.NOTHING);
        }
        destructor.drop(value);
    }

    // ---- Giving the block away

    /**
     * Gives the block to the caller, who must give it back to the allocator or to {@code fromRaw}: {@code into_raw}.
     *
     * @return its address
     * @throws IllegalStateException if the box does not own a block
     */
    public final long intoRaw() {
        int now = state;
        if (now >= MOVED || !STATE.compareAndSet(this, now, MOVED)) {
            throw wrongState("owns no block");
        }
        endLease();
        if (debug != null) {
            debug.moved(this);
        }
        return address;
    }

    /**
     * Gives the value up to live for ever: {@code leak}.
     *
     * @return its memory, which never ends
     * @throws IllegalStateException if the box has no value
     */
    public final MemorySegment leak() {
        segment();
        return Words.view(intoRaw(), type.sizeof());
    }

    /**
     * Moves the value out and gives the block back, without the destructor: {@code into_inner}.
     *
     * @param to where the bytes go
     * @throws IllegalStateException if the box has no value
     */
    public final void intoInner(MemorySegment to) {
        MemorySegment target = type.check(to);
        MemorySegment value = segment();
        if (!STATE.compareAndSet(this, LIVE, MOVED)) {
            throw wrongState("has no value");
        }
        target.copyFrom(value);
        release();
    }

    /**
     * Drops the value, then gives the block back; does nothing once the block was given away. If the destructor throws,
     * the block is given back all the same.
     *
     * @throws IllegalStateException if the box is closed already
     */
    @Override
    public final void close() {
        for (; ; ) {
            int now = state;
            if (now == MOVED) {
                return;
            }
            if (now == CLOSED) {
                throw wrongState("is closed twice");
            }
            if (STATE.compareAndSet(this, now, CLOSED)) {
                endLease(); // if it throws, a native call is using the block, which stays taken for ever
                try {
                    if (now == LIVE) {
                        drop.drop(view());
                    }
                } finally {
                    release();
                }
                return;
            }
        }
    }

    /**
     * Whether it owns a block.
     *
     * @return false once closed or given away
     */
    public final boolean isOpen() {
        return state < MOVED;
    }

    /**
     * The shape of the value.
     *
     * @return the type given at the making
     */
    public final StructType<S> type() {
        return type;
    }

    private void release() {
        endLease();
        view = null;
        if (debug != null) {
            debug.closed(this);
        }
        allocator.free(address, type.sizeof(), type.alignof());
    }

    /** Racing threads may make two views of the same memory: segments are immutable, so either serves. */
    private MemorySegment view() {
        MemorySegment now = view;
        if (now == null) {
            now = debug != null ? debug.view(address, type.sizeof()) : Words.view(address, type.sizeof());
            view = now;
        }
        return now;
    }

    private String name() {
        return getClass().getSimpleName() + "<" + type.name() + ">";
    }

    private IllegalStateException wrongState(String problem) {
        String[] names = {"empty", "live", "given away", "closed"};
        int now = state;
        IllegalStateException failure = new IllegalStateException(
                name() + " " + problem + ": state=" + names[now] + " address=0x" + Long.toHexString(address));
        return debug == null || now < MOVED ? failure : OwnerDebug.explain(failure, this, address);
    }

    @Override
    public final String toString() {
        return name() + "@0x" + Long.toHexString(address) + (isOpen() ? "" : " (closed)");
    }
}
