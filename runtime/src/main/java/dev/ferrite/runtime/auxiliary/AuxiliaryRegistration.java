package dev.ferrite.runtime.auxiliary;

import dev.ferrite.runtime.device.Bound;
import dev.ferrite.runtime.device.Device;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An auxiliary device that is there for drivers: the counterpart of {@code auxiliary::Registration}. Closing it takes the
 * device away, with its driver unbound before it returns. Thread-safe.
 */
public final class AuxiliaryRegistration implements AutoCloseable {
    private final AuxiliaryBus bus;
    private final AuxiliaryDevice device;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private AuxiliaryRegistration(AuxiliaryBus bus, AuxiliaryDevice device) {
        this.bus = bus;
        this.device = device;
    }

    /**
     * Makes a device and adds it; drivers may be probing it before this returns: {@code auxiliary_device_init} and
     * {@code auxiliary_device_add}.
     *
     * @param bus where
     * @param parent the device it is a part of, bound to the driver that calls
     * @param id its names
     * @param instance which of several, 0 or more
     * @param data what the device's driver may ask for; owned by the caller, for longer than the registration lives
     * @return the registration, which owns the device
     * @throws dev.ferrite.offheap.errno.ErrnoException EEXIST if there is one of these names and that number; ENODEV if the
     *     parent is unbound. Nothing is left then
     */
    public static AuxiliaryRegistration register(
            AuxiliaryBus bus, Bound<? extends Device> parent, AuxiliaryId id, int instance, Object data) {
        AuxiliaryDevice device = new AuxiliaryDevice(id, instance, parent.device(), data);
        boolean added = false;
        try {
            bus.add(device);
            added = true;
        } finally {
            if (!added) {
                bus.remove(device); // there, if it was a bug in a driver's probe that came out
                device.decRef();
            }
        }
        return new AuxiliaryRegistration(bus, device);
    }

    /**
     * The device.
     *
     * @return the device, kept by this registration until it is closed
     */
    public AuxiliaryDevice device() {
        return device;
    }

    /** Takes the device away. Does nothing the second time. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            bus.remove(device);
            device.decRef();
        }
    }
}
