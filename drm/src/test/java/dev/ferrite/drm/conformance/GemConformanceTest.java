package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.Bench.PAGE;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeDestroyDumb;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** Objects: handles, names, plain buffers, mappings. */
class GemConformanceTest extends Conformance {
    private static final long FIRST_OFFSET = 0x1_0000_0000L;

    private DrmNode dumbNode() {
        onlyCards();
        onlyKnown();
        assumeTrue(traits().dumb() != Traits.Dumb.NONE, () -> traits().driver() + " makes no plain buffers");
        return node();
    }

    private void onlyAnyDepth() {
        assumeTrue(traits().dumb() == Traits.Dumb.ANY_DEPTH, () -> traits().driver() + " takes 32 bits only");
    }

    private GemMapping map(DrmNode node, int handle, int pages) {
        return closing(node.mmap(offset(node, handle), pages * PAGE, Calls.RW, true));
    }

    // ---- Handles

    @Test
    void closingNoHandleIsEinval() {
        DrmNode node = node();
        for (int handle : new int[] {0, 77, -1}) {
            assertThat(Bench.gemClose(node, handle)).isEqualTo(EINVAL);
        }
    }

    @Test
    void handlesAreTheLowestFreeNumbersFromOneUp() {
        DrmNode node = node();
        for (int expected = 1; expected <= 4; expected++) {
            assertThat(object(node, 1)).isEqualTo(expected);
        }
        assertThat(Bench.gemClose(node, 3)).isZero();
        assertThat(Bench.gemClose(node, 3)).as("once only").isEqualTo(EINVAL);
        assertThat(object(node, 1)).isEqualTo(3);
        assertThat(object(node, 1)).isEqualTo(5);
    }

    @Test
    void handlesOfAnotherFileMeanNothing() {
        DrmNode node = node();
        int handle = object(node, 1);
        DrmNode second = node();
        assertThat(Bench.gemClose(second, handle)).isEqualTo(EINVAL);
    }

    // ---- Names

    @Test
    void unknownHandlesAndNamesAreEnoent() {
        onlyCards();
        DrmNode node = master();
        assertThat(Bench.flink(node, 77)).isEqualTo(ENOENT);
        assertThat(Bench.gemOpen(node, 0)).isEqualTo(ENOENT);
        assertThat(Bench.gemOpen(node, 123_456)).isEqualTo(ENOENT);
    }

    @Test
    void nameIsOneForAnObjectAndDiesWithItsLastHandle() {
        DrmNode node = master();
        int handle = object(node, 2);
        int name = Bench.flink(node, handle);
        assertThat(name).isPositive();
        assertThat(Bench.flink(node, handle)).as("the same again").isEqualTo(name);
        int second = Bench.gemOpen(node, name);
        assertThat(second).as("a handle of its own").isPositive().isNotEqualTo(handle);
        assertThat(Bench.gemClose(node, handle)).isZero();
        int third = Bench.gemOpen(node, name);
        assertThat(third).as("lives by the second, lowest free").isEqualTo(handle);
        assertThat(Bench.gemClose(node, second)).isZero();
        assertThat(Bench.gemClose(node, third)).isZero();
        assertThat(Bench.gemOpen(node, name)).isEqualTo(ENOENT);
    }

    // ---- Plain buffers

    @Test
    void impossibleSizesAreEinval() {
        DrmNode node = dumbNode();
        int[][] impossible = {{0, 0, 32}, {0, 4, 32}, {4, 0, 32}, {4, 4, 0}, {-1, -1, 32}, {4, 4, -1}};
        for (int[] size : impossible) {
            DumbCall dumb = DumbCall.create(node, size[0], size[1], size[2]);
            assertThat(dumb.result()).as("%d %d %d", size[0], size[1], size[2]).isEqualTo(EINVAL);
            // Newer kernels clear it, and so does the core in this process; older ones leave what was there.
            assertThat(dumb.handle()).isIn(0, DumbCall.NO_HANDLE);
        }
    }

    @Test
    void rowsAreAsLongAsTheirPixels() {
        DrmNode node = dumbNode();
        onlyAnyDepth();
        for (int bytes = 1; bytes <= 4; bytes++) {
            DumbCall dumb = DumbCall.create(node, 13, 7, 8 * bytes);
            assertThat(dumb.result()).isZero();
            assertThat(dumb.pitch()).as("not aligned").isEqualTo(13 * bytes);
            assertThat(dumb.size()).isEqualTo(PAGE);
        }
        assertThat(DumbCall.create(node, 13, 7, 33).pitch())
                .as("bits rounded up to bytes by the row (vgem), or by the pixel (bochs)")
                .isIn(54, 65);
        assertThat(DumbCall.create(node, 13, 7, 32, 5).result()).as("flags").isZero();
    }

    @Test
    void someDriversTakeOneDepthOnly() {
        DrmNode node = dumbNode();
        assumeTrue(traits().dumb() == Traits.Dumb.ONLY_32_BITS, () -> traits().driver() + " takes any depth");
        for (int bpp : new int[] {8, 16, 24, 33}) {
            assertThat(DumbCall.create(node, 13, 7, bpp).result()).isEqualTo(EINVAL);
        }
        assertThat(DumbCall.create(node, 13, 7, 32).pitch()).isEqualTo(52);
    }

    @Test
    void dumbBufferHoldsWhatIsDrawnAndStartsBlack() {
        DrmNode node = dumbNode();
        DumbBuffer buffer = closing(DumbBuffer.create(node, 100, 40, 32));
        assertThat(buffer.pitch()).isGreaterThanOrEqualTo(400);
        assertThat(buffer.size()).isGreaterThanOrEqualTo(40L * buffer.pitch()).isEqualTo(-(-buffer.size() & -PAGE));
        GemMapping one = closing(buffer.map());
        assertThat(one.segment().toArray(JAVA_BYTE)).containsOnly(0);
        one.segment().set(JAVA_LONG, 39L * buffer.pitch(), 0x1122_3344_5566_7788L);
        GemMapping two = closing(buffer.gem().mapConfined());
        assertThat(two.asByteBuffer().getLong(39 * buffer.pitch())).isEqualTo(0x1122_3344_5566_7788L);
    }

    @Test
    void destroyIsGemClose() {
        DrmNode node = dumbNode();
        int handle = object(node, 1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeDestroyDumb.LAYOUT);
            DrmModeDestroyDumb.handle(args, handle);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_MODE_DESTROY_DUMB, args)).isZero();
            assertThat(node.ioctl(DrmH.DRM_IOCTL_MODE_DESTROY_DUMB, args)).isEqualTo(EINVAL);
        }
        assertThat(Bench.gemClose(node, handle)).isEqualTo(EINVAL);
    }

    @Test
    void renderNodesMakeNone() {
        assumeTrue(!isCard(), "for render nodes");
        assertThatThrownBy(() -> DumbBuffer.create(node(), 4, 4, 32).close())
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.errno().negated()).isEqualTo(EACCES));
    }

    // ---- Mapping

    @Test
    void offsetIsTheSameAgainAndNoTwoObjectsMeet() {
        DrmNode node = node();
        int one = object(node, 3);
        int two = object(node, 1);
        long first = offset(node, one);
        long second = offset(node, two);
        assertThat(Bench.mapDumb(node, one)).isEqualTo(first);
        assertThat(first).isGreaterThanOrEqualTo(FIRST_OFFSET);
        assertThat(first % PAGE).isZero();
        assertThat(second < first ? first - second : second - first)
                .isGreaterThanOrEqualTo(second < first ? PAGE : 3 * PAGE);
        assertThat(Bench.mapDumb(node, 77)).isEqualTo(ENOENT);
    }

    @Test
    void mapsFromTheStartUpToTheWholeLength() {
        DrmNode node = node();
        long offset = offset(node, object(node, 2));
        assertThat(Calls.tryMap(node, offset, 2 * PAGE)).isZero();
        assertThat(Calls.tryMap(node, offset, PAGE)).isZero();
        assertThat(Calls.tryMap(node, offset, 2 * PAGE + 1)).as("too long").isEqualTo(EINVAL);
        assertThat(Calls.tryMap(node, offset + PAGE, PAGE))
                .as("from the middle")
                .isEqualTo(EINVAL);
        assertThat(Calls.tryMap(node, offset + 1, PAGE)).as("no page").isEqualTo(EINVAL);
        assertThat(Calls.tryMap(node, 0, PAGE)).isEqualTo(EINVAL);
        assertThat(Calls.tryMap(node, offset, 0)).isEqualTo(EINVAL);
        assertThat(Calls.tryMap(node, offset, -1)).isIn(EINVAL, Bench.ENOSPC, -12);
    }

    @Test
    void readOnlyFileMapsForReadingOnly() {
        DrmNode node = node(Linux.O_RDONLY);
        long offset = offset(node, object(node, 1));
        assertThat(Calls.tryMap(node, offset, PAGE)).isEqualTo(EACCES);
        try (GemMapping map = node.mmap(offset, PAGE, Linux.PROT_READ, true)) {
            assertThat(map.segment().isReadOnly()).isTrue();
            assertThat(map.segment().get(JAVA_LONG, 0)).isZero();
        }
    }

    @Test
    void fileWithoutHandleMayNotMap() {
        DrmNode node = node();
        long offset = offset(node, object(node, 1));
        assertThat(Calls.tryMap(node(), offset, PAGE)).isEqualTo(EACCES);
    }

    @Test
    void mappingOutlivesHandle() {
        onlyKnown();
        DrmNode node = node();
        int handle = object(node, 1);
        long offset = offset(node, handle);
        GemMapping map = map(node, handle, 1);
        map.segment().set(JAVA_LONG, 8, 42);
        assertThat(Bench.gemClose(node, handle)).isZero();
        assertThat(map.segment().get(JAVA_LONG, 8)).isEqualTo(42);
        map.segment().set(JAVA_LONG, 8, 43);
        assertThat(map.segment().get(JAVA_LONG, 8)).isEqualTo(43);
        assertThat(Calls.tryMap(node, offset, PAGE)).as("a new mapping").isEqualTo(traits().remap());
    }

    @Test
    void mappingOutlivesNode() {
        DrmNode node = node();
        GemMapping map = map(node, object(node, 1), 1);
        map.segment().set(JAVA_LONG, 8, 42);
        node.close();
        assertThat(map.segment().get(JAVA_LONG, 8)).isEqualTo(42);
    }

    @Test
    void sharedMappingIsForAllThreads() throws Exception {
        DrmNode node = node();
        int handle = object(node, 1);
        try (GemMapping map = node.mmap(offset(node, handle), PAGE, Calls.RW, false)) {
            Thread other = new Thread(() -> map.segment().set(JAVA_LONG, 0, 99));
            other.start();
            other.join();
            assertThat(map.segment().get(JAVA_LONG, 0)).isEqualTo(99);
        }
    }
}
