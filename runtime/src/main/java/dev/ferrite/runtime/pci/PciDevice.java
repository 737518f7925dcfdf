package dev.ferrite.runtime.pci;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.device.Device;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PCI device: the counterpart of {@code pci::Device}. Either emulated, or one of the running machine, which
 * {@link PciBus#scan} reads from {@code /sys}.
 */
public final class PciDevice extends Device {
    private final PciAddress address;
    private final PciConfig config;
    private final @Nullable PciBar[] bars = new PciBar[PciBar.COUNT];
    private final @Nullable String kernelDriver;
    private final @Nullable Path sysfs;
    private final Runnable released;

    /** Of the running machine. */
    PciDevice(
            PciAddress address,
            PciConfig config,
            List<PciBar> bars,
            @Nullable String kernelDriver,
            @Nullable Path sysfs) {
        this(address, config, bars, kernelDriver, sysfs, () -> {});
    }

    private PciDevice(
            PciAddress address,
            PciConfig config,
            List<PciBar> bars,
            @Nullable String kernelDriver,
            @Nullable Path sysfs,
            Runnable released) {
        super(address.toString(), null);
        this.address = address;
        this.config = config;
        this.kernelDriver = kernelDriver;
        this.sysfs = sysfs;
        this.released = released;
        for (PciBar bar : bars) {
            this.bars[bar.index()] = bar;
        }
    }

    /**
     * A device that exists in this process only; on no bus yet, with one reference, the caller's.
     *
     * @param address where it pretends to sit
     * @param config what it says it is
     * @param bars its address ranges
     * @param released runs once, when the last reference is dropped: frees what is behind the ranges
     * @return the device
     */
    public static PciDevice emulated(PciAddress address, PciConfig config, List<PciBar> bars, Runnable released) {
        return new PciDevice(address, config, bars, null, null, released);
    }

    /**
     * Where it sits.
     *
     * @return the address
     */
    public PciAddress address() {
        return address;
    }

    /**
     * Who made it.
     *
     * @return the vendor id
     */
    public int vendor() {
        return config.vendor();
    }

    /**
     * What it is, in its maker's numbers.
     *
     * @return the device id
     */
    public int device() {
        return config.device();
    }

    /**
     * Who built it in.
     *
     * @return the subsystem vendor id
     */
    public int subVendor() {
        return config.subVendor();
    }

    /**
     * What it is built in as.
     *
     * @return the subsystem id
     */
    public int subDevice() {
        return config.subDevice();
    }

    /**
     * What it is, in everybody's numbers.
     *
     * @return class, subclass and interface, 24 bits
     */
    public int classCode() {
        return config.classCode();
    }

    /**
     * An address range.
     *
     * @param index which base address register
     * @return the range; null if the device has none there
     */
    public @Nullable PciBar bar(int index) {
        return index < 0 || index >= PciBar.COUNT ? null : bars[index];
    }

    /**
     * The length of an address range: {@code resource_len()}. Costs two loads.
     *
     * @param index which base address register
     * @return bytes, 0 if the device has none there; or {@code -EINVAL} if there is no such register
     */
    public long barSize(int index) {
        if (index < 0 || index >= PciBar.COUNT) {
            return Errno.EINVAL.negated();
        }
        PciBar bar = bars[index];
        return bar == null ? 0 : bar.size();
    }

    /**
     * The driver of the kernel that has the device. As long as there is one, no driver of this process gets it.
     *
     * @return its name when the device was read; null if there is none, or the device is emulated
     */
    public @Nullable String kernelDriver() {
        return kernelDriver;
    }

    /**
     * The file that an address range can be mapped through, {@code /sys/.../resourceN}.
     *
     * @param index which base address register
     * @return the file, which needs root; null if the device is emulated or has no such range
     */
    public @Nullable Path resourceFile(int index) {
        return sysfs == null || bar(index) == null ? null : sysfs.resolve("resource" + index);
    }

    @Override
    protected void released() {
        released.run();
    }

    @Override
    public String toString() {
        return String.format("PCI device %s [%04x:%04x]", name(), vendor(), device());
    }
}
