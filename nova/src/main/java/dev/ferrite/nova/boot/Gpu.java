package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/** The device a run renders on; tells one that is gone from one that fails. */
abstract class Gpu {
    private final String name;

    Gpu(String name) {
        this.name = name;
    }

    /** What people call its node. */
    String name() {
        return name;
    }

    /** Opens its node once more, for one client. */
    abstract DrmNode open() throws BootFailure;

    /** How one thread speaks to it through an open node. */
    abstract GpuClient client(DrmNode node);

    /** Fails if the device behind a node is gone. */
    final void checkAlive(GpuClient client) throws BootFailure {
        long answer = client.ask();
        if (answer == Errno.ENODEV.negated()) {
            throw disappeared();
        }
        Errno.check(answer, client.askedFor().label() + " on " + name);
    }

    /** What a thrown problem means: ENODEV from any call is the device's end. */
    final Throwable explain(Throwable problem) {
        return problem instanceof ErrnoException failed && failed.errno() == Errno.ENODEV ? disappeared() : problem;
    }

    private BootFailure disappeared() {
        return new BootFailure("node " + name + " disappeared while it was in use");
    }
}
