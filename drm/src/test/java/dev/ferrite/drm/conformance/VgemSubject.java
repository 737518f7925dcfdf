package dev.ferrite.drm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.offheap.linux.Linux;
import org.jspecify.annotations.Nullable;

/** The second emulated driver, as the kernel has it or with sync objects. */
record VgemSubject(NodeType type, boolean syncobj) implements Subject {
    @Override
    public boolean privileged() {
        return false;
    }

    @Override
    public Traits traits() {
        return new Traits("vgem", true, false, syncobj, Traits.Dumb.ANY_DEPTH, Bench.EOPNOTSUPP, Bench.EACCES);
    }

    @Override
    public Session begin() {
        Vgem vgem = syncobj ? Vgem.withSyncobjs() : Vgem.asTheKernel();
        return new Session() {
            private @Nullable EmulatedNode card;

            @Override
            public DrmNode open(int flags) {
                return EmulatedNode.open(type == NodeType.PRIMARY ? vgem.card() : vgem.render(), flags);
            }

            @Override
            public int create(DrmNode node, int pages) {
                if (type == NodeType.PRIMARY) {
                    return Calls.createDumb(node, 1024, pages, 32, 0).handle();
                }
                // Clients of render nodes get plain buffers from somebody who has the card.
                if (card == null) {
                    card = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                }
                try (DumbBuffer buffer = DumbBuffer.create(card, 1024, pages, 32);
                        PrimeFd fd = buffer.gem().exportPrime()) {
                    return Bench.importFd(node, fd.fd());
                }
            }

            @Override
            public void close() {
                if (card != null) {
                    card.close();
                }
                vgem.close();
                assertThat(Bench.live()).isEqualTo(Bench.nothing());
            }
        };
    }

    @Override
    public String toString() {
        return "emulated vgem " + (type == NodeType.PRIMARY ? "card" : "render") + (syncobj ? ", sync objects" : "");
    }
}
