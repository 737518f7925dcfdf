package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static dev.ferrite.drm.testing.Bench.EOPNOTSUPP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSyncobjArray;
import dev.ferrite.drm.uapi.DrmSyncobjCreate;
import dev.ferrite.drm.uapi.DrmSyncobjDestroy;
import dev.ferrite.drm.uapi.DrmSyncobjWait;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** Sync objects, where the driver has them. */
class SyncobjConformanceTest extends Conformance {
    private static final int ETIME = Errno.ETIME.negated();
    private static final int SIGNALED = DrmH.DRM_SYNCOBJ_CREATE_SIGNALED;
    private static final int FOR_SUBMIT = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT;

    private DrmNode syncNode() {
        DrmNode node = node();
        assumeTrue(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ) == 1, () -> traits().driver() + " has no sync objects");
        return node;
    }

    private static int create(DrmNode node, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjCreate.LAYOUT);
            DrmSyncobjCreate.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_CREATE, args);
            return result < 0 ? result : DrmSyncobjCreate.handle(args);
        }
    }

    private static int destroy(DrmNode node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjDestroy.LAYOUT);
            DrmSyncobjDestroy.handle(args, handle);
            return node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_DESTROY, args);
        }
    }

    /** The index of the signalled one, or {@code -errno}; a timeout of 0, absolute. */
    private static int await(DrmNode node, int flags, int... handles) {
        long head = DrmSyncobjWait.SIZEOF;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(head + 4L * handles.length, 8);
            MemorySegment.copy(handles, 0, args, ValueLayout.JAVA_INT, head, handles.length);
            DrmSyncobjWait.handles(args, args.address() + head);
            DrmSyncobjWait.countHandles(args, handles.length);
            DrmSyncobjWait.flags(args, flags);
            DrmSyncobjWait.firstSignaled(args, 77);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, args);
            return result < 0 ? result : DrmSyncobjWait.firstSignaled(args);
        }
    }

    private static int array(DrmNode node, int request, int... handles) {
        long head = DrmSyncobjArray.SIZEOF;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(head + 4L * handles.length, 8);
            MemorySegment.copy(handles, 0, args, ValueLayout.JAVA_INT, head, handles.length);
            DrmSyncobjArray.handles(args, args.address() + head);
            DrmSyncobjArray.countHandles(args, handles.length);
            return node.ioctl(request, args);
        }
    }

    @Test
    void withoutTheFeatureEveryCallSaysSo() {
        DrmNode node = node();
        assumeFalse(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ) == 1, () -> traits().driver() + " has sync objects");
        assertThat(create(node, 0)).isEqualTo(EOPNOTSUPP);
        assertThat(destroy(node, 1)).isEqualTo(EOPNOTSUPP);
        assertThat(await(node, 0, 1)).isEqualTo(EOPNOTSUPP);
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
        assertThat(create(node, 0x10)).isEqualTo(EINVAL);
        int handle = create(node, 0);
        assertThat(handle).isPositive();
        assertThat(await(node, 0x80, handle)).isEqualTo(EINVAL);
        assertThat(await(node, 0, handle + 77)).isEqualTo(ENOENT);
        assertThat(destroy(node, handle + 77)).isEqualTo(EINVAL);
        assertThat(destroy(node, handle)).isZero();
        assertThat(destroy(node, handle)).as("once only").isEqualTo(EINVAL);
    }

    @Test
    void waitWithoutFenceIsEinvalAndForSubmitATimeout() {
        DrmNode node = syncNode();
        int handle = create(node, 0);
        assertThat(await(node, 0, handle)).isEqualTo(EINVAL);
        assertThat(await(node, FOR_SUBMIT, handle)).isEqualTo(ETIME);
        assertThat(await(node, 0)).as("of none").isBetween(0, 77);
    }

    @Test
    void signalEndsTheWaitAndResetBringsItBack() {
        DrmNode node = syncNode();
        int handle = create(node, 0);
        int born = create(node, SIGNALED);
        assertThat(await(node, 0, born)).isZero();
        assertThat(array(node, DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL, handle)).isZero();
        assertThat(await(node, 0, handle)).isZero();
        assertThat(array(node, DrmH.DRM_IOCTL_SYNCOBJ_RESET, handle)).isZero();
        assertThat(await(node, 0, handle)).isEqualTo(EINVAL);
        assertThat(array(node, DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL)).as("none").isEqualTo(EINVAL);
    }
}
