package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.drm.vram.VramStats;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;
import dev.ferrite.runtime.device.Device;
import dev.ferrite.runtime.pci.PciBar;
import dev.ferrite.runtime.pci.PciDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the device model says of the device of a node: the system's, below {@code /sys}, or that of this process. */
public final class DeviceInfo {
    private static final List<String> NUMBERS =
            List.of("vendor", "device", "subsystem_vendor", "subsystem_device", "revision", "class");

    private DeviceInfo() {}

    /**
     * The device of a real node.
     *
     * @param sys usually {@code /sys}
     * @param node such as {@code card0}
     * @return its facts, as far as there are any
     */
    public static Fact of(Path sys, String node) {
        Path device = sys.resolve("class/drm").resolve(node).resolve("device");
        List<Fact> parts = new ArrayList<>();
        String bus = target(device.resolve("subsystem")).orElse("none");
        String address = target(device).orElse("?");
        parts.add(Fact.of("bus", "Bus: " + bus + " " + address, bus));
        parts.add(Fact.of("address", "Address: " + address, address));
        target(device.resolve("driver")).ifPresent(name -> parts.add(Fact.of("driver", "Bound to: " + name, name)));
        for (String number : NUMBERS) {
            text(device.resolve(number)).ifPresent(value -> parts.add(Fact.of(number, value)));
        }
        List<String> nodes = KernelNodes.list(device.resolve("drm")).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .toList();
        parts.add(Fact.of("nodes", "Available nodes: " + String.join(", ", nodes), String.join(" ", nodes)));
        return Fact.of("device", "Device: " + address, parts);
    }

    /**
     * A device of this process, and what it hangs on, as the device model has them.
     *
     * @param device the device that the DRM device hangs on
     * @param nodes such as {@code card0}
     * @param vram how full its video memory is
     * @return its facts
     */
    public static Fact emulated(Device device, List<String> nodes, VramStats vram) {
        List<Fact> parts = new ArrayList<>(own(device));
        parts.add(vram(vram));
        parts.add(Fact.of("nodes", "Available nodes: " + String.join(", ", nodes), String.join(" ", nodes)));
        return Fact.of("device", "Device: " + device.name(), parts);
    }

    private static List<Fact> own(Device device) {
        List<Fact> parts = new ArrayList<>();
        String bus = device instanceof PciDevice ? "pci" : device instanceof AuxiliaryDevice ? "auxiliary" : "none";
        parts.add(Fact.of("bus", "Bus: " + bus + " " + device.name() + ", in this process", bus));
        parts.add(Fact.of("address", "Address: " + device.name(), device.name()));
        String driver = device.driverName();
        if (driver != null) {
            parts.add(Fact.of("driver", "Bound to: " + driver, driver));
        }
        if (device instanceof PciDevice pci) {
            parts.add(number("vendor", pci.vendor(), 4));
            parts.add(number("device", pci.device(), 4));
            parts.add(number("subsystem_vendor", pci.subVendor(), 4));
            parts.add(number("subsystem_device", pci.subDevice(), 4));
            parts.add(number("class", pci.classCode(), 6));
            for (int i = 0; i < PciBar.COUNT; i++) {
                PciBar bar = pci.bar(i);
                if (bar != null) {
                    parts.add(Fact.of("bar" + i, "BAR " + i + ": " + Tables.size(bar.size()), bar.size()));
                }
            }
        }
        Device parent = device.parent();
        if (parent != null) {
            parts.add(Fact.of("parent", "Parent: " + parent.name(), own(parent)));
        }
        return parts;
    }

    private static Fact number(String key, int value, int digits) {
        String hex = Integer.toHexString(value);
        return Fact.of(key, "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex);
    }

    private static Fact vram(VramStats stats) {
        return Fact.of(
                "vram",
                "VRAM",
                List.of(
                        Fact.of("size", "Size: " + Tables.size(stats.size()), stats.size()),
                        Fact.of("free", "Free: " + Tables.size(stats.free()), stats.free()),
                        Fact.of(
                                "largestFree",
                                "Largest free run: " + Tables.size(stats.largestFree()),
                                stats.largestFree()),
                        Fact.of("extents", "Extents: " + stats.extents(), stats.extents())));
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(String.valueOf(link.toRealPath().getFileName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
