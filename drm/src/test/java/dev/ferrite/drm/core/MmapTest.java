package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeDestroyDumb;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 10.9, the mmap and dumb buffer rows of the kernel's answers. */
class MmapTest {
    private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
    private static final long FIRST = 0x1_0000_0000L;
    private static final long PAGE = Bench.PAGE;

    private Bench bench;
    private EmulatedNode node;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        node = bench.openCard();
    }

    @AfterEach
    void tearDown() {
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private void refuses(Errno errno, DrmNode on, long offset, long length, int protection) {
        assertThatThrownBy(() -> on.mmap(offset, length, protection, true).close())
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno));
    }

    @Test
    void offsetsGrowFromFourGigabytesInTheOrderOfAsking() {
        int one = Bench.create(node, PAGE);
        int two = Bench.create(node, 2 * PAGE);
        int three = Bench.create(node, PAGE);
        assertThat(Bench.mapDumb(node, two)).isEqualTo(FIRST);
        assertThat(Bench.mapDumb(node, one)).isEqualTo(FIRST + 2 * PAGE);
        assertThat(Bench.mapDumb(node, two)).as("the same again").isEqualTo(FIRST);
        Bench.gemClose(node, two);
        assertThat(Bench.mapDumb(node, three)).as("freed with the object").isEqualTo(FIRST);
        assertThat(Bench.mapDumb(node, 99)).isEqualTo(Bench.ENOENT);
    }

    @Test
    void mappingIsTheObjectFromItsStart() {
        int handle = Bench.create(node, 4 * PAGE);
        long offset = Bench.mapDumb(node, handle);
        try (GemMapping whole = node.mmap(offset, 4 * PAGE, RW, true);
                GemMapping half = node.mmap(offset, 2 * PAGE, Linux.PROT_READ, false)) {
            whole.segment().set(ValueLayout.JAVA_INT, 2 * PAGE - 4, 42);
            assertThat(half.segment().get(ValueLayout.JAVA_INT, 2 * PAGE - 4)).isEqualTo(42);
            assertThat(half.segment().byteSize()).isEqualTo(2 * PAGE);
            assertThat(half.segment().isReadOnly()).isTrue();
            assertThat(half.asByteBuffer().getInt((int) (2 * PAGE - 4))).isEqualTo(42);
        }
    }

    @Test
    void everyOtherRangeIsEinval() {
        int handle = Bench.create(node, 4 * PAGE);
        long offset = Bench.mapDumb(node, handle);
        refuses(Errno.EINVAL, node, offset, 5 * PAGE, RW);
        refuses(Errno.EINVAL, node, offset, 4 * PAGE + 1, RW);
        refuses(Errno.EINVAL, node, offset + PAGE, PAGE, RW);
        refuses(Errno.EINVAL, node, offset + 1, PAGE, RW);
        refuses(Errno.EINVAL, node, 0, PAGE, RW);
        refuses(Errno.EINVAL, node, -PAGE, PAGE, RW);
        refuses(Errno.EINVAL, node, offset + 4 * PAGE, PAGE, RW);
        refuses(Errno.EINVAL, node, offset, 0, RW);
        refuses(Errno.EINVAL, node, offset, -1, RW);
        refuses(Errno.EINVAL, node, offset, Long.MAX_VALUE, RW);
        assertThat(Bench.live().mappings()).isZero();
    }

    @Test
    void fileWithoutAHandleIsEacces() {
        long offset = Bench.mapDumb(node, Bench.create(node, PAGE));
        try (EmulatedNode other = bench.openPrivileged()) {
            refuses(Errno.EACCES, other, offset, PAGE, RW);
            refuses(Errno.EINVAL, other, offset, 2 * PAGE, RW);
            int opened = Bench.gemOpen(other, Bench.flink(node, 1));
            other.mmap(offset, PAGE, RW, true).close();
            Bench.gemClose(other, opened);
            refuses(Errno.EACCES, other, offset, PAGE, RW);
        }
    }

    @Test
    void baseObjectHasAnOffsetAndNoMapping() {
        long offset = Bench.mapDumb(node, Bench.createBase(node, PAGE));
        assertThat(offset).isEqualTo(FIRST);
        refuses(Errno.EINVAL, node, offset, PAGE, RW);
    }

    @Test
    void protectionMustBeWithinTheOpenFlags() {
        long offset;
        int name;
        try (EmulatedNode readOnly = EmulatedNode.open(bench.card, Linux.O_RDONLY, Caller.privileged());
                EmulatedNode writeOnly = EmulatedNode.open(bench.card, Linux.O_WRONLY, Caller.privileged())) {
            offset = Bench.mapDumb(node, Bench.create(node, PAGE));
            name = Bench.flink(node, 1);
            Bench.gemOpen(readOnly, name);
            Bench.gemOpen(writeOnly, name);
            refuses(Errno.EACCES, readOnly, offset, PAGE, RW);
            readOnly.mmap(offset, PAGE, Linux.PROT_READ, true).close();
            refuses(Errno.EACCES, writeOnly, offset, PAGE, Linux.PROT_READ);
        }
    }

    @Test
    void mappingSurvivesHandleNodeAndDevice() {
        int handle = Bench.create(node, PAGE);
        long offset = Bench.mapDumb(node, handle);
        GemMapping mapping = node.mmap(offset, PAGE, RW, false);
        mapping.segment().set(ValueLayout.JAVA_INT, 0, 7);
        Bench.gemClose(node, handle);
        assertThat(mapping.segment().get(ValueLayout.JAVA_INT, 0)).isEqualTo(7);
        refuses(Errno.EACCES, node, offset, PAGE, RW);
        assertThat(bench.test.log).doesNotContain("free object2");
        int other = Bench.create(node, PAGE);
        node.close();
        assertThat(other).as("handles go with the last mapping").isEqualTo(1);
        assertThat(Bench.live().handles()).isEqualTo(1);
        assertThat(mapping.segment().get(ValueLayout.JAVA_INT, 0)).isEqualTo(7);
        bench.close();
        mapping.segment().set(ValueLayout.JAVA_INT, 4, 8);
        assertThat(Bench.live().devices()).isEqualTo(1);
        mapping.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.log)
                .endsWith("free object2", "gem close object3", "free object3", "postclose 1", "release");
    }

    @Test
    void offsetIsFreeWhenTheLastMappingIsGone() {
        int handle = Bench.create(node, PAGE);
        long offset = Bench.mapDumb(node, handle);
        GemMapping mapping = node.mmap(offset, PAGE, RW, true);
        Bench.gemClose(node, handle);
        mapping.close();
        refuses(Errno.EINVAL, node, offset, PAGE, RW);
        assertThat(Bench.mapDumb(node, Bench.create(node, PAGE))).isEqualTo(offset);
    }

    @Test
    void closedMappingAndClosedNodeSaySo() {
        long offset = Bench.mapDumb(node, Bench.create(node, PAGE));
        GemMapping mapping = node.mmap(offset, PAGE, RW, false);
        MemorySegment segment = mapping.segment();
        var buffer = mapping.asByteBuffer();
        mapping.close();
        mapping.close();
        assertThat(mapping.isOpen()).isFalse();
        int memfd = Linux.memfdCreate("probe", 0);
        assertThat(Linux.write(memfd, segment.address(), 1))
                .as("the pages are gone")
                .isEqualTo(Bench.EFAULT);
        Linux.close(memfd);
        assertThatThrownBy(mapping::segment)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("size=" + PAGE);
        assertThatThrownBy(mapping::asByteBuffer).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_INT, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> buffer.getInt(0)).isInstanceOf(IllegalStateException.class);
        node.close();
        refuses(Errno.EBADF, node, offset, PAGE, RW);
    }

    @Test
    void confinedMappingBelongsToItsThread() throws Exception {
        long offset = Bench.mapDumb(node, Bench.create(node, PAGE));
        GemMapping mapping = node.mmap(offset, PAGE, RW, true);
        Throwable[] thrown = new Throwable[2];
        Thread other = Thread.ofPlatform().start(() -> {
            try {
                mapping.close();
            } catch (WrongThreadException e) {
                thrown[0] = e;
            }
            try {
                mapping.segment().get(ValueLayout.JAVA_INT, 0);
            } catch (WrongThreadException e) {
                thrown[1] = e;
            }
        });
        other.join();
        assertThat(thrown).doesNotContainNull();
        assertThat(mapping.isOpen()).isTrue();
        mapping.close();
    }

    @Test
    void recycledPagesReadAsZeros() {
        for (int round = 0; round < 3; round++) {
            int handle = Bench.create(node, 64 * PAGE);
            try (GemMapping mapping = node.mmap(Bench.mapDumb(node, handle), 64 * PAGE, RW, true)) {
                assertThat(mapping.segment().mismatch(MemorySegment.ofArray(new byte[(int) (64 * PAGE)])))
                        .isEqualTo(-1);
                mapping.segment().fill((byte) 0xEE);
            }
            Bench.gemClose(node, handle);
        }
    }

    // ---- Dumb buffers

    @ParameterizedTest
    @CsvSource({"13, 7, 8, 13", "13, 7, 16, 26", "13, 7, 24, 39", "13, 7, 33, 65"})
    void dumbBuffersHaveUnalignedPitch(int width, int height, int bpp, int pitch) {
        assertThat(DumbCall.create(node, width, height, bpp, 5)).isEqualTo(new DumbCall(0, 1, pitch, PAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 32",
        "0, 7, 32",
        "13, 0, 32",
        "13, 7, 0",
        "-1, -1, 32",
        "13, 7, -8",
        "65536, 65536, 8",
        "-1, 1, 8"
    })
    void impossibleDumbBuffersAreEinval(int width, int height, int bpp) {
        assertThat(DumbCall.create(node, width, height, bpp)).isEqualTo(new DumbCall(Bench.EINVAL, 0, 0, 0));
        assertThat(Bench.live().objects()).isZero();
    }

    @Test
    void failedDumbBufferZeroesTheOutputs() {
        assertThat(DumbCall.create(node, 4096, 65, 32)).isEqualTo(new DumbCall(Bench.ENOSPC, 0, 0, 0));
    }

    @Test
    void dumbBuffersMapAndGo() {
        int handle = DumbCall.create(node, 16, 16, 32).handle();
        node.mmap(Bench.mapDumb(node, handle), 1024, RW, true).close();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeDestroyDumb.LAYOUT);
            DrmModeDestroyDumb.handle(args, handle);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_MODE_DESTROY_DUMB, args)).isZero();
            assertThat(node.ioctl(DrmH.DRM_IOCTL_MODE_DESTROY_DUMB, args)).isEqualTo(Bench.EINVAL);
        }
    }

    @Test
    void renderNodesMapOnlyWhereTheDriverSaysSo() {
        try (EmulatedNode render = bench.openRender()) {
            assertThat(DumbCall.create(render, 1, 1, 8).result()).isEqualTo(Bench.EACCES);
            assertThat(Bench.mapDumb(render, Bench.create(render, 1))).isEqualTo(FIRST);
        }
        try (Bench strict = new Bench(4 * PAGE, new TestDriver.Parts(Driver.GEM | Driver.RENDER, false, true));
                EmulatedNode render = strict.openRender()) {
            assertThat(Bench.mapDumb(render, Bench.create(render, 1))).isEqualTo(Bench.EACCES);
        }
        try (Bench without = new Bench(4 * PAGE, new TestDriver.Parts(Driver.GEM, false, false));
                EmulatedNode card = without.openCard()) {
            assertThat(Bench.mapDumb(card, Bench.create(card, 1))).isEqualTo(Bench.ENOSYS);
            assertThat(DumbCall.create(card, 1, 1, 8).result()).isEqualTo(Bench.ENOSYS);
        }
        try (Bench only = new Bench(4 * PAGE, new TestDriver.Parts(Driver.GEM | Driver.RENDER, true, false));
                EmulatedNode render = only.openRender();
                EmulatedNode card = only.openCard()) {
            assertThat(Bench.mapDumb(render, Bench.create(render, 1))).isEqualTo(FIRST);
            assertThat(DumbCall.create(card, 1, 1, 8).result()).isEqualTo(Bench.ENOSYS);
        }
    }
}
