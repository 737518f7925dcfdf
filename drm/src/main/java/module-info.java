/**
 * The third floor: a DRM core in Java, its VRAM backends, and the client side that uses it.
 *
 * <p>Needs no flag of its own. {@code dev.ferrite.drm.image} needs {@code java.desktop}, and views as Agrona's buffers need Agrona,
 * only of those who use them.
 */
module dev.ferrite.drm {
    requires static java.desktop;
    requires static org.agrona;
    requires static org.jspecify;
    requires transitive dev.ferrite.locks;
    requires transitive dev.ferrite.offheap;
    requires transitive dev.ferrite.runtime;

    exports dev.ferrite.drm.client;
    exports dev.ferrite.drm.core;
    exports dev.ferrite.drm.dmabuf;
    exports dev.ferrite.drm.format;
    exports dev.ferrite.drm.image;
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
