/**
 * The PCI bus: devices with ids and address ranges, emulated ones and those of the running machine. The counterpart of
 * {@code rust/kernel/pci.rs} and {@code drivers/pci}.
 *
 * <p>May import: {@code offheap}, {@code runtime.device}.
 */
@NullMarked
package dev.ferrite.runtime.pci;

import org.jspecify.annotations.NullMarked;
