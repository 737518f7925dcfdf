package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EFAULT;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.SyncCalls;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSyncobjWait;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EventfdH;
import dev.ferrite.offheap.uapi.SyncFenceInfo;
import dev.ferrite.offheap.uapi.SyncFileH;
import dev.ferrite.offheap.uapi.SyncFileInfo;
import dev.ferrite.offheap.uapi.SyncMergeData;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sync objects: the kernel's answers, and the rules of the calls. */
class SyncobjTest {
    private static final int EINTR = -4;
    private static final int ETIME = -62;
    private static final int SIGNALED = 1;
    private static final int ALL = 1;
    private static final int FOR_SUBMIT = 2;
    private static final int AVAILABLE = 4;
    private static final int DEADLINE = 8;
    private static final int SYNC_FILE = 1;
    private static final int POINT = 2;

    private Bench bench;
    private EmulatedNode node;
    private final FenceTimeline timeline = new FenceTimeline("test", "line");

    @BeforeEach
    void setUp() {
        bench = new Bench(Bench.PAGE, TestDriver.Parts.SYNC);
        node = bench.openRender();
    }

    @AfterEach
    void tearDown() {
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private static long soon() {
        return System.nanoTime() + 20_000_000L;
    }

    private static long never() {
        return System.nanoTime() + 30_000_000_000L;
    }

    /** Puts a fence into an object, as a driver would for a client, and gives the fence. */
    private DmaFence submit(int handle) {
        DmaFence fence = timeline.next();
        int fd = SyncFile.export(fence);
        assertThat(SyncCalls.fromFd(node, fd, SYNC_FILE, handle)).isEqualTo(handle);
        Linux.close(fd);
        return fence;
    }

    private DmaFence submit(int handle, long point) {
        DmaFence fence = timeline.next();
        int fd = SyncFile.export(fence);
        assertThat(SyncCalls.descriptorAt(node, DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE, handle, SYNC_FILE | POINT, fd, point))
                .isNotNegative();
        Linux.close(fd);
        return fence;
    }

    private static CompletableFuture<Integer> async(IntSupplier call) {
        return CompletableFuture.supplyAsync(call::getAsInt, Bench::onItsOwnThread);
    }

    private static int get(CompletableFuture<Integer> result) throws Exception {
        return result.get(30, TimeUnit.SECONDS);
    }

    @Test
    void featuresShowAsCapabilities() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cap = arena.allocate(DrmGetCap.LAYOUT);
            for (long id : new long[] {DrmH.DRM_CAP_SYNCOBJ, DrmH.DRM_CAP_SYNCOBJ_TIMELINE}) {
                DrmGetCap.capability(cap, id);
                DrmGetCap.value(cap, 0);
                assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_CAP, cap)).isZero();
                assertThat(DrmGetCap.value(cap)).isEqualTo(1);
            }
        }
    }

    @Test
    void timelineCallsNeedTheirFeature() {
        try (Bench binary = new Bench(
                        Bench.PAGE, new TestDriver.Parts(Driver.GEM | Driver.RENDER | Driver.SYNCOBJ, true, true));
                EmulatedNode card = binary.openCard()) {
            int handle = SyncCalls.create(card, SIGNALED);
            assertThat(handle).isEqualTo(1);
            assertThat(SyncCalls.await(card, 0, 0, handle)).isZero();
            assertThat(SyncCalls.awaitPoint(card, 0, 0, handle, 0)).isEqualTo(Bench.EOPNOTSUPP);
            assertThat(SyncCalls.signalPoint(card, handle, 1)).isEqualTo(Bench.EOPNOTSUPP);
            assertThat(SyncCalls.query(card, handle, 0)).isEqualTo(Bench.EOPNOTSUPP);
            assertThat(SyncCalls.transfer(card, handle, 0, handle, 0, 0)).isEqualTo(Bench.EOPNOTSUPP);
            assertThat(SyncCalls.eventfd(card, handle, 0, -1, 0)).isEqualTo(Bench.EOPNOTSUPP);
        }
    }

    @Test
    void rowsOfTheKernelsAnswers() {
        assertThat(SyncCalls.create(node, 0x10)).isEqualTo(EINVAL);
        int signaled = SyncCalls.create(node, SIGNALED);
        assertThat(SyncCalls.await(node, 0, 0, signaled)).isZero();
        int empty = SyncCalls.create(node, 0);
        assertThat(SyncCalls.await(node, 0, 0, empty)).isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, FOR_SUBMIT, 0, empty)).isEqualTo(ETIME);
        assertThat(SyncCalls.signal(node, empty)).isZero();
        assertThat(SyncCalls.await(node, 0, 0, empty)).isZero();
        assertThat(SyncCalls.reset(node, empty)).isZero();
        assertThat(SyncCalls.await(node, 0, 0, empty)).isEqualTo(EINVAL);
        assertThat(SyncCalls.signal(node)).as("none").isEqualTo(EINVAL);
        assertThat(SyncCalls.reset(node)).isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, 0, 0)).as("none").isZero();
        assertThat(SyncCalls.await(node, 0x80, 0, empty)).isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, AVAILABLE, 0, empty))
                .as("for timelines only")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, 0, 0, 99)).isEqualTo(ENOENT);
        assertThat(SyncCalls.signal(node, signaled, 99)).isEqualTo(ENOENT);
        assertThat(SyncCalls.destroy(node, 99, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.destroy(node, empty, 1)).as("padding").isEqualTo(EINVAL);
        assertThat(SyncCalls.destroy(node, empty, 0)).isZero();
        assertThat(SyncCalls.destroy(node, empty, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.create(node, 0)).as("the lowest free").isEqualTo(empty);
    }

    @Test
    void waitForOneOrForAll() {
        int[] handles = {SyncCalls.create(node, 0), SyncCalls.create(node, 0), SyncCalls.create(node, 0)};
        DmaFence[] fences = {submit(handles[0]), submit(handles[1]), submit(handles[2])};
        assertThat(SyncCalls.await(node, 0, 0, handles)).isEqualTo(ETIME);
        fences[1].signal();
        assertThat(SyncCalls.await(node, 0, 0, handles))
                .as("the first that is done")
                .isEqualTo(1);
        assertThat(SyncCalls.await(node, ALL, soon(), handles)).isEqualTo(ETIME);
        fences[2].signal();
        fences[0].signal();
        assertThat(SyncCalls.await(node, ALL, 0, handles)).isZero();
    }

    @Test
    void timeoutIsAbsoluteAndNotEarly() {
        int handle = SyncCalls.create(node, 0);
        submit(handle);
        long until = soon();
        assertThat(SyncCalls.await(node, 0, until, handle)).isEqualTo(ETIME);
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(until);
        assertThat(SyncCalls.await(node, 0, -1, handle)).as("long past").isEqualTo(ETIME);
        assertThat(SyncCalls.await(node, 0, 1, handle)).isEqualTo(ETIME);
    }

    @Test
    void sleeperWakesWhenTheFenceIsSignaled() throws Exception {
        int handle = SyncCalls.create(node, 0);
        DmaFence fence = submit(handle);
        CompletableFuture<Integer> first = async(() -> SyncCalls.await(node, 0, Long.MAX_VALUE, handle));
        CompletableFuture<Integer> second = async(() -> SyncCalls.await(node, ALL | DEADLINE, never(), handle));
        fence.signal();
        assertThat(get(first)).isZero();
        assertThat(get(second)).isZero();
    }

    @Test
    void waitForSubmitSleepsUntilSomethingIsPutIn() throws Exception {
        int handle = SyncCalls.create(node, 0);
        CompletableFuture<Integer> waiter = async(() -> SyncCalls.await(node, FOR_SUBMIT, never(), handle));
        DmaFence fence = submit(handle);
        assertThat(SyncCalls.await(node, FOR_SUBMIT, soon(), handle)).isEqualTo(ETIME);
        assertThat(waiter).isNotDone();
        fence.signal();
        assertThat(get(waiter)).isZero();
    }

    @Test
    void interruptEndsTheWaitAndStaysPending() {
        int handle = SyncCalls.create(node, 0);
        Thread.currentThread().interrupt();
        assertThat(SyncCalls.await(node, FOR_SUBMIT, never(), handle)).isEqualTo(EINTR);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void handlesOutsideTheArgumentAreEfault() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjWait.LAYOUT);
            DrmSyncobjWait.countHandles(args, 1);
            DrmSyncobjWait.handles(args, 4096);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, args)).isEqualTo(EFAULT);
            DrmSyncobjWait.countHandles(args, -1);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, args)).isEqualTo(-12);
        }
    }

    @Test
    void timelinePointsAreReachedInOrder() {
        int handle = SyncCalls.create(node, 0);
        assertThat(SyncCalls.query(node, handle, 0)).isZero();
        DmaFence first = submit(handle, 10);
        DmaFence second = submit(handle, 20);
        assertThat(SyncCalls.query(node, handle, 0)).isZero();
        assertThat(SyncCalls.query(node, handle, 1)).as("last submitted").isEqualTo(20);
        second.signal();
        assertThat(SyncCalls.query(node, handle, 0)).as("10 is open").isZero();
        assertThat(SyncCalls.awaitPoint(node, 0, soon(), handle, 20)).isEqualTo(ETIME);
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 21))
                .as("nobody put it in")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.awaitPoint(node, AVAILABLE, 0, handle, 15)).isZero();
        assertThat(SyncCalls.awaitPoint(node, AVAILABLE, soon(), handle, 21)).isEqualTo(ETIME);
        assertThat(SyncCalls.awaitPoint(node, FOR_SUBMIT, soon(), handle, 21)).isEqualTo(ETIME);
        first.signal();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(20);
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 5)).isZero();
        assertThat(SyncCalls.awaitPoint(node, 0x10, 0, handle, 5)).isEqualTo(EINVAL);
        assertThat(SyncCalls.signalPoint(node, handle, 30)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(30);
        assertThat(SyncCalls.query(node, handle, 2)).isEqualTo(EINVAL);
    }

    @Test
    void pointInTheMiddleIsDoneWhileLaterOnesAreOpen() {
        int handle = SyncCalls.create(node, 0);
        DmaFence first = submit(handle, 1);
        submit(handle, 2);
        submit(handle, 3);
        first.signal();
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 1)).isZero();
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 2)).isEqualTo(ETIME);
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(1);
    }

    @Test
    void availableSleeperWakesWhenThePointIsPutIn() throws Exception {
        int handle = SyncCalls.create(node, 0);
        CompletableFuture<Integer> waiter = async(() -> SyncCalls.awaitPoint(node, AVAILABLE, never(), handle, 7));
        submit(handle, 3);
        assertThat(SyncCalls.awaitPoint(node, AVAILABLE, soon(), handle, 7)).isEqualTo(ETIME);
        assertThat(waiter).isNotDone();
        submit(handle, 8);
        assertThat(get(waiter)).isZero();
    }

    @Test
    void transferBetweenPointsAndObjects() {
        int from = SyncCalls.create(node, 0);
        int to = SyncCalls.create(node, 0);
        assertThat(SyncCalls.transfer(node, from, 0, to, 0, 0))
                .as("nothing there")
                .isEqualTo(EINVAL);
        DmaFence fence = submit(from);
        assertThat(SyncCalls.transfer(node, from, 0, to, 5, 0)).isZero();
        assertThat(SyncCalls.query(node, to, 1)).isEqualTo(5);
        assertThat(SyncCalls.awaitPoint(node, 0, 0, to, 5)).isEqualTo(ETIME);
        int binary = SyncCalls.create(node, 0);
        assertThat(SyncCalls.transfer(node, to, 5, binary, 0, 0)).isZero();
        fence.signal();
        assertThat(SyncCalls.await(node, 0, 0, binary)).isZero();
        assertThat(SyncCalls.transfer(node, 99, 0, to, 0, 0)).isEqualTo(ENOENT);
        assertThat(SyncCalls.transfer(node, from, 0, 99, 0, 0)).isEqualTo(ENOENT);
    }

    @Test
    void transferMayWaitForSubmit() throws Exception {
        int from = SyncCalls.create(node, 0);
        int to = SyncCalls.create(node, 0);
        CompletableFuture<Integer> transfer = async(() -> SyncCalls.transfer(node, from, 4, to, 1, FOR_SUBMIT));
        submit(from, 4).signal();
        assertThat(get(transfer)).isZero();
        assertThat(SyncCalls.query(node, to, 0)).isEqualTo(1);
    }

    @Test
    void descriptorIsTheSameObjectInAnotherFile() {
        int handle = SyncCalls.create(node, 0);
        int fd = SyncCalls.toFd(node, handle, 0);
        assertThat(fd).isNotNegative();
        int copy = Linux.dup(fd);
        Linux.close(fd);
        try (EmulatedNode other = bench.openCard()) {
            int imported = SyncCalls.fromFd(other, copy, 0, 0);
            assertThat(imported).isEqualTo(1);
            assertThat(SyncCalls.fromFd(other, copy, 0, 0))
                    .as("each import is a new handle")
                    .isEqualTo(2);
            SyncCalls.signal(other, imported);
            assertThat(SyncCalls.await(node, 0, 0, handle)).isZero();
            SyncCalls.destroy(node, handle, 0);
            assertThat(SyncCalls.await(other, 0, 0, imported)).isZero();
        }
        assertThat(Bench.live().syncobjs()).as("the descriptor keeps it").isEqualTo(1);
        assertThat(Linux.poll(copy, Linux.POLLIN, 0)).as("never readable").isZero();
        Linux.close(copy);
        assertThat(Bench.live().syncobjs()).isZero();
    }

    @Test
    void descriptorCallsCheckTheirArguments() {
        int handle = SyncCalls.create(node, 0);
        assertThat(SyncCalls.toFd(node, 99, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.toFd(node, 99, SYNC_FILE)).isEqualTo(ENOENT);
        assertThat(SyncCalls.toFd(node, handle, SYNC_FILE)).as("nothing in it").isEqualTo(EINVAL);
        assertThat(SyncCalls.toFd(node, handle, 4)).isEqualTo(EINVAL);
        assertThat(SyncCalls.descriptor(node, DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, handle, 0, -1, 1))
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.descriptorAt(node, DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, handle, 0, -1, 1))
                .as("a point without its flag")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.fromFd(node, -1, 0, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.fromFd(node, 0, 0, 0)).as("no sync object").isEqualTo(EINVAL);
        assertThat(SyncCalls.fromFd(node, 0, SYNC_FILE, handle)).isEqualTo(EINVAL);
        int fd = SyncFile.export(DmaFence.stub());
        assertThat(SyncCalls.fromFd(node, fd, SYNC_FILE, 99)).isEqualTo(ENOENT);
        assertThat(SyncCalls.fromFd(node, fd, 0, 0)).as("a fence, no object").isEqualTo(EINVAL);
        Linux.close(fd);
    }

    @Test
    void syncFileIsReadableForPollWhenSignaled() throws Exception {
        int handle = SyncCalls.create(node, 0);
        DmaFence fence = submit(handle);
        int fd = SyncCalls.toFd(node, handle, SYNC_FILE);
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isZero();
        CompletableFuture<Integer> poller = async(() -> Linux.poll(fd, Linux.POLLIN, 30_000_000_000L));
        fence.signal();
        assertThat(get(poller)).isEqualTo(Linux.POLLIN);
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).as("for good").isEqualTo(Linux.POLLIN);
        int late = SyncCalls.toFd(node, handle, SYNC_FILE);
        assertThat(Linux.poll(late, Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
        Linux.close(fd);
        Linux.close(late);
    }

    @Test
    void syncFileOfAPoint() {
        int handle = SyncCalls.create(node, 0);
        DmaFence first = submit(handle, 1);
        submit(handle, 2);
        int fd = SyncCalls.descriptorAt(node, DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, handle, SYNC_FILE | POINT, -1, 1);
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isZero();
        first.signal();
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
        Linux.close(fd);
    }

    @Test
    void signalAfterEveryCopyIsClosedIsHarmless() {
        DmaFence fence = timeline.next();
        int fd = SyncFile.export(fence);
        Linux.close(fd);
        assertThat(fence.signal()).isTrue();
        DmaFence kept = timeline.next();
        Linux.close(SyncFile.export(kept));
        assertThat(Bench.live().syncFds()).isZero();
        assertThat(kept.signal()).isTrue();
    }

    @Test
    void syncFilesMergeAndTellAboutTheirFences() {
        DmaFence first = timeline.next();
        DmaFence other = new FenceTimeline("drv", "second").next();
        int one = SyncFile.export(first);
        int two = SyncFile.export(other);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment merge = arena.allocate(SyncMergeData.LAYOUT);
            SyncMergeData.nameString(merge, "both");
            SyncMergeData.fd2(merge, two);
            SyncMergeData.pad(merge, 1);
            assertThat(SyncFile.ioctl(one, SyncFileH.SYNC_IOC_MERGE, merge)).isEqualTo(EINVAL);
            SyncMergeData.pad(merge, 0);
            assertThat(SyncFile.ioctl(one, SyncFileH.SYNC_IOC_MERGE, merge)).isZero();
            int both = SyncMergeData.fence(merge);
            SyncMergeData.fd2(merge, 0);
            assertThat(SyncFile.ioctl(one, SyncFileH.SYNC_IOC_MERGE, merge)).isEqualTo(ENOENT);

            MemorySegment info = arena.allocate(SyncFileInfo.SIZEOF + 2 * SyncFenceInfo.SIZEOF, 8);
            assertThat(SyncFile.ioctl(both, SyncFileH.SYNC_IOC_FILE_INFO, info)).isZero();
            assertThat(SyncFileInfo.numFences(info)).isEqualTo(2);
            assertThat(SyncFileInfo.status(info)).isZero();
            assertThat(SyncFileInfo.nameString(info)).isEqualTo("both");
            SyncFileInfo.numFences(info, 1);
            assertThat(SyncFile.ioctl(both, SyncFileH.SYNC_IOC_FILE_INFO, info)).isEqualTo(EINVAL);
            other.setError(-5);
            other.signal();
            SyncFileInfo.numFences(info, 2);
            SyncFileInfo.syncFenceInfo(info, info.address() + SyncFileInfo.SIZEOF);
            assertThat(SyncFile.ioctl(both, SyncFileH.SYNC_IOC_FILE_INFO, info)).isZero();
            MemorySegment second = info.asSlice(SyncFileInfo.SIZEOF + SyncFenceInfo.SIZEOF, SyncFenceInfo.SIZEOF);
            assertThat(SyncFenceInfo.driverNameString(second)).isEqualTo("drv");
            assertThat(SyncFenceInfo.objNameString(second)).isEqualTo("second");
            assertThat(SyncFenceInfo.status(second)).isEqualTo(-5);
            assertThat(SyncFenceInfo.timestampNs(second)).isEqualTo(other.timestamp());
            assertThat(Linux.poll(both, Linux.POLLIN, 0)).isZero();
            first.signal();
            assertThat(Linux.poll(both, Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
            assertThat(SyncFile.ioctl(both, SyncFileH.SYNC_IOC_FILE_INFO, info)).isZero();
            assertThat(SyncFileInfo.status(info)).isEqualTo(-5);
            assertThat(SyncFile.ioctl(both, SyncFile.SYNC_IOC_SET_DEADLINE, arena.allocate(16, 8)))
                    .isZero();
            assertThat(SyncFile.ioctl(both, 0x3E00, info)).isEqualTo(Bench.ENOTTY);
            assertThat(SyncFile.ioctl(both, SyncFileH.SYNC_IOC_FILE_INFO, MemorySegment.NULL))
                    .isEqualTo(EFAULT);
            Linux.close(both);
        }
        Linux.close(one);
        Linux.close(two);
        assertThat(SyncFile.ioctl(-1, SyncFileH.SYNC_IOC_MERGE, MemorySegment.NULL))
                .isEqualTo(EBADF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventfdRingsWhenThePointIsReachedOrPutIn(boolean available) {
        int handle = SyncCalls.create(node, 0);
        int fd = Linux.eventfd(0, EventfdH.EFD_CLOEXEC | EventfdH.EFD_NONBLOCK);
        int flags = available ? AVAILABLE : 0;
        assertThat(SyncCalls.eventfd(node, handle, 2, fd, flags)).isZero();
        submit(handle, 1).signal();
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isZero();
        DmaFence fence = submit(handle, 2);
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isEqualTo(available ? Linux.POLLIN : 0);
        fence.signal();
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
        Linux.close(fd);
    }

    @Test
    void eventfdRingsAtOnceWhenItIsDone() {
        int handle = SyncCalls.create(node, SIGNALED);
        int fd = Linux.eventfd(0, EventfdH.EFD_CLOEXEC);
        assertThat(SyncCalls.eventfd(node, handle, 0, fd, 0)).isZero();
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
        assertThat(SyncCalls.eventfd(node, handle, 0, fd, 1)).as("flags").isEqualTo(EINVAL);
        assertThat(SyncCalls.eventfd(node, 99, 0, fd, 0)).isEqualTo(ENOENT);
        assertThat(SyncCalls.eventfd(node, handle, 0, -1, 0)).isEqualTo(EBADF);
        assertThat(SyncCalls.eventfd(node, handle, 0, 0, 0)).as("no eventfd").isEqualTo(EINVAL);
        Linux.close(fd);
    }

    @Test
    void objectThatGoesTakesItsEventfdsAlong() {
        int handle = SyncCalls.create(node, 0);
        int fd = Linux.eventfd(0, EventfdH.EFD_CLOEXEC);
        long open = Fd.live();
        SyncCalls.eventfd(node, handle, 5, fd, 0);
        assertThat(Fd.live()).isEqualTo(open + 1);
        SyncCalls.destroy(node, handle, 0);
        assertThat(Fd.live()).isEqualTo(open);
        assertThat(Linux.poll(fd, Linux.POLLIN, 0)).isZero();
        Linux.close(fd);
    }

    @Test
    void closingTheFileLetsGoOfItsObjects() {
        try (EmulatedNode other = bench.openCard()) {
            SyncCalls.create(other, 0);
            SyncCalls.create(other, SIGNALED);
            assertThat(Bench.live().syncobjs()).isEqualTo(2);
        }
        assertThat(Bench.live().syncobjs()).isZero();
    }

    @Test
    void sleepersOfManyThreadsAllWake() throws Exception {
        int handle = SyncCalls.create(node, 0);
        CompletableFuture<?>[] sleepers = new CompletableFuture<?>[8];
        for (int i = 0; i < sleepers.length; i++) {
            long point = i + 1L;
            sleepers[i] = async(() -> SyncCalls.awaitPoint(node, FOR_SUBMIT, never(), handle, point))
                    .thenAccept(result -> assertThat(result).isZero());
        }
        for (int point = 1; point <= sleepers.length; point++) {
            SyncCalls.signalPoint(node, handle, point);
        }
        CompletableFuture.allOf(sleepers).get(30, TimeUnit.SECONDS);
    }
}
