package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.offheap.linux.Linux;

/** The nova device of this process, through its render node. */
final class NovaGpu extends Gpu {
    NovaGpu(String name) {
        super(name);
    }

    @Override
    DrmNode open() {
        return EmulatedNode.open(name(), Linux.O_RDWR | Linux.O_CLOEXEC);
    }

    @Override
    GpuClient client(DrmNode node) {
        return new NovaGpuClient(node);
    }
}
