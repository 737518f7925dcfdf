package dev.ferrite.runtime.pci;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PCI device sits: {@code domain:bus:device.function}, in hexadecimal digits.
 *
 * @param domain 0 to 0xffffffff; a virtual machine's may exceed four digits
 * @param bus 0 to 0xff
 * @param device 0 to 0x1f
 * @param function 0 to 7
 */
public record PciAddress(long domain, int bus, int device, int function) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{4,8}):([0-9a-f]{2}):([0-9a-f]{2})\\.([0-7])", Pattern.CASE_INSENSITIVE);

    /** Checks the ranges. */
    public PciAddress {
        if (domain < 0
                || domain > 0xffff_ffffL
                || bus < 0
                || bus > 0xff
                || device < 0
                || device > 0x1f
                || function < 0
                || function > 7) {
            throw new IllegalArgumentException("PCI address out of range: domain=" + domain + " bus=" + bus + " device="
                    + device + " function=" + function);
        }
    }

    /**
     * Reads an address.
     *
     * @param text such as {@code 0000:00:02.0}
     * @return the address
     * @throws IllegalArgumentException if it is none
     */
    public static PciAddress parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("PCI address: '" + text + "' is not like 0000:00:02.0");
        }
        return new PciAddress(
                Long.parseLong(parts.group(1), 16),
                Integer.parseInt(parts.group(2), 16),
                Integer.parseInt(parts.group(3), 16),
                Integer.parseInt(parts.group(4), 16));
    }

    /** As the kernel writes it. */
    @Override
    public String toString() {
        return String.format("%04x:%02x:%02x.%x", domain, bus, device, function);
    }
}
