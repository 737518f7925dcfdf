package dev.ferrite.runtime.pci;

/**
 * What a PCI device says of itself in its configuration space.
 *
 * @param vendor vendor id, 16 bits
 * @param device device id, 16 bits
 * @param subVendor subsystem vendor id, 16 bits
 * @param subDevice subsystem id, 16 bits
 * @param classCode class, subclass and interface, 24 bits
 */
public record PciConfig(int vendor, int device, int subVendor, int subDevice, int classCode) {
    /** Checks the ranges. */
    public PciConfig {
        if (((vendor | device | subVendor | subDevice) & ~0xffff) != 0 || (classCode & ~0xff_ffff) != 0) {
            throw new IllegalArgumentException(String.format(
                    "PCI config: ids have 16 bits, the class 24: vendor=%x device=%x subVendor=%x subDevice=%x class=%x",
                    vendor, device, subVendor, subDevice, classCode));
        }
    }
}
