package dev.ferrite.drm.hardware;

import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import java.nio.file.Path;

/** The kernel's vgem. */
final class RealVgem {
    private RealVgem() {}

    /** Its card node, opened. */
    static KernelNode open() {
        for (Path path : KernelNodes.list()) {
            KernelNode node = KernelNode.open(path);
            if (DrmVersion.of(node).name().equals("vgem")
                    && path.getFileName().toString().startsWith("card")) {
                return node;
            }
            node.close();
        }
        throw new AssertionError("no vgem among " + KernelNodes.list());
    }
}
