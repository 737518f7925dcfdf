package dev.ferrite.runtime.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver of a bus: the counterpart of {@code kernel::{auxiliary,platform,pci}::Driver}. Each bus has a narrower
 * interface to implement.
 *
 * @param <D> the devices of the bus
 * @param <K> the ids of the bus
 * @param <X> what the driver knows of an id
 */
public interface Driver<D extends Device, K, X> {
    /**
     * Its name.
     *
     * @return the name, unique on its bus
     */
    String name();

    /**
     * Which devices it drives, the first match counts.
     *
     * @return always the same entries
     */
    List<IdEntry<K, X>> idTable();

    /**
     * Takes a device. May block. If it throws, what it tied to the binding is undone in reverse order, and the device
     * stays without this driver.
     *
     * @param device the device, in its core context
     * @param info of the table entry that matched; null if it matched by name
     * @return the driver's data of this device
     * @throws Exception an {@link dev.ferrite.offheap.errno.ErrnoException} with EPROBE_DEFER to be asked again when some
     *     other device got its driver; with ENODEV or ENXIO if this device is none for this driver after all; anything else
     *     is reported
     */
    DriverInstance probe(Core<D> device, @Nullable X info) throws Exception;
}
