package dev.ferrite.runtime.device;

import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A device: the counterpart of {@code kernel::device::Device} and {@code struct device}.
 *
 * <p>Counted: its creator, the bus it is on, every child and every {@code ARef} own one reference each. A reference keeps
 * the object and its parent, and says nothing of the device being there, or of a driver being bound. The last drop runs
 * {@link #released} and drops the parent's reference, on whichever thread it happens. Thread-safe.
 *
 * <p>A bus has its own kind of device; one of this class itself is on no bus and only a parent.
 */
public class Device implements AlwaysRefCounted {
    private static final KmemCache COUNTS = KmemCache.create("device", Integer.BYTES, 64);
    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicLong LIVE = new AtomicLong();

    private final String name;
    private final @Nullable Device parent;
    private final long count;

    /** {@code device_lock}: held by whoever binds or unbinds, while callbacks run. A parent's is taken before a child's. */
    final ReentrantLock lock = new ReentrantLock();

    volatile @Nullable Binding binding;
    volatile @Nullable Bus<?, ?> bus;
    volatile @Nullable Throwable probeError;

    /**
     * A device that is on no bus yet, with one reference, the caller's.
     *
     * @param name its name, unique on its bus
     * @param parent the device it hangs on, to which it takes a reference; null if there is none
     */
    @SuppressWarnings("this-escape") // the cleaner only wants to know when this object is unreachable
    public Device(String name, @Nullable Device parent) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("device: the name is empty");
        }
        this.name = name;
        this.parent = parent;
        this.count = COUNTS.alloc();
        RefCount.set(count, 1);
        // The word is recycled when nobody can reach the device any more: a late, wrong drop meets a dead count.
        long word = count;
        CLEANER.register(this, () -> COUNTS.free(word));
        if (parent != null) {
            parent.incRef();
        }
        LIVE.getAndIncrement();
    }

    /**
     * Its name.
     *
     * @return the name, such as {@code 0000:00:02.0}
     */
    public final String name() {
        return name;
    }

    /**
     * The device it hangs on.
     *
     * @return the parent, kept by this device's own reference; null if it has none
     */
    public final @Nullable Device parent() {
        return parent;
    }

    /**
     * Whether a driver is bound; stale at once.
     *
     * @return true from the end of a successful probe to the beginning of its unbind
     */
    public final boolean isBound() {
        Binding now = binding;
        return now != null && now.isBound();
    }

    /**
     * The name of the driver that is bound; stale at once.
     *
     * @return the name, or null if none is
     */
    public final @Nullable String driverName() {
        Binding now = binding;
        return now != null && now.isBound() ? now.registration().driver().name() : null;
    }

    /**
     * Why the last probe of this device failed.
     *
     * @return what the driver threw; null if it was never probed, or the last probe succeeded
     */
    public final @Nullable Throwable probeError() {
        return probeError;
    }

    /**
     * Runs something while a driver is bound, and keeps it bound meanwhile. Waits for a probe or unbind that runs.
     *
     * @param user what to do; must not bind or unbind this device
     * @param <R> what it returns
     * @return its result
     * @throws ErrnoException ENODEV if no driver is bound
     */
    public final <R> R whileBound(Function<Bound<? extends Device>, R> user) {
        lock.lock();
        try {
            Binding now = binding;
            if (now == null || !now.isBound()) {
                throw new ErrnoException(Errno.ENODEV, this + " has no driver");
            }
            return user.apply(new Bound<>(this, now));
        } finally {
            lock.unlock();
        }
    }

    /** The last reference is gone: a subclass frees what it owns. Called once; the parent is still there. */
    protected void released() {}

    @Override
    public final void incRef() {
        RefCount.inc(count);
    }

    @Override
    public final void decRef() {
        if (RefCount.decAndTest(count)) {
            try {
                released();
            } finally {
                LIVE.getAndDecrement();
                if (parent != null) {
                    parent.decRef();
                }
            }
        }
    }

    /**
     * How many references there are; stale at once.
     *
     * @return 0 once it is dead
     */
    public final int references() {
        return RefCount.read(count);
    }

    /**
     * How many devices of this process are not dead: for proofs that nothing leaked.
     *
     * @return the count; stale at once
     */
    public static long live() {
        return LIVE.get();
    }

    @Override
    public String toString() {
        return "device " + name;
    }
}
