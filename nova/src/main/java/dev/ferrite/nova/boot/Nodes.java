package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;

/** Opens the render node, and tells a device that is gone from one that fails. */
final class Nodes {
    private final String name;

    Nodes(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    DrmNode open() {
        return EmulatedNode.open(name, Linux.O_RDWR | Linux.O_CLOEXEC);
    }

    /** Fails if the device behind a node is gone. */
    void checkAlive(NovaClient nova) throws BootFailure {
        long answer = nova.getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
        if (answer == -Errno.ENODEV.code()) {
            throw disappeared();
        }
        Errno.check(answer, "GETPARAM on " + name);
    }

    /** What a thrown problem means: ENODEV from any call is the device's end. */
    Throwable explain(Throwable problem) {
        return problem instanceof ErrnoException failed && failed.errno() == Errno.ENODEV ? disappeared() : problem;
    }

    private BootFailure disappeared() {
        return new BootFailure("node " + name + " disappeared while it was in use");
    }
}
