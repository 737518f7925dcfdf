package dev.ferrite.drm.client;

import dev.ferrite.offheap.view.AgronaBuffers;
import org.agrona.concurrent.UnsafeBuffer;

/** A mapping as Agrona's buffer, for users who have Agrona; what that means and needs: {@link AgronaBuffers}. */
@SuppressWarnings("exports") // who calls this has Agrona; drm cannot require it of everybody
public final class GemAgrona {
    private GemAgrona() {}

    /**
     * A view of a mapping's pages.
     *
     * @param mapping is open, and writable: Agrona's buffer does not know read-only memory
     * @return a new buffer over all of it, emptied when the mapping is closed
     * @throws IllegalStateException if it is closed, or Agrona cannot be used
     * @throws IllegalArgumentException above 2 GiB - 1, or read-only
     */
    public static UnsafeBuffer of(GemMapping mapping) {
        return AgronaBuffers.of(mapping.mapping());
    }
}
