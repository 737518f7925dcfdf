package dev.ferrite.runtime.device;

import dev.ferrite.runtime.module.ThisModule;

/**
 * A driver that a bus knows: the counterpart of {@code driver::Registration}. Closing it unbinds it from all its devices
 * before it returns.
 *
 * @param <D> the devices of the bus
 * @param <K> the ids of the bus
 */
public final class DriverRegistration<D extends Device, K> implements AutoCloseable {
    private final Bus<D, K> bus;
    private final Driver<D, K, ?> driver;
    private final ThisModule owner;
    private volatile boolean active = true;

    DriverRegistration(Bus<D, K> bus, Driver<D, K, ?> driver, ThisModule owner) {
        this.bus = bus;
        this.driver = driver;
        this.owner = owner;
    }

    Driver<D, K, ?> driver() {
        return driver;
    }

    ThisModule owner() {
        return owner;
    }

    boolean isActive() {
        return active;
    }

    void end() {
        active = false;
    }

    /** Unregisters the driver: {@code driver_unregister}. Waits for probes that run. Does nothing the second time. */
    @Override
    public void close() {
        bus.unregister(this);
    }

    @Override
    public String toString() {
        return "driver " + driver.name() + " on bus " + bus.name();
    }
}
