package dev.ferrite.nova;

import dev.ferrite.drm.vram.Vram;

/**
 * The device's private data: upstream a reference to the auxiliary device, here its parent and the VRAM as well.
 *
 * @param parent who answers for the BAR
 * @param vram where buffers come from; closed when the last device reference is dropped
 */
record NovaData(NovaParent parent, Vram vram) {}
