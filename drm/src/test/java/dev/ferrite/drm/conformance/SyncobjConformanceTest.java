package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.Bench.EOPNOTSUPP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.Fence;
import dev.ferrite.drm.testing.SyncCalls;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Sync objects, where the driver has them. */
class SyncobjConformanceTest extends Conformance {
    private static final int ETIME = Errno.ETIME.negated();
    private static final int SIGNALED = DrmH.DRM_SYNCOBJ_CREATE_SIGNALED;
    private static final int ALL = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL;
    private static final int FOR_SUBMIT = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT;
    private static final int AVAILABLE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE;
    private static final int DEADLINE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE;
    private static final int LAST_SUBMITTED = DrmH.DRM_SYNCOBJ_QUERY_FLAGS_LAST_SUBMITTED;
    private static final int SYNC_FILE = DrmH.DRM_SYNCOBJ_HANDLE_TO_FD_FLAGS_EXPORT_SYNC_FILE;
    private static final int INTO_OBJECT = DrmH.DRM_SYNCOBJ_FD_TO_HANDLE_FLAGS_IMPORT_SYNC_FILE;
    private static final long HALF_A_MINUTE = 30_000_000_000L;

    private DrmNode syncNode() {
        DrmNode node = node();
        assumeTrue(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ) == 1, () -> traits().driver() + " has no sync objects");
        return node;
    }

    private static int create(DrmNode node) {
        int handle = SyncCalls.create(node, 0);
        assertThat(handle).isPositive();
        return handle;
    }

    private Fd eventfd() {
        return closing(Fd.own(Linux.eventfd(0, Linux.O_CLOEXEC), "eventfd"));
    }

    private static boolean rings(Fd fd) {
        return Linux.poll(fd.value(), Linux.POLLIN, 0) > 0;
    }

    // ---- Objects that hold one fence

    @Test
    void withoutTheFeatureEveryCallSaysSo() {
        DrmNode node = node();
        assumeFalse(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ) == 1, () -> traits().driver() + " has sync objects");
        assertThat(SyncCalls.create(node, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.destroy(node, 1, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.await(node, 0, 0, 1)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.awaitPoint(node, 0, 0, 1, 1)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.signal(node, 1)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.signalPoint(node, 1, 1)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.query(node, 1, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.transfer(node, 1, 0, 1, 0, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.eventfd(node, 1, 0, -1, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.toFd(node, 1, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(SyncCalls.fromFd(node, -1, 0, 0)).isEqualTo(EOPNOTSUPP);
    }

    @Test
    void featureIsThereWhereItShouldBe() {
        onlyKnown();
        assumeTrue(traits().syncobj(), () -> traits().driver() + " has no sync objects");
        assertThat(Calls.cap(node(), DrmH.DRM_CAP_SYNCOBJ_TIMELINE)).isOne();
    }

    @Test
    void unknownFlagsAndHandles() {
        DrmNode node = syncNode();
        assertThat(SyncCalls.create(node, 0x10)).isEqualTo(EINVAL);
        int handle = create(node);
        assertThat(SyncCalls.await(node, 0x80, 0, handle)).isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, AVAILABLE, 0, handle))
                .as("for timelines only")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, 0, 0, handle + 77)).isEqualTo(ENOENT);
        assertThat(SyncCalls.destroy(node, handle + 77, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.destroy(node, handle, 1)).as("pad").isEqualTo(EINVAL);
        assertThat(SyncCalls.destroy(node, handle, 0)).isZero();
        assertThat(SyncCalls.destroy(node, handle, 0)).as("once only").isEqualTo(EINVAL);
    }

    @Test
    void waitWithoutFenceIsEinvalAndForSubmitATimeout() {
        DrmNode node = syncNode();
        int handle = create(node);
        assertThat(SyncCalls.await(node, 0, 0, handle)).isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, FOR_SUBMIT, 0, handle)).isEqualTo(ETIME);
        assertThat(SyncCalls.await(node, 0, 0)).as("of none").isZero();
    }

    @Test
    void signalEndsTheWaitAndResetBringsItBack() {
        DrmNode node = syncNode();
        int handle = create(node);
        int born = SyncCalls.create(node, SIGNALED);
        assertThat(SyncCalls.await(node, 0, 0, born)).isZero();
        assertThat(SyncCalls.signal(node, handle)).isZero();
        assertThat(SyncCalls.await(node, 0, 0, handle)).isZero();
        assertThat(SyncCalls.reset(node, handle)).isZero();
        assertThat(SyncCalls.await(node, 0, 0, handle)).isEqualTo(EINVAL);
        assertThat(SyncCalls.signal(node)).as("none").isEqualTo(EINVAL);
        assertThat(SyncCalls.signal(node, handle, handle + 77)).isEqualTo(ENOENT);
        assertThat(SyncCalls.await(node, 0, 0, handle)).as("all or none").isEqualTo(EINVAL);
    }

    @Test
    void waitForAnyTellsTheFirstAndForAllWantsEach() {
        DrmNode node = syncNode();
        int never = create(node);
        int done = SyncCalls.create(node, SIGNALED);
        int too = SyncCalls.create(node, SIGNALED);
        assertThat(SyncCalls.await(node, FOR_SUBMIT, 0, never, done, too))
                .as("the first that is done")
                .isEqualTo(1);
        assertThat(SyncCalls.await(node, 0, 0, never, done))
                .as("nothing in one")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.await(node, FOR_SUBMIT | ALL, 0, never, done)).isEqualTo(ETIME);
        assertThat(SyncCalls.await(node, ALL, 0, done, too)).isZero();
        assertThat(SyncCalls.await(node, DEADLINE, 0, done)).isZero();
    }

    @Test
    void waitForSubmitIsEndedByTheSignal() throws Exception {
        DrmNode node = syncNode();
        int first = create(node);
        int second = create(node);
        long end = System.nanoTime() + HALF_A_MINUTE;
        CompletableFuture<Integer> waiter =
                CompletableFuture.supplyAsync(() -> SyncCalls.await(node, FOR_SUBMIT, end, first, second));
        assertThat(SyncCalls.signal(node, second)).isZero();
        assertThat(waiter.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    }

    // ---- Timelines

    @Test
    void timelineReachesWhatIsSignaled() {
        DrmNode node = syncNode();
        int handle = create(node);
        assertThat(SyncCalls.query(node, handle, 0)).as("empty").isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 5)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(5);
        assertThat(SyncCalls.query(node, handle, LAST_SUBMITTED)).isEqualTo(5);
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 3)).as("before").isZero();
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 5)).isZero();
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 0))
                .as("all it holds")
                .isZero();
        assertThat(SyncCalls.awaitPoint(node, 0, 0, handle, 6)).isEqualTo(EINVAL);
        assertThat(SyncCalls.awaitPoint(node, FOR_SUBMIT, 0, handle, 6)).isEqualTo(ETIME);
        assertThat(SyncCalls.awaitPoint(node, AVAILABLE, 0, handle, 6)).isEqualTo(ETIME);
        assertThat(SyncCalls.awaitPoint(node, AVAILABLE, 0, handle, 5)).isZero();
        assertThat(SyncCalls.awaitPoint(node, 0x80, 0, handle, 5)).isEqualTo(EINVAL);
    }

    @Test
    void laterPointsCarryOnAndEarlierOnesAreTakenAllTheSame() {
        DrmNode node = syncNode();
        int handle = create(node);
        assertThat(SyncCalls.signalPoint(node, handle, 5)).isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 9)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(9);
        assertThat(SyncCalls.signalPoint(node, handle, 3)).as("out of order").isZero();
        long reached = SyncCalls.query(node, handle, 0);
        assertThat(SyncCalls.query(node, handle, LAST_SUBMITTED)).isEqualTo(reached);
        assertThat(reached).as("the kernel's: never back").isEqualTo(9);
    }

    @Test
    void binaryObjectIsAtZeroAndATimelineCanBeReset() {
        DrmNode node = syncNode();
        int handle = SyncCalls.create(node, SIGNALED);
        assertThat(SyncCalls.query(node, handle, 0)).isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 2)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(2);
        assertThat(SyncCalls.reset(node, handle)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 1)).isZero();
        assertThat(SyncCalls.query(node, handle, 0)).isEqualTo(1);
    }

    @Test
    void waitsForPointsOfSeveralTimelines() {
        DrmNode node = syncNode();
        int a = create(node);
        int b = create(node);
        assertThat(SyncCalls.signalPoint(node, b, 4)).isZero();
        int[] both = {a, b};
        assertThat(SyncCalls.awaitPoints(node, FOR_SUBMIT, 0, both, 1, 4)).isEqualTo(1);
        assertThat(SyncCalls.awaitPoints(node, FOR_SUBMIT | ALL, 0, both, 1, 4)).isEqualTo(ETIME);
        assertThat(SyncCalls.awaitPoints(node, AVAILABLE, 0, both, 1, 4)).isEqualTo(1);
        assertThat(SyncCalls.awaitPoints(node, 0, 0, both, 1, 4)).isEqualTo(EINVAL);
        assertThat(SyncCalls.signalPoint(node, a, 1)).isZero();
        assertThat(SyncCalls.awaitPoints(node, ALL | DEADLINE, 0, both, 1, 4)).isZero();
        assertThat(SyncCalls.awaitPoints(node, 0, 0, new int[] {a, b + 77}, 1, 1))
                .isEqualTo(ENOENT);
        assertThat(SyncCalls.awaitPoints(node, 0, 0, new int[0])).as("of none").isZero();
    }

    @Test
    void waitForAPointIsEndedByTheSignal() throws Exception {
        DrmNode node = syncNode();
        int handle = create(node);
        long end = System.nanoTime() + HALF_A_MINUTE;
        CompletableFuture<Integer> waiter =
                CompletableFuture.supplyAsync(() -> SyncCalls.awaitPoint(node, FOR_SUBMIT, end, handle, 7));
        assertThat(SyncCalls.signalPoint(node, handle, 3)).as("not yet").isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 8)).isZero();
        assertThat(waiter.get(1, TimeUnit.MINUTES)).isZero();
    }

    @Test
    void listsOfPointsWithWrongFlagsOrNone() {
        DrmNode node = syncNode();
        int handle = create(node);
        for (int number : new int[] {DrmH.DRM_IOCTL_SYNCOBJ_QUERY, DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL}) {
            assertThat(SyncCalls.timelineArray(node, number, 2, handle)).isEqualTo(EINVAL);
            assertThat(SyncCalls.timelineArray(node, number, 0)).as("none").isEqualTo(EINVAL);
            assertThat(SyncCalls.timelineArray(node, number, 0, handle, handle + 77))
                    .isEqualTo(ENOENT);
        }
        assertThat(SyncCalls.timelineArray(node, DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL, LAST_SUBMITTED, handle))
                .as("a flag of the query's")
                .isEqualTo(EINVAL);
    }

    @Test
    void transferBetweenPointsAndBinaryObjects() {
        DrmNode node = syncNode();
        int from = create(node);
        int to = create(node);
        assertThat(SyncCalls.transfer(node, from, 0, to, 0, 0))
                .as("nothing there")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.transfer(node, from + 77, 0, to, 0, 0)).isEqualTo(ENOENT);
        assertThat(SyncCalls.transfer(node, from, 0, to + 77, 0, 0)).isEqualTo(ENOENT);
        assertThat(SyncCalls.signal(node, from)).isZero();
        assertThat(SyncCalls.transfer(node, from, 0, to, 6, 0)).as("to a point").isZero();
        assertThat(SyncCalls.query(node, to, 0)).isEqualTo(6);
        int binary = create(node);
        assertThat(SyncCalls.transfer(node, to, 6, binary, 0, 0))
                .as("to a binary one")
                .isZero();
        assertThat(SyncCalls.await(node, 0, 0, binary)).isZero();
        assertThat(SyncCalls.transfer(node, to, 7, binary, 0, 0))
                .as("not there yet")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.transfer(node, to, 4, binary, 0, 0))
                .as("long over")
                .isZero();
        assertThat(SyncCalls.transfer(node, from, 0, from, 1, FOR_SUBMIT))
                .as("onto itself")
                .isZero();
        assertThat(SyncCalls.query(node, from, 0)).isEqualTo(1);
        assertThat(SyncCalls.transfer(node, from, 0, binary, 0, ALL))
                .as("flags of waits")
                .isEqualTo(EINVAL);
        assertThat(SyncCalls.transfer(node, from + 77, 0, binary, 0, ALL))
                .as("source first")
                .isEqualTo(ENOENT);
        assertThat(SyncCalls.transfer(node, from, 0, binary + 77, 0, ALL))
                .as("target first")
                .isEqualTo(ENOENT);
    }

    @Test
    void listsOfPointsMayBeMissing() {
        DrmNode node = syncNode();
        int handle = create(node);
        assertThat(SyncCalls.awaitAnything(node, FOR_SUBMIT, handle)).isEqualTo(ETIME);
        assertThat(SyncCalls.signal(node, handle)).isZero();
        assertThat(SyncCalls.awaitAnything(node, 0, handle)).as("point 0").isZero();
    }

    // ---- Descriptors

    @Test
    void eventfdRingsOnce() {
        DrmNode node = syncNode();
        int handle = create(node);
        Fd later = eventfd();
        assertThat(SyncCalls.eventfd(node, handle, 2, later.value(), 0)).isZero();
        assertThat(SyncCalls.signalPoint(node, handle, 1)).isZero();
        assertThat(rings(later)).as("not yet").isFalse();
        assertThat(SyncCalls.signalPoint(node, handle, 2)).isZero();
        assertThat(rings(later)).isTrue();
        Fd now = eventfd();
        assertThat(SyncCalls.eventfd(node, handle, 1, now.value(), 0)).isZero();
        assertThat(rings(now)).as("over already").isTrue();
        Fd available = eventfd();
        assertThat(SyncCalls.eventfd(node, handle, 3, available.value(), AVAILABLE))
                .isZero();
        assertThat(rings(available)).isFalse();
        assertThat(SyncCalls.signalPoint(node, handle, 3)).isZero();
        assertThat(rings(available)).isTrue();
        Fd binary = eventfd();
        int plain = create(node);
        assertThat(SyncCalls.eventfd(node, plain, 0, binary.value(), 0)).isZero();
        assertThat(SyncCalls.signal(node, plain)).isZero();
        assertThat(rings(binary)).isTrue();
    }

    @Test
    void eventfdsThatAreNone() {
        DrmNode node = syncNode();
        int handle = create(node);
        Fd memfd = closing(Fd.own(Linux.memfdCreate("none", Linux.MFD_CLOEXEC), "memfd"));
        assertThat(SyncCalls.eventfd(node, handle, 0, memfd.value(), 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.eventfd(node, handle, 0, -1, 0)).isEqualTo(EBADF);
        assertThat(SyncCalls.eventfd(node, handle + 77, 0, memfd.value(), 0)).isEqualTo(ENOENT);
        assertThat(SyncCalls.eventfd(node, handle, 0, eventfd().value(), 1))
                .as("flags")
                .isEqualTo(EINVAL);
    }

    @Test
    void objectTravelsAsADescriptor() {
        DrmNode node = syncNode();
        int handle = create(node);
        Fd fd = closing(Fd.own(SyncCalls.toFd(node, handle, 0), "sync object"));
        DrmNode second = node();
        int imported = SyncCalls.fromFd(second, fd.value(), 0, 0);
        assertThat(imported).isPositive();
        assertThat(SyncCalls.signal(node, handle)).isZero();
        assertThat(SyncCalls.await(second, 0, 0, imported))
                .as("the same object")
                .isZero();
        int again = SyncCalls.fromFd(second, fd.value(), 0, 0);
        assertThat(again).as("another handle each time").isPositive().isNotEqualTo(imported);
    }

    @Test
    void fenceTravelsAsASyncFile() {
        DrmNode node = syncNode();
        int handle = create(node);
        assertThat(SyncCalls.toFd(node, handle, SYNC_FILE)).as("nothing in it").isEqualTo(EINVAL);
        assertThat(SyncCalls.signal(node, handle)).isZero();
        Fence fence = closing(Fence.adopt(SyncCalls.toFd(node, handle, SYNC_FILE)));
        assertThat(fence.isSignaled()).isTrue();
        assertThat(SyncCalls.reset(node, handle)).isZero();
        assertThat(fence.isSignaled()).as("what it was, not what comes").isTrue();
        assertThat(SyncCalls.fromFd(node, fence.fd(), INTO_OBJECT, handle)).isNotNegative();
        assertThat(SyncCalls.await(node, 0, 0, handle)).isZero();
        assertThat(closing(fence.merge(fence)).isSignaled()).isTrue();
    }

    @Test
    void descriptorsThatAreNone() {
        DrmNode node = syncNode();
        int handle = SyncCalls.create(node, SIGNALED);
        Fd memfd = closing(Fd.own(Linux.memfdCreate("none", Linux.MFD_CLOEXEC), "memfd"));
        for (int fd : new int[] {-1, memfd.value()}) {
            assertThat(SyncCalls.fromFd(node, fd, 0, 0)).isEqualTo(EINVAL);
            assertThat(SyncCalls.fromFd(node, fd, INTO_OBJECT, handle)).isEqualTo(EINVAL);
        }
        assertThat(SyncCalls.toFd(node, handle + 77, 0)).isEqualTo(EINVAL);
        assertThat(SyncCalls.toFd(node, handle + 77, SYNC_FILE)).isEqualTo(ENOENT);
        assertThat(SyncCalls.toFd(node, handle, 0x10)).isEqualTo(EINVAL);
        assertThat(SyncCalls.fromFd(node, memfd.value(), 0x10, handle)).isEqualTo(EINVAL);
        int number = DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD;
        assertThat(SyncCalls.descriptor(node, number, handle, 0, -1, 1))
                .as("pad")
                .isEqualTo(EINVAL);
        Fence fence = closing(Fence.adopt(SyncCalls.toFd(node, handle, SYNC_FILE)));
        assertThat(SyncCalls.fromFd(node, fence.fd(), INTO_OBJECT, handle + 77)).isEqualTo(ENOENT);
        assertThat(SyncCalls.fromFd(node, fence.fd(), 0, 0)).as("no object").isEqualTo(EINVAL);
    }
}
