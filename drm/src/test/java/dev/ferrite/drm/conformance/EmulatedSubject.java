package dev.ferrite.drm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.testing.Bench;

/** A node of this process's core, on a new device for each test. */
record EmulatedSubject(NodeType type, boolean privileged) implements Subject {
    @Override
    public Traits traits() {
        return Traits.EMULATED;
    }

    @Override
    public Session begin() {
        Bench bench = new Bench();
        bench.test.logging = false;
        Caller caller = privileged ? Caller.privileged() : Caller.unprivileged();
        String name = type == NodeType.PRIMARY ? bench.card : bench.render;
        return new Session() {
            @Override
            public DrmNode open(int flags) {
                return EmulatedNode.open(name, flags, caller);
            }

            @Override
            public int create(DrmNode node, int pages) {
                return Bench.create(node, pages * Bench.PAGE);
            }

            @Override
            public PrimeFd foreign(int pages) {
                return EmulatedVgemSubject.export(pages);
            }

            @Override
            public void close() {
                bench.close();
                assertThat(Bench.live()).isEqualTo(Bench.nothing());
            }
        };
    }

    @Override
    public String toString() {
        return "emulated " + (type == NodeType.PRIMARY ? "card" : "render") + (privileged ? ", privileged" : "");
    }
}
