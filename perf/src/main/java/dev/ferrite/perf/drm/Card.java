package dev.ferrite.perf.drm;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.nova.NovaConfig;
import dev.ferrite.nova.NovaModule;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.module.ModuleLoader;

/** A Nova device with 128 MiB, and a client on its render node. */
final class Card implements AutoCloseable {
    private final NovaModule nova = new NovaModule(NovaConfig.memfd(128L << 20));
    final EmulatedNode node;
    final NovaClient client;

    Card() {
        ModuleLoader.system().load(nova);
        node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
        client = new NovaClient(node);
    }

    GemBuffer buffer(long bytes) {
        return client.createBuffer(bytes);
    }

    @Override
    public void close() {
        node.close();
        ModuleLoader.system().remove(NovaModule.NAME);
    }
}
