package dev.ferrite.runtime.pci;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code /sys/bus/pci/devices}. */
final class SysfsPci {
    private SysfsPci() {}

    static List<PciDevice> scan(Path sys, Predicate<PciDevice> wanted) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(sys.resolve("bus/pci/devices"))) {
            stream.forEach(folders::add);
        } catch (IOException | DirectoryIteratorException noBus) {
            return List.of();
        }
        folders.sort(null);
        List<PciDevice> found = new ArrayList<>();
        for (Path folder : folders) {
            PciDevice device = read(folder);
            if (device != null) {
                if (wanted.test(device)) {
                    found.add(device);
                } else {
                    device.decRef();
                }
            }
        }
        return found;
    }

    private static @Nullable PciDevice read(Path folder) {
        try {
            PciAddress address = PciAddress.parse(String.valueOf(folder.getFileName()));
            PciConfig config = new PciConfig(
                    number(folder, "vendor"),
                    number(folder, "device"),
                    number(folder, "subsystem_vendor"),
                    number(folder, "subsystem_device"),
                    number(folder, "class"));
            return new PciDevice(
                    address, config, bars(Files.readString(folder.resolve("resource"))), driver(folder), folder);
        } catch (IOException | IllegalArgumentException goneOrMalformed) {
            return null; // unplugged between two reads, or a file of another shape
        }
    }

    private static int number(Path folder, String file) throws IOException {
        return Integer.decode(Files.readString(folder.resolve(file)).strip());
    }

    /** Lines {@code start end flags}; the first six are the base address registers, the rest are ROM and bridge windows. */
    private static List<PciBar> bars(String resource) {
        List<PciBar> bars = new ArrayList<>();
        List<String> lines = resource.lines().toList();
        for (int i = 0; i < Math.min(PciBar.COUNT, lines.size()); i++) {
            String[] parts = lines.get(i).strip().split(" +", -1);
            if (parts.length < 3) {
                throw new IllegalArgumentException("resource line " + i + ": '" + lines.get(i) + "'");
            }
            long start = hex(parts[0]);
            long end = hex(parts[1]);
            long flags = hex(parts[2]);
            if ((flags & (PciBar.IO | PciBar.MEM)) != 0 && Long.compareUnsigned(end, start) > 0) {
                bars.add(new PciBar(i, start, end - start + 1, flags));
            }
        }
        return bars;
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, 16);
    }

    private static @Nullable String driver(Path folder) {
        try {
            return String.valueOf(
                    Files.readSymbolicLink(folder.resolve("driver")).getFileName());
        } catch (IOException | UnsupportedOperationException none) {
            return null;
        }
    }
}
