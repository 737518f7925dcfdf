package dev.ferrite.drm.vgem;

import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENODEV;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.VgemCalls.attach;
import static dev.ferrite.drm.testing.VgemCalls.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.drm.testing.SyncCalls;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The second driver: dumb buffers of ordinary memory, fences. */
class VgemTest {
    private static final int ETIMEDOUT = -110;

    @AfterEach
    void nothingIsLeft() {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    @Test
    void answersAsTheKernelsVgem() {
        assertThat(Vgem.FENCE_ATTACH).isEqualTo(0xC0106441);
        assertThat(Vgem.FENCE_SIGNAL).isEqualTo(0x40086442);
        try (Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                EmulatedNode render = EmulatedNode.open(vgem.render(), Linux.O_RDWR)) {
            assertThat(SyncCalls.create(node, 0)).isEqualTo(Bench.EOPNOTSUPP);
            assertThat(node.ioctl(0xC0106440, MemorySegment.NULL))
                    .as("0x40 is unused")
                    .isEqualTo(EINVAL);
            int handle = DumbCall.create(node, 13, 7, 24).handle();
            assertThat(handle).isEqualTo(1);
            assertThat(DumbCall.create(node, 13, 0, 24).result()).isEqualTo(EINVAL);
            assertThat(DumbCall.create(render, 13, 7, 24).result()).isEqualTo(Bench.EACCES);
            assertThat(Bench.mapDumb(render, 1)).isEqualTo(Bench.EACCES);
            try (GemBuffer buffer = GemBuffer.adopt(node, handle, 4096);
                    GemMapping mapping = buffer.map()) {
                mapping.asByteBuffer().put(0, (byte) 7);
                try (GemMapping other = buffer.map()) {
                    assertThat(other.asByteBuffer().get(0)).isEqualTo((byte) 7);
                }
            }
        }
    }

    /** As the kernel's: {@code RealVgemTest} asks it. */
    @Test
    void fenceExpiresWithoutAnError() {
        try (Vgem vgem = Vgem.withPatience(Duration.ofMillis(20));
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                GemBuffer buffer =
                        GemBuffer.adopt(node, DumbCall.create(node, 16, 16, 32).handle(), 4096);
                PrimeFd fd = buffer.exportPrime()) {
            int fence = attach(node, buffer.handle(), VgemFenceAttach.WRITE);
            try (Fence seen = fd.exportFence(true)) {
                assertThat(seen.await(30_000_000_000L)).isTrue();
                assertThat(seen.status()).isOne();
            }
            assertThat(signal(node, fence)).isEqualTo(ETIMEDOUT);
            assertThat(signal(node, fence)).as("once").isEqualTo(ENOENT);
        }
    }

    @Test
    void fenceOfADeviceThatIsGoneEndsWithEnodev() {
        Vgem vgem = Vgem.asTheKernel();
        try (EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                GemBuffer buffer =
                        GemBuffer.adopt(node, DumbCall.create(node, 16, 16, 32).handle(), 4096);
                PrimeFd fd = buffer.exportPrime()) {
            assertThat(attach(node, buffer.handle(), VgemFenceAttach.WRITE)).isOne();
            try (Fence seen = fd.exportFence(true)) {
                assertThat(seen.status()).isZero();
                vgem.close();
                assertThat(seen.isSignaled()).isTrue();
                assertThat(seen.status()).isEqualTo(ENODEV);
            }
        }
    }

    @Test
    void callsAreEnodevAfterTheUnplug() {
        Vgem vgem = Vgem.withSyncobjs();
        try (EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR)) {
            int handle = DumbCall.create(node, 16, 16, 32).handle();
            assertThat(attach(node, handle, VgemFenceAttach.WRITE)).isPositive();
            int object = SyncCalls.create(node, 1);
            assertThat(SyncCalls.await(node, 0, 0, object)).isZero();
            vgem.close();
            vgem.close();
            assertThat(attach(node, handle, 0)).isEqualTo(ENODEV);
            assertThat(signal(node, 1)).isEqualTo(ENODEV);
        }
    }
}
