package dev.ferrite.runtime.device;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.vtable.VtableOps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings devices and drivers together: the counterpart of {@code struct bus_type} with {@code drivers/base/{bus,dd}.c}.
 *
 * <p>A device that is added is probed at once by the drivers that match it, in the order they were registered, until one
 * takes it; a driver that is registered probes the devices that have none. All of that happens on the calling thread.
 * Thread-safe.
 *
 * @param <D> its devices
 * @param <K> the ids in its drivers' tables
 */
public abstract class Bus<D extends Device, K> {
    /*
     * Locks, in this order: a device's lock, its child's lock (a driver adds and removes children in its callbacks), the
     * lock of a bus, which is never held over a callback.
     *
     * Who binds holds the device's lock from looking at `active` of the driver and at `bus` of the device to the end of
     * the probe. Unregistering clears `active` first and takes each device's lock then: a probe that saw it set is over
     * and its binding is seen; one that comes later does not begin. The same holds for removing a device.
     */

    /** The category of the WARN for an unbind callback or an instance whose end threw. */
    public static final String WARN_UNBIND = "driver-unbind-threw";

    private enum Outcome {
        BOUND,
        DEFERRED,
        REFUSED
    }

    private final DriverCore core;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, D> devices = new LinkedHashMap<>(); // under lock
    private final Map<String, DriverRegistration<D, K>> drivers = new LinkedHashMap<>(); // under lock

    /**
     * A bus without devices and drivers.
     *
     * @param core what it shares with other buses
     * @param name its name
     */
    protected Bus(DriverCore core, String name) {
        this.core = core;
        this.name = name;
    }

    /**
     * Whether an entry of an id table means a device.
     *
     * @param id the entry
     * @param device the device
     * @return true if it does
     */
    protected abstract boolean matches(K id, D device);

    /**
     * Whether a driver may be asked for a device by its name alone. Most buses know ids only.
     *
     * @param driver a driver no entry of whose table means the device
     * @param device the device
     * @return true if the names fit
     */
    protected boolean matchesByName(Driver<D, K, ?> driver, D device) {
        return false;
    }

    /**
     * The name.
     *
     * @return such as {@code auxiliary}
     */
    public final String name() {
        return name;
    }

    /**
     * What this bus shares with others.
     *
     * @return the core given at creation
     */
    public final DriverCore core() {
        return core;
    }

    // ---- Devices

    /**
     * Lets a device appear: {@code device_add}. Takes a reference of its own. Blocks as long as the probes it causes; a
     * failing probe is not an error of this call, see {@link Device#probeError}.
     *
     * @param device on no bus before
     * @throws ErrnoException EEXIST if the bus has a device of that name; EINVAL if the device is on a bus
     */
    public final void add(D device) {
        device.lock.lock(); // another bus may be given it at this moment
        lock.lock();
        try {
            if (device.bus != null) {
                throw new ErrnoException(Errno.EINVAL, "add " + device + " to bus " + name + ": it is on a bus");
            }
            if (devices.containsKey(device.name())) {
                throw new ErrnoException(Errno.EEXIST, "add " + device + " to bus " + name);
            }
            device.incRef();
            device.bus = this;
            devices.put(device.name(), device);
        } finally {
            lock.unlock();
            device.lock.unlock();
        }
        core.log().debug(name, device.name() + ": added");
        attach(device);
    }

    /**
     * Takes a device away: {@code device_del}. Its driver is unbound when this returns. Does nothing if it is not there.
     *
     * @param device a device of this bus
     * @throws ErrnoException EDEADLK in a callback of this device
     */
    public final void remove(D device) {
        notInCallback(device, "remove");
        device.lock.lock();
        try {
            if (!equals(device.bus)) {
                return;
            }
            device.bus = null;
            core.forget(device);
            detach(device);
            lock.lock();
            try {
                devices.remove(device.name());
            } finally {
                lock.unlock();
            }
        } finally {
            device.lock.unlock();
        }
        core.log().debug(name, device.name() + ": removed");
        device.decRef();
    }

    /**
     * The devices that are there.
     *
     * @return a snapshot, in the order they were added
     */
    public final List<D> devices() {
        lock.lock();
        try {
            return new ArrayList<>(devices.values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a device.
     *
     * @param deviceName its name
     * @return the device, without a reference for the caller; null if there is none
     */
    public final @Nullable D find(String deviceName) {
        lock.lock();
        try {
            return devices.get(deviceName);
        } finally {
            lock.unlock();
        }
    }

    // ---- Drivers

    /**
     * Lets a driver appear: {@code driver_register}. Blocks as long as the probes it causes.
     *
     * @param driver the driver
     * @param owner the module it is code of
     * @return the registration, to be closed when the module goes
     * @throws ErrnoException EBUSY if the bus has a driver of that name
     */
    public final DriverRegistration<D, K> register(Driver<D, K, ?> driver, ThisModule owner) {
        DriverRegistration<D, K> registration = new DriverRegistration<>(this, driver, owner);
        lock.lock();
        try {
            if (drivers.putIfAbsent(driver.name(), registration) != null) {
                throw new ErrnoException(Errno.EBUSY, "register driver " + driver.name() + " on bus " + name);
            }
        } finally {
            lock.unlock();
        }
        core.log().debug(name, "driver " + driver.name() + ": registered");
        boolean made = false;
        try {
            for (D device : devices()) {
                probeLocked(device, registration);
            }
            made = true;
            return registration;
        } finally {
            if (!made) {
                unregister(registration); // a bug in probe: nobody would have what takes it away
            }
        }
    }

    final void unregister(DriverRegistration<D, K> registration) {
        lock.lock();
        try {
            if (!drivers.remove(registration.driver().name(), registration)) {
                return;
            }
            registration.end();
        } finally {
            lock.unlock();
        }
        for (D device : devices()) {
            notInCallback(device, "unregister " + registration);
            device.lock.lock();
            try {
                Binding binding = device.binding;
                if (binding != null && binding.registration().equals(registration)) {
                    detach(device);
                }
            } finally {
                device.lock.unlock();
            }
        }
        core.log().debug(name, "driver " + registration.driver().name() + ": unregistered");
    }

    /**
     * The names of the drivers that are there.
     *
     * @return a snapshot, in the order they were registered
     */
    public final List<String> drivers() {
        lock.lock();
        try {
            return new ArrayList<>(drivers.keySet());
        } finally {
            lock.unlock();
        }
    }

    // ---- Binding by hand: /sys/bus/NAME/drivers/DRIVER/{bind,unbind}

    /**
     * Binds a driver to a device, as writing to its {@code bind} file does.
     *
     * @param device a device of this bus
     * @param driverName a driver of this bus
     * @throws ErrnoException ENODEV if there is no such driver, it does not match, or the device is gone; EBUSY if a driver
     *     is bound; EDEADLK in a callback of this device; else what probe threw, EPROBE_DEFER among it
     * @throws ProbeException if probe threw anything else
     */
    public final void bind(D device, String driverName) {
        notInCallback(device, "bind");
        DriverRegistration<D, K> registration;
        lock.lock();
        try {
            registration = drivers.get(driverName);
        } finally {
            lock.unlock();
        }
        device.lock.lock();
        try {
            if (registration == null || !equals(device.bus) || match(registration.driver(), device) == null) {
                throw new ErrnoException(Errno.ENODEV, "bind " + device + " to driver " + driverName);
            }
            if (device.binding != null) {
                throw new ErrnoException(
                        Errno.EBUSY, "bind " + device + " to driver " + driverName + " driver=" + device.driverName());
            }
            if (probe(device, registration, registration.driver()) != Outcome.BOUND) {
                throw failure(device);
            }
        } finally {
            device.lock.unlock();
        }
        core.trigger();
    }

    private static RuntimeException failure(Device device) {
        Throwable problem = device.probeError;
        return problem instanceof ErrnoException errno
                ? errno
                : new ProbeException("probe of " + device + " failed: " + problem, problem);
    }

    /**
     * Unbinds the driver of a device, as writing to its {@code unbind} file does. The device stays, without a driver.
     *
     * @param device a device of this bus
     * @throws ErrnoException ENODEV if no driver is bound; EDEADLK in a callback of this device
     */
    public final void unbind(D device) {
        notInCallback(device, "unbind");
        device.lock.lock();
        try {
            if (!equals(device.bus) || device.binding == null) {
                throw new ErrnoException(Errno.ENODEV, "unbind " + device);
            }
            detach(device);
        } finally {
            device.lock.unlock();
        }
    }

    private static void notInCallback(Device device, String what) {
        if (device.lock.isHeldByCurrentThread()) {
            throw new ErrnoException(Errno.EDEADLK, what + " in a callback of " + device);
        }
    }

    // ---- Probe

    /** Asks the drivers for a device, until one takes it. */
    private void attach(D device) {
        List<DriverRegistration<D, K>> all;
        lock.lock();
        try {
            all = new ArrayList<>(drivers.values());
        } finally {
            lock.unlock();
        }
        for (DriverRegistration<D, K> registration : all) {
            if (probeLocked(device, registration)) {
                return;
            }
        }
    }

    /** Asks one driver for a device that has none; whether it has one now. */
    private boolean probeLocked(D device, DriverRegistration<D, K> registration) {
        Outcome outcome;
        device.lock.lock();
        try {
            if (device.binding != null || !equals(device.bus)) {
                return true;
            }
            if (!registration.isActive()) {
                return false;
            }
            outcome = probe(device, registration, registration.driver());
        } finally {
            device.lock.unlock();
        }
        if (outcome == Outcome.BOUND) {
            core.trigger();
        }
        return outcome == Outcome.BOUND;
    }

    /** Under the device's lock. */
    private <X> Outcome probe(D device, DriverRegistration<D, K> registration, Driver<D, K, X> driver) {
        Match<X> match = match(driver, device);
        if (match == null) {
            return Outcome.REFUSED;
        }
        int triggers = core.triggers();
        Binding binding = new Binding(device, registration);
        Core<D> context = new Core<>(device, binding);
        device.binding = binding;
        Throwable problem = call(driver, context, match.info(), binding);
        context.end();
        if (problem == null) {
            device.probeError = null;
            core.forget(device);
            core.log().debug(name, device.name() + ": bound to driver " + driver.name());
            return Outcome.BOUND;
        }
        binding.managed().unbind();
        binding.gone();
        device.binding = null;
        device.probeError = problem;
        return switch (problem) {
            case KernelBug bug -> throw bug;
            case Error error -> throw error;
            default -> failed(device, driver.name(), problem, triggers);
        };
    }

    /** Runs the callback; null if the driver has the device now, else what it threw. */
    private <X> @Nullable Throwable call(Driver<D, K, X> driver, Core<D> context, @Nullable X info, Binding binding) {
        try {
            DriverInstance instance = driver.probe(context, info);
            binding.bound(Objects.requireNonNull(instance, "probe returned null"));
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ErrnoException interrupted = new ErrnoException(Errno.EINTR, "probe with driver " + driver.name());
            interrupted.initCause(e);
            return interrupted;
        } catch (Throwable e) {
            return e;
        }
    }

    private Outcome failed(D device, String driver, Throwable problem, int triggers) {
        Errno errno = problem instanceof ErrnoException failed ? failed.errno() : null;
        if (Errno.EPROBE_DEFER.equals(errno)) {
            core.log().debug(name, device.name() + ": driver " + driver + " requests probe deferral");
            core.defer(device, () -> attach(device), triggers);
            return Outcome.DEFERRED;
        }
        boolean nothing = Errno.ENODEV.equals(errno) || Errno.ENXIO.equals(errno);
        core.log().log(
                nothing ? LogLevel.DEBUG : LogLevel.WARNING,
                name,
                device.name() + ": probe with driver " + driver
                        + (nothing ? " rejects match: " : " failed: ")
                        + (errno == null ? problem.toString() : String.valueOf(problem.getMessage())));
        return Outcome.REFUSED;
    }

    /** How a driver came to be asked. */
    private record Match<X>(@Nullable X info) {}

    private <X> @Nullable Match<X> match(Driver<D, K, X> driver, D device) {
        for (IdEntry<K, X> entry : driver.idTable()) {
            if (matches(entry.id(), device)) {
                return new Match<>(entry.info());
            }
        }
        return matchesByName(driver, device) ? new Match<>(null) : null;
    }

    // ---- Unbind

    /**
     * Unbinds, under the device's lock: the driver's unbind, what is managed in reverse order, the driver's instance; as
     * the newest kernels do. Older ones ended the instance before what is managed.
     */
    private void detach(D device) {
        Binding binding = device.binding;
        if (binding == null) {
            return;
        }
        DriverInstance instance = binding.unbinding();
        if (VtableOps.has(DriverInstance.class, instance, "unbind", Core.class)) {
            Core<D> context = new Core<>(device, binding);
            guarded(device, "unbind", () -> instance.unbind(context));
            context.end();
        }
        binding.managed().unbind();
        guarded(device, "end of the driver's instance", instance::close);
        binding.gone();
        device.binding = null;
        core.log()
                .debug(
                        name,
                        device.name() + ": unbound from driver "
                                + binding.registration().driver().name());
    }

    private static void guarded(Device device, String what, Runnable action) {
        try {
            action.run();
        } catch (KernelBug e) {
            Warn.warn(WARN_UNBIND, what + " of " + device + " hit a bug: " + e.getMessage());
        } catch (RuntimeException e) {
            Warn.warn(WARN_UNBIND, what + " of " + device + " threw " + e);
        }
    }

    @Override
    public String toString() {
        return "bus " + name;
    }
}
