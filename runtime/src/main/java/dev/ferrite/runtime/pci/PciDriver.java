package dev.ferrite.runtime.pci;

import dev.ferrite.runtime.device.Driver;

/**
 * A driver of PCI devices: the counterpart of {@code pci::Driver}.
 *
 * @param <X> what it knows of an id
 */
public interface PciDriver<X> extends Driver<PciDevice, PciId, X> {}
