package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.Bench.PAGE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import org.junit.jupiter.api.Test;

/** Buffers that leave their file. */
class PrimeConformanceTest extends Conformance {
    private static final int FLAGS = DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR;

    private PrimeFd export(DrmNode node, int handle) {
        return closing(PrimeFd.adopt(Bench.exportFd(node, handle, FLAGS)));
    }

    @Test
    void whatIsNoHandleNoFlagNoFdNoDmaBuf() {
        DrmNode node = node();
        assertThat(Bench.exportFd(node, 77, FLAGS)).isEqualTo(ENOENT);
        assertThat(Bench.exportFd(node, 77, 1)).as("flags first").isEqualTo(EINVAL);
        assertThat(Bench.importFd(node, -1)).isEqualTo(EBADF);
        try (Fd other = Fd.own(Linux.memfdCreate("no-dma-buf", Linux.MFD_CLOEXEC), "memfd")) {
            assertThat(Bench.importFd(node, other.value())).isEqualTo(EINVAL);
        }
    }

    @Test
    void importIntoTheSameFileIsTheOriginalHandle() {
        onlyKnown();
        DrmNode node = node();
        int handle = object(node, 2);
        PrimeFd fd = export(node, handle);
        assertThat(fd.size()).isEqualTo(2 * PAGE);
        assertThat(Bench.importFd(node, fd.fd())).isEqualTo(handle);
        assertThat(Bench.importFd(node, export(node, handle).fd()))
                .as("by another fd")
                .isEqualTo(handle);
        assertThat(Bench.gemClose(node, handle)).isZero();
        assertThat(Bench.gemClose(node, handle)).as("there was one").isEqualTo(EINVAL);
        assertThat(Bench.importFd(node, fd.fd())).as("lowest free").isEqualTo(handle);
    }

    @Test
    void importIntoASecondFileIsOneHandleOfItsOwn() {
        onlyKnown();
        DrmNode node = node();
        object(node, 1);
        int handle = object(node, 1);
        long mine = offset(node, handle);
        PrimeFd fd = export(node, handle);
        DrmNode second = node();
        int imported = Bench.importFd(second, fd.fd());
        assertThat(imported).isEqualTo(1);
        assertThat(Bench.importFd(second, fd.fd())).as("the same again").isEqualTo(imported);
        GemMapping here = closing(node.mmap(mine, PAGE, Calls.RW, true));
        GemMapping there = closing(second.mmap(offset(second, imported), PAGE, Calls.RW, true));
        here.segment().set(JAVA_LONG, 16, 99);
        assertThat(there.segment().get(JAVA_LONG, 16)).isEqualTo(99);
    }

    @Test
    void descriptorAloneKeepsTheContent() {
        onlyKnown();
        DrmNode node = node();
        int handle = object(node, 1);
        try (GemMapping map = node.mmap(offset(node, handle), PAGE, Calls.RW, true)) {
            map.segment().set(JAVA_LONG, 0, 7);
        }
        PrimeFd fd = export(node, handle);
        node.close();
        DrmNode second = node();
        GemBuffer imported = closing(GemBuffer.importPrime(second, fd));
        assertThat(closing(imported.mapConfined()).segment().get(JAVA_LONG, 0)).isEqualTo(7);
    }

    /** The trap that hit others: an import returns the handle one has, and one close must not free the other's. */
    @Test
    void ownersOfOneHandleCloseItOnce() {
        onlyKnown();
        DrmNode node = node();
        GemBuffer original = closing(GemBuffer.adopt(node, object(node, 1), PAGE));
        int handle = original.handle();
        try (PrimeFd fd = original.exportPrime();
                GemBuffer imported = GemBuffer.importPrime(node, fd)) {
            assertThat(imported.handle()).isEqualTo(original.handle());
        }
        try (PrimeFd alive = original.exportPrime()) {
            assertThat(alive.size()).isEqualTo(PAGE);
        }
        original.close();
        assertThat(node.owners().size()).isZero();
        assertThat(object(node, 1)).as("the number is free").isEqualTo(handle);
    }

    /** Whether this driver makes objects of the buffers of others; vgem does. */
    private void onlyImporters() {
        assumeTrue(traits().driver().equals("vgem"), () -> traits().driver() + " takes no buffers of others");
    }

    @Test
    void foreignBufferIsEinvalWithoutAnImporter() {
        onlyKnown();
        assumeTrue(
                traits().driver().equals("testdrv") || traits().driver().equals("bochs-drm"),
                () -> traits().driver() + " has an importer");
        assertThat(Bench.importFd(node(), foreign(1).fd())).isEqualTo(EINVAL);
    }

    @Test
    void foreignBufferBecomesAnObjectOfTheSameMemory() {
        onlyImporters();
        DrmNode node = node();
        object(node, 1);
        PrimeFd foreign = foreign(3);
        int handle = Bench.importFd(node, foreign.fd());
        assertThat(handle).as("lowest free").isPositive();
        assertThat(Bench.importFd(node, foreign.fd())).as("the same again").isEqualTo(handle);
        try (Mapping map = foreign.map()) {
            map.segment().set(JAVA_LONG, 2 * PAGE, 4711);
        }
        PrimeFd again = export(node, handle);
        assertThat(again.size()).isEqualTo(3 * PAGE);
        assertThat(Linux.fstat(again.fd()).inode())
                .as("the buffer that was imported")
                .isEqualTo(Linux.fstat(foreign.fd()).inode());
        try (Mapping map = again.map()) {
            assertThat(map.segment().get(JAVA_LONG, 2 * PAGE)).isEqualTo(4711);
        }
        assertThat(Bench.gemClose(node, handle)).isZero();
        assertThat(Bench.importFd(node, foreign.fd())).as("anew").isEqualTo(handle);
    }

    @Test
    void foreignBufferIsAnObjectInEachFile() {
        onlyImporters();
        DrmNode node = node();
        object(node, 1);
        PrimeFd foreign = foreign(1);
        DrmNode second = node();
        int here = Bench.importFd(node, foreign.fd());
        int there = Bench.importFd(second, foreign.fd());
        assertThat(here).isPositive();
        assertThat(there).isEqualTo(1);
        assertThat(Bench.importFd(second, export(node, here).fd()))
                .as("through the first file")
                .isEqualTo(there);
        node.close();
        foreign.close();
        assertThat(export(second, there).size()).as("kept by the second file").isEqualTo(PAGE);
    }

    @Test
    void importedObjectsHaveNoOffsetButANameEach() {
        onlyImporters();
        DrmNode node = node();
        PrimeFd foreign = foreign(1);
        int handle = Bench.importFd(node, foreign.fd());
        assertThat(Bench.mapDumb(node, handle)).isEqualTo(isCard() ? EINVAL : EACCES);
        if (isCard()) {
            int name = Bench.flink(node, handle);
            assertThat(name).isPositive();
            assertThat(Bench.gemOpen(node, name)).isPositive().isNotEqualTo(handle);
        }
    }

    @Test
    void descriptorItselfCanBeMapped() {
        onlyKnown();
        assumeTrue(
                !traits().driver().equals("testdrv"),
                "video memory of the core in this process is not shown to others");
        DrmNode node = node();
        int handle = object(node, 2);
        PrimeFd fd = export(node, handle);
        try (Mapping one = fd.map();
                Mapping two = export(node, handle).map()) {
            one.segment().set(JAVA_LONG, PAGE, 815);
            assertThat(two.segment().get(JAVA_LONG, PAGE)).isEqualTo(815);
            assertThat(Bench.gemClose(node, handle)).isZero();
            assertThat(one.segment().get(JAVA_LONG, PAGE))
                    .as("without the handle")
                    .isEqualTo(815);
        }
    }

    @Test
    void betweenDriversAsTheKernelAnswered() {
        assumeTrue(subject() instanceof KernelSubject, "for real drivers: a buffer of this process's core stays in it");
        DrmNode node = node();
        int handle = object(node, 1);
        PrimeFd fd = export(node, handle);
        int asked = 0;
        for (Subject other : Subjects.real()) {
            Integer expected = other.traits().importOf(traits().driver());
            if (expected != null) {
                try (Subject.Session session = other.begin();
                        DrmNode importer = session.open()) {
                    int result = Bench.importFd(importer, fd.fd());
                    assertThat(Math.min(result, 0)).as("into %s", other).isEqualTo(expected);
                    asked++;
                }
            }
        }
        assumeTrue(asked > 0, "no other driver here whose answer is known");
    }
}
