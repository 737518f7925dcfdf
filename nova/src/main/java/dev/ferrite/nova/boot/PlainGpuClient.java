package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeMapDumb;
import dev.ferrite.nova.boot.report.Operation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The core's calls for plain buffers, which a driver of any make has. The driver says how far rows are apart. */
final class PlainGpuClient implements GpuClient {
    private static final int BITS = 32;

    /** Pixels in a row of a buffer that is no picture: four KiB. */
    private static final int ROW = 1024;

    private final DrmNode node;
    private final MemorySegment getCap;
    private final MemorySegment mapDumb;

    PlainGpuClient(DrmNode node) {
        this.node = node;
        Arena arena = Arena.ofAuto();
        this.getCap = arena.allocate(DrmGetCap.LAYOUT);
        this.mapDumb = arena.allocate(DrmModeMapDumb.LAYOUT);
    }

    @Override
    public DrmNode node() {
        return node;
    }

    @Override
    public String describe() {
        return NovaGpuClient.describe(DrmVersion.of(node)) + ", plain buffers";
    }

    @Override
    public long vramBytes() {
        return 0;
    }

    @Override
    public GemBuffer createBuffer(long bytes) {
        int rows = Math.toIntExact((bytes + 4 * ROW - 1) / (4 * ROW));
        return DumbBuffer.create(node, ROW, rows, BITS).gem();
    }

    @Override
    public Canvas createPicture(int width, int height) {
        DumbBuffer picture = DumbBuffer.create(node, width, height, BITS);
        return new Canvas(picture.gem(), picture.pitch());
    }

    @Override
    public long ask() {
        DrmGetCap.capability(getCap, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
        return node.ioctl(DrmH.DRM_IOCTL_GET_CAP, getCap);
    }

    @Override
    public Operation askedFor() {
        return Operation.GET_CAP;
    }

    @Override
    public long lookUp(int handle) {
        DrmModeMapDumb.handle(mapDumb, handle);
        return node.ioctl(DrmH.DRM_IOCTL_MODE_MAP_DUMB, mapDumb);
    }

    @Override
    public Operation lookedUpBy() {
        return Operation.MAP_DUMB;
    }
}
