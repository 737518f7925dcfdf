package dev.ferrite.runtime.device;

/**
 * An entry of a driver's id table: {@code (DeviceId, IdInfo)}.
 *
 * @param id which devices
 * @param info what probe is told of such a device
 * @param <K> what ids of the bus look like
 * @param <X> the driver's own facts
 */
public record IdEntry<K, X>(K id, X info) {}
