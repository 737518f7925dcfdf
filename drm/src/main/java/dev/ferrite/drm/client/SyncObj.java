package dev.ferrite.drm.client;

import dev.ferrite.drm.anon.AnonFile;
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
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EventfdH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Owns one handle on a sync object: a place for a fence, or for a timeline of them.
 *
 * <p>Point 0 is all the object holds; other points are those of a timeline, for which the driver needs the feature. Waits for
 * something that was not put in yet wait for that, too. One that is closed while another thread waits with it is closed when
 * that wait ends. Thread-safe.
 */
public final class SyncObj extends ClosedWhenUnused {
    /** Where arrays begin behind a struct; every struct here is shorter. */
    private static final long ARRAYS = 64;

    private static final int FOR_SUBMIT = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT;
    private static final int ALL = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL;

    private final DrmNode node;
    private final int handle;

    private SyncObj(DrmNode node, int handle) {
        this.node = node;
        this.handle = handle;
    }

    /**
     * Makes an object: SYNCOBJ_CREATE.
     *
     * @param node where
     * @param signaled whether it holds a signalled fence, or nothing
     * @return the object
     * @throws ErrnoException EOPNOTSUPP without the driver's feature, ENODEV, ENOSPC
     */
    public static SyncObj create(DrmNode node, boolean signaled) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjCreate.LAYOUT);
            DrmSyncobjCreate.flags(args, signaled ? DrmH.DRM_SYNCOBJ_CREATE_SIGNALED : 0);
            check(node, DrmH.DRM_IOCTL_SYNCOBJ_CREATE, args, "SYNCOBJ_CREATE");
            return new SyncObj(node, DrmSyncobjCreate.handle(args));
        }
    }

    /**
     * Imports an object by a descriptor of {@link #export}: SYNCOBJ_FD_TO_HANDLE.
     *
     * @param node where
     * @param fd the descriptor; stays the caller's
     * @return the same object with a handle of its own
     * @throws ErrnoException EINVAL if it is no sync object, EOPNOTSUPP, ENODEV
     */
    public static SyncObj importFd(DrmNode node, int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjHandle.LAYOUT);
            DrmSyncobjHandle.fd(args, fd);
            check(node, DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE, args, "SYNCOBJ_FD_TO_HANDLE fd=" + fd);
            return new SyncObj(node, DrmSyncobjHandle.handle(args));
        }
    }

    private static void check(DrmNode node, int request, MemorySegment args, String what) {
        Errno.check(node.ioctl(request, args), what + " on " + node.name());
    }

    /** A call on this object. */
    private void call(int request, MemorySegment args, String what) {
        enter();
        try {
            check(node, request, args, what + " handle=" + handle);
        } finally {
            leave();
        }
    }

    /**
     * The handle.
     *
     * @return the number, 1 or more
     * @throws IllegalStateException if the object is closed
     */
    public int handle() {
        if (isClosed()) {
            throw closedError();
        }
        return handle;
    }

    /**
     * The node.
     *
     * @return whose handle it owns
     */
    public DrmNode node() {
        return node;
    }

    // ---- Descriptors

    /**
     * The object as a descriptor, for other files and, with real drivers, other processes.
     *
     * @return the descriptor's owner
     * @throws ErrnoException EMFILE, ENODEV
     */
    public Fd export() {
        return Fd.own(descriptor(0), "sync object");
    }

    /**
     * What the object holds now, as a fence of its own.
     *
     * @return the fence
     * @throws ErrnoException EINVAL if it holds nothing; EMFILE, ENODEV
     */
    public Fence exportFence() {
        return Fence.adopt(descriptor(DrmH.DRM_SYNCOBJ_HANDLE_TO_FD_FLAGS_EXPORT_SYNC_FILE));
    }

    private int descriptor(int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjHandle.LAYOUT);
            DrmSyncobjHandle.handle(args, handle);
            DrmSyncobjHandle.flags(args, flags);
            call(DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, args, "SYNCOBJ_HANDLE_TO_FD");
            return DrmSyncobjHandle.fd(args);
        }
    }

    /**
     * Puts a fence in.
     *
     * @param fence the fence; stays the caller's
     * @throws ErrnoException EINVAL if it is of another kind of node; ENODEV
     */
    public void importFence(Fence fence) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjHandle.LAYOUT);
            DrmSyncobjHandle.handle(args, handle);
            DrmSyncobjHandle.flags(args, DrmH.DRM_SYNCOBJ_FD_TO_HANDLE_FLAGS_IMPORT_SYNC_FILE);
            DrmSyncobjHandle.fd(args, fence.fd());
            call(DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE, args, "SYNCOBJ_FD_TO_HANDLE of " + fence);
        }
    }

    // ---- Content

    /** Puts a signalled fence in: SYNCOBJ_SIGNAL. */
    public void signal() {
        array(DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL, "SYNCOBJ_SIGNAL");
    }

    /** Takes out what it holds: SYNCOBJ_RESET. */
    public void reset() {
        array(DrmH.DRM_IOCTL_SYNCOBJ_RESET, "SYNCOBJ_RESET");
    }

    private void array(int request, String what) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = withHandles(arena, this);
            DrmSyncobjArray.handles(args, args.address() + ARRAYS);
            DrmSyncobjArray.countHandles(args, 1);
            call(request, args, what);
        }
    }

    /**
     * Adds a signalled point to the timeline: SYNCOBJ_TIMELINE_SIGNAL.
     *
     * @param point its number, later than the last
     * @throws ErrnoException EOPNOTSUPP without timelines
     */
    public void signal(long point) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = timelineArray(arena);
            args.set(ValueLayout.JAVA_LONG, pointsAt(1), point);
            call(DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL, args, "SYNCOBJ_TIMELINE_SIGNAL point=" + point);
        }
    }

    /**
     * The point the timeline has reached: SYNCOBJ_QUERY.
     *
     * @return its number; 0 if it holds no timeline
     * @throws ErrnoException EOPNOTSUPP without timelines
     */
    public long reached() {
        return query(0);
    }

    /**
     * The newest point of the timeline, reached or not.
     *
     * @return its number; 0 if it holds no timeline
     * @throws ErrnoException EOPNOTSUPP without timelines
     */
    public long lastSubmitted() {
        return query(DrmH.DRM_SYNCOBJ_QUERY_FLAGS_LAST_SUBMITTED);
    }

    private long query(int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = timelineArray(arena);
            DrmSyncobjTimelineArray.flags(args, flags);
            call(DrmH.DRM_IOCTL_SYNCOBJ_QUERY, args, "SYNCOBJ_QUERY");
            return args.get(ValueLayout.JAVA_LONG, pointsAt(1));
        }
    }

    private MemorySegment timelineArray(Arena arena) {
        MemorySegment args = withHandles(arena, this);
        DrmSyncobjTimelineArray.handles(args, args.address() + ARRAYS);
        DrmSyncobjTimelineArray.points(args, args.address() + pointsAt(1));
        DrmSyncobjTimelineArray.countHandles(args, 1);
        return args;
    }

    /**
     * Copies a fence from another object of the node: SYNCOBJ_TRANSFER.
     *
     * @param from the other object
     * @param fromPoint which of its points; 0 for all it holds
     * @param point where to in this one; 0 replaces what it holds
     * @throws ErrnoException EINVAL if there is no such point yet; EOPNOTSUPP without timelines
     */
    public void transferFrom(SyncObj from, long fromPoint, long point) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjTransfer.LAYOUT);
            DrmSyncobjTransfer.srcHandle(args, from.handle());
            DrmSyncobjTransfer.srcPoint(args, fromPoint);
            DrmSyncobjTransfer.dstHandle(args, handle);
            DrmSyncobjTransfer.dstPoint(args, point);
            call(DrmH.DRM_IOCTL_SYNCOBJ_TRANSFER, args, "SYNCOBJ_TRANSFER from=" + from);
        }
    }

    // ---- Waiting

    private static long pointsAt(int handles) {
        return ARRAYS + (4L * handles + 7 & ~7L);
    }

    /** A struct's room, the handles, and room for as many points. */
    private static MemorySegment withHandles(Arena arena, SyncObj... objects) {
        MemorySegment args = arena.allocate(pointsAt(objects.length) + 8L * objects.length, 8);
        for (int i = 0; i < objects.length; i++) {
            args.set(ValueLayout.JAVA_INT, ARRAYS + 4L * i, objects[i].handle());
        }
        return args;
    }

    /**
     * Waits until something was put in and is signalled.
     *
     * @param timeoutNanos how long at most; {@link Long#MAX_VALUE} is for ever
     * @return false if the time is over
     * @throws ErrnoException EINTR if the thread is interrupted, which it stays; ENODEV
     */
    public boolean await(long timeoutNanos) {
        return awaitAll(List.of(this), timeoutNanos);
    }

    /**
     * Waits until all are.
     *
     * @param objects of one node
     * @param timeoutNanos how long at most
     * @return false if the time is over
     * @throws ErrnoException EINTR, ENODEV
     */
    public static boolean awaitAll(List<SyncObj> objects, long timeoutNanos) {
        return objects.isEmpty() || await(objects, ALL, timeoutNanos) >= 0;
    }

    /**
     * Waits until one is.
     *
     * @param objects of one node, at least one
     * @param timeoutNanos how long at most
     * @return the place of the first that is; -1 if the time is over
     * @throws ErrnoException EINTR, ENODEV
     */
    public static int awaitAny(List<SyncObj> objects, long timeoutNanos) {
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("no sync objects to wait for");
        }
        return await(objects, 0, timeoutNanos);
    }

    @SuppressWarnings("ReferenceEquality") // a node is what it is
    private static int await(List<SyncObj> objects, int flags, long timeoutNanos) {
        SyncObj[] all = objects.toArray(SyncObj[]::new);
        DrmNode node = all[0].node;
        int entered = 0;
        try (Arena arena = Arena.ofConfined()) {
            for (SyncObj object : all) {
                if (object.node != node) {
                    throw new IllegalArgumentException("sync objects of different nodes: " + all[0] + " and " + object);
                }
                object.enter();
                entered++;
            }
            MemorySegment args = withHandles(arena, all);
            DrmSyncobjWait.handles(args, args.address() + ARRAYS);
            DrmSyncobjWait.countHandles(args, all.length);
            DrmSyncobjWait.flags(args, flags | FOR_SUBMIT);
            boolean came = Slices.await(timeoutNanos, "sync objects on " + node.name(), nanos -> {
                DrmSyncobjWait.timeoutNsec(args, System.nanoTime() + nanos);
                return isDone(node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, args), node);
            });
            return came ? DrmSyncobjWait.firstSignaled(args) : -1;
        } finally {
            for (int i = 0; i < entered; i++) {
                all[i].leave();
            }
        }
    }

    /**
     * Waits until a point of the timeline was put in and is reached.
     *
     * @param point its number
     * @param timeoutNanos how long at most
     * @return false if the time is over
     * @throws ErrnoException EINTR, ENODEV; EOPNOTSUPP without timelines
     */
    public boolean awaitPoint(long point, long timeoutNanos) {
        enter();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = withHandles(arena, this);
            DrmSyncobjTimelineWait.handles(args, args.address() + ARRAYS);
            DrmSyncobjTimelineWait.points(args, args.address() + pointsAt(1));
            args.set(ValueLayout.JAVA_LONG, pointsAt(1), point);
            DrmSyncobjTimelineWait.countHandles(args, 1);
            DrmSyncobjTimelineWait.flags(args, FOR_SUBMIT);
            return Slices.await(timeoutNanos, this + " point=" + point, nanos -> {
                DrmSyncobjTimelineWait.timeoutNsec(args, System.nanoTime() + nanos);
                return isDone(node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT, args), node);
            });
        } finally {
            leave();
        }
    }

    private static boolean isDone(int result, DrmNode node) {
        if (result == Errno.ETIME.negated() || result == Errno.EINTR.negated()) {
            return false; // the caller looks for interrupts
        }
        Errno.check(result, "SYNCOBJ_WAIT on " + node.name());
        return true;
    }

    /**
     * A point as a future: SYNCOBJ_EVENTFD. Without timelines, what the object holds now.
     *
     * @param point its number; 0 for all the object holds
     * @return completed when it was put in and is reached, on the common pool; cancelling it ends the watch. It stays open if
     *     the object is destroyed before anything was put in
     * @throws ErrnoException EMFILE, ENODEV; without timelines EINVAL if it holds nothing, EOPNOTSUPP for a point
     */
    public CompletableFuture<Void> toFuture(long point) {
        Fd eventfd = Fd.own(Linux.eventfd(0, EventfdH.EFD_CLOEXEC | EventfdH.EFD_NONBLOCK), "eventfd");
        boolean done = false;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjEventfd.LAYOUT);
            DrmSyncobjEventfd.handle(args, handle);
            DrmSyncobjEventfd.point(args, point);
            DrmSyncobjEventfd.fd(args, eventfd.value());
            call(DrmH.DRM_IOCTL_SYNCOBJ_EVENTFD, args, "SYNCOBJ_EVENTFD point=" + point);
            done = true;
            return FencePoller.watch(eventfd);
        } catch (ErrnoException e) {
            if (done || e.errno() != Errno.EOPNOTSUPP || point != 0) {
                throw e;
            }
        } finally {
            if (!done) {
                eventfd.close();
            }
        }
        try (Fence now = exportFence()) {
            return now.toFuture();
        }
    }

    // ---- The end

    /** Gives the handle back. Does nothing the second time. */
    @Override
    public void close() {
        super.close();
    }

    private void enter() {
        if (!tryEnter()) {
            throw closedError();
        }
    }

    @Override
    void end() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSyncobjDestroy.LAYOUT);
            DrmSyncobjDestroy.handle(args, handle);
            int result = node.ioctl(DrmH.DRM_IOCTL_SYNCOBJ_DESTROY, args);
            // A node that is closed or unplugged has taken, or will take, its handles with it.
            if (result < 0 && result != Errno.EBADF.negated() && result != Errno.ENODEV.negated()) {
                Warn.warn("syncobj-destroy", "SYNCOBJ_DESTROY on " + node.name() + " handle=" + handle + ": " + result);
            }
        }
        AnonFile.reclaim();
    }

    private IllegalStateException closedError() {
        return new IllegalStateException("sync object on " + node.name() + " is closed: handle was=" + handle);
    }

    @Override
    public String toString() {
        return "sync object on " + node.name() + " handle=" + handle + (isClosed() ? " (closed)" : "");
    }
}
