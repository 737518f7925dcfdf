package dev.ferrite.drm.fuzz;

import static dev.ferrite.drm.fuzz.Calls.RENDER_ALLOW;
import static dev.ferrite.drm.fuzz.Model.EBADF;
import static dev.ferrite.drm.fuzz.Model.EFAULT;
import static dev.ferrite.drm.fuzz.Model.EINVAL;
import static dev.ferrite.drm.fuzz.Model.ENOENT;
import static dev.ferrite.drm.fuzz.Model.ENOMEM;
import static dev.ferrite.drm.fuzz.Model.EOPNOTSUPP;
import static dev.ferrite.drm.fuzz.Model.ETIME;

import dev.ferrite.drm.fuzz.Calls.User;
import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.fuzz.Syncs.Held;
import dev.ferrite.drm.fuzz.Syncs.Sync;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls for sync objects in the model. No wait sleeps: their time is over when they begin. */
final class SyncHandlers {
    private static final int ALL = 1;
    private static final int FOR_SUBMIT = 2;
    private static final int AVAILABLE = 4;
    private static final int DEADLINE = 8;
    private static final int SYNC_FILE = 1;
    private static final int POINT = 2;
    private static final int MANY = 1 << 20;

    private final Model model;

    private SyncHandlers(Model model) {
        this.model = model;
    }

    static void addTo(Calls calls, Model model) {
        SyncHandlers handlers = new SyncHandlers(model);
        handlers.add(calls, 0xC00864BF, handlers::create);
        handlers.add(calls, 0xC00864C0, handlers::destroy);
        handlers.add(calls, 0xC01864C1, handlers::handleToFd);
        handlers.add(calls, 0xC01864C2, handlers::fdToHandle);
        handlers.add(calls, 0xC02864C3, handlers::await);
        handlers.add(
                calls, 0xC01064C4, (file, data, user) -> handlers.each(file, data, user, sync -> sync.held = null));
        handlers.add(
                calls,
                0xC01064C5,
                (file, data, user) -> handlers.each(file, data, user, sync -> sync.held = Syncs.DONE));
        handlers.add(calls, 0xC03064CA, handlers::awaitPoints);
        handlers.add(calls, 0xC01864CB, handlers::query);
        handlers.add(calls, 0xC02064CC, handlers::transfer);
        handlers.add(calls, 0xC01864CD, handlers::signalPoints);
        handlers.add(calls, 0xC01864CF, handlers::eventfd);
    }

    private void add(Calls calls, int number, Calls.Handler handler) {
        calls.add(
                number,
                RENDER_ALLOW,
                (file, data, user) -> model.syncobjs ? handler.handle(file, data, user) : EOPNOTSUPP);
    }

    // ---- Handles and descriptors

    private int create(File file, ByteBuffer data, User user) {
        int flags = data.getInt(4);
        if ((flags & ~1) != 0) {
            return EINVAL;
        }
        data.putInt(0, newHandle(file, new Sync(flags == 0 ? null : Syncs.DONE)));
        model.liveSyncs++;
        return 0;
    }

    private static int newHandle(File file, Sync sync) {
        int handle = Model.lowestFree(file.syncs.keySet());
        file.syncs.put(handle, sync);
        sync.references++;
        return handle;
    }

    private int destroy(File file, ByteBuffer data, User user) {
        Sync sync = data.getInt(4) != 0 ? null : file.syncs.remove(data.getInt(0));
        if (sync == null) {
            return EINVAL;
        }
        model.drop(sync);
        return 0;
    }

    private static boolean isWrong(ByteBuffer data) {
        int flags = data.getInt(4);
        return data.getInt(12) != 0
                || (flags & ~(SYNC_FILE | POINT)) != 0
                || flags == POINT
                || ((flags & POINT) == 0 && data.getLong(16) != 0);
    }

    private int handleToFd(File file, ByteBuffer data, User user) {
        if (isWrong(data)) {
            return EINVAL;
        }
        boolean syncFile = (data.getInt(4) & SYNC_FILE) != 0;
        Sync sync = file.syncs.get(data.getInt(0));
        if (sync == null) {
            return syncFile ? ENOENT : EINVAL;
        }
        Held held = syncFile ? sync.find(data.getLong(16)) : Syncs.DONE;
        if (held == null) {
            return EINVAL;
        }
        int fd = user.actualInt(8);
        if (user.result() != 0 || fd < 0) {
            return 0; // not what the kernel would say
        }
        if (syncFile) {
            model.fenceFds.put(fd, held);
        } else {
            model.syncFds.put(fd, sync);
            sync.references++;
        }
        data.putInt(8, fd);
        return 0;
    }

    private int fdToHandle(File file, ByteBuffer data, User user) {
        if (isWrong(data)) {
            return EINVAL;
        }
        int fd = data.getInt(8);
        if ((data.getInt(4) & SYNC_FILE) == 0) {
            Sync sync = model.syncFds.get(fd);
            if (sync == null) {
                return EINVAL;
            }
            data.putInt(0, newHandle(file, sync));
            return 0;
        }
        Held held = model.fenceFds.get(fd);
        if (held == null) {
            return EINVAL;
        }
        Sync sync = file.syncs.get(data.getInt(0));
        if (sync == null) {
            return ENOENT;
        }
        put(sync, held, data.getLong(16));
        return 0;
    }

    private static void put(Sync sync, Held held, long point) {
        if (point != 0) {
            sync.add(held, point);
        } else {
            sync.held = held;
        }
    }

    private int transfer(File file, ByteBuffer data, User user) {
        if (data.getInt(28) != 0) {
            return EINVAL;
        }
        Sync to = file.syncs.get(data.getInt(4));
        Sync from = file.syncs.get(data.getInt(0));
        if (to == null || from == null) {
            return ENOENT;
        }
        if ((data.getInt(24) & ~FOR_SUBMIT) != 0) {
            return EINVAL;
        }
        Held held = from.find(data.getLong(8));
        if (held == null) {
            return EINVAL;
        }
        long point = data.getLong(16);
        put(to, point != 0 ? Syncs.merge(held) : held, point);
        return 0;
    }

    private int eventfd(File file, ByteBuffer data, User user) {
        if ((data.getInt(4) & ~AVAILABLE) != 0 || data.getInt(20) != 0) {
            return EINVAL;
        }
        if (!file.syncs.containsKey(data.getInt(0))) {
            return ENOENT;
        }
        int fd = data.getInt(16);
        if (fd == model.eventfd) {
            return 0;
        }
        boolean open = (fd >= 0 && fd <= 2) // the standard ones: what a number that was cut short is
                || fd == model.foreignFd
                || model.fds.containsKey(fd)
                || model.syncFds.containsKey(fd)
                || model.fenceFds.containsKey(fd);
        return open ? EINVAL : EBADF;
    }

    // ---- Several at once

    /** What is done with objects. */
    private interface ForAll {
        int handle(Sync[] syncs);
    }

    private int withAll(File file, User user, long pointer, int count, ForAll action) {
        if (Integer.compareUnsigned(count, MANY) > 0) {
            return ENOMEM;
        }
        ByteBuffer handles = user.copyFrom(pointer, 4 * count);
        if (handles == null) {
            return EFAULT;
        }
        Sync[] syncs = new Sync[count];
        for (int i = 0; i < count; i++) {
            syncs[i] = file.syncs.get(handles.getInt(4 * i));
            if (syncs[i] == null) {
                return ENOENT;
            }
        }
        return action.handle(syncs);
    }

    private int each(File file, ByteBuffer data, User user, Consumer<Sync> action) {
        int count = data.getInt(8);
        if (data.getInt(12) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, data.getLong(0), count, syncs -> {
            for (Sync sync : syncs) {
                action.accept(sync);
            }
            return 0;
        });
    }

    private int await(File file, ByteBuffer data, User user) {
        int flags = data.getInt(20);
        int count = data.getInt(16);
        if ((flags & ~(ALL | FOR_SUBMIT | DEADLINE)) != 0) {
            return EINVAL;
        }
        return count == 0
                ? 0
                : withAll(file, user, data.getLong(0), count, syncs -> done(syncs, new long[count], flags, data, 24));
    }

    private int awaitPoints(File file, ByteBuffer data, User user) {
        int flags = data.getInt(28);
        int count = data.getInt(24);
        if ((flags & ~(ALL | FOR_SUBMIT | AVAILABLE | DEADLINE)) != 0) {
            return EINVAL;
        }
        return count == 0
                ? 0
                : withAll(file, user, data.getLong(0), count, syncs -> {
                    long[] points = points(user, data.getLong(8), count);
                    return points == null ? EFAULT : done(syncs, points, flags, data, 32);
                });
    }

    /** A list of points, all 0 where there is none; null if it cannot be read. */
    private static long @Nullable [] points(User user, long pointer, int count) {
        long[] points = new long[count];
        if (pointer != 0) {
            ByteBuffer bytes = user.copyFrom(pointer, 8 * count);
            if (bytes == null) {
                return null;
            }
            bytes.asLongBuffer().get(points);
        }
        return points;
    }

    private static int done(Sync[] syncs, long[] points, int flags, ByteBuffer data, int firstAt) {
        int done = 0;
        int first = 0;
        for (int i = 0; i < syncs.length; i++) {
            Held held = syncs[i].find(points[i]);
            if (held == null && (flags & (FOR_SUBMIT | AVAILABLE)) == 0) {
                return EINVAL;
            }
            if (held != null && ((flags & AVAILABLE) != 0 || held.isSignaled()) && done++ == 0) {
                first = i;
            }
        }
        if (done < syncs.length && (done == 0 || (flags & ALL) != 0)) {
            return ETIME;
        }
        data.putInt(firstAt, first);
        return 0;
    }

    private int query(File file, ByteBuffer data, User user) {
        int flags = data.getInt(20);
        int count = data.getInt(16);
        if ((flags & ~1) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, data.getLong(0), count, syncs -> {
            for (int i = 0; i < count; i++) {
                ByteBuffer point = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                point.putLong(0, syncs[i].query(flags != 0));
                if (!user.copyTo(data.getLong(8) + 8L * i, point.array(), 8)) {
                    return EFAULT;
                }
            }
            return 0;
        });
    }

    private int signalPoints(File file, ByteBuffer data, User user) {
        int count = data.getInt(16);
        if (data.getInt(20) != 0 || count == 0) {
            return EINVAL;
        }
        return withAll(file, user, data.getLong(0), count, syncs -> {
            long[] points = points(user, data.getLong(8), count);
            if (points == null) {
                return EFAULT;
            }
            for (int i = 0; i < count; i++) {
                syncs[i].add(Syncs.DONE, points[i]);
            }
            return 0;
        });
    }
}
