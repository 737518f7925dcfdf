package dev.ferrite.drm.dmabuf;

import dev.ferrite.drm.resv.DmaResv;

/** Who made a {@link DmaBuf}, and what it keeps alive. */
public interface DmaBufExporter {
    /**
     * The buffer's length.
     *
     * @return bytes, a multiple of the page size
     */
    long size();

    /**
     * The buffer's fences.
     *
     * @return always the same one
     */
    DmaResv resv();

    /**
     * The buffer's memory, for whoever imports it or maps the descriptor: {@code dma_buf_attach} and {@code dma_buf_mmap}.
     *
     * @return a file that is open for reading and writing, cannot shrink, and holds the buffer from its first byte on; it stays
     *     the exporter's. {@code -ENOSYS} if there is no memory that others could be shown; else {@code -errno}
     */
    int pages();

    /** Drops what the buffer kept alive; called once, after its last reference is gone, without any lock held. */
    void release();
}
