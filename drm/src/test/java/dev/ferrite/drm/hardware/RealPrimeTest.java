package dev.ferrite.drm.hardware;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.VgemCalls;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.drm.vgem.VgemFenceAttach;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Buffers of the kernel's vgem in the emulated one: same pages, same lifetime, and the way back. */
@EnabledIfSystemProperty(named = "hardware", matches = "true", disabledReason = "for the machine with known devices")
class RealPrimeTest {
    private static final long A_MINUTE = 60_000_000_000L;

    @AfterEach
    void nothingIsLeft() {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private static EmulatedNode open(Vgem vgem) {
        return EmulatedNode.open(vgem.card(), Linux.O_RDWR);
    }

    /** An imported buffer is mapped by its descriptor: MAP_DUMB refuses it, here as there. */
    @Test
    void pagesAreTheSame() {
        try (KernelNode real = RealVgem.open();
                DumbBuffer buffer = DumbBuffer.create(real, 1024, 2, 32);
                GemMapping there = buffer.map();
                PrimeFd fd = buffer.gem().exportPrime();
                Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = open(vgem);
                GemBuffer imported = GemBuffer.importPrime(node, fd);
                PrimeFd again = imported.exportPrime();
                Mapping here = again.map()) {
            assertThat(imported.size()).isEqualTo(buffer.size()).isEqualTo(8192);
            assertThat(Bench.mapDumb(node, imported.handle())).isEqualTo(Bench.EINVAL);
            there.segment().set(JAVA_LONG, 4096, 0x1122334455667788L);
            assertThat(here.segment().get(JAVA_LONG, 4096)).isEqualTo(0x1122334455667788L);
            here.segment().set(JAVA_LONG, 8184, 42);
            assertThat(there.segment().get(JAVA_LONG, 8184)).isEqualTo(42);
        }
    }

    @Test
    void bufferOutlivesWhoMadeIt() {
        try (Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = open(vgem)) {
            GemBuffer imported;
            try (KernelNode real = RealVgem.open();
                    DumbBuffer buffer = DumbBuffer.create(real, 1024, 1, 32);
                    GemMapping there = buffer.map();
                    PrimeFd fd = buffer.gem().exportPrime()) {
                there.segment().set(JAVA_LONG, 0, 7);
                imported = GemBuffer.importPrime(node, fd);
            }
            try (imported;
                    PrimeFd fd = imported.exportPrime();
                    Mapping here = fd.map()) {
                assertThat(here.segment().get(JAVA_LONG, 0)).isEqualTo(7);
            }
        }
    }

    @Test
    void oneBufferIsOneHandleAndGoesHomeAsTheHandleItWas() {
        try (KernelNode real = RealVgem.open();
                DumbBuffer buffer = DumbBuffer.create(real, 1024, 1, 32);
                PrimeFd fd = buffer.gem().exportPrime();
                PrimeFd again = buffer.gem().exportPrime();
                Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = open(vgem)) {
            int handle = Bench.importFd(node, fd.fd());
            assertThat(handle).isPositive();
            assertThat(Bench.importFd(node, again.fd())).isEqualTo(handle);
            try (GemBuffer imported = GemBuffer.adopt(node, handle, 4096);
                    PrimeFd back = imported.exportPrime()) {
                assertThat(Bench.importFd(real, back.fd()))
                        .as("the kernel knows its own buffer")
                        .isEqualTo(buffer.gem().handle());
                back.beginAccess(true);
                back.endAccess(true);
            }
        }
    }

    /** What was exported here is asked of the kernel, for it knows who else uses the buffer. */
    @Test
    void fencesOfTheRealDriverAreSeen() {
        try (KernelNode real = RealVgem.open();
                DumbBuffer buffer = DumbBuffer.create(real, 1024, 1, 32);
                PrimeFd fd = buffer.gem().exportPrime();
                Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = open(vgem);
                GemBuffer imported = GemBuffer.importPrime(node, fd);
                PrimeFd back = imported.exportPrime()) {
            int number = VgemCalls.attach(real, buffer.gem().handle(), VgemFenceAttach.WRITE);
            assertThat(number).isPositive();
            try (Fence fence = back.exportFence(true)) {
                assertThat(fence.status()).isZero();
                assertThat(VgemCalls.signal(real, number)).isZero();
                assertThat(fence.await(A_MINUTE)).isTrue();
                assertThat(fence.status()).isOne();
            }
        }
    }
}
