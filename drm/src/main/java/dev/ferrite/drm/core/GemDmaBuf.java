package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBufExporter;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/**
 * A GEM object as the exporter of a dma-buf: keeps the object, its device, the module of the driver, and who exported it
 * first.
 */
record GemDmaBuf(GemObject<?> object, FileSecurity security) implements DmaBufExporter {
    /** Takes the references. The caller is a file, which holds the module. */
    static GemDmaBuf of(GemObject<?> object, FileSecurity exporter) {
        if (!object.device().getOwner()) {
            throw new ErrnoException(Errno.ENOENT, "export from " + object.device() + ": the driver's module is going");
        }
        object.device().incRef();
        object.incRef();
        return new GemDmaBuf(object, exporter.dup());
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public DmaResv resv() {
        return object.resv();
    }

    @Override
    public int pages() {
        return object.pages();
    }

    @Override
    public void release() {
        security.release();
        Device<?> device = object.device();
        object.decRef();
        device.decRef();
        device.putOwner();
    }
}
