package dev.ferrite.runtime.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The display devices on the PCI bus, with their address ranges (BARs). */
final class PciProbe implements Probe {
    private static final String AREA = "pci";
    private static final int DISPLAY = 0x03;
    private static final int BARS = 6;
    private static final long IORESOURCE_IO = 0x100;
    private static final long IORESOURCE_MEM = 0x200;
    private static final long IORESOURCE_PREFETCH = 0x2000;
    private static final long IORESOURCE_MEM_64 = 0x10_0000;

    @Override
    public List<Finding> ask(Machine machine) {
        Path bus = machine.sys().resolve("bus/pci/devices");
        List<Finding> findings = new ArrayList<>();
        for (Path device : Machine.list(bus)) {
            long kind = Machine.read(device.resolve("class")).number(0);
            if (kind >> 16 == DISPLAY) {
                findings.add(device(device, kind));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.note(
                    AREA,
                    "display devices",
                    Files.isDirectory(bus) ? "none" : "(no PCI bus)",
                    "VRAM is a memfd or a file: there is no BAR to map."));
        }
        return findings;
    }

    private static Finding device(Path device, long kind) {
        String name = String.valueOf(device.getFileName());
        Machine.Text resource = Machine.read(device.resolve("resource"));
        List<Bar> bars = bars(resource.text());
        String value = hex(device, "vendor") + ":" + hex(device, "device") + " " + kind(kind) + ", driver "
                + driver(device) + ", "
                + (resource.isThere()
                        ? bars.isEmpty()
                                ? "no BARs"
                                : String.join(
                                        ", ", bars.stream().map(Bar::toString).toList())
                        : "BARs " + resource.orProblem());
        Bar aperture = null;
        for (Bar bar : bars) {
            if (bar.isPrefetchable() && (aperture == null || bar.size() > aperture.size())) {
                aperture = bar;
            }
        }
        if (aperture == null) {
            return Finding.note(AREA, name, value, "Has no range that could serve as VRAM.");
        }
        Path file = device.resolve("resource" + aperture.index());
        return Files.isReadable(file) && Files.isWritable(file)
                ? Finding.ok(
                        AREA,
                        name,
                        value,
                        "resource" + aperture.index() + " can be the VRAM, unless its driver uses it.")
                : Finding.note(
                        AREA,
                        name,
                        value,
                        "resource" + aperture.index() + " could be the VRAM, with permission (root).");
    }

    /** Lines {@code start end flags}; the first six are the BARs. */
    private static List<Bar> bars(String resource) {
        List<Bar> bars = new ArrayList<>();
        List<String> lines = resource.lines().toList();
        for (int i = 0; i < Math.min(BARS, lines.size()); i++) {
            String[] parts = lines.get(i).strip().split(" +", -1);
            try {
                long start = Long.parseUnsignedLong(parts[0].replaceFirst("^0x", ""), 16);
                long end = Long.parseUnsignedLong(parts[1].replaceFirst("^0x", ""), 16);
                long flags = Long.parseUnsignedLong(parts[2].replaceFirst("^0x", ""), 16);
                if ((flags & (IORESOURCE_IO | IORESOURCE_MEM)) != 0 && Long.compareUnsigned(end, start) > 0) {
                    bars.add(new Bar(i, end - start + 1, flags));
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
                // a line of another shape is no BAR
            }
        }
        return bars;
    }

    private record Bar(int index, long size, long flags) {
        boolean isPrefetchable() {
            return (flags & IORESOURCE_MEM) != 0 && (flags & IORESOURCE_PREFETCH) != 0;
        }

        @Override
        public String toString() {
            return "BAR" + index + " " + Machine.size(size)
                    + ((flags & IORESOURCE_IO) != 0
                            ? " io"
                            : ((flags & IORESOURCE_MEM_64) != 0 ? " 64-bit" : "")
                                    + (isPrefetchable() ? " prefetchable" : ""));
        }
    }

    private static String kind(long kind) {
        return switch ((int) (kind >> 8) & 0xff) {
            case 0 -> "VGA controller";
            case 1 -> "XGA controller";
            case 2 -> "3D controller";
            default -> "display controller";
        };
    }

    private static String hex(Path device, String file) {
        Machine.Text text = Machine.read(device.resolve(file));
        return text.isThere() ? text.text().replaceFirst("^0x", "") : "????";
    }

    private static String driver(Path device) {
        try {
            return String.valueOf(
                    Files.readSymbolicLink(device.resolve("driver")).getFileName());
        } catch (IOException | UnsupportedOperationException none) {
            return "none";
        }
    }
}
