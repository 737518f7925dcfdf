package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.nova.boot.report.Operation;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;

/** Nova's own calls. Rows follow each other without a gap. */
final class NovaGpuClient implements GpuClient {
    private final NovaClient nova;

    NovaGpuClient(DrmNode node) {
        this.nova = new NovaClient(node);
    }

    @Override
    public DrmNode node() {
        return nova.node();
    }

    @Override
    public String describe() {
        long bar = Errno.check(ask(), "GETPARAM on " + node().name());
        return describe(DrmVersion.of(node())) + ", VRAM BAR " + Tables.size(bar);
    }

    static String describe(DrmVersion version) {
        return String.format(
                "%s %d.%d.%d (%s)",
                version.name(), version.major(), version.minor(), version.patchlevel(), version.desc());
    }

    @Override
    public long vramBytes() {
        return Math.max(0, ask());
    }

    @Override
    public GemBuffer createBuffer(long bytes) {
        return nova.createBuffer(bytes);
    }

    @Override
    public Canvas createPicture(int width, int height) {
        return new Canvas(nova.createBuffer(4L * width * height), 4L * width);
    }

    @Override
    public long ask() {
        return nova.getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
    }

    @Override
    public Operation askedFor() {
        return Operation.GETPARAM;
    }

    @Override
    public long lookUp(int handle) {
        return nova.gemInfo(handle);
    }

    @Override
    public Operation lookedUpBy() {
        return Operation.GEM_INFO;
    }
}
