package dev.ferrite.drm.hardware;

import static dev.ferrite.drm.testing.Bench.ENOENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.VgemCalls;
import dev.ferrite.drm.vgem.VgemFenceAttach;
import dev.ferrite.offheap.errno.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fences of the real vgem end; takes its ten seconds. */
@EnabledIfSystemProperty(named = "hardware", matches = "true", disabledReason = "for the machine with known devices")
class RealVgemTest {
    private static final long A_MINUTE = 60_000_000_000L;

    @Test
    void fenceExpiresWithoutAnError() {
        try (KernelNode node = RealVgem.open();
                DumbBuffer buffer = DumbBuffer.create(node, 1024, 1, 32);
                PrimeFd fd = buffer.gem().exportPrime()) {
            int number = VgemCalls.attach(node, buffer.gem().handle(), VgemFenceAttach.WRITE);
            assertThat(number).isPositive();
            try (Fence fence = fd.exportFence(true)) {
                assertThat(fence.status()).isZero();
                assertThat(fence.await(A_MINUTE)).isTrue();
                assertThat(fence.status()).isOne();
            }
            assertThat(VgemCalls.signal(node, number)).isEqualTo(Errno.ETIMEDOUT.negated());
            assertThat(VgemCalls.signal(node, number)).as("once").isEqualTo(ENOENT);
        }
    }

    @Test
    void fenceOfAFileThatIsClosedEndsWithoutAnError() {
        KernelNode node = RealVgem.open();
        DumbBuffer buffer = DumbBuffer.create(node, 1024, 1, 32);
        try (PrimeFd fd = buffer.gem().exportPrime()) {
            assertThat(VgemCalls.attach(node, buffer.gem().handle(), VgemFenceAttach.WRITE))
                    .isPositive();
            try (Fence fence = fd.exportFence(true)) {
                buffer.close();
                node.close();
                assertThat(fence.await(A_MINUTE)).isTrue();
                assertThat(fence.status()).isOne();
            }
        }
    }
}
