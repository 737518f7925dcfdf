package dev.ferrite.nova;

import dev.ferrite.offheap.errno.Errno;

/**
 * The parent of the auxiliary device a nova device hangs on: what GETPARAM asks for the length of the VRAM BAR.
 *
 * <p>Upstream it is the PCI device that nova-core drives, whose BAR 1 is the window to VRAM.
 */
public sealed interface NovaParent {
    /**
     * The length of PCI BAR 1.
     *
     * @return bytes, or {@code -errno}: ENOENT without a parent, EINVAL if the parent is no PCI device
     */
    long vramBarSize();

    /**
     * A PCI device.
     *
     * @param vramBarSize the length of its BAR 1 in bytes, or the {@code -errno} of asking for it
     */
    record Pci(long vramBarSize) implements NovaParent {}

    /** A device on some other bus. */
    record Other() implements NovaParent {
        @Override
        public long vramBarSize() {
            return Errno.EINVAL.negated();
        }
    }

    /** No parent at all. */
    record None() implements NovaParent {
        @Override
        public long vramBarSize() {
            return Errno.ENOENT.negated();
        }
    }
}
