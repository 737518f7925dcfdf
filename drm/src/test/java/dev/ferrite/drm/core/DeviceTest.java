package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sections 10.2, 10.3 and 15.1: device references, registration, minors. */
class DeviceTest {
    @AfterEach
    void nothingIsLeft() {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private static ARef<Device<TestDriver.Data>> newDevice(TestDriver driver) {
        return Device.create(driver.driver(), "test:1", made -> new TestDriver.Data(null));
    }

    /** The table of 15.1, row by row. */
    @Test
    void referencesFromProbeToTheLastDmaBuf() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        ARef<Device<TestDriver.Data>> creator = newDevice(test);
        Device<TestDriver.Data> device = creator.get();
        assertThat(device.references()).isEqualTo(1);
        String card = Objects.requireNonNull(device.nodeName(NodeType.PRIMARY));
        assertThat(DrmNodes.names()).doesNotContain(card);
        Registration registration = Registration.register(device);
        assertThat(device.references()).isEqualTo(2);
        assertThat(DrmNodes.names()).contains(card, device.nodeName(NodeType.RENDER));
        EmulatedNode node = EmulatedNode.open(card, Linux.O_RDWR);
        assertThat(device.references()).isEqualTo(3);
        int handle = Bench.createBase(node, Bench.PAGE);
        assertThat(device.references()).isEqualTo(3);
        int fd = Bench.exportFd(node, handle, 0);
        assertThat(device.references()).isEqualTo(4);
        registration.close();
        assertThat(device.references()).isEqualTo(3);
        assertThatThrownBy(() -> EmulatedNode.open(card, Linux.O_RDWR).close()).isInstanceOf(ErrnoException.class);
        creator.close();
        assertThat(device.references()).isEqualTo(2);
        node.close();
        assertThat(device.references()).as("the dma-buf alone").isEqualTo(1);
        assertThat(test.log).endsWith("gem close object2", "postclose 1");
        Linux.close(fd);
        assertThat(Bench.live().devices()).isZero();
        assertThat(test.log).endsWith("free object2", "release");
    }

    @Test
    void failedInitialiserLeavesNothingAndIsNotReleased() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        assertThatThrownBy(() -> Device.create(test.driver(), "test:2", made -> {
                    assertThatThrownBy(made::data).isInstanceOf(IllegalStateException.class);
                    throw new ErrnoException(Errno.ENOMEM, "probe");
                }))
                .isInstanceOf(ErrnoException.class);
        assertThat(test.log).isEmpty();
    }

    @Test
    void deviceIsRegisteredOnce() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        try (ARef<Device<TestDriver.Data>> device = newDevice(test)) {
            Registration registration = Registration.register(device.get());
            assertThatThrownBy(() -> Registration.register(device.get()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("test:1");
            registration.close();
            registration.close();
            assertThatThrownBy(() -> Registration.register(device.get())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void unregisterKeepsOpenFilesWorking() {
        try (Bench bench = new Bench();
                EmulatedNode node = bench.openCard();
                Arena arena = Arena.ofConfined()) {
            bench.registration.unregister();
            assertThatThrownBy(() -> bench.openCard().close()).isInstanceOf(ErrnoException.class);
            var args = arena.allocate(TestArgs.LAYOUT);
            assertThat(node.ioctl(TestDriver.ECHO, args)).isZero();
            assertThat(bench.device.get().isUnplugged()).isFalse();
            assertThat(Bench.create(node, 1)).isEqualTo(1);
            bench.registration.unplug();
            assertThat(node.ioctl(TestDriver.ECHO, args)).isEqualTo(Bench.ENODEV);
        }
    }

    @Test
    void minorsAreTheLowestFreeAndKeptWhileTheDeviceIsHeld() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        ARef<Device<TestDriver.Data>> first = newDevice(test);
        ARef<Device<TestDriver.Data>> second = newDevice(test);
        assertThat(first.get().nodeName(NodeType.PRIMARY)).isEqualTo("card0");
        assertThat(first.get().nodeName(NodeType.RENDER)).isEqualTo("renderD128");
        assertThat(second.get().nodeName(NodeType.PRIMARY)).isEqualTo("card1");
        assertThat(second.get().nodeName(NodeType.RENDER)).isEqualTo("renderD129");
        ARef<Device<TestDriver.Data>> holder = first.dup();
        first.close();
        try (ARef<Device<TestDriver.Data>> third = newDevice(test)) {
            assertThat(third.get().nodeName(NodeType.PRIMARY)).isEqualTo("card2");
        }
        holder.close();
        try (ARef<Device<TestDriver.Data>> fourth = newDevice(test)) {
            assertThat(fourth.get().nodeName(NodeType.PRIMARY)).isEqualTo("card0");
        }
        second.close();
    }

    @Test
    void minorsGoOnBeyondTheClassicRange() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        List<ARef<Device<TestDriver.Data>>> devices = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            devices.add(newDevice(test));
        }
        assertThat(devices.get(63).get().nodeName(NodeType.PRIMARY)).isEqualTo("card63");
        assertThat(devices.get(63).get().nodeName(NodeType.RENDER)).isEqualTo("renderD191");
        assertThat(devices.get(64).get().nodeName(NodeType.PRIMARY)).isEqualTo("card192");
        assertThat(devices.get(64).get().nodeName(NodeType.RENDER)).isEqualTo("renderD193");
        devices.forEach(ARef::close);
    }

    @Test
    void lateDropIsAWarningAndHitsNobodyElse() {
        TestDriver test = new TestDriver(TestDriver.Parts.ALL);
        ARef<Device<TestDriver.Data>> reference = newDevice(test);
        Device<TestDriver.Data> device = reference.get();
        reference.close();
        try (ARef<Device<TestDriver.Data>> other = newDevice(test)) {
            var before = Warn.sink((category, message, site) -> {});
            try {
                long count = Warn.countOf(RefCount.WARN_SUB_UAF);
                device.decRef();
                assertThat(Warn.countOf(RefCount.WARN_SUB_UAF)).isEqualTo(count + 1);
            } finally {
                Warn.sink(before);
            }
            assertThat(other.get().references()).isEqualTo(1);
            assertThatThrownBy(device::data).isInstanceOf(IllegalStateException.class);
        }
    }
}
