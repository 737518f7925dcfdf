package dev.ferrite.drm.client;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.offheap.linux.Linux;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The other process of {@link PrimeProcessTest}: exports a buffer, and answers questions about it line by line. */
final class PrimeProcessScenario {
    private PrimeProcessScenario() {}

    public static void main(String[] args) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR)) {
            DumbBuffer buffer = DumbBuffer.create(node, 1024, 2, 32);
            GemMapping map = buffer.map();
            map.segment().set(ValueLayout.JAVA_LONG, 4096, 42);
            PrimeFd fd = buffer.gem().exportPrime();
            System.out.println(fd.fd());
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(
                        switch (question) {
                            case "content" -> map.segment().get(ValueLayout.JAVA_LONG, 4096);
                            case "forget" -> {
                                map.close();
                                buffer.close();
                                fd.close();
                                yield "forgotten";
                            }
                            case "objects" -> {
                                DmaBuf.reclaim();
                                yield DrmLive.now().objects();
                            }
                            default -> throw new IllegalArgumentException(question);
                        });
            }
        }
    }
}
