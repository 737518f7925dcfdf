package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.diag.KernelBug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that can be taken away while others use it: the counterpart of {@code kernel::revocable::Revocable}.
 *
 * <p>Users ask for access and get it or not; whoever revokes waits until the last user has left, and destroys the value.
 * Access is a read-side section of {@link Rcu}: cheap, and nothing that blocks belongs into it.
 *
 * <p>{@snippet :
 * try (var access = registers.tryAccess()) {
 *     if (access == null) {
 *         return -Errno.ENODEV.code();
 *     }
 *     access.get().write(RESET);
 * }
 * }
 *
 * @param <T> the value
 */
public final class Revocable<T> implements AutoCloseable {
    /*
     * available goes from true to false once, by CAS: who does that destroys. Read and written inside what RCU orders: a
     * section that read true either began before the grace period of revoke(), which waits for it, or is one for which the
     * flag was already false (GracePeriods, cases 1 and 2). Acquire and release only carry the value to a thread that got
     * this object through a race.
     */
    private static final VarHandle AVAILABLE;

    static {
        try {
            AVAILABLE = MethodHandles.lookup().findVarHandle(Revocable.class, "available", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Consumer<? super T> destructor;
    private @Nullable T value; // null once destroyed, so that it can be collected

    @SuppressWarnings("unused") // through AVAILABLE
    private boolean available;

    private Revocable(T value, Consumer<? super T> destructor) {
        this.value = value;
        this.destructor = destructor;
        AVAILABLE.setRelease(this, true);
    }

    /**
     * A value that can be revoked.
     *
     * @param value the value
     * @param destructor ends its life; runs once, on the thread that revokes
     * @param <T> the value
     * @return the owner
     */
    public static <T> Revocable<T> of(T value, Consumer<? super T> destructor) {
        return new Revocable<>(
                Objects.requireNonNull(value, "value"), Objects.requireNonNull(destructor, "destructor"));
    }

    /**
     * Asks for access: {@code try_access()}. Never blocks.
     *
     * @return the value's guard, to be closed by this thread, soon; null if it is revoked
     */
    public @Nullable RevocableGuard<T> tryAccess() {
        RcuGuard guard = Rcu.readLock();
        T now = tryAccessWithGuard(guard);
        if (now == null) {
            guard.close();
            return null;
        }
        return new RevocableGuard<>(guard, now);
    }

    /**
     * Asks for access inside a section that the caller is in: {@code try_access_with_guard()}. Allocates nothing.
     *
     * @param guard of a section of the calling thread
     * @return the value, good until that section ends; null if it is revoked
     * @throws KernelBug if the caller is not in that section
     */
    public @Nullable T tryAccessWithGuard(RcuGuard guard) {
        if (!guard.isHeld()) {
            throw new KernelBug("Revocable accessed with a guard that is not held: " + guard);
        }
        return (boolean) AVAILABLE.getAcquire(this) ? value : null;
    }

    /**
     * Runs something with access: {@code try_access_with()}.
     *
     * @param user runs inside a read-side section; must not block
     * @param <R> what it returns
     * @return its result; null if the value is revoked
     */
    public <R> @Nullable R tryAccessWith(Function<? super T, ? extends R> user) {
        try (RcuGuard guard = Rcu.readLock()) {
            T now = tryAccessWithGuard(guard);
            return now == null ? null : user.apply(now);
        }
    }

    /**
     * Whether access would be given now; stale at once.
     *
     * @return false for good once it is revoked
     */
    public boolean isAvailable() {
        return (boolean) AVAILABLE.getAcquire(this);
    }

    /**
     * Takes the value away: {@code revoke()}. No access is given from here on; waits for those that have it, and destroys
     * the value. Who comes second does not wait for the first.
     *
     * @return whether this call destroyed it; false at once if it is or is being revoked
     * @throws KernelBug in a read-side section, for which it would wait for ever
     */
    public boolean revoke() {
        Readers.mustNotRead("revoke");
        if (!AVAILABLE.compareAndSet(this, true, false)) {
            return false;
        }
        Rcu.synchronize();
        destroy();
        return true;
    }

    /**
     * Takes the value away without waiting: {@code revoke_nosync()}. The caller knows that nobody has access now; who has it
     * all the same uses a destroyed value.
     *
     * @return whether this call destroyed it
     */
    public boolean revokeNosync() {
        if (!AVAILABLE.compareAndSet(this, true, false)) {
            return false;
        }
        destroy();
        return true;
    }

    /**
     * The same as {@link #revoke()}, for the owner's end. Waits, unlike a drop in Rust, where the compiler has proved that
     * nobody has access.
     */
    @Override
    public void close() {
        revoke();
    }

    private void destroy() {
        T last = Objects.requireNonNull(value);
        value = null;
        destructor.accept(last);
    }

    @Override
    public String toString() {
        return "Revocable available=" + isAvailable();
    }
}
