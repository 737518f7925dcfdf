package dev.ferrite.runtime.device;

import dev.ferrite.locks.rcu.Devres;
import dev.ferrite.locks.rcu.UnbindList;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.module.ThisModule;
import java.util.function.Consumer;

/**
 * A device with a driver bound to it: the counterpart of {@code device::Device<Bound>}. What lives no longer than the
 * binding is tied to it here.
 *
 * <p>Good until the driver is unbound; every call after that is ENODEV. Thread-safe.
 *
 * @param <D> the kind of device
 */
public sealed class Bound<D extends Device> permits Core {
    private final D device;
    private final Binding binding;

    Bound(D device, Binding binding) {
        this.device = device;
        this.binding = binding;
    }

    /** Refuses a context whose time is over. */
    void check() {
        if (!binding.isThere()) {
            throw new ErrnoException(Errno.ENODEV, device + " is unbound");
        }
    }

    final Binding binding() {
        check();
        return binding;
    }

    /**
     * The device, to be counted and kept.
     *
     * @return the device
     * @throws ErrnoException ENODEV after the unbind
     */
    public final D device() {
        check();
        return device;
    }

    /**
     * The module whose driver is bound.
     *
     * @return the module, which is there as long as this context is good
     * @throws ErrnoException ENODEV after the unbind
     */
    public final ThisModule owner() {
        return binding().registration().owner();
    }

    /**
     * Ties a resource to the binding: {@code Devres::new}.
     *
     * @param resource owned from here on, also when this fails
     * @param destructor ends its life, once, at the latest before the unbind returns; the newest resource goes first
     * @param <T> the resource
     * @return the owner, who may end it earlier
     * @throws ErrnoException ENODEV if the device is being unbound; the resource is destroyed then
     */
    public final <T> Devres<T> devres(T resource, Consumer<? super T> destructor) {
        return Devres.create(managed(), resource, destructor);
    }

    /**
     * Ties a resource to the binding, and keeps no handle: {@code devres::register}.
     *
     * @param resource owned from here on, also when this fails
     * @param destructor ends its life, once, before the unbind returns
     * @param <T> the resource
     * @throws ErrnoException ENODEV if the device is being unbound; the resource is destroyed then
     */
    public final <T> void register(T resource, Consumer<? super T> destructor) {
        Devres.register(managed(), resource, destructor);
    }

    /**
     * Reaches a resource without a guard, for this context proves that it is there: {@code Devres::access}.
     *
     * @param resource tied to this device
     * @param <T> the resource
     * @return the resource
     * @throws ErrnoException EINVAL if it is tied to another device; ENODEV if it is gone
     */
    public final <T> T access(Devres<T> resource) {
        return resource.access(managed());
    }

    /**
     * What unbinding undoes.
     *
     * @return the list of managed actions
     * @throws ErrnoException ENODEV after the unbind
     */
    public final UnbindList managed() {
        return binding().managed();
    }

    @Override
    public String toString() {
        return "bound " + device;
    }
}
