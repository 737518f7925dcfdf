package dev.ferrite.runtime.pci;

/**
 * Which PCI devices a driver wants: the counterpart of {@code pci::DeviceId} and {@code struct pci_device_id}.
 *
 * @param vendor vendor id, or {@link #ANY}
 * @param device device id, or {@link #ANY}
 * @param subVendor subsystem vendor id, or {@link #ANY}
 * @param subDevice subsystem id, or {@link #ANY}
 * @param classCode class, subclass and interface, 24 bits; only the bits of the mask count
 * @param classMask which bits of the class must be equal; 0 for none
 */
public record PciId(int vendor, int device, int subVendor, int subDevice, int classCode, int classMask) {
    /** Fits any id ({@code PCI_ANY_ID}). */
    public static final int ANY = -1;

    /** The base class of display controllers, in the upper 8 of the 24 bits. */
    public static final int DISPLAY = 0x03_0000;

    /** The mask of a base class. */
    public static final int BASE_CLASS = 0xff_0000;

    /**
     * One kind of device, whoever built it in: {@code PCI_DEVICE}.
     *
     * @param vendor vendor id
     * @param device device id
     * @return the id
     */
    public static PciId of(int vendor, int device) {
        return new PciId(vendor, device, ANY, ANY, 0, 0);
    }

    /**
     * A class of devices: {@code PCI_DEVICE_CLASS}.
     *
     * @param classCode class, subclass and interface
     * @param classMask which of its bits count
     * @return the id
     */
    public static PciId ofClass(int classCode, int classMask) {
        return new PciId(ANY, ANY, ANY, ANY, classCode, classMask);
    }

    /**
     * Whether it means a device: {@code pci_match_one_device}.
     *
     * @param other the device
     * @return true if every part fits
     */
    public boolean matches(PciDevice other) {
        return fits(vendor, other.vendor())
                && fits(device, other.device())
                && fits(subVendor, other.subVendor())
                && fits(subDevice, other.subDevice())
                && ((classCode ^ other.classCode()) & classMask) == 0;
    }

    private static boolean fits(int wanted, int id) {
        return wanted == ANY || wanted == id;
    }
}
