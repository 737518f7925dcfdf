package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.nio.file.Path;

/** A device of a real driver, through one of its nodes: nova's own calls if it is nova, else plain buffers. */
final class KernelGpu extends Gpu {
    private static final String NOVA = "nova";
    private static final int PROBE_SIDE = 64;

    private final Path path;
    private final boolean isNova;

    private KernelGpu(Path path, boolean isNova) {
        super(path.toString());
        this.path = path;
        this.isNova = isNova;
    }

    /** Whether a path for VRAM means a node, there or not, and no file. */
    static boolean isMeantBy(Path path) {
        return path.toAbsolutePath().normalize().startsWith(KernelNodes.FOLDER) || KernelNodes.isDevice(path);
    }

    /** Opens the node once, to find out what it can do. */
    static KernelGpu at(Path path) throws BootFailure {
        try (KernelNode node = openNode(path)) {
            String driver = DrmVersion.of(node).name();
            if (driver.equals(NOVA)) {
                return new KernelGpu(path, true);
            }
            try {
                DumbBuffer.create(node, PROBE_SIDE, PROBE_SIDE, Integer.SIZE).close();
            } catch (ErrnoException e) {
                boolean render = e.errno() == Errno.EACCES;
                throw new BootFailure(
                        "node " + path + " (" + driver + ") makes no plain buffers"
                                + (render
                                        ? ", as no render node does: use the card node of the device"
                                        : ": " + e.errno()),
                        e);
            }
            return new KernelGpu(path, false);
        }
    }

    private static KernelNode openNode(Path path) throws BootFailure {
        try {
            return KernelNode.open(path);
        } catch (ErrnoException e) {
            throw new BootFailure("node " + path + " " + why(e.errno()), e);
        }
    }

    private static String why(Errno errno) {
        if (errno == Errno.ENOENT) {
            return "does not exist";
        }
        if (errno == Errno.ENOTTY) {
            return "is not a DRM node";
        }
        if (errno == Errno.EACCES || errno == Errno.EPERM) {
            return "cannot be opened: permission denied (be in the group that owns it, usually render or video)";
        }
        return "cannot be opened: " + errno + " (" + errno.message() + ")";
    }

    @Override
    DrmNode open() throws BootFailure {
        return openNode(path);
    }

    @Override
    GpuClient client(DrmNode node) {
        return isNova ? new NovaGpuClient(node) : new PlainGpuClient(node);
    }
}
