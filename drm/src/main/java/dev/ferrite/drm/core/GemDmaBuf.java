package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBufExporter;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/** A GEM object as the exporter of a dma-buf: keeps the object, its device, and the module of the driver. */
record GemDmaBuf(GemObject<?> object) implements DmaBufExporter {
    /** Takes the references. The caller is a file, which holds the module. */
    static GemDmaBuf of(GemObject<?> object) {
        if (!object.device().getOwner()) {
            throw new ErrnoException(Errno.ENOENT, "export from " + object.device() + ": the driver's module is going");
        }
        object.device().incRef();
        object.incRef();
        return new GemDmaBuf(object);
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public void release() {
        Device<?> device = object.device();
        object.decRef();
        device.decRef();
        device.putOwner();
    }
}
