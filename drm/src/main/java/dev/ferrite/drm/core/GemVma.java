package dev.ferrite.drm.core;

import org.jspecify.annotations.Nullable;

/**
 * One mapping of an object: the counterpart of a {@code vm_area_struct} of a DRM file.
 *
 * <p>Owns a reference on the object and one on the file, so it survives the handle, the close of the node, and the
 * device. Whoever made it unmaps it, once.
 */
public final class GemVma {
    private final DrmFile<?> file;
    private final GemObject<?> object;
    private final long address;
    private final long length;
    private final int protection;

    // Guarded by the lock of GemMaps.
    boolean mapped = true;

    @Nullable
    GemVma previous;

    @Nullable
    GemVma next;

    GemVma(DrmFile<?> file, GemObject<?> object, long address, long length, int protection) {
        this.file = file;
        this.object = object;
        this.address = address;
        this.length = length;
        this.protection = protection;
    }

    /**
     * Takes the mapping away, and its references. Nobody may touch the pages any more. Does nothing the second time.
     */
    public void unmap() {
        if (file.device().maps().unmap(this)) {
            object.decRef();
            file.put();
        }
    }

    /**
     * The first byte.
     *
     * @return the address
     */
    public long address() {
        return address;
    }

    /**
     * How long it is.
     *
     * @return bytes, a multiple of the page size
     */
    public long length() {
        return length;
    }

    int protection() {
        return protection;
    }
}
