package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBufExporter;

/** A GEM object as the exporter of a dma-buf: keeps the object and its device. */
record GemDmaBuf(GemObject<?> object) implements DmaBufExporter {
    /** Takes both references. */
    static GemDmaBuf of(GemObject<?> object) {
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
    }
}
