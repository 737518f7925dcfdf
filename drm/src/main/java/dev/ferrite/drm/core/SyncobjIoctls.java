package dev.ferrite.drm.core;

import static dev.ferrite.drm.ioctl.IoctlFlags.RENDER_ALLOW;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceMerge;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.drm.syncobj.Syncobj;
import dev.ferrite.drm.syncobj.SyncobjEventfd;
import dev.ferrite.drm.syncobj.SyncobjFile;
import dev.ferrite.drm.syncobj.SyncobjWait;
import dev.ferrite.drm.uaccess.UserMemory;
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
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls for sync objects: the counterpart of {@code drm_syncobj.c}'s ioctls.
 *
 * <p>All are for render clients, too, take no lock, and go on working after an unregister. Checks in the kernel's order:
 * feature (EOPNOTSUPP), padding and flags (EINVAL), number of handles, then the handles themselves.
 * {@link IoctlSheet} has the fact sheet of each.
 */
final class SyncobjIoctls {
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int ENOENT = Errno.ENOENT.negated();
    private static final int EOPNOTSUPP = Errno.EOPNOTSUPP.negated();

    private static final int ALL = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL;
    private static final int FOR_SUBMIT = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT;
    private static final int AVAILABLE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE;
    private static final int DEADLINE = DrmH.DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE;

    /** Bit 0 of the flags of both descriptor calls: a sync file, not the object. */
    private static final int SYNC_FILE = 1;

    /** Bit 1 of them, of newest kernels: the sync file is that of the point in the struct's new last member. */
    private static final int TIMELINE_POINT = 2;

    /** {@code struct drm_syncobj_handle} as of newest kernels: 16 bytes as ever, then a point. */
    private static final int HANDLE_SIZE = 24;

    private static final long POINT_OFFSET = 16;

    /** What TRANSFER waits for something to be put into the source, at most. */
    private static final long SUBMIT_WAIT_NANOS = 5_000_000_000L;

    /** More handles than the kernel finds memory for in one piece. */
    private static final int MAX_HANDLES = 1 << 20;

    private SyncobjIoctls() {}

    /** Fills the core's slots of a driver's table. */
    static void fill(IoctlEntry[] table) {
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_CREATE, Driver.SYNCOBJ, SyncobjIoctls::create);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_DESTROY, Driver.SYNCOBJ, SyncobjIoctls::destroy);
        add(table, withPoint(DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD), Driver.SYNCOBJ, SyncobjIoctls::handleToFd);
        add(table, withPoint(DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE), Driver.SYNCOBJ, SyncobjIoctls::fdToHandle);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_TRANSFER, Driver.SYNCOBJ_TIMELINE, SyncobjIoctls::transfer);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_WAIT, Driver.SYNCOBJ, SyncobjIoctls::wait);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT, Driver.SYNCOBJ_TIMELINE, SyncobjIoctls::timelineWait);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_RESET, Driver.SYNCOBJ, SyncobjIoctls::reset);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL, Driver.SYNCOBJ, SyncobjIoctls::signal);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL, Driver.SYNCOBJ_TIMELINE, SyncobjIoctls::timelineSignal);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_QUERY, Driver.SYNCOBJ_TIMELINE, SyncobjIoctls::query);
        add(table, DrmH.DRM_IOCTL_SYNCOBJ_EVENTFD, Driver.SYNCOBJ_TIMELINE, SyncobjIoctls::eventfd);
    }

    private static int withPoint(int number) {
        return IoctlNumber.of(
                IoctlNumber.direction(number), IoctlNumber.type(number), IoctlNumber.nr(number), HANDLE_SIZE);
    }

    /** What a call does once the driver has the feature. */
    @FunctionalInterface
    private interface Call {
        long handle(MemorySegment data, DrmFile<?> file, UserMemory user);
    }

    private static void add(IoctlEntry[] table, int number, int feature, Call call) {
        CoreIoctls.add(
                table,
                number,
                RENDER_ALLOW,
                (device, data, file, user) ->
                        device.driver().has(feature) ? call.handle(data, file, user) : EOPNOTSUPP);
    }

    // ---- Handles and descriptors

    private static long create(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int flags = DrmSyncobjCreate.flags(data);
        if ((flags & ~DrmH.DRM_SYNCOBJ_CREATE_SIGNALED) != 0) {
            return EINVAL;
        }
        int handle = publish(file, new Syncobj(flags == 0 ? null : DmaFence.newStub()));
        DrmSyncobjCreate.handle(data, Math.max(0, handle));
        return Math.min(0, handle);
    }

    private static int publish(DrmFile<?> file, Syncobj object) {
        int handle = file.syncobjs().add(object);
        if (handle < 0) {
            object.put();
        }
        return handle;
    }

    private static long destroy(MemorySegment data, DrmFile<?> file, UserMemory user) {
        return DrmSyncobjDestroy.pad(data) != 0 ? EINVAL : file.syncobjs().remove(DrmSyncobjDestroy.handle(data));
    }

    private static long pointOf(MemorySegment data) {
        return data.get(ValueLayout.JAVA_LONG, POINT_OFFSET);
    }

    /** 0 if padding, flags and point go together. */
    private static int checkHandle(MemorySegment data) {
        int flags = DrmSyncobjHandle.flags(data);
        boolean wrong = DrmSyncobjHandle.pad(data) != 0
                || (flags & ~(SYNC_FILE | TIMELINE_POINT)) != 0
                || ((flags & (SYNC_FILE | TIMELINE_POINT)) == TIMELINE_POINT)
                || ((flags & TIMELINE_POINT) == 0 && pointOf(data) != 0);
        return wrong ? EINVAL : 0;
    }

    private static long handleToFd(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int error = checkHandle(data);
        if (error < 0) {
            return error;
        }
        boolean syncFile = (DrmSyncobjHandle.flags(data) & SYNC_FILE) != 0;
        Syncobj object = file.syncobjs().lookup(DrmSyncobjHandle.handle(data));
        if (object == null) {
            return syncFile ? ENOENT : EINVAL;
        }
        try {
            int fd;
            if (syncFile) {
                DmaFence fence = object.find(pointOf(data));
                fd = fence == null ? EINVAL : SyncFile.export(fence);
            } else {
                fd = SyncobjFile.export(object);
            }
            if (fd >= 0) {
                DrmSyncobjHandle.fd(data, fd);
            }
            return Math.min(0, fd);
        } finally {
            object.put();
        }
    }

    private static long fdToHandle(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int error = checkHandle(data);
        if (error < 0) {
            return error;
        }
        int fd = DrmSyncobjHandle.fd(data);
        if ((DrmSyncobjHandle.flags(data) & SYNC_FILE) != 0) {
            return importSyncFile(data, file, fd);
        }
        Syncobj object = objectOf(fd);
        if (object == null) {
            return EINVAL;
        }
        int handle = publish(file, object);
        DrmSyncobjHandle.handle(data, Math.max(0, handle));
        return Math.min(0, handle);
    }

    /** The kernel makes no difference between a number that is no descriptor and one of another kind: null for both. */
    private static @Nullable Syncobj objectOf(int fd) {
        try {
            return SyncobjFile.objectOf(fd);
        } catch (ErrnoException e) {
            return null;
        }
    }

    private static long importSyncFile(MemorySegment data, DrmFile<?> file, int fd) {
        DmaFence fence;
        try {
            fence = SyncFile.fenceOf(fd);
        } catch (ErrnoException e) {
            return EINVAL;
        }
        Syncobj object = file.syncobjs().lookup(DrmSyncobjHandle.handle(data));
        if (object == null) {
            return ENOENT;
        }
        long point = pointOf(data);
        if (point != 0) {
            object.addPoint(fence, point);
        } else {
            object.replace(fence);
        }
        object.put();
        return 0;
    }

    private static long transfer(MemorySegment data, DrmFile<?> file, UserMemory user) {
        if (DrmSyncobjTransfer.pad(data) != 0) {
            return EINVAL;
        }
        Syncobj to = file.syncobjs().lookup(DrmSyncobjTransfer.dstHandle(data));
        if (to == null) {
            return ENOENT;
        }
        try {
            Syncobj from = file.syncobjs().lookup(DrmSyncobjTransfer.srcHandle(data));
            if (from == null) {
                return ENOENT;
            }
            try {
                return transfer(data, from, to);
            } finally {
                from.put();
            }
        } finally {
            to.put();
        }
    }

    private static long transfer(MemorySegment data, Syncobj from, Syncobj to) {
        if ((DrmSyncobjTransfer.flags(data) & ~FOR_SUBMIT) != 0) {
            return EINVAL;
        }
        long source = DrmSyncobjTransfer.srcPoint(data);
        DmaFence fence = from.find(source);
        if (fence == null && (DrmSyncobjTransfer.flags(data) & FOR_SUBMIT) != 0) {
            long until = System.nanoTime() + SUBMIT_WAIT_NANOS;
            int error = SyncobjWait.await(
                    new Syncobj[] {from}, new long[] {source}, FOR_SUBMIT | AVAILABLE, until, 0, new int[1]);
            if (error < 0) {
                return error;
            }
            fence = from.find(source);
        }
        if (fence == null) {
            return EINVAL;
        }
        long target = DrmSyncobjTransfer.dstPoint(data);
        if (target != 0) {
            to.addPoint(FenceMerge.merge(List.of(fence)), target);
        } else {
            to.replace(fence);
        }
        return 0;
    }

    // ---- Several at once

    /** The objects of the handles at an address, each with a reference; fewer than asked for if one is unknown. */
    private static int lookUpAll(DrmFile<?> file, UserMemory user, long pointer, int count, Syncobj[] found) {
        int[] handles = new int[count];
        int error = user.copyFrom(pointer, MemorySegment.ofArray(handles), 4L * count);
        for (int i = 0; i < count && error == 0; i++) {
            Syncobj object = file.syncobjs().lookup(handles[i]);
            if (object == null) {
                error = ENOENT;
            } else {
                found[i] = object;
            }
        }
        return error;
    }

    private static void putAll(Syncobj[] objects) {
        for (Syncobj object : objects) {
            if (object != null) {
                object.put();
            }
        }
    }

    /** What is done with the objects. */
    @FunctionalInterface
    private interface ForAll {
        long handle(Syncobj[] objects);
    }

    private static long withAll(DrmFile<?> file, UserMemory user, long pointer, int count, ForAll action) {
        if (Integer.compareUnsigned(count, MAX_HANDLES) > 0) {
            return Errno.ENOMEM.negated();
        }
        Syncobj[] objects = new Syncobj[count];
        try {
            int error = lookUpAll(file, user, pointer, count, objects);
            return error < 0 ? error : action.handle(objects);
        } finally {
            putAll(objects);
        }
    }

    private static long wait(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int flags = DrmSyncobjWait.flags(data);
        if ((flags & ~(ALL | FOR_SUBMIT | DEADLINE)) != 0) {
            return EINVAL;
        }
        int count = DrmSyncobjWait.countHandles(data);
        if (count == 0) {
            return 0;
        }
        return withAll(file, user, DrmSyncobjWait.handles(data), count, objects -> {
            int[] first = new int[1];
            long until = DrmSyncobjWait.timeoutNsec(data);
            long deadline = DrmSyncobjWait.deadlineNsec(data);
            int result = SyncobjWait.await(objects, new long[count], flags, until, deadline, first);
            if (result == 0) {
                DrmSyncobjWait.firstSignaled(data, first[0]);
            }
            return result;
        });
    }

    private static long timelineWait(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int flags = DrmSyncobjTimelineWait.flags(data);
        if ((flags & ~(ALL | FOR_SUBMIT | AVAILABLE | DEADLINE)) != 0) {
            return EINVAL;
        }
        int count = DrmSyncobjTimelineWait.countHandles(data);
        if (count == 0) {
            return 0;
        }
        return withAll(file, user, DrmSyncobjTimelineWait.handles(data), count, objects -> {
            long[] points = new long[count];
            long pointer = DrmSyncobjTimelineWait.points(data);
            int error = pointer == 0 ? 0 : user.copyFrom(pointer, MemorySegment.ofArray(points), 8L * count);
            if (error < 0) {
                return error;
            }
            int[] first = new int[1];
            long until = DrmSyncobjTimelineWait.timeoutNsec(data);
            long deadline = DrmSyncobjTimelineWait.deadlineNsec(data);
            int result = SyncobjWait.await(objects, points, flags, until, deadline, first);
            if (result == 0) {
                DrmSyncobjTimelineWait.firstSignaled(data, first[0]);
            }
            return result;
        });
    }

    private static long reset(MemorySegment data, DrmFile<?> file, UserMemory user) {
        return array(data, file, user, object -> object.replace(null));
    }

    private static long signal(MemorySegment data, DrmFile<?> file, UserMemory user) {
        return array(data, file, user, object -> object.replace(DmaFence.newStub()));
    }

    private static long array(MemorySegment data, DrmFile<?> file, UserMemory user, Consumer<Syncobj> action) {
        int count = DrmSyncobjArray.countHandles(data);
        if (DrmSyncobjArray.pad(data) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, DrmSyncobjArray.handles(data), count, objects -> {
            Arrays.asList(objects).forEach(action);
            return 0;
        });
    }

    private static long timelineSignal(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int count = DrmSyncobjTimelineArray.countHandles(data);
        if (DrmSyncobjTimelineArray.flags(data) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, DrmSyncobjTimelineArray.handles(data), count, objects -> {
            long[] points = new long[count];
            long pointer = DrmSyncobjTimelineArray.points(data);
            int error = pointer == 0 ? 0 : user.copyFrom(pointer, MemorySegment.ofArray(points), 8L * count);
            for (int i = 0; i < count && error == 0; i++) {
                objects[i].addPoint(DmaFence.stub(), points[i]);
            }
            return error;
        });
    }

    private static long query(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int flags = DrmSyncobjTimelineArray.flags(data);
        int count = DrmSyncobjTimelineArray.countHandles(data);
        if ((flags & ~DrmH.DRM_SYNCOBJ_QUERY_FLAGS_LAST_SUBMITTED) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, DrmSyncobjTimelineArray.handles(data), count, objects -> {
            long pointer = DrmSyncobjTimelineArray.points(data);
            int error = 0;
            for (int i = 0; i < count && error == 0; i++) { // one by one: those before a bad address are stored
                long[] point = {objects[i].query(flags != 0)};
                error = user.copyTo(pointer + 8L * i, MemorySegment.ofArray(point), 8);
            }
            return error;
        });
    }

    private static long eventfd(MemorySegment data, DrmFile<?> file, UserMemory user) {
        int flags = DrmSyncobjEventfd.flags(data);
        if ((flags & ~AVAILABLE) != 0 || DrmSyncobjEventfd.pad(data) != 0) {
            return EINVAL;
        }
        Syncobj object = file.syncobjs().lookup(DrmSyncobjEventfd.handle(data));
        if (object == null) {
            return ENOENT;
        }
        try {
            return SyncobjEventfd.register(
                    object, DrmSyncobjEventfd.fd(data), DrmSyncobjEventfd.point(data), flags == AVAILABLE);
        } finally {
            object.put();
        }
    }
}
