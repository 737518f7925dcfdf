package dev.ferrite.runtime.pci;

/**
 * An address range of a PCI device: a line of {@code /sys/bus/pci/devices/.../resource}.
 *
 * @param index which base address register, 0 to 5
 * @param start the first address on the bus
 * @param size bytes, more than 0
 * @param flags {@code IORESOURCE_*}
 */
public record PciBar(int index, long start, long size, long flags) {
    /** Flag: ports ({@code IORESOURCE_IO}). */
    public static final long IO = 0x100;

    /** Flag: memory ({@code IORESOURCE_MEM}). */
    public static final long MEM = 0x200;

    /** Flag: reading has no side effects ({@code IORESOURCE_PREFETCH}). */
    public static final long PREFETCH = 0x2000;

    /** Flag: a 64-bit address, which takes two registers ({@code IORESOURCE_MEM_64}). */
    public static final long MEM_64 = 0x10_0000;

    /** How many base address registers a device has. */
    public static final int COUNT = 6;

    /** Checks index and size. */
    public PciBar {
        if (index < 0 || index >= COUNT || size <= 0) {
            throw new IllegalArgumentException(
                    "PCI BAR: index 0 to " + (COUNT - 1) + ", size > 0: index=" + index + " size=" + size);
        }
    }

    /**
     * Whether it is memory that may be read ahead and write-combined, as VRAM is.
     *
     * @return true if it is
     */
    public boolean isPrefetchable() {
        return (flags & MEM) != 0 && (flags & PREFETCH) != 0;
    }
}
