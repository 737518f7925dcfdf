package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.device.Bus;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.Device;
import dev.ferrite.runtime.device.Driver;
import dev.ferrite.runtime.device.DriverCore;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.DriverRegistration;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ThisModule;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What {@link Bus} promises where devices, drivers and bindings come and go at once: a driver is unbound exactly as often as
 * it was bound, and nobody stays bound who or whose driver is gone.
 */
public final class DeviceBusStress {
    private static final KernelLog LOG = quiet();
    private static final ThisModule OWNER =
            ThisModule.builtIn(ModuleInfo.builder("stress").license("MIT").build());

    private DeviceBusStress() {}

    private static KernelLog quiet() {
        KernelLog log = KernelLog.create(4096);
        log.recordUpTo(LogLevel.EMERG);
        return log;
    }

    /** One bus, one driver that wants every device, one device; on the bus are those that a test puts there. */
    public static class World {
        final OneBus bus = new OneBus();
        final Device device = new Device("device", null);
        final CountingDriver driver = new CountingDriver();

        /** Both on the bus, and so bound. */
        final DriverRegistration<Device, String> bound() {
            bus.add(device);
            return bus.register(driver, OWNER);
        }

        final void counts(II_Result r) {
            r.r1 = driver.probes.get();
            r.r2 = driver.ends.get();
        }

        /** 1 if it could, 0 if it was refused as a loser is. */
        final int tried(Runnable action, Errno refusal) {
            try {
                action.run();
                return 1;
            } catch (ErrnoException e) {
                return e.errno().equals(refusal) ? 0 : -1;
            }
        }
    }

    /** Every entry matches. */
    static final class OneBus extends Bus<Device, String> {
        OneBus() {
            super(new DriverCore(LOG), "stress");
        }

        @Override
        protected boolean matches(String id, Device device) {
            return true;
        }
    }

    /** Counts. */
    static final class CountingDriver implements Driver<Device, String, Integer> {
        final AtomicInteger probes = new AtomicInteger();
        final AtomicInteger ends = new AtomicInteger();

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<IdEntry<String, Integer>> idTable() {
            return List.of(new IdEntry<>("", 1));
        }

        @Override
        public DriverInstance probe(Core<Device> device, @Nullable Integer info) {
            probes.getAndIncrement();
            return ends::getAndIncrement;
        }
    }

    @JCStressTest
    @Description("A device goes while a driver comes.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It was gone before the driver looked.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It was bound, and unbound before it went.")
    @Outcome(expect = FORBIDDEN, desc = "A driver keeps a device that is gone, or was ended twice.")
    @State
    public static class RemoveAgainstRegister extends World {
        public RemoveAgainstRegister() {
            bus.add(device);
        }

        @Actor
        public void comes() {
            bus.register(driver, OWNER);
        }

        @Actor
        public void goes() {
            bus.remove(device);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            counts(r);
        }
    }

    @JCStressTest
    @Description("A driver goes while a device comes.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It was gone before the device looked.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It was bound, and unbound before it went.")
    @Outcome(expect = FORBIDDEN, desc = "A device keeps a driver that is gone, or ended it twice.")
    @State
    public static class UnregisterAgainstAdd extends World {
        private final DriverRegistration<Device, String> registration = bus.register(driver, OWNER);

        @Actor
        public void comes() {
            bus.add(device);
        }

        @Actor
        public void goes() {
            registration.close();
        }

        @Arbiter
        public void arbiter(II_Result r) {
            counts(r);
        }
    }

    @JCStressTest
    @Description("Device and driver go at once.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "One of them unbound it.")
    @Outcome(expect = FORBIDDEN, desc = "Nobody did, or both.")
    @State
    public static class RemoveAgainstUnregister extends World {
        private final DriverRegistration<Device, String> registration = bound();

        @Actor
        public void device() {
            bus.remove(device);
        }

        @Actor
        public void driver() {
            registration.close();
        }

        @Arbiter
        public void arbiter(II_Result r) {
            counts(r);
        }
    }

    @JCStressTest
    @Description("One device is given to two buses.")
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "One has it, the other says EINVAL.")
    @Outcome(expect = FORBIDDEN, desc = "Both or none has it.")
    @State
    public static class AddToTwoBuses extends World {
        private final OneBus second = new OneBus();

        @Actor
        public void one(II_Result r) {
            r.r1 = tried(() -> bus.add(device), Errno.EINVAL);
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = tried(() -> second.add(device), Errno.EINVAL);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            if (bus.devices().size() != r.r1 || second.devices().size() != r.r2) {
                r.r1 = -1;
            }
        }
    }

    @JCStressTest
    @Description("Two unbind by hand.")
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "One did it, the other is told ENODEV.")
    @Outcome(expect = FORBIDDEN, desc = "None or both did it, or something else went wrong.")
    @State
    public static class UnbindTwice extends World {
        public UnbindTwice() {
            bound();
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = tried(() -> bus.unbind(device), Errno.ENODEV);
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = tried(() -> bus.unbind(device), Errno.ENODEV);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            if (driver.ends.get() != 1) {
                r.r1 = -1;
            }
        }
    }

    @JCStressTest
    @Description("Two bind by hand.")
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "One did it, the other is told EBUSY.")
    @Outcome(expect = FORBIDDEN, desc = "None or both did it, or something else went wrong.")
    @State
    public static class BindTwice extends World {
        public BindTwice() {
            bound();
            bus.unbind(device);
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = tried(() -> bus.bind(device, "counting"), Errno.EBUSY);
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = tried(() -> bus.bind(device, "counting"), Errno.EBUSY);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            if (driver.probes.get() != 2 || !device.isBound()) {
                r.r1 = -1;
            }
        }
    }

    @JCStressTest
    @Description("One unbinds by hand what another takes away.")
    @Outcome(
            id = {"1, 1", "0, 1"},
            expect = ACCEPTABLE,
            desc = "Ended once, by either of them.")
    @Outcome(expect = FORBIDDEN, desc = "Ended twice or never.")
    @State
    public static class UnbindAgainstRemove extends World {
        public UnbindAgainstRemove() {
            bound();
        }

        @Actor
        public void unbinds(II_Result r) {
            r.r1 = tried(() -> bus.unbind(device), Errno.ENODEV);
        }

        @Actor
        public void removes() {
            bus.remove(device);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            r.r2 = driver.ends.get();
        }
    }
}
