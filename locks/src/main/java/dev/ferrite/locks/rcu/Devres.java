package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource that lives no longer than a device is bound: the counterpart of {@code kernel::devres::Devres}.
 *
 * <p>It is destroyed by {@link #close} or when the device is unbound, whichever comes first, once, and before {@link
 * UnbindList#unbind} returns. Whoever does not know that the device is bound asks for access as with {@link Revocable}.
 *
 * @param <T> the resource
 */
public final class Devres<T> implements AutoCloseable {
    private final UnbindList device;
    private final Revocable<T> revocable;
    private final CountDownLatch destroyed = new CountDownLatch(1);
    private final UnbindList.Action action;

    private Devres(UnbindList device, T resource, Consumer<? super T> destructor) {
        this.device = device;
        this.revocable = Revocable.of(resource, last -> {
            try {
                destructor.accept(last);
            } finally {
                destroyed.countDown();
            }
        });
        this.action = add();
    }

    private UnbindList.Action add() {
        try {
            return device.add(this::unbind);
        } catch (ErrnoException e) {
            revocable.revokeNosync(); // nobody has seen it yet
            throw e;
        }
    }

    /**
     * Ties a resource to a device.
     *
     * @param device a device that is bound
     * @param resource owned from here on, also when this fails
     * @param destructor ends its life; runs once
     * @param <T> the resource
     * @return the owner
     * @throws ErrnoException ENODEV if the device is being unbound; the resource is destroyed then
     */
    public static <T> Devres<T> create(UnbindList device, T resource, Consumer<? super T> destructor) {
        return new Devres<>(Objects.requireNonNull(device, "device"), resource, destructor);
    }

    /**
     * Ties a resource to a device and keeps no handle: it lives until the device is unbound.
     *
     * @param device a device that is bound
     * @param resource owned from here on, also when this fails
     * @param destructor ends its life; runs once
     * @param <T> the resource
     * @throws ErrnoException ENODEV if the device is being unbound; the resource is destroyed then
     */
    public static <T> void register(UnbindList device, T resource, Consumer<? super T> destructor) {
        Objects.requireNonNull(create(device, resource, destructor));
    }

    /**
     * The resource, for a caller that knows that the device stays bound meanwhile: {@code access()}. No section, no guard.
     *
     * @param bound the device, as proof
     * @return the resource
     * @throws ErrnoException EINVAL if it is another device; ENODEV if the resource is gone
     */
    public T access(UnbindList bound) {
        if (!device.equals(bound)) {
            throw new ErrnoException(Errno.EINVAL, "resource of " + device + " accessed through " + bound);
        }
        try (RcuGuard guard = Rcu.readLock()) {
            T resource = revocable.tryAccessWithGuard(guard);
            if (resource == null) {
                throw new ErrnoException(Errno.ENODEV, "resource of " + device + " is gone");
            }
            return resource;
        }
    }

    /**
     * Asks for access: see {@link Revocable#tryAccess}.
     *
     * @return the guard, or null if the resource is gone
     */
    public @Nullable RevocableGuard<T> tryAccess() {
        return revocable.tryAccess();
    }

    /**
     * Asks for access inside a section: see {@link Revocable#tryAccessWithGuard}.
     *
     * @param guard of a section of the calling thread
     * @return the resource, or null if it is gone
     */
    public @Nullable T tryAccessWithGuard(RcuGuard guard) {
        return revocable.tryAccessWithGuard(guard);
    }

    /**
     * Destroys the resource before the device is unbound; waits for those who have access. Does nothing if it is or is being
     * destroyed.
     *
     * @throws dev.ferrite.offheap.diag.KernelBug in a read-side section
     */
    @Override
    public void close() {
        if (revocable.revoke()) {
            device.remove(action);
        }
    }

    /** The device goes: whoever destroys, it is done when this returns. */
    private void unbind() {
        if (!revocable.revoke()) {
            awaitDestroyed();
        }
    }

    private void awaitDestroyed() {
        boolean interrupted = false;
        for (; ; ) {
            try {
                destroyed.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
