package dev.ferrite.nova.examples;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.format.BufferLayout;
import dev.ferrite.drm.format.Fourcc;
import dev.ferrite.drm.image.MappedImage;
import dev.ferrite.drm.image.PngFile;
import dev.ferrite.nova.NovaConfig;
import dev.ferrite.nova.NovaModule;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.module.ModuleLoader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

final class Picture {
    private Picture() {}

    static void draw(Path file) throws IOException {
        NovaModule nova = new NovaModule(NovaConfig.memfd(64 << 20));
        ModuleLoader.system().load(nova);
        BufferLayout layout = BufferLayout.of(Fourcc.XRGB8888, 640, 360, 64);
        try (DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
                GemBuffer buffer = new NovaClient(node).createBuffer(layout.size());
                GemMapping mapping = buffer.mapConfined()) {
            BufferedImage image = MappedImage.over(mapping.segment(), layout);
            image.setRGB(10, 20, 0xFFFF8000);
            PngFile.write(image, file);
        } finally {
            ModuleLoader.system().unload(NovaModule.NAME);
        }
    }
}
