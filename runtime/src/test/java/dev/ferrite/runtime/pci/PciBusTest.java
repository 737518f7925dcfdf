package dev.ferrite.runtime.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.Device;
import dev.ferrite.runtime.device.DriverCore;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.DriverRegistration;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ThisModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PciBusTest {
    private static final PciId DISPLAY = PciId.ofClass(PciId.DISPLAY, PciId.BASE_CLASS);
    private static final ThisModule OWNER =
            ThisModule.builtIn(ModuleInfo.builder("test").license("MIT").build());

    @TempDir
    Path sys;

    private final PciBus bus = new PciBus(new DriverCore(KernelLog.create(64 * 1024)));

    private Path device(String address, String ids, String classCode, String resource) throws IOException {
        Path folder = Files.createDirectories(sys.resolve("bus/pci/devices").resolve(address));
        String[] parts = ids.split(":", -1);
        Files.writeString(folder.resolve("vendor"), "0x" + parts[0] + "\n");
        Files.writeString(folder.resolve("device"), "0x" + parts[1] + "\n");
        Files.writeString(folder.resolve("subsystem_vendor"), "0x1458\n");
        Files.writeString(folder.resolve("subsystem_device"), "0x4001\n");
        Files.writeString(folder.resolve("class"), "0x" + classCode + "\n");
        Files.writeString(folder.resolve("resource"), resource);
        return folder;
    }

    private static final String GPU_RESOURCE = """
            0x00000000f6000000 0x00000000f6ffffff 0x0000000000040200
            0x00000000e0000000 0x00000000efffffff 0x000000000014220c
            0x0000000000000000 0x0000000000000000 0x0000000000000000
            0x00000000f0000000 0x00000000f1ffffff 0x000000000014220c
            0x0000000000000000 0x0000000000000000 0x0000000000000000
            0x000000000000e000 0x000000000000e07f 0x0000000000040101
            0x00000000000c0000 0x00000000000dffff 0x0000000000000212
            """;

    /** Takes what it matches, and says so. */
    private record Taker(List<String> taken, PciId id) implements PciDriver<String> {
        @Override
        public String name() {
            return "taker";
        }

        @Override
        public List<IdEntry<PciId, String>> idTable() {
            return List.of(new IdEntry<>(id, "info"));
        }

        @Override
        public DriverInstance probe(Core<PciDevice> device, @Nullable String info) {
            taken.add(device.device().name() + " " + info);
            return () -> {};
        }
    }

    @Test
    void displayDevicesOfAMachineComeWithIdsAndRanges() throws IOException {
        Path gpu = device("0000:01:00.0", "10de:2684", "030000", GPU_RESOURCE);
        Files.createSymbolicLink(gpu.resolve("driver"), Path.of("../../../bus/pci/drivers/nouveau"));
        device("0000:00:1f.2", "8086:2922", "010601", "");
        device("0000:02:00.0", "1002:73bf", "030200", GPU_RESOURCE);
        List<PciDevice> found = PciBus.scan(sys, DISPLAY::matches);
        assertThat(found).extracting(Device::name).containsExactly("0000:01:00.0", "0000:02:00.0");
        PciDevice first = found.getFirst();
        assertThat(first.vendor()).isEqualTo(0x10de);
        assertThat(first.device()).isEqualTo(0x2684);
        assertThat(first.subVendor()).isEqualTo(0x1458);
        assertThat(first.subDevice()).isEqualTo(0x4001);
        assertThat(first.classCode()).isEqualTo(0x30000);
        assertThat(first.kernelDriver()).isEqualTo("nouveau");
        assertThat(first).hasToString("PCI device 0000:01:00.0 [10de:2684]");
        assertThat(first.barSize(0)).isEqualTo(16 << 20);
        assertThat(first.barSize(1)).isEqualTo(256 << 20);
        assertThat(first.barSize(2)).isZero();
        assertThat(first.barSize(5)).isEqualTo(128);
        assertThat(first.barSize(6)).isEqualTo(Errno.EINVAL.negated());
        assertThat(first.barSize(-1)).isEqualTo(Errno.EINVAL.negated());
        assertThat(first.bar(2)).isNull();
        assertThat(first.bar(1)).isEqualTo(new PciBar(1, 0xe000_0000L, 256 << 20, 0x14_220c));
        assertThat(first.bar(1)).matches(bar -> bar != null && bar.isPrefetchable());
        assertThat(first.bar(0)).matches(bar -> bar != null && !bar.isPrefetchable());
        assertThat(first.resourceFile(1)).isEqualTo(gpu.resolve("resource1"));
        assertThat(first.resourceFile(2)).isNull();
        assertThat(found.getLast().kernelDriver()).isNull();
        found.forEach(Device::decRef);
    }

    @Test
    void aDeviceThatTheKernelDrivesIsNotGivenToADriver() throws IOException {
        Path gpu = device("0000:01:00.0", "10de:2684", "030000", GPU_RESOURCE);
        Files.createSymbolicLink(gpu.resolve("driver"), Path.of("../../../bus/pci/drivers/nouveau"));
        device("0000:02:00.0", "10de:2684", "030000", GPU_RESOURCE);
        long live = Device.live();
        Taker taker = new Taker(new ArrayList<>(), PciId.of(0x10de, 0x2684));
        try (DriverRegistration<PciDevice, PciId> registration = bus.register(taker, OWNER)) {
            assertThat(bus.enumerate(sys, DISPLAY::matches)).isEqualTo(2);
            assertThat(bus.enumerate(sys, DISPLAY::matches)).isZero();
            assertThat(taker.taken()).containsExactly("0000:02:00.0 info");
            assertThat(registration).isNotNull();
        }
        bus.devices().forEach(bus::remove);
        assertThat(Device.live()).isEqualTo(live);
    }

    @Test
    void whatIsMalformedIsLeftOut() throws IOException {
        device("0000:01:00.0", "10de:2684", "030000", "0x1 nonsense\n");
        device("0000:02:00.0", "10de:zzzz", "030000", "");
        device("nonsense", "10de:2684", "030000", "");
        Files.delete(device("0000:03:00.0", "10de:2684", "030000", "").resolve("class"));
        device("0000:04:00.0", "10de:2684", "030000", "0x0 0xffffffffffffffff 0x200\n");
        long live = Device.live();
        assertThat(PciBus.scan(sys, any -> true)).isEmpty();
        assertThat(PciBus.scan(sys.resolve("nowhere"), any -> true)).isEmpty();
        assertThat(Device.live()).isEqualTo(live);
    }

    @Test
    void theRealMachineIsReadThroughTheSameTypes() {
        Path real = Path.of("/sys");
        assumeThat(real.resolve("bus/pci/devices"))
                .as("this machine has a PCI bus")
                .isDirectory();
        List<PciDevice> found = PciBus.scan(real, any -> true);
        assertThat(found).allSatisfy(device -> {
            assertThat(device.address()).hasToString(device.name());
            assertThat(device.vendor()).isNotZero();
            for (int i = 0; i < PciBar.COUNT; i++) {
                assertThat(device.barSize(i)).isNotNegative();
            }
        });
        found.forEach(Device::decRef);
    }

    @Test
    void idsMatchByTheirParts() {
        AtomicInteger released = new AtomicInteger();
        PciDevice device = PciDevice.emulated(
                PciAddress.parse("0000:00:02.0"),
                new PciConfig(0x10de, 0x2684, 1, 2, 0x30200),
                List.of(new PciBar(1, 0, 4096, PciBar.MEM)),
                released::incrementAndGet);
        assertThat(PciId.of(0x10de, 0x2684).matches(device)).isTrue();
        assertThat(PciId.of(0x10de, PciId.ANY).matches(device)).isTrue();
        assertThat(PciId.of(0x10de, 1).matches(device)).isFalse();
        assertThat(DISPLAY.matches(device)).isTrue();
        assertThat(PciId.ofClass(0x30200, 0xffff00).matches(device)).isTrue();
        assertThat(PciId.ofClass(0x30000, 0xffff00).matches(device)).isFalse();
        assertThat(new PciId(0x10de, 0x2684, 1, 2, 0, 0).matches(device)).isTrue();
        assertThat(new PciId(0x10de, 0x2684, 1, 3, 0, 0).matches(device)).isFalse();
        assertThat(device.resourceFile(1)).isNull();
        device.decRef();
        assertThat(released).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0000:00:02", "0000:00:02.8", "0000:00:20.0", "00:02.0", "0000:00:02.0 ", "zzzz:00:02.0"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> PciAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesReadAsTheKernelWritesThem() {
        assertThat(PciAddress.parse("0000:00:1F.7"))
                .isEqualTo(new PciAddress(0, 0, 31, 7))
                .hasToString("0000:00:1f.7");
        assertThat(PciAddress.parse("10000:e1:00.0")).hasToString("10000:e1:00.0");
        assertThatThrownBy(() -> new PciConfig(0x10000, 0, 0, 0, 0)).hasMessageContaining("vendor=10000");
        assertThatThrownBy(() -> new PciBar(6, 0, 1, 0)).hasMessageContaining("index=6");
    }
}
