package dev.ferrite.nova;

import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;

/**
 * The DRM device's private data.
 *
 * @param auxiliary the auxiliary device it is made of, as upstream; keeps its parent, the card, and so the VRAM
 * @param vram where buffers come from
 */
record NovaData(ARef<AuxiliaryDevice> auxiliary, Vram vram) {}
