package dev.ferrite.nova;

import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;
import java.lang.foreign.MemorySegment;

/**
 * The DRM device's private data.
 *
 * @param auxiliary the auxiliary device it is made of, as upstream; keeps its parent, the card, and so the VRAM
 * @param vram where buffers come from
 * @param gpu what {@link NovaInfo} tells, read-only
 */
record NovaData(ARef<AuxiliaryDevice> auxiliary, Vram vram, MemorySegment gpu) {
    static NovaData of(AuxiliaryDevice auxiliary, Vram vram) {
        MemorySegment gpu = NovaInfo.gpu(auxiliary.name(), vram.size());
        return new NovaData(ARef.from(auxiliary), vram, gpu);
    }
}
