package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBufExporter;

/** A GEM object as the exporter of a dma-buf: keeps the object and its device, and who exported it first. */
record GemDmaBuf(GemObject<?> object, FileSecurity security) implements DmaBufExporter {
    /** Takes all references. */
    static GemDmaBuf of(GemObject<?> object, FileSecurity exporter) {
        object.device().incRef();
        object.incRef();
        return new GemDmaBuf(object, exporter.dup());
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public void release() {
        security.release();
        Device<?> device = object.device();
        object.decRef();
        device.decRef();
    }
}
