/**
 * The third floor: a DRM core in Java, its VRAM backends, and the client side that uses it.
 *
 * <p>Needs no flag of its own.
 */
module dev.ferrite.drm {
    requires dev.ferrite.runtime;
    requires static org.jspecify;
    requires transitive dev.ferrite.locks;
    requires transitive dev.ferrite.offheap;

    exports dev.ferrite.drm.client;
    exports dev.ferrite.drm.core;
    exports dev.ferrite.drm.dmabuf;
    exports dev.ferrite.drm.fence;
    exports dev.ferrite.drm.ioctl;
    exports dev.ferrite.drm.resv;
    exports dev.ferrite.drm.stats;
    exports dev.ferrite.drm.syncfile;
    exports dev.ferrite.drm.syncobj;
    exports dev.ferrite.drm.uaccess;
    exports dev.ferrite.drm.uapi;
    exports dev.ferrite.drm.vgem;
    exports dev.ferrite.drm.vram;
}
