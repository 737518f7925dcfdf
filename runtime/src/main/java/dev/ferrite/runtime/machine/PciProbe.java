package dev.ferrite.runtime.machine;

import dev.ferrite.runtime.pci.PciBar;
import dev.ferrite.runtime.pci.PciBus;
import dev.ferrite.runtime.pci.PciDevice;
import dev.ferrite.runtime.pci.PciId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The display devices on the PCI bus, with their address ranges (BARs), as {@link PciBus#scan} finds them. */
final class PciProbe implements Probe {
    private static final String AREA = "pci";
    private static final PciId DISPLAY = PciId.ofClass(PciId.DISPLAY, PciId.BASE_CLASS);

    @Override
    public List<Finding> ask(Machine machine) {
        Path bus = machine.sys().resolve("bus/pci/devices");
        List<Finding> findings = new ArrayList<>();
        Set<String> understood = new HashSet<>();
        for (PciDevice device : PciBus.scan(machine.sys(), DISPLAY::matches)) {
            findings.add(finding(device));
            understood.add(device.name());
            device.decRef();
        }
        for (Path folder : Machine.list(bus)) {
            String name = String.valueOf(folder.getFileName());
            long kind = Machine.read(folder.resolve("class")).number(0);
            if (((kind ^ PciId.DISPLAY) & PciId.BASE_CLASS) == 0 && !understood.contains(name)) {
                Machine.Text resource = Machine.read(folder.resolve("resource"));
                findings.add(Finding.note(
                        AREA,
                        name,
                        kind(kind) + ", BARs " + (resource.isThere() ? "(malformed)" : resource.orProblem()),
                        "Cannot serve as VRAM: its ids or ranges cannot be read."));
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

    private static Finding finding(PciDevice device) {
        List<PciBar> bars = IntStream.range(0, PciBar.COUNT)
                .mapToObj(device::bar)
                .flatMap(Stream::ofNullable)
                .toList();
        String driver = device.kernelDriver();
        String ranges = bars.stream().map(PciProbe::text).collect(Collectors.joining(", "));
        String value = String.format("%04x:%04x ", device.vendor(), device.device())
                + kind(device.classCode()) + ", driver " + (driver == null ? "none" : driver) + ", "
                + (bars.isEmpty() ? "no BARs" : ranges);
        PciBar aperture = null;
        for (PciBar bar : bars) {
            if (bar.isPrefetchable() && (aperture == null || bar.size() > aperture.size())) {
                aperture = bar;
            }
        }
        if (aperture == null) {
            return Finding.note(AREA, device.name(), value, "Has no range that could serve as VRAM.");
        }
        String name = "resource" + aperture.index();
        return canMap(device.resourceFile(aperture.index()))
                ? Finding.ok(AREA, device.name(), value, name + " can be the VRAM, unless its driver uses it.")
                : Finding.note(AREA, device.name(), value, name + " could be the VRAM, with permission (root).");
    }

    private static boolean canMap(@Nullable Path file) {
        return file != null && Files.isReadable(file) && Files.isWritable(file);
    }

    private static String text(PciBar bar) {
        boolean io = (bar.flags() & PciBar.IO) != 0;
        return "BAR" + bar.index() + " " + Machine.size(bar.size())
                + (io
                        ? " io"
                        : ((bar.flags() & PciBar.MEM_64) != 0 ? " 64-bit" : "")
                                + (bar.isPrefetchable() ? " prefetchable" : ""));
    }

    private static String kind(long kind) {
        return switch ((int) (kind >> 8) & 0xff) {
            case 0 -> "VGA controller";
            case 1 -> "XGA controller";
            case 2 -> "3D controller";
            default -> "display controller";
        };
    }
}
