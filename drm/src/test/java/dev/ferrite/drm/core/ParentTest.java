package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.device.Bound;
import dev.ferrite.runtime.device.DriverCore;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.platform.PlatformBus;
import dev.ferrite.runtime.platform.PlatformDevice;
import dev.ferrite.runtime.platform.PlatformDriver;
import dev.ferrite.runtime.platform.PlatformId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.3: a DRM device and the device it is made of. */
class ParentTest {
    private final TestDriver test = new TestDriver(TestDriver.Parts.ALL);
    private final ThisModule module =
            ThisModule.builtIn(ModuleInfo.builder("drm_test").license("MIT").build());
    private final PlatformBus bus = new PlatformBus(new DriverCore(KernelLog.create(64 * 1024)));
    private final List<Bound<PlatformDevice>> bound = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<PlatformDevice> devices = new ArrayList<>();
    private DrmLive before = DrmLive.now();
    private final long live = dev.ferrite.runtime.device.Device.live();

    private final class Binds implements PlatformDriver<String> {
        @Override
        public String name() {
            return "gpu";
        }

        @Override
        public List<IdEntry<PlatformId, String>> idTable() {
            return List.of();
        }

        @Override
        public DriverInstance probe(dev.ferrite.runtime.device.Core<PlatformDevice> device, @Nullable String info) {
            bound.add(device.bound());
            device.register("earlier", value -> events.add(value + " nodes=" + DrmNodes.names()));
            return () -> events.add("closed");
        }
    }

    @BeforeEach
    void twoBoundDevices() {
        before = DrmLive.now();
        bus.register(new Binds(), module);
        for (int i = 0; i < 2; i++) {
            PlatformDevice device = new PlatformDevice("gpu", i, List.of(), null);
            devices.add(device);
            bus.add(device);
        }
        assertThat(bound).hasSize(2);
    }

    @AfterEach
    void nothingIsLeft() {
        devices.forEach(bus::remove);
        devices.forEach(dev.ferrite.runtime.device.Device::decRef);
        assertThat(DrmLive.now()).isEqualTo(before);
        assertThat(dev.ferrite.runtime.device.Device.live()).isEqualTo(live);
        assertThat(module.users()).isZero();
    }

    private ARef<Device<TestDriver.Data>> create(int parent) {
        return Device.create(test.driver(), bound.get(parent), made -> new TestDriver.Data(null));
    }

    @Test
    void anotherParentIsEinvalAndNothingIsRegistered() {
        List<String> nodes = DrmNodes.names();
        try (ARef<Device<TestDriver.Data>> device = create(0);
                ARef<Device<TestDriver.Data>> orphan =
                        Device.create(test.driver(), "orphan", made -> new TestDriver.Data(null))) {
            assertThat(device.get().unique()).isEqualTo("gpu.0");
            assertThat(device.get().parent()).isSameAs(devices.getFirst());
            fails(Errno.EINVAL, () -> Registration.registerOwned(device.get(), bound.get(1)));
            fails(Errno.EINVAL, () -> Registration.registerOwned(orphan.get(), bound.get(1)));
            assertThat(DrmNodes.names()).isEqualTo(nodes);
            Registration.registerOwned(device.get(), bound.get(0)); // the mistake was none of the device's
            assertThat(DrmNodes.names()).hasSizeGreaterThan(nodes.size());
            bus.unbind(devices.getFirst());
        }
    }

    @Test
    void unbindingTheParentUnplugsBeforeWhatWasTiedEarlierGoes() {
        List<String> nodes = DrmNodes.names();
        try (ARef<Device<TestDriver.Data>> device = create(0)) {
            Registration registration = Registration.registerOwned(device.get(), bound.get(0));
            bus.unbind(devices.getFirst());
            assertThat(device.get().isUnplugged()).isTrue();
            assertThat(events).containsExactly("earlier nodes=" + nodes, "closed");
            registration.close(); // did so already
        }
    }

    @Test
    void aParentThatIsBeingUnboundUnplugsAtOnce() {
        List<String> nodes = DrmNodes.names();
        List<Throwable> problems = new ArrayList<>();
        try (ARef<Device<TestDriver.Data>> device = create(0)) {
            bound.get(0).register("late", value -> {
                try {
                    Registration.registerOwned(device.get(), bound.get(0));
                } catch (ErrnoException e) {
                    problems.add(e);
                }
            });
            bus.unbind(devices.getFirst());
            assertThat(problems).hasSize(1);
            assertThat(problems.getFirst()).hasMessageContaining("ENODEV");
            assertThat(device.get().isUnplugged()).isTrue();
            assertThat(DrmNodes.names()).isEqualTo(nodes);
            fails(Errno.ENODEV, () -> Registration.registerOwned(device.get(), bound.get(0)));
        }
    }

    @Test
    void theParentOutlivesItsDrmDevice() {
        PlatformDevice parent = devices.getFirst();
        int references = parent.references();
        ARef<Device<TestDriver.Data>> device = create(0);
        assertThat(parent.references()).isEqualTo(references + 1);
        device.close();
        assertThat(parent.references()).isEqualTo(references);
    }

    @Test
    void openFilesHoldTheModuleOfTheDriverThatIsBoundToTheParent() {
        try (ARef<Device<TestDriver.Data>> device = create(0)) {
            Registration registration = Registration.registerOwned(device.get(), bound.get(0));
            String node = String.valueOf(device.get().nodeName(NodeType.PRIMARY));
            DrmFile<?> first = DrmNodes.open(node, Linux.O_RDWR, Caller.unprivileged());
            DrmFile<?> second = DrmNodes.open(node, Linux.O_RDWR, Caller.unprivileged());
            assertThat(module.users()).isEqualTo(2);
            fails(Errno.EBUSY, () -> DrmNodes.open(node, Linux.O_RDWR | Linux.O_EXCL, Caller.unprivileged()));
            assertThat(module.users()).isEqualTo(2);
            first.close();
            registration.close();
            assertThat(module.users()).isEqualTo(1);
            second.close();
            assertThat(module.users()).isZero();
        }
    }

    private static void fails(Errno errno, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno));
    }
}
