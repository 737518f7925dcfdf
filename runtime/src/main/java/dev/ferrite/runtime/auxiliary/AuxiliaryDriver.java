package dev.ferrite.runtime.auxiliary;

import dev.ferrite.runtime.device.Driver;

/**
 * A driver of auxiliary devices: the counterpart of {@code auxiliary::Driver}.
 *
 * @param <X> what it knows of an id
 */
public interface AuxiliaryDriver<X> extends Driver<AuxiliaryDevice, AuxiliaryId, X> {}
