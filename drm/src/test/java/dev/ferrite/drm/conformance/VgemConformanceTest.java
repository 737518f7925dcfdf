package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EBUSY;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.VgemCalls.attach;
import static dev.ferrite.drm.testing.VgemCalls.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.vgem.VgemFenceAttach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fences of vgem, and how others see them through the dma-buf. */
class VgemConformanceTest extends Conformance {
    private static final int WRITE = VgemFenceAttach.WRITE;
    private static final int FLAGS = DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR;

    @BeforeEach
    void onlyVgem() {
        assumeTrue(traits().driver().equals("vgem"), "for vgem");
    }

    private PrimeFd export(DrmNode node, int handle) {
        return closing(PrimeFd.adopt(Bench.exportFd(node, handle, FLAGS)));
    }

    @Test
    void readersShareAndWritersExclude() {
        DrmNode node = node();
        int handle = object(node, 1);
        int first = attach(node, handle, 0);
        assertThat(first).isEqualTo(1);
        assertThat(attach(node, handle, 0)).as("another reader").isEqualTo(2);
        assertThat(attach(node, handle, WRITE)).isEqualTo(EBUSY);
        assertThat(signal(node, 2)).isZero();
        assertThat(signal(node, 1)).isZero();
        int write = attach(node, handle, WRITE);
        assertThat(write).isPositive();
        assertThat(attach(node, handle, 0)).isEqualTo(EBUSY);
        assertThat(signal(node, write)).isZero();
    }

    @Test
    void numbersAreUsedOnce() {
        DrmNode node = node();
        int handle = object(node, 1);
        for (int expected = 1; expected <= 3; expected++) {
            int fence = attach(node, handle, WRITE);
            assertThat(fence).isEqualTo(expected);
            assertThat(signal(node, fence)).isZero();
            assertThat(signal(node, fence)).as("done with").isEqualTo(ENOENT);
        }
    }

    @Test
    void whatIsNoFenceNoHandleNoFlag() {
        DrmNode node = node();
        int handle = object(node, 1);
        assertThat(signal(node, 0)).isEqualTo(ENOENT);
        assertThat(signal(node, 77)).isEqualTo(ENOENT);
        assertThat(attach(node, handle + 77, 0)).isEqualTo(ENOENT);
        assertThat(attach(node, handle + 77, 2)).as("flags first").isEqualTo(EINVAL);
    }

    @Test
    void fenceShowsInTheBufferUntilItIsSignaled() {
        DrmNode node = node();
        int handle = object(node, 1);
        PrimeFd buffer = export(node, handle);
        int reader = attach(node, handle, 0);
        Fence forReaders = closing(buffer.exportFence(false));
        Fence forWriters = closing(buffer.exportFence(true));
        assertThat(forReaders.isSignaled()).as("readers pass").isTrue();
        assertThat(forWriters.isSignaled()).as("a writer waits").isFalse();
        assertThat(signal(node, reader)).isZero();
        assertThat(forWriters.isSignaled()).isTrue();
    }

    @Test
    void fenceOfOneBufferStandsInTheWayOfAnother() {
        DrmNode node = node();
        int first = object(node, 1);
        int second = object(node, 1);
        int write = attach(node, first, WRITE);
        Fence fence = closing(export(node, first).exportFence(false));
        export(node, second).importFence(fence, true);
        assertThat(attach(node, second, 0)).isEqualTo(EBUSY);
        assertThat(signal(node, write)).isZero();
        assertThat(attach(node, second, 0)).isPositive();
    }

    @Test
    void fencesEndWithTheirFile() {
        DrmNode node = node();
        int handle = object(node, 1);
        PrimeFd buffer = export(node, handle);
        DrmNode other = node();
        int imported = Bench.importFd(other, buffer.fd());
        assertThat(attach(other, imported, WRITE)).isPositive();
        Fence fence = closing(buffer.exportFence(true));
        assertThat(fence.isSignaled()).isFalse();
        other.close();
        assertThat(fence.isSignaled()).isTrue();
        assertThat(attach(node, handle, WRITE)).isPositive();
    }
}
