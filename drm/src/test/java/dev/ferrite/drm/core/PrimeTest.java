package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.8 and the PRIME rows of the kernel's answers. */
class PrimeTest {
    private static final int FLAGS = DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR;

    private Bench bench;
    private EmulatedNode node;
    private EmulatedNode other;
    private final List<Integer> fds = new ArrayList<>();

    @BeforeEach
    void setUp() {
        bench = new Bench();
        node = bench.openRender();
        other = bench.openRender();
    }

    @AfterEach
    void tearDown() {
        fds.forEach(Linux::close);
        other.close();
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
    }

    private int export(int handle) {
        int fd = Bench.exportFd(node, handle, FLAGS);
        assertThat(fd).isNotNegative();
        fds.add(fd);
        return fd;
    }

    @Test
    void badArgumentsHaveTheKernelsAnswers() {
        int handle = Bench.create(node, 1);
        assertThat(Bench.exportFd(node, 99, FLAGS)).isEqualTo(ENOENT);
        assertThat(Bench.exportFd(node, handle, 1)).isEqualTo(EINVAL);
        assertThat(Bench.exportFd(node, 99, 1)).as("flags first").isEqualTo(EINVAL);
        assertThat(Bench.importFd(node, -1)).isEqualTo(EBADF);
        assertThat(Bench.importFd(node, 1_000_000)).isEqualTo(EBADF);
        int memfd = Linux.memfdCreate("not a dma-buf", 0);
        fds.add(memfd);
        assertThat(Bench.importFd(node, memfd)).isEqualTo(EINVAL);
    }

    @Test
    void exportsOfOneObjectAreOneBuffer() {
        int handle = Bench.create(node, 3 * Bench.PAGE);
        int one = export(handle);
        int two = export(handle);
        assertThat(one).isNotEqualTo(two);
        Linux.FileStat first = Linux.fstat(one);
        Linux.FileStat second = Linux.fstat(two);
        assertThat(first.inode()).isEqualTo(second.inode());
        assertThat(first.device()).isEqualTo(second.device());
        assertThat(first.size()).isEqualTo(3 * Bench.PAGE);
        assertThat(Bench.live().dmaBufs()).isEqualTo(1);
        int different = export(Bench.create(node, 1));
        assertThat(Linux.fstat(different).inode()).isNotEqualTo(first.inode());
    }

    @Test
    void flagsAreThoseOfTheDescriptor() {
        int handle = Bench.create(node, 1);
        int readOnly = Bench.exportFd(node, handle, 0);
        int writable = Bench.exportFd(node, handle, DrmH.DRM_RDWR);
        fds.add(readOnly);
        fds.add(writable);
        assertThat(Linux.fcntl(readOnly, Linux.F_GETFL, 0) & 3).isEqualTo(Linux.O_RDONLY);
        assertThat(Linux.fcntl(writable, Linux.F_GETFL, 0) & 3).isEqualTo(Linux.O_RDWR);
        int getFd = 1;
        assertThat(Linux.fcntl(writable, getFd, 0)).as("not close-on-exec").isZero();
        int closeOnExec = export(handle);
        assertThat(Linux.fcntl(closeOnExec, getFd, 0)).isEqualTo(1);
        assertThat(Linux.ftruncate(closeOnExec, 1)).as("sealed").isEqualTo(-1);
    }

    @Test
    void importOfTheOwnExportIsTheSameHandle() {
        int handle = Bench.create(node, 1);
        int fd = export(handle);
        assertThat(Bench.importFd(node, fd)).isEqualTo(handle);
        int duplicate = Linux.dup(fd);
        fds.add(duplicate);
        assertThat(Bench.importFd(node, duplicate)).isEqualTo(handle);
        assertThat(Bench.live().handles()).as("no extra handle").isEqualTo(1);
    }

    @Test
    void importInAnotherFileIsANewHandleThenTheSame() {
        Bench.create(other, 1);
        int fd = export(Bench.create(node, 2 * Bench.PAGE));
        int imported = Bench.importFd(other, fd);
        assertThat(imported).isEqualTo(2);
        assertThat(Bench.importFd(other, fd)).isEqualTo(2);
        assertThat(Bench.info(other, imported)).isEqualTo(2 * Bench.PAGE);
        int again = Bench.exportFd(other, imported, FLAGS);
        fds.add(again);
        assertThat(Linux.fstat(again).inode())
                .as("exported again it is the same buffer")
                .isEqualTo(Linux.fstat(fd).inode());
    }

    @Test
    void handleThatWasClosedIsMadeAnew() {
        int handle = Bench.create(node, 1);
        int fd = export(handle);
        Bench.gemClose(node, handle);
        Bench.create(node, 1);
        int again = Bench.importFd(node, fd);
        assertThat(again).as("the lowest free").isEqualTo(2);
        assertThat(Bench.importFd(node, fd)).isEqualTo(2);
    }

    @Test
    void twoHandlesOfOneObjectShareTheBuffer() {
        try (EmulatedNode card = bench.openCard()) {
            int first = Bench.create(card, 1);
            int second = Bench.gemOpen(card, Bench.flink(card, first));
            int fd = Bench.exportFd(card, second, FLAGS);
            fds.add(fd);
            assertThat(Bench.importFd(card, fd)).as("the one that was exported").isEqualTo(second);
            int fdOfFirst = Bench.exportFd(card, first, FLAGS);
            fds.add(fdOfFirst);
            assertThat(Linux.fstat(fdOfFirst).inode()).isEqualTo(Linux.fstat(fd).inode());
            Bench.gemClose(card, second);
            assertThat(Bench.importFd(card, fd)).isEqualTo(first);
        }
    }

    @Test
    void descriptorAloneKeepsTheContent() {
        int fd;
        try (GemBuffer buffer = GemBuffer.adopt(node, Bench.create(node, Bench.PAGE), Bench.PAGE);
                GemMapping mapping = buffer.mapConfined()) {
            mapping.segment().set(ValueLayout.JAVA_LONG, 8, 0x1234_5678L);
            fd = export(buffer.handle());
        }
        node.close();
        assertThat(Bench.live().objects()).isEqualTo(1);
        int handle = Bench.importFd(other, fd);
        try (GemBuffer buffer = GemBuffer.adopt(other, handle, Bench.PAGE);
                GemMapping mapping = buffer.mapConfined()) {
            assertThat(mapping.segment().get(ValueLayout.JAVA_LONG, 8)).isEqualTo(0x1234_5678L);
        }
    }

    @Test
    void descriptorKeepsObjectAndDeviceAfterEverythingElse() {
        int handle = Bench.create(node, 1);
        int fd = export(handle);
        node.close();
        other.close();
        bench.close();
        assertThat(Bench.live().devices()).isEqualTo(1);
        assertThat(Bench.live().objects()).isEqualTo(1);
        assertThat(bench.test.log).doesNotContain("release");
        Linux.close(fd);
        fds.clear();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.log).endsWith("free object3", "release");
    }

    @Test
    void foreignDeviceIsEinval() {
        int fd = export(Bench.create(node, 1));
        try (Bench second = new Bench();
                EmulatedNode foreign = second.openRender()) {
            assertThat(Bench.importFd(foreign, fd)).isEqualTo(EINVAL);
        }
    }

    @Test
    void openHookErrorAtImportLeavesNothing() {
        int fd = export(Bench.create(node, 1));
        bench.test.objectOpenError = -1;
        assertThat(Bench.importFd(other, fd)).isEqualTo(-1);
        bench.test.objectOpenError = 0;
        assertThat(Bench.importFd(other, fd)).isEqualTo(1);
    }

    @Test
    void descriptorClosedBehindOurBackIsReclaimed() {
        int handle = Bench.create(node, 1);
        int fd = export(handle);
        int duplicate = Linux.dup(fd);
        Bench.gemClose(node, handle);
        Linux.close(fd);
        fds.clear();
        assertThat(Bench.live().dmaBufs()).as("the duplicate keeps it").isEqualTo(1);
        assertThat(Bench.importFd(other, duplicate)).isEqualTo(1);
        Linux.close(duplicate);
        assertThat(Bench.live().dmaBufs()).as("the file's entry keeps it").isEqualTo(1);
        Bench.gemClose(other, 1);
        assertThat(Bench.live().dmaBufs()).isZero();
        assertThat(Bench.live().objects()).isZero();
    }

    @Test
    void manyForgottenDescriptorsDoNotPileUp() {
        for (int i = 0; i < 500; i++) {
            int handle = Bench.create(node, 1);
            int fd = Bench.exportFd(node, handle, FLAGS);
            assertThat(fd).isNotNegative();
            Linux.close(fd);
            Bench.gemClose(node, handle);
            assertThat(Live.DMA_BUFS.get()).isLessThan(200);
        }
    }

    @Test
    void baseObjectsExportToo() {
        int handle = Bench.createBase(node, 1);
        int fd = export(handle);
        assertThat(Bench.importFd(other, fd)).isEqualTo(1);
    }
}
