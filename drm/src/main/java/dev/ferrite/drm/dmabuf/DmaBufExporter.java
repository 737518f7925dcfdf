package dev.ferrite.drm.dmabuf;

/** Who made a {@link DmaBuf}, and what it keeps alive. */
public interface DmaBufExporter {
    /**
     * The buffer's length.
     *
     * @return bytes, a multiple of the page size
     */
    long size();

    /** Drops what the buffer kept alive; called once, after its last reference is gone, without any lock held. */
    void release();
}
