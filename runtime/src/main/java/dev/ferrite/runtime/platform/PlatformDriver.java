package dev.ferrite.runtime.platform;

import dev.ferrite.runtime.device.Driver;

/**
 * A driver of platform devices: the counterpart of {@code platform::Driver}.
 *
 * @param <X> what it knows of an id
 */
public interface PlatformDriver<X> extends Driver<PlatformDevice, PlatformId, X> {}
