package dev.ferrite.drm.core;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.device.Bound;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A device that is there for others: the counterpart of {@code kernel::drm::driver::Registration}.
 *
 * <p>From its creation on the nodes can be opened, so everything must be ready before. Closing it unplugs, as the newest
 * kernels do; {@link #unregister} alone is what older ones did. Thread-safe.
 */
public final class Registration implements AutoCloseable {
    private final Device<?> device;
    private final ARef<? extends Device<?>> reference;
    private final AtomicBoolean registered = new AtomicBoolean(true);

    private Registration(Device<?> device) {
        this.device = device;
        this.reference = ARef.from(device);
    }

    /**
     * Registers a device: {@code drm_dev_register}.
     *
     * @param device the device
     * @return the registration, with a device reference of its own
     * @throws IllegalStateException if the device was registered before, whether it still is or not
     */
    public static Registration register(Device<?> device) {
        if (!device.firstRegistration()) {
            throw new IllegalStateException(device + " was registered before: a device is registered once");
        }
        Registration registration = new Registration(device);
        DrmNodes.publish(device);
        return registration;
    }

    /**
     * Registers a device and hands the registration to its parent: {@code Registration::new_foreign_owned}. It is closed
     * when the parent is unbound, before what was tied to the parent earlier.
     *
     * @param device the device
     * @param parent the device it was made of, bound
     * @return the registration, owned by the parent; who closes it earlier does no harm
     * @throws ErrnoException EINVAL if the device was made of another, or of none, and nothing is registered then; ENODEV if
     *     the parent is being unbound, and the device is unplugged then
     * @throws IllegalStateException if the device was registered before, whether it still is or not
     */
    public static Registration registerOwned(
            Device<?> device, Bound<? extends dev.ferrite.runtime.device.Device> parent) {
        if (!parent.device().equals(device.parent())) {
            throw new ErrnoException(
                    Errno.EINVAL, "register " + device + " parent=" + device.parent() + " given=" + parent.device());
        }
        Registration registration = register(device);
        parent.register(registration, Registration::close);
        return registration;
    }

    /**
     * Takes the nodes away: {@code drm_dev_unregister}. Files that are open go on working. Does nothing the second time.
     */
    public void unregister() {
        if (registered.getAndSet(false)) {
            DrmNodes.withdraw(device);
        }
    }

    /**
     * Takes the device away under its users: {@code drm_dev_unplug}. When this returns no driver ioctl runs and none
     * ever will, opening, ioctl and mmap are ENODEV, and every mapping has lost its content: reading and writing it
     * stays legal, on pages that are nobody's. Blocks until all sections are left, so never call it from within one.
     */
    public void unplug() {
        device.sections().setGone();
        device.sections().synchronize();
        unregister();
        device.maps().replaceAll();
    }

    /** Unplugs, and drops the registration's reference. Does nothing the second time. */
    @Override
    public void close() {
        if (reference.isOpen()) {
            unplug();
            reference.close();
        }
    }

    /**
     * The device.
     *
     * @return the device given at registration; alive until this is closed
     */
    public Device<?> device() {
        return device;
    }
}
