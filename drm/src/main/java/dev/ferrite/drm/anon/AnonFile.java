package dev.ferrite.drm.anon;

import dev.ferrite.drm.count.Live;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollEvent;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real descriptor that stands for an object of this process, and can become readable once.
 *
 * <p>It can be duplicated, sent to other processes, polled there, and closed with a bare {@code close(2)} by whoever has
 * it. This process recognises it, whatever its number, and notices when the last copy is closed. Thread-safe, cold.
 */
public abstract class AnonFile {
    /*
     * What is given away is the read end of a pipe; we keep the write end.
     *
     *   identity  a pipe has an inode of its own, which fstat(2) shows; that of an eventfd is shared by all of them
     *   ready     one byte is written: from then on poll(2), select(2) and epoll see POLLIN, in every process. Nobody is to
     *             read it, as nobody can read a sync_file. The read end does not block, so a read cannot hang.
     *   closed    when the last copy of the read end is gone, the write end has POLLERR. All write ends are in one epoll
     *             instance, which so knows at any time which are done for, at no cost for those that are not.
     *
     * Nobody waits in that epoll: the references are dropped by whoever gives the next descriptor away, looks one up, or
     * asks for it, as with dma-bufs.
     *
     * Writing the byte and closing the write end exclude each other by the file's monitor: the number may mean something
     * else afterwards. Nothing in it blocks. The table's lock is taken with no monitor held and takes none.
     */
    private static final int F_SETPIPE_SZ = 1031;
    private static final int BATCH = 64;

    private static final Mutex<Table> TABLE = Mutex.of(new Table(), "anon_file");
    private static final MemorySegment BYTE = Arena.global().allocate(1);

    private record Identity(long device, long inode) {}

    private static final class Table {
        final Map<Identity, AnonFile> byIdentity = new HashMap<>();
        final Map<Long, AnonFile> byCookie = new HashMap<>();

        @Nullable
        Fd epoll;

        long cookies;

        int epoll() {
            Fd known = epoll;
            if (known == null) {
                known = Fd.own(Linux.epollCreate(EpollH.EPOLL_CLOEXEC), "epoll of anonymous files");
                epoll = known;
            }
            return known.value();
        }
    }

    private @Nullable Fd writeEnd;
    private @Nullable Identity identity;

    /** A file that was not given away yet. */
    protected AnonFile() {}

    /**
     * Every copy of the descriptor is closed. Called once, without any lock held.
     */
    protected abstract void closed();

    /**
     * Makes the descriptor; once. From then on the object is kept until every copy is closed.
     *
     * @return the descriptor, close-on-exec and not blocking, or {@code -errno} (EMFILE, ENFILE): then nothing was made
     */
    protected final int give() {
        reclaim();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(8, 4);
            int error = Linux.pipe(ends.address(), Linux.O_CLOEXEC | Linux.O_NONBLOCK);
            if (error < 0) {
                return error;
            }
            int readEnd = ends.get(ValueLayout.JAVA_INT, 0);
            Fd write = Fd.own(ends.get(ValueLayout.JAVA_INT, 4), "pipe");
            Linux.fcntl(write.value(), F_SETPIPE_SZ, 4096); // less memory; as good without
            error = enter(arena, readEnd, write);
            if (error < 0) {
                write.close();
                Linux.close(readEnd);
                return error;
            }
            Live.ANON_FILES.add(1);
            return readEnd;
        }
    }

    private int enter(Arena arena, int readEnd, Fd write) {
        Linux.FileStat stat = Linux.fstat(readEnd);
        if (stat.error() < 0) {
            return stat.error();
        }
        Identity own = new Identity(stat.device(), stat.inode());
        MemorySegment event = arena.allocate(EpollEvent.LAYOUT);
        try (var guard = TABLE.lock()) {
            Table table = guard.get();
            long cookie = ++table.cookies;
            event.set(ValueLayout.JAVA_LONG_UNALIGNED, EpollEvent.DATA_OFFSET, cookie);
            int error = Linux.epollCtl(table.epoll(), EpollH.EPOLL_CTL_ADD, write.value(), event.address());
            if (error < 0) {
                return error;
            }
            writeEnd = write;
            identity = own;
            table.byIdentity.put(own, this);
            table.byCookie.put(cookie, this);
            return 0;
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
    }

    /** Makes the descriptor readable, for good. Does nothing before it was given away and after every copy is closed. */
    protected final void makeReadable() {
        synchronized (this) {
            Fd write = writeEnd;
            if (write == null) {
                return;
            }
            long result = Linux.write(write.value(), BYTE.address(), 1);
            if (result < 0 && result != Errno.EAGAIN.negated() && result != Errno.EPIPE.negated()) {
                Warn.warn("anon-file", "write to " + this + ": " + result);
            }
        }
    }

    /**
     * The object of a descriptor.
     *
     * @param fd any number
     * @param kind the class that is wanted
     * @param <T> the class that is wanted
     * @return the object; alive as long as the caller sees to it that the descriptor is open
     * @throws ErrnoException EBADF if it is no descriptor, EINVAL if it stands for nothing of that kind here
     */
    public static <T extends AnonFile> T find(int fd, Class<T> kind) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "fd=" + fd);
        AnonFile found;
        try (var guard = TABLE.lock()) {
            found = guard.get().byIdentity.get(new Identity(stat.device(), stat.inode()));
        }
        if (!kind.isInstance(found)) {
            throw new ErrnoException(Errno.EINVAL, "not a " + kind.getSimpleName() + ": fd=" + fd);
        }
        return kind.cast(found);
    }

    /** Lets go of what nobody has a descriptor of any more. One system call, and one more for each 64 of them. */
    public static void reclaim() {
        List<AnonFile> gone = new ArrayList<>();
        try (Arena arena = Arena.ofConfined();
                var guard = TABLE.lock()) {
            Table table = guard.get();
            if (table.byCookie.isEmpty()) {
                return;
            }
            MemorySegment events = arena.allocate(EpollEvent.LAYOUT.byteSize() * BATCH, 8);
            int count;
            do {
                count = Linux.epollWait(table.epoll(), events.address(), BATCH, 0);
                for (int i = 0; i < count; i++) {
                    long at = i * EpollEvent.SIZEOF + EpollEvent.DATA_OFFSET;
                    AnonFile file = table.byCookie.remove(events.get(ValueLayout.JAVA_LONG_UNALIGNED, at));
                    if (file != null) {
                        table.byIdentity.remove(file.identity);
                        gone.add(file);
                        file.closeWriteEnd(); // out of the epoll, too
                    }
                }
            } while (count == BATCH);
        }
        for (AnonFile file : gone) {
            Live.ANON_FILES.add(-1);
            file.closed();
        }
    }

    private void closeWriteEnd() {
        synchronized (this) {
            Fd write = writeEnd;
            writeEnd = null;
            if (write != null) {
                write.close();
            }
        }
    }
}
