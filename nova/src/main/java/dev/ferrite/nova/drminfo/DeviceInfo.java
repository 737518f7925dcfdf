package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.KernelNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the system's device model, below {@code /sys}, says of the device of a node. */
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
     * The device of the emulated driver.
     *
     * @param name its parent's name
     * @param nodes such as {@code card0}
     * @return its facts
     */
    public static Fact emulated(String name, List<String> nodes) {
        return Fact.of(
                "device",
                "Device: " + name,
                List.of(
                        Fact.of("bus", "Bus: auxiliary " + name + ", in this process", "auxiliary"),
                        Fact.of("address", "Address: " + name, name),
                        Fact.of("nodes", "Available nodes: " + String.join(", ", nodes), String.join(" ", nodes))));
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
