package dev.ferrite.runtime.pci;

import dev.ferrite.runtime.device.Bus;
import dev.ferrite.runtime.device.DriverCore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The PCI bus. It begins empty; devices of the running machine come onto it only by {@link #enumerate}, and one that the
 * kernel drives is never given to a driver of this process.
 */
public final class PciBus extends Bus<PciDevice, PciId> {
    /**
     * A bus of its own.
     *
     * @param core what it shares with other buses
     */
    public PciBus(DriverCore core) {
        super(core, "pci");
    }

    /**
     * The bus of this process, made when it is first asked for.
     *
     * @return always the same bus
     */
    public static PciBus system() {
        return SystemBus.BUS;
    }

    @Override
    protected boolean matches(PciId id, PciDevice device) {
        return device.kernelDriver() == null && id.matches(device);
    }

    /**
     * Reads the devices of a machine. Never fails: what cannot be read is left out. Blocks on files of {@code /sys}.
     *
     * @param sys {@code /sys}, or a folder that looks like it
     * @param wanted which of them, such as {@code PciId.ofClass(PciId.DISPLAY, PciId.BASE_CLASS)::matches}
     * @return the devices by address, on no bus, each with one reference, the caller's
     */
    public static List<PciDevice> scan(Path sys, Predicate<PciDevice> wanted) {
        return SysfsPci.scan(sys, wanted);
    }

    /**
     * Reads the devices of a machine and adds those whose address is free on this bus; drivers that match probe them.
     *
     * @param sys {@code /sys}, or a folder that looks like it
     * @param wanted which of them
     * @return how many were added
     */
    public int enumerate(Path sys, Predicate<PciDevice> wanted) {
        int added = 0;
        for (PciDevice device : scan(sys, wanted)) {
            if (find(device.name()) == null) {
                add(device);
                added++;
            }
            device.decRef();
        }
        return added;
    }

    /** The lazy holder of the process's bus. */
    private static final class SystemBus {
        static final PciBus BUS = new PciBus(DriverCore.system());
    }
}
