package dev.ferrite.locks;

import dev.ferrite.offheap.diag.KernelBug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock in a {@code static final} field, initialised once by a module: the counterpart of {@code global_lock!}.
 *
 * <p>Declared anywhere, it takes no memory until {@link #init}; locking before that, or initialising twice, is an
 * exception, where the kernel has undefined behaviour.
 *
 * <p>{@snippet :
 * static final GlobalLock<Table> TABLE = GlobalLock.uninit("TABLE", () -> Mutex.of(new Table(), "TABLE"));
 * }
 *
 * @param <T> what it protects
 */
public final class GlobalLock<T> {
    /*
     * state     meaning                        who leaves it
     * UNINIT    no lock                        any thread, by CAS to INITING: one of all that try
     * INITING   that thread makes the lock     it alone: to READY, or back to UNINIT when the factory threw
     * READY     the lock is there, for good    nobody
     *
     * lock is plain: written by the one that is INITING, before its releasing store of READY; read only by those whose
     * acquiring load saw READY. So whoever sees READY sees the lock and what its factory made, and whoever does not is
     * refused. A thread that fails to init() learns nothing about READY: the winner may still be at work.
     */
    private static final int UNINIT = 0;
    private static final int INITING = 1;
    private static final int READY = 2;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(GlobalLock.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;
    private final Supplier<? extends Lock<T, ?>> factory;

    @SuppressWarnings("unused") // through STATE; READY is stored with release after the lock, and read with acquire
    private int state;

    private @Nullable Lock<T, ?> lock;

    private GlobalLock(String name, Supplier<? extends Lock<T, ?>> factory) {
        this.name = name;
        this.factory = factory;
    }

    /**
     * A lock that is not initialised.
     *
     * @param name the name of the variable
     * @param factory makes the lock with its data
     * @param <T> what it protects
     * @return the global lock
     */
    public static <T> GlobalLock<T> uninit(String name, Supplier<? extends Lock<T, ?>> factory) {
        return new GlobalLock<>(name, factory);
    }

    /**
     * Initialises it: exactly once, before anything else.
     *
     * @throws IllegalStateException if it is initialised already, or another thread is about to
     */
    public void init() {
        if (!STATE.compareAndSet(this, UNINIT, INITING)) {
            throw new IllegalStateException("global lock " + name + " is initialised already");
        }
        Lock<T, ?> made = null;
        try {
            made = factory.get();
        } finally {
            lock = made;
            STATE.setRelease(this, made == null ? UNINIT : READY);
        }
    }

    /**
     * Takes the lock; waits as long as it takes.
     *
     * @return the guard
     * @throws IllegalStateException before {@link #init}
     */
    public Guard<T> lock() {
        return ready().lock();
    }

    /**
     * Takes the lock if it is free.
     *
     * @return the guard, or null
     * @throws IllegalStateException before {@link #init}
     */
    public @Nullable Guard<T> tryLock() {
        return ready().tryLock();
    }

    private Lock<T, ?> ready() {
        Lock<T, ?> made = (int) STATE.getAcquire(this) == READY ? lock : null;
        if (made == null) {
            throw new IllegalStateException("global lock " + name + " is used before init()");
        }
        return made;
    }

    /**
     * A value that this lock protects without containing it: the counterpart of {@code GlobalLockedBy}.
     *
     * @param value the value
     * @param <V> its type
     * @return the protected value
     */
    public <V> GlobalLockedBy<V> protect(V value) {
        return new GlobalLockedBy<>(this, value);
    }

    void checkGuard(Guard<?> guard) {
        if (!guard.lockRef().equals(ready()) || !guard.isHeld()) {
            throw new KernelBug("guard of " + guard.lockRef() + (guard.isHeld() ? "" : ", not held,")
                    + " used for a value of global lock " + name);
        }
    }

    @Override
    public String toString() {
        return "GlobalLock " + name;
    }
}
