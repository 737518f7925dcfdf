package dev.ferrite.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.rcu.Devres;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.device.TestBus.TestDriver;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BusTest {
    private final KernelLog log = KernelLog.create(64 * 1024);
    private final DriverCore core = new DriverCore(log);
    private final TestBus bus = new TestBus(core);
    private final TestDriver driver = new TestDriver("net", "eth", "wlan");
    private final List<String> warnings = new ArrayList<>();
    private WarnSink before = (category, message, site) -> {};
    private final long live = Device.live();
    private final List<Device> mine = new ArrayList<>();

    @BeforeEach
    void catchWarnings() {
        Warn.reset();
        before = Warn.sink((category, message, site) -> warnings.add(category + ": " + message));
    }

    @AfterEach
    void nothingIsLeft() {
        Warn.sink(before);
        Warn.reset();
        bus.devices().forEach(bus::remove);
        mine.forEach(Device::decRef);
        assertThat(Device.live()).isEqualTo(live);
    }

    private Device device(String name) {
        Device device = new Device(name, null);
        mine.add(device);
        return device;
    }

    private Device added(String name) {
        Device device = device(name);
        bus.add(device);
        return device;
    }

    private DriverRegistration<Device, String> register(TestDriver which) {
        return bus.register(which, TestBus.OWNER);
    }

    private static Errno errno(Device device) {
        return device.probeError() instanceof ErrnoException e ? e.errno() : Errno.EIO;
    }

    @Test
    void aDeviceMeetsItsDriverWhoeverComesFirst() {
        Device early = added("eth0");
        assertThat(early.isBound()).isFalse();
        try (var registration = register(driver)) {
            Device late = added("wlan0");
            added("usb0");
            assertThat(driver.events).containsExactly("probe eth0 info=0", "probe wlan0 info=1");
            assertThat(early.driverName()).isEqualTo("net");
            assertThat(late.isBound()).isTrue();
            assertThat(bus.drivers()).containsExactly("net");
            assertThat(registration).hasToString("driver net on bus test");
        }
        assertThat(driver.events).endsWith("unbind eth0", "close eth0", "unbind wlan0", "close wlan0");
        assertThat(early.isBound()).isFalse();
        assertThat(bus.devices()).extracting(Device::name).containsExactly("eth0", "wlan0", "usb0");
        assertThat(warnings).isEmpty();
    }

    @Test
    void unbindRunsTheDriversCallbackThenWhatIsManagedInReverseThenTheInstance() {
        driver.probe = device -> {
            device.register("a", value -> driver.events.add("free a"));
            device.register("b", value -> driver.events.add("free b"));
            return new TestBus.Instance(driver.events, "eth0");
        };
        Device device = added("eth0");
        try (var registration = register(driver)) {
            assertThat(registration).isNotNull();
            bus.remove(device);
            assertThat(driver.events)
                    .containsExactly("probe eth0 info=0", "unbind eth0", "free b", "free a", "close eth0");
            bus.remove(device);
            assertThat(driver.events).hasSize(5);
        }
        assertThat(bus.devices()).isEmpty();
    }

    @Test
    void aFailingProbeUnwindsWhatItTiedAndTheNextDriverIsAsked() {
        driver.probe = device -> {
            device.register("a", value -> driver.events.add("free a"));
            device.register("b", value -> driver.events.add("free b"));
            throw new ErrnoException(Errno.EIO, "reset timed out");
        };
        TestDriver fallback = new TestDriver("generic", "e");
        try (var first = register(driver);
                var second = register(fallback)) {
            Device device = added("eth0");
            assertThat(driver.events).containsExactly("probe eth0 info=0", "free b", "free a");
            assertThat(device.driverName()).isEqualTo("generic");
            assertThat(device.probeError()).isNull();
            assertThat(first).isNotEqualTo(second);
        }
        assertThat(log.snapshot())
                .extracting(LogRecord::message)
                .anyMatch(m -> m.contains("eth0: probe with driver net failed: reset timed out: EIO"));
    }

    @Test
    void whatProbeThrewStaysWithTheDevice() {
        for (Exception problem : List.of(new ErrnoException(Errno.ENXIO, "no"), new IllegalStateException("odd"))) {
            driver.probe = device -> {
                throw problem;
            };
            try (var registration = register(driver)) {
                Device device = added("eth" + bus.devices().size());
                assertThat(device.isBound()).isFalse();
                assertThat(device.probeError()).isSameAs(problem);
                assertThat(registration).isNotNull();
            }
        }
        assertThat(core.deferred()).isEmpty();
    }

    @Test
    void aBugInProbeComesOutAndTheDeviceStaysWithoutDriver() {
        KernelBug bug = new KernelBug("broken");
        driver.probe = device -> {
            throw bug;
        };
        try (var registration = register(driver)) {
            Device device = device("eth0");
            assertThatThrownBy(() -> bus.add(device)).isSameAs(bug);
            assertThat(device.isBound()).isFalse();
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void aDriverWithABugIsNotRegisteredAndADeviceItHadIsFree() {
        KernelBug bug = new KernelBug("broken");
        Device good = device("eth0");
        Device bad = device("eth1");
        bus.add(good);
        bus.add(bad);
        driver.probe = device -> {
            if (device.device().equals(bad)) {
                throw bug;
            }
            return new TestBus.Instance(driver.events, device.device().name());
        };
        assertThatThrownBy(() -> register(driver)).isSameAs(bug);
        assertThat(bus.drivers()).isEmpty();
        assertThat(good.isBound()).isFalse();
        assertThat(driver.events).endsWith("close eth0");
    }

    @Test
    void aDeferredProbeIsRepeatedWhenAnotherDeviceGotItsDriver() {
        AtomicInteger clocks = new AtomicInteger();
        TestDriver clock = new TestDriver("clock", "clk");
        clock.probe = device -> {
            clocks.incrementAndGet();
            return new TestBus.Instance(clock.events, device.device().name());
        };
        driver.probe = device -> {
            device.register("half", value -> driver.events.add("free half"));
            if (clocks.get() < 2) {
                throw new ErrnoException(Errno.EPROBE_DEFER, "no clock yet");
            }
            return new TestBus.Instance(driver.events, device.device().name());
        };
        try (var first = register(driver);
                var second = register(clock)) {
            Device device = added("eth0");
            assertThat(core.deferred()).containsExactly("eth0");
            assertThat(errno(device)).isEqualTo(Errno.EPROBE_DEFER);
            added("clk0");
            core.awaitProbes();
            assertThat(device.isBound()).isFalse();
            assertThat(core.deferred()).containsExactly("eth0");
            added("clk1");
            core.awaitProbes();
            assertThat(device.isBound()).isTrue();
            assertThat(core.deferred()).isEmpty();
            assertThat(driver.events)
                    .containsExactly(
                            "probe eth0 info=0", "free half", "probe eth0 info=0", "free half", "probe eth0 info=0");
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void aDeferredDeviceThatGoesIsForgotten() {
        driver.probe = device -> {
            throw new ErrnoException(Errno.EPROBE_DEFER, "never");
        };
        try (var registration = register(driver)) {
            Device device = added("eth0");
            bus.remove(device);
            assertThat(core.deferred()).isEmpty();
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void aDriverThatAppearsWhileTheProbeRunsIsNotMissed() {
        TestDriver clock = new TestDriver("clock", "clk");
        driver.probe = device -> {
            if (bus.find("clk0") == null) {
                added("clk0"); // bound within this very probe, before it gives up
                throw new ErrnoException(Errno.EPROBE_DEFER, "no clock yet");
            }
            return new TestBus.Instance(driver.events, "eth0");
        };
        try (var first = register(clock);
                var second = register(driver)) {
            Device device = added("eth0");
            core.awaitProbes();
            assertThat(device.isBound()).isTrue();
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void aResourceIsReachedThroughItsOwnDeviceOnly() {
        List<Devres<String>> resource = new ArrayList<>();
        List<Bound<Device>> contexts = new ArrayList<>();
        driver.probe = device -> {
            contexts.add(device.bound());
            if (resource.isEmpty()) {
                resource.add(device.devres("registers", value -> driver.events.add("free " + value)));
            }
            return new TestBus.Instance(driver.events, device.device().name());
        };
        try (var registration = register(driver)) {
            Device first = added("eth0");
            added("eth1");
            assertThat(contexts.get(0).access(resource.getFirst())).isEqualTo("registers");
            fails(Errno.EINVAL, () -> contexts.get(1).access(resource.getFirst()));
            assertThat(contexts.get(0).owner()).isSameAs(TestBus.OWNER);
            assertThat(contexts.get(0).device()).isSameAs(first);
            bus.unbind(first);
            assertThat(resource.getFirst().tryAccess()).isNull();
            fails(Errno.ENODEV, () -> contexts.get(0).access(resource.getFirst()));
            fails(Errno.ENODEV, () -> contexts.get(0).device());
            fails(Errno.ENODEV, () -> contexts.get(0).register("late", value -> {}));
            assertThat(driver.events).containsOnlyOnce("free registers");
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void theCoreContextEndsWithItsCallback() throws InterruptedException {
        List<Core<Device>> kept = new ArrayList<>();
        AtomicReference<Throwable> elsewhere = new AtomicReference<>();
        driver.probe = device -> {
            kept.add(device);
            Thread other = new Thread(device::device);
            other.setUncaughtExceptionHandler((thread, problem) -> elsewhere.set(problem));
            other.start();
            other.join();
            return new TestBus.Instance(driver.events, "eth0");
        };
        try (var registration = register(driver)) {
            added("eth0");
            assertThatThrownBy(() -> kept.getFirst().device())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("core context of device eth0 used after its callback");
            assertThat(elsewhere.get()).isInstanceOf(IllegalStateException.class);
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void bindingByHandTellsWhatProbeSaid() {
        Device device = added("eth0");
        try (var registration = register(driver)) {
            fails(Errno.EBUSY, () -> bus.bind(device, "net"));
            bus.unbind(device);
            fails(Errno.ENODEV, () -> bus.unbind(device));
            fails(Errno.ENODEV, () -> bus.bind(device, "nobody"));
            fails(Errno.ENODEV, () -> bus.bind(added("usb0"), "net"));
            for (Errno errno : List.of(Errno.EPROBE_DEFER, Errno.ENOMEM)) {
                driver.probe = core -> {
                    throw new ErrnoException(errno, "probe");
                };
                fails(errno, () -> bus.bind(device, "net"));
            }
            driver.probe = core -> {
                throw new IllegalStateException("odd");
            };
            assertThatThrownBy(() -> bus.bind(device, "net"))
                    .isInstanceOf(ProbeException.class)
                    .hasMessageContaining("odd");
            driver.probe = core -> new TestBus.Instance(driver.events, "eth0");
            bus.bind(device, "net");
            assertThat(device.isBound()).isTrue();
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void namesAreUnique() {
        Device device = added("eth0");
        fails(Errno.EEXIST, () -> bus.add(device("eth0")));
        fails(Errno.EINVAL, () -> bus.add(device));
        try (var registration = register(driver)) {
            fails(Errno.EBUSY, () -> register(new TestDriver("net")));
            assertThat(registration).isNotNull();
        }
        assertThatThrownBy(() -> new Device(" ", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallbackThatRemovesItsOwnDeviceIsRefused() {
        driver.probe = core -> {
            fails(Errno.EDEADLK, () -> bus.remove(core.device()));
            fails(Errno.EDEADLK, () -> bus.unbind(core.device()));
            return () -> {};
        };
        try (var registration = register(driver)) {
            assertThat(added("eth0").isBound()).isTrue();
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void anInstanceWithoutUnbindHasANullEntryAndOneWhoseEndThrowsIsAWarning() {
        driver.probe = core -> () -> {
            throw new IllegalStateException("still busy");
        };
        try (var registration = register(driver)) {
            Device device = added("eth0");
            bus.remove(device);
            assertThat(device.isBound()).isFalse();
            assertThat(registration).isNotNull();
        }
        assertThat(warnings)
                .hasSize(1)
                .first()
                .asString()
                .startsWith(Bus.WARN_UNBIND)
                .contains("still busy");
    }

    @Test
    void aProbeThatReturnsNothingIsAFailure() {
        driver.probe = core -> nothing();
        try (var registration = register(driver)) {
            assertThat(added("eth0").probeError()).hasMessage("probe returned null");
            assertThat(registration).isNotNull();
        }
    }

    @SuppressWarnings("NullAway") // wants to see a driver that breaks its contract
    private static DriverInstance nothing() {
        return null;
    }

    @Test
    void whileBoundKeepsTheDriverAndRefusesWithoutOne() throws Exception {
        Device device = added("eth0");
        fails(Errno.ENODEV, () -> device.whileBound(bound -> 1));
        DriverRegistration<Device, String> registration = register(driver);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread user = new Thread(() -> device.whileBound(bound -> {
            inside.countDown();
            try {
                leave.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return driver.events.add("left");
        }));
        user.start();
        inside.await();
        Thread closer = new Thread(registration::close);
        closer.start();
        while (bus.drivers().contains("net")) {
            Thread.onSpinWait();
        }
        leave.countDown();
        closer.join();
        user.join();
        assertThat(driver.events).endsWith("left", "unbind eth0", "close eth0");
    }

    @Test
    void aChildKeepsItsParent() {
        AtomicInteger released = new AtomicInteger();
        Device parent = new Device("parent", null) {
            @Override
            protected void released() {
                released.incrementAndGet();
            }
        };
        Device child = new Device("child", parent);
        assertThat(child.parent()).isSameAs(parent);
        assertThat(parent.references()).isEqualTo(2);
        parent.decRef();
        assertThat(released).hasValue(0);
        child.decRef();
        assertThat(released).hasValue(1);
        assertThat(parent.references()).isZero();
    }

    @Test
    void driversAndDevicesThatComeAndGoTogetherPairUp() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Throwable> problem = new AtomicReference<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                for (int round = 0; round < 200; round++) {
                    if (number % 2 == 0) {
                        Device device = new Device("eth" + number, null);
                        bus.add(device);
                        bus.remove(device);
                        device.decRef();
                    } else {
                        TestDriver own = new TestDriver("net" + number, "eth");
                        register(own).close();
                        long probes = own.events.stream()
                                .filter(event -> event.startsWith("probe"))
                                .count();
                        long closes = own.events.stream()
                                .filter(event -> event.startsWith("close"))
                                .count();
                        if (probes != closes) {
                            throw new AssertionError(own.events.toString());
                        }
                    }
                }
            }));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> problem.set(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(problem.get()).isNull();
        assertThat(bus.devices()).isEmpty();
        assertThat(bus.drivers()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    private static void fails(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno));
    }
}
