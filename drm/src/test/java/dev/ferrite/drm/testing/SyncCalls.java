package dev.ferrite.drm.testing;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSyncobjArray;
import dev.ferrite.drm.uapi.DrmSyncobjCreate;
import dev.ferrite.drm.uapi.DrmSyncobjDestroy;
import dev.ferrite.drm.uapi.DrmSyncobjEventfd;
import dev.ferrite.drm.uapi.DrmSyncobjHandle;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineArray;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineWait;
import dev.ferrite.drm.uapi.DrmSyncobjTransfer;
import dev.ferrite.drm.uapi.DrmSyncobjWait;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The calls for sync objects, bare: the result, or -errno. Arrays lie behind the struct, in the same segment. */
public final class SyncCalls {
    private static final long ARRAYS = 64;

    private SyncCalls() {}

    public static int create(DrmNode node, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjCreate.LAYOUT);
            DrmSyncobjCreate.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_CREATE, args);
            return result < 0 ? result : DrmSyncobjCreate.handle(args);
        }
    }

    public static int destroy(DrmNode node, int handle, int pad) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjDestroy.LAYOUT);
            DrmSyncobjDestroy.handle(args, handle);
            DrmSyncobjDestroy.pad(args, pad);
            return node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_DESTROY, args);
        }
    }

    public static int toFd(DrmNode node, int handle, int flags) {
        return descriptor(node, DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, handle, flags, -1, 0);
    }

    /** The new handle; for a sync file, 0. */
    public static int fromFd(DrmNode node, int fd, int flags, int into) {
        return descriptor(node, DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE, into, flags, fd, 0);
    }

    public static int descriptor(DrmNode node, int number, int handle, int flags, int fd, int pad) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjHandle.LAYOUT);
            DrmSyncobjHandle.handle(args, handle);
            DrmSyncobjHandle.flags(args, flags);
            DrmSyncobjHandle.fd(args, fd);
            DrmSyncobjHandle.pad(args, pad);
            int result = node.ioctl(number, args);
            if (result < 0) {
                return result;
            }
            return number == DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD
                    ? DrmSyncobjHandle.fd(args)
                    : DrmSyncobjHandle.handle(args);
        }
    }

    /** The same with the newest struct, which has a point. */
    public static int descriptorAt(DrmNode node, int number, int handle, int flags, int fd, long point) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(24, 8);
            DrmSyncobjHandle.handle(args, handle);
            DrmSyncobjHandle.flags(args, flags);
            DrmSyncobjHandle.fd(args, fd);
            args.set(ValueLayout.JAVA_LONG, 16, point);
            int result = node.ioctl(number + (8 << 16), args);
            return result < 0 ? result : DrmSyncobjHandle.fd(args);
        }
    }

    private static MemorySegment with(Arena arena, int... handles) {
        MemorySegment args = arena.allocate(ARRAYS + 16L * handles.length + 8, 8);
        MemorySegment.copy(handles, 0, args, ValueLayout.JAVA_INT, ARRAYS, handles.length);
        return args;
    }

    private static long pointsAt(MemorySegment args, long... points) {
        long at = args.byteSize() - 8L * points.length;
        MemorySegment.copy(points, 0, args, ValueLayout.JAVA_LONG, at, points.length);
        return args.address() + at;
    }

    /** The first that is done, or -errno. */
    public static int await(DrmNode node, int flags, long until, int... handles) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handles);
            DrmSyncobjWait.handles(args, args.address() + ARRAYS);
            DrmSyncobjWait.timeoutNsec(args, until);
            DrmSyncobjWait.countHandles(args, handles.length);
            DrmSyncobjWait.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, args);
            return result < 0 ? result : DrmSyncobjWait.firstSignaled(args);
        }
    }

    /** The same, for a point. */
    public static int awaitPoint(DrmNode node, int flags, long until, int handle, long point) {
        return awaitPoints(node, flags, until, new int[] {handle}, point);
    }

    /** The first that is done, or -errno. */
    public static int awaitPoints(DrmNode node, int flags, long until, int[] handles, long... points) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handles);
            DrmSyncobjTimelineWait.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineWait.points(args, pointsAt(args, points));
            DrmSyncobjTimelineWait.timeoutNsec(args, until);
            DrmSyncobjTimelineWait.countHandles(args, handles.length);
            DrmSyncobjTimelineWait.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT, args);
            return result < 0 ? result : DrmSyncobjTimelineWait.firstSignaled(args);
        }
    }

    /** TIMELINE_WAIT without a list of points: the first that is done, or -errno. */
    public static int awaitAnything(DrmNode node, int flags, int... handles) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handles);
            DrmSyncobjTimelineWait.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineWait.countHandles(args, handles.length);
            DrmSyncobjTimelineWait.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT, args);
            return result < 0 ? result : DrmSyncobjTimelineWait.firstSignaled(args);
        }
    }

    /** RESET or SIGNAL. */
    public static int array(DrmNode node, int number, int... handles) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handles);
            DrmSyncobjArray.handles(args, args.address() + ARRAYS);
            DrmSyncobjArray.countHandles(args, handles.length);
            return node.ioctl(number, args);
        }
    }

    public static int signal(DrmNode node, int... handles) {
        return array(node, DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL, handles);
    }

    public static int reset(DrmNode node, int... handles) {
        return array(node, DrmH.DRM_IOCTL_SYNCOBJ_RESET, handles);
    }

    public static int signalPoint(DrmNode node, int handle, long point) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handle);
            DrmSyncobjTimelineArray.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineArray.points(args, pointsAt(args, point));
            DrmSyncobjTimelineArray.countHandles(args, 1);
            return node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL, args);
        }
    }

    /** The number, or -errno. */
    public static long query(DrmNode node, int handle, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handle);
            DrmSyncobjTimelineArray.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineArray.points(args, pointsAt(args, -1));
            DrmSyncobjTimelineArray.countHandles(args, 1);
            DrmSyncobjTimelineArray.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_QUERY, args);
            return result < 0 ? result : args.get(ValueLayout.JAVA_LONG, args.byteSize() - 8);
        }
    }

    /** Answers of a call with a list of points: pad or flags wrong, no handles. */
    public static int timelineArray(DrmNode node, int number, int flags, int... handles) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = with(arena, handles);
            DrmSyncobjTimelineArray.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineArray.points(args, pointsAt(args, new long[handles.length]));
            DrmSyncobjTimelineArray.countHandles(args, handles.length);
            DrmSyncobjTimelineArray.flags(args, flags);
            return node.ioctl(number, args);
        }
    }

    public static int transfer(DrmNode node, int from, long fromPoint, int to, long toPoint, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjTransfer.LAYOUT);
            DrmSyncobjTransfer.srcHandle(args, from);
            DrmSyncobjTransfer.srcPoint(args, fromPoint);
            DrmSyncobjTransfer.dstHandle(args, to);
            DrmSyncobjTransfer.dstPoint(args, toPoint);
            DrmSyncobjTransfer.flags(args, flags);
            return node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_TRANSFER, args);
        }
    }

    public static int eventfd(DrmNode node, int handle, long point, int fd, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjEventfd.LAYOUT);
            DrmSyncobjEventfd.handle(args, handle);
            DrmSyncobjEventfd.point(args, point);
            DrmSyncobjEventfd.fd(args, fd);
            DrmSyncobjEventfd.flags(args, flags);
            return node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_EVENTFD, args);
        }
    }
}
