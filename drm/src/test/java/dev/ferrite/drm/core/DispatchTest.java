package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EFAULT;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENODEV;
import static dev.ferrite.drm.testing.Bench.ENOTTY;
import static dev.ferrite.drm.testing.Bench.ERANGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 10.5: the order of checks, size negotiation, copies, results. */
class DispatchTest {
    private Bench bench;
    private EmulatedNode node;
    private Arena arena;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        node = bench.openCard();
        arena = Arena.ofShared();
    }

    @AfterEach
    void tearDown() {
        arena.close();
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private MemorySegment args(long value) {
        MemorySegment args = arena.allocate(TestArgs.LAYOUT);
        TestArgs.value(args, value);
        return args;
    }

    private static int withSize(int number, int size) {
        return (number & ~(IoctlNumber.MAX_SIZE << 16)) | size << 16;
    }

    private static int withDirection(int number, int direction) {
        return (number & 0x3FFF_FFFF) | direction << 30;
    }

    // ---- The order

    @Test
    void unpluggedComesBeforeEverything() {
        bench.registration.unplug();
        int foreignType = IoctlNumber.of(3, 'e', 0x40, 16);
        assertThat(node.ioctl(foreignType, args(0))).isEqualTo(ENODEV);
        assertThat(node.ioctl(TestDriver.ECHO, args(0))).isEqualTo(ENODEV);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, MemorySegment.NULL)).isEqualTo(ENODEV);
    }

    @Test
    void foreignTypeComesBeforeTheNumber() {
        assertThat(node.ioctl(IoctlNumber.of(3, 'e', 0xFF, 16), args(0))).isEqualTo(ENOTTY);
        assertThat(node.ioctl(0, MemorySegment.NULL)).isEqualTo(ENOTTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x4A, 0x5F, 0x9F, 0xFF, 0x03, 0xD2, 0x3F, 0xA0})
    void unknownNumberIsEinvalBeforeTheBufferIsLookedAt(int nr) {
        assertThat(node.ioctl(IoctlNumber.of(3, 'd', nr, 16), MemorySegment.NULL))
                .isEqualTo(EINVAL);
        assertThat(node.ioctl(IoctlNumber.of(0, 'd', nr, 0), MemorySegment.NULL))
                .isEqualTo(EINVAL);
    }

    @Test
    void badPointerComesBeforePermission() {
        assertThat(node.ioctl(withDirection(TestDriver.ROOT, 3) | 16 << 16, MemorySegment.NULL))
                .as("no direction bit in the native number, so nothing is copied")
                .isEqualTo(EACCES);
        try (EmulatedNode render = bench.openRender()) {
            assertThat(render.ioctl(DrmH.DRM_IOCTL_GEM_FLINK, MemorySegment.NULL))
                    .isEqualTo(EFAULT);
            assertThat(render.ioctl(DrmH.DRM_IOCTL_GEM_FLINK, args(0))).isEqualTo(EACCES);
            assertThat(render.ioctl(DrmH.DRM_IOCTL_AUTH_MAGIC, MemorySegment.NULL))
                    .isEqualTo(EFAULT);
            assertThat(render.ioctl(DrmH.DRM_IOCTL_AUTH_MAGIC, args(0))).isEqualTo(EACCES);
        }
    }

    @Test
    void unplugBetweenCopyAndCallIsEnodev() throws Exception {
        // The caller's memory cannot stop the copy; so many calls run against one unplug, and none may end otherwise.
        AtomicInteger other = new AtomicInteger();
        MemorySegment shared = args(0);
        Thread caller = Thread.ofPlatform().start(() -> {
            int result;
            while ((result = node.ioctl(DrmH.DRM_IOCTL_GET_CAP, shared)) != ENODEV) {
                if (result != -95) {
                    other.incrementAndGet();
                }
            }
        });
        bench.registration.unplug();
        caller.join();
        assertThat(other).hasValue(0);
    }

    // ---- Permission

    @Test
    void flagsDecideWhoMayCall() {
        try (EmulatedNode second = bench.openCard();
                EmulatedNode render = bench.openRender();
                EmulatedNode root = bench.openPrivileged()) {
            assertThat(second.ioctl(TestDriver.ECHO, args(1))).isZero();
            assertThat(second.ioctl(TestDriver.CREATE, args(1))).as("AUTH").isEqualTo(EACCES);
            assertThat(render.ioctl(TestDriver.CREATE, args(1)))
                    .as("AUTH, render")
                    .isZero();
            assertThat(root.ioctl(TestDriver.CREATE, args(1))).as("AUTH, root").isZero();
            assertThat(node.ioctl(TestDriver.ROOT, args(1))).as("ROOT_ONLY").isEqualTo(EACCES);
            assertThat(root.ioctl(TestDriver.ROOT, args(1))).isZero();
            assertThat(node.ioctl(TestDriver.MASTER, args(1))).as("MASTER").isZero();
            assertThat(root.ioctl(TestDriver.MASTER, args(1)))
                    .as("root, not master")
                    .isEqualTo(EACCES);
            assertThat(render.ioctl(TestDriver.MASTER, args(1)))
                    .as("no RENDER_ALLOW")
                    .isEqualTo(EACCES);
        }
    }

    // ---- Sizes and directions

    @Test
    void shorterStructIsContinuedWithZerosAndNothingBeyondIsWritten() {
        MemorySegment args = args(-1);
        TestArgs.flags(args, 5);
        assertThat(node.ioctl(withSize(TestDriver.ECHO, 8), args)).isZero();
        assertThat(TestArgs.value(args)).as("untouched").isEqualTo(-1);
        assertThat(TestArgs.flags(args)).isEqualTo(5);
        assertThat(node.ioctl(withSize(TestDriver.ECHO, 8), arena.allocate(8)))
                .as("8 bytes are enough")
                .isZero();
        assertThat(node.ioctl(withSize(TestDriver.ECHO, 0), MemorySegment.NULL)).isZero();
    }

    @Test
    void zerosAreWhatTheHandlerSees() {
        MemorySegment args = arena.allocate(8);
        assertThat(node.ioctl(withSize(TestDriver.RESULT, 8), args))
                .as("value 0")
                .isZero();
        // A call with junk in the scratch before, to see that it is cleared.
        assertThat(node.ioctl(TestDriver.RESULT, args(12345))).isEqualTo(12345);
        assertThat(node.ioctl(withSize(TestDriver.RESULT, 8), args)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 64, 128, 129, 1000, 16383})
    void longerStructComesBackAsItWasBeyondTheNativeOne(int size) {
        MemorySegment args = arena.allocate(size);
        args.fill((byte) 0x5A);
        TestArgs.value(args, 41);
        assertThat(node.ioctl(withSize(TestDriver.ECHO, size), args)).isZero();
        assertThat(TestArgs.value(args)).isEqualTo(42);
        for (long at = 16; at < size; at++) {
            assertThat(args.get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 0x5A);
        }
    }

    @Test
    void onlyTheWriteBitCopiesNothingBack() {
        MemorySegment cap = arena.allocate(DrmGetCap.LAYOUT);
        DrmGetCap.capability(cap, DrmH.DRM_CAP_PRIME);
        DrmGetCap.value(cap, 99);
        assertThat(node.ioctl(withDirection(DrmH.DRM_IOCTL_GET_CAP, IoctlNumber.WRITE), cap))
                .isZero();
        assertThat(DrmGetCap.value(cap)).isEqualTo(99);
    }

    @Test
    void onlyTheReadBitGivesTheHandlerZeros() {
        MemorySegment cap = arena.allocate(DrmGetCap.LAYOUT);
        DrmGetCap.capability(cap, DrmH.DRM_CAP_PRIME);
        DrmGetCap.value(cap, 99);
        assertThat(node.ioctl(withDirection(DrmH.DRM_IOCTL_GET_CAP, IoctlNumber.READ), cap))
                .as("capability 0")
                .isEqualTo(-95);
        assertThat(DrmGetCap.value(cap)).as("and the zeros come back").isZero();
        assertThat(DrmGetCap.capability(cap)).isZero();
    }

    @Test
    void onlyTypeAndNumberSelectTheHandler() {
        assertThat(node.ioctl(IoctlNumber.of(0, 'd', 0x40, 0), MemorySegment.NULL))
                .isZero();
        assertThat(node.ioctl(IoctlNumber.of(1, 'd', 0x42, 16), args(55))).isEqualTo(55);
    }

    // ---- Results

    @Test
    void resultIsCopiedBackAlsoAfterAnError() {
        MemorySegment args = args(EINVAL);
        assertThat(node.ioctl(TestDriver.RESULT, args)).isEqualTo(EINVAL);
        assertThat(TestArgs.value(args)).isEqualTo(7);
    }

    @Test
    void refusedCallCopiesTheInputBack() {
        try (EmulatedNode second = bench.openCard()) {
            MemorySegment args = args(4096);
            assertThat(second.ioctl(TestDriver.CREATE, args)).isEqualTo(EACCES);
            assertThat(TestArgs.value(args)).isEqualTo(4096);
        }
    }

    @Test
    void positiveResultsPassAndTooLargeOnesAreErange() {
        assertThat(node.ioctl(TestDriver.RESULT, args(17))).isEqualTo(17);
        assertThat(node.ioctl(TestDriver.RESULT, args(Integer.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
        assertThat(node.ioctl(TestDriver.RESULT, args(0x8000_0000L))).isEqualTo(ERANGE);
        assertThat(node.ioctl(TestDriver.RESULT, args(Long.MAX_VALUE))).isEqualTo(ERANGE);
    }

    // ---- Bad pointers

    @Test
    void badSegmentsAreEfaultAndNeverAnException() throws Exception {
        assertThat(node.ioctl(TestDriver.ECHO, MemorySegment.NULL)).isEqualTo(EFAULT);
        assertThat(node.ioctl(TestDriver.ECHO, arena.allocate(15)))
                .as("too short")
                .isEqualTo(EFAULT);
        MemorySegment dead;
        try (Arena closing = Arena.ofConfined()) {
            dead = closing.allocate(16, 8);
        }
        assertThat(node.ioctl(TestDriver.ECHO, dead)).as("closed").isEqualTo(EFAULT);
        MemorySegment[] foreign = new MemorySegment[1];
        Arena[] theirs = new Arena[1];
        Thread other = Thread.ofPlatform().start(() -> {
            theirs[0] = Arena.ofConfined();
            foreign[0] = theirs[0].allocate(16, 8);
        });
        other.join();
        assertThat(node.ioctl(TestDriver.ECHO, foreign[0]))
                .as("another thread's")
                .isEqualTo(EFAULT);
        assertThat(node.ioctl(TestDriver.ECHO, args(1).asReadOnly()))
                .as("read-only")
                .isEqualTo(EFAULT);
        assertThat(bench.test.calls).as("the handler ran for the last one only").hasValue(1);
    }

    @Test
    void copyOutFaultOverridesTheResult() {
        MemorySegment readOnly = args(5).asReadOnly();
        assertThat(node.ioctl(TestDriver.RESULT, readOnly)).isEqualTo(EFAULT);
    }

    @Test
    void heapSegmentsWork() {
        MemorySegment heap = MemorySegment.ofArray(new long[2]);
        TestArgs.value(heap, 9);
        assertThat(node.ioctl(TestDriver.ECHO, heap)).isZero();
        assertThat(TestArgs.value(heap)).isEqualTo(10);
        MemorySegment bytes = MemorySegment.ofArray(new byte[16]);
        assertThat(node.ioctl(TestDriver.ECHO, bytes)).isZero();
        assertThat(bytes.get(ValueLayout.JAVA_BYTE, 8)).isEqualTo((byte) 1);
    }

    @Test
    void closedNodeIsEbadf() {
        node.close();
        assertThat(node.ioctl(TestDriver.ECHO, args(0))).isEqualTo(EBADF);
        assertThat(node.ioctl(IoctlNumber.of(0, 'e', 0, 0), MemorySegment.NULL)).isEqualTo(EBADF);
        assertThat(node.poll(1, 0)).isEqualTo(EBADF);
    }
}
