package dev.ferrite.drm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.offheap.linux.Linux;
import org.jspecify.annotations.Nullable;

/** A node of this process's vgem, of which the very same is expected as of the kernel's. */
record EmulatedVgemSubject(NodeType type, boolean syncobjs) implements Subject {
    @Override
    public Traits traits() {
        Traits vgem = Traits.of("vgem");
        return syncobjs ? vgem.withSyncobjs() : vgem;
    }

    @Override
    public boolean privileged() {
        return true;
    }

    @Override
    public Session begin() {
        Vgem vgem = syncobjs ? Vgem.withSyncobjs() : Vgem.asTheKernel();
        return new Session() {
            private @Nullable EmulatedNode card;

            @Override
            public DrmNode open(int flags) {
                String name = type == NodeType.PRIMARY ? vgem.card() : vgem.render();
                return EmulatedNode.open(name, flags, Caller.privileged());
            }

            @Override
            public int create(DrmNode node, int pages) {
                if (type == NodeType.PRIMARY) {
                    return DumbCall.create(node, 1024, pages, 32).handle();
                }
                if (card == null) {
                    card = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                }
                return Calls.createThrough(card, node, pages);
            }

            @Override
            public PrimeFd foreign(int pages) {
                return export(pages);
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

    /** A buffer of another vgem, which is gone but for that. */
    static PrimeFd export(int pages) {
        try (Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                DumbBuffer buffer = DumbBuffer.create(node, 1024, pages, 32)) {
            return buffer.gem().exportPrime();
        }
    }

    @Override
    public String toString() {
        return "emulated vgem " + (type == NodeType.PRIMARY ? "card" : "render") + (syncobjs ? ", sync objects" : "");
    }
}
