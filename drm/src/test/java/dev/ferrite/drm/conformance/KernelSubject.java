package dev.ferrite.drm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A node of a real driver. */
record KernelSubject(Path path, Traits traits, boolean privileged) implements Subject {
    private static final long CAP_SYS_ADMIN = 1L << 21;

    static KernelSubject of(Path path) {
        try (KernelNode node = KernelNode.open(path)) {
            return new KernelSubject(path, Traits.of(DrmVersion.of(node).name()), isPrivileged());
        }
    }

    private static boolean isPrivileged() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("CapEff:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & CAP_SYS_ADMIN) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public NodeType type() {
        return path.getFileName().toString().startsWith("card") ? NodeType.PRIMARY : NodeType.RENDER;
    }

    @Override
    public boolean namesClients() {
        Matcher version = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(System.getProperty("os.version"));
        if (!version.matches()) {
            throw new AssertionError("no version of Linux: " + System.getProperty("os.version"));
        }
        int major = Integer.parseInt(version.group(1));
        return major > 6 || (major == 6 && Integer.parseInt(version.group(2)) >= 13);
    }

    @Override
    public Session begin() {
        long fds = Fd.live();
        long mappings = Mapping.live();
        return new Session() {
            private @Nullable KernelNode card;

            @Override
            public DrmNode open(int flags) {
                return KernelNode.open(path, flags);
            }

            @Override
            public int create(DrmNode node, int pages) {
                if (traits.dumb() == Traits.Dumb.NONE) {
                    return 0;
                }
                if (type() == NodeType.PRIMARY) {
                    return DumbCall.create(node, 1024, pages, 32).handle();
                }
                if (card == null) {
                    card = KernelNode.open(cardOfThisDevice());
                }
                return Calls.createThrough(card, node, pages);
            }

            @Override
            public @Nullable PrimeFd foreign(int pages) {
                for (Path other : KernelNodes.list()) {
                    try (KernelNode node = KernelNode.open(other)) {
                        if (!DrmVersion.of(node).name().equals("virtio_gpu")
                                || traits.driver().equals("virtio_gpu")) {
                            continue;
                        }
                        try (DumbBuffer buffer = DumbBuffer.create(node, 1024, pages, 32)) {
                            return buffer.gem().exportPrime();
                        }
                    }
                }
                return null;
            }

            @Override
            public void close() {
                if (card != null) {
                    card.close();
                }
                assertThat(Fd.live()).as("descriptors").isEqualTo(fds);
                assertThat(Mapping.live()).as("mappings").isEqualTo(mappings);
            }
        };
    }

    private Path cardOfThisDevice() {
        Path nodes = Path.of("/sys/class/drm", path.getFileName().toString(), "device/drm");
        return KernelNodes.FOLDER.resolve(KernelNodes.list(nodes).getFirst().getFileName()); // cards come first
    }

    @Override
    public String toString() {
        return path + " " + traits.driver();
    }
}
