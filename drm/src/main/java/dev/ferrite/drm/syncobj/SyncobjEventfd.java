package dev.ferrite.drm.syncobj;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceCallback;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An eventfd that is rung when a number is reached: the counterpart of {@code struct syncobj_eventfd_entry}.
 *
 * <p>Owns a duplicate of the descriptor, so it rings whatever its client closes meanwhile, once, or never if the object goes
 * before anything was put into it.
 */
public final class SyncobjEventfd extends FenceCallback implements Syncobj.Watcher {
    private static final MemorySegment ONE = Arena.global().allocateFrom(ValueLayout.JAVA_LONG, 1L);

    private final Fd eventfd;
    private final long point;
    private final boolean available;
    private final AtomicBoolean taken = new AtomicBoolean();

    private SyncobjEventfd(Fd eventfd, long point, boolean available) {
        this.eventfd = eventfd;
        this.point = point;
        this.available = available;
    }

    /**
     * Registers an eventfd: SYNCOBJ_EVENTFD.
     *
     * @param object where
     * @param fd any number
     * @param point the number; 0 for all it holds
     * @param available whether it is enough that something was put into it
     * @return 0, or {@code -errno}: EBADF if it is no descriptor, EINVAL if it is no eventfd, EMFILE
     */
    public static int register(Syncobj object, int fd, long point, boolean available) {
        int copy = Linux.fcntl(fd, Linux.F_DUPFD_CLOEXEC, 0);
        if (copy < 0) {
            return copy;
        }
        Fd own = Fd.own(copy, "dup of eventfd=" + fd);
        if (!isEventfd(copy)) {
            own.close();
            return Errno.EINVAL.negated();
        }
        object.watch(new SyncobjEventfd(own, point, available));
        return 0;
    }

    private static boolean isEventfd(int fd) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd))
                    .toString()
                    .equals("anon_inode:[eventfd]");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean look(Syncobj object) {
        DmaFence found = object.find(point);
        if (found == null) {
            return false;
        }
        if (taken.compareAndSet(false, true) && (available || found.addCallback(this) < 0)) {
            ring();
        }
        return true;
    }

    @Override
    public void gone() {
        if (taken.compareAndSet(false, true)) {
            eventfd.close();
        }
    }

    @Override
    protected void run(DmaFence fence) {
        ring();
    }

    private void ring() {
        long result = Linux.write(eventfd.value(), ONE.address(), Long.BYTES);
        if (result < 0 && result != Errno.EAGAIN.negated()) {
            Warn.warn("syncobj-eventfd", "write to " + eventfd + ": " + result);
        }
        eventfd.close();
    }
}
