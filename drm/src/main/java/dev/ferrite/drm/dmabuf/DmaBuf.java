package dev.ferrite.drm.dmabuf;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.util.OfdLock;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A buffer behind file descriptors: the counterpart of the kernel's {@code struct dma_buf}.
 *
 * <p>Each is an empty, sealed memfd of the buffer's length, and is recognised by that file's device and inode, so
 * duplicated numbers work. Counted: the exporter, every file that knows it, and every descriptor given away own one
 * reference; the last one gone releases the exporter's. Thread-safe, cold.
 */
public final class DmaBuf {
    /*
     * How a descriptor's reference comes back.
     *
     * The kernel sees every close; we do not: a number we gave away can be duplicated, sent to another process, and
     * closed with a bare close(2). So each descriptor is an open file description of its own (opened through
     * /proc/self/fd) that holds a lock on one byte of the memfd, a byte nobody else locks. The lock lives exactly as long
     * as the description, in whatever process. Asking for that lock through our own description answers whether anybody
     * still has the descriptor; reclaim() asks, and drops the references of those that are gone. PrimeFd asks at once,
     * others are found by the next sweep.
     *
     * All state is under one lock, which is taken last and held over system calls that do not block.
     */
    private static final int SWEEP_MIN = 64;
    private static final Mutex<Table> TABLE = Mutex.of(new Table(), "dma_buf");

    private static final class Table {
        final Map<Identity, DmaBuf> all = new HashMap<>();
        int descriptors;
        int sweepAt = SWEEP_MIN;
    }

    private record Identity(long device, long inode) {}

    private final DmaBufExporter exporter;
    private final Fd token;
    private final Identity identity;

    // Guarded by TABLE.
    private int references = 1;
    private long nextByte;
    private final List<Long> descriptors = new ArrayList<>();

    private DmaBuf(DmaBufExporter exporter, Fd token, Identity identity) {
        this.exporter = exporter;
        this.token = token;
        this.identity = identity;
    }

    /**
     * Makes a buffer: {@code dma_buf_export}.
     *
     * @param exporter what it stands for; released with the last reference, and not at all if this fails
     * @param name what {@code /proc} shows
     * @return the buffer, with one reference that is the caller's
     * @throws ErrnoException EMFILE, ENFILE, ENOMEM
     */
    public static DmaBuf export(DmaBufExporter exporter, String name) {
        Fd token = Fd.own(
                Linux.memfdCreate("dmabuf:" + name, Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING), "dma-buf memfd");
        try {
            Errno.check(Linux.ftruncate(token.value(), exporter.size()), "dma-buf size=" + exporter.size());
            int seals = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW | Linux.F_SEAL_SEAL;
            Errno.check(Linux.fcntl(token.value(), Linux.F_ADD_SEALS, seals), "dma-buf seal");
            Linux.FileStat stat = Linux.fstat(token.value());
            Errno.check(stat.error(), "dma-buf stat");
            DmaBuf buffer = new DmaBuf(exporter, token, new Identity(stat.device(), stat.inode()));
            try (var guard = TABLE.lock()) {
                guard.get().all.put(buffer.identity, buffer);
            }
            Live.DMA_BUFS.add(1);
            return buffer;
        } catch (ErrnoException e) {
            token.close();
            throw e;
        }
    }

    /**
     * The buffer of a descriptor: {@code dma_buf_get}.
     *
     * @param fd any number
     * @return the buffer, with a new reference that is the caller's
     * @throws ErrnoException EBADF if it is no descriptor, EINVAL if it is no buffer of this process
     */
    public static DmaBuf get(int fd) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "dma-buf fd=" + fd);
        try (var guard = TABLE.lock()) {
            DmaBuf buffer = guard.get().all.get(new Identity(stat.device(), stat.inode()));
            if (buffer == null) {
                throw new ErrnoException(Errno.EINVAL, "not a dma-buf: fd=" + fd);
            }
            buffer.references++;
            return buffer;
        }
    }

    /**
     * Gives a new descriptor away: {@code dma_buf_fd}. It owns a reference until everybody has closed it.
     *
     * @param flags {@code O_CLOEXEC} and {@code O_RDWR}, or neither
     * @return the descriptor, or {@code -errno} (EMFILE, ENFILE, ENOLCK)
     */
    public int newFd(int flags) {
        List<DmaBuf> gone = List.of();
        try (var guard = TABLE.lock()) {
            Table table = guard.get();
            if (table.descriptors >= table.sweepAt) {
                gone = sweep(table, table.all.values());
                table.sweepAt = Math.max(SWEEP_MIN, table.descriptors * 2);
            }
            int fd = Linux.open("/proc/self/fd/" + token.value(), flags, 0);
            if (fd < 0) {
                return fd;
            }
            long at = nextByte++;
            int locked = OfdLock.shareByte(fd, at);
            if (locked < 0) {
                Linux.close(fd);
                return locked;
            }
            descriptors.add(at);
            references++;
            table.descriptors++;
            return fd;
        } finally {
            gone.forEach(DmaBuf::release);
        }
    }

    /** Adds a reference; the caller has one: {@code get_dma_buf}. */
    public void get() {
        try (var guard = TABLE.lock()) {
            guard.get();
            references++;
        }
    }

    /** Drops a reference; the last one releases what the buffer kept alive: {@code dma_buf_put}. */
    public void put() {
        boolean last;
        try (var guard = TABLE.lock()) {
            last = drop(guard.get());
        }
        if (last) {
            release();
        }
    }

    /** Drops the references of all descriptors that everybody has closed meanwhile. One system call for each of them. */
    public static void reclaim() {
        List<DmaBuf> gone;
        try (var guard = TABLE.lock()) {
            gone = sweep(guard.get(), guard.get().all.values());
        }
        gone.forEach(DmaBuf::release);
    }

    /**
     * The same for one buffer, if it is one.
     *
     * @param device the file's device number
     * @param inode the file's inode
     */
    public static void reclaim(long device, long inode) {
        List<DmaBuf> gone = List.of();
        try (var guard = TABLE.lock()) {
            DmaBuf buffer = guard.get().all.get(new Identity(device, inode));
            if (buffer != null) {
                gone = sweep(guard.get(), List.of(buffer));
            }
        }
        gone.forEach(DmaBuf::release);
    }

    /** Drops references of closed descriptors; the buffers that have none left, which the caller releases unlocked. */
    private static List<DmaBuf> sweep(Table table, Iterable<DmaBuf> buffers) {
        List<DmaBuf> candidates = new ArrayList<>();
        buffers.forEach(candidates::add);
        List<DmaBuf> gone = new ArrayList<>();
        for (DmaBuf buffer : candidates) {
            int before = buffer.descriptors.size();
            buffer.descriptors.removeIf(at -> !OfdLock.isHeldElsewhere(buffer.token.value(), at));
            int closed = before - buffer.descriptors.size();
            table.descriptors -= closed;
            for (int i = 0; i < closed; i++) {
                if (buffer.drop(table)) {
                    gone.add(buffer);
                }
            }
        }
        return gone;
    }

    private boolean drop(Table table) {
        if (--references > 0) {
            return false;
        }
        table.all.remove(identity);
        return true;
    }

    private void release() {
        token.close();
        Live.DMA_BUFS.add(-1);
        exporter.release();
    }

    /**
     * What the buffer stands for.
     *
     * @return the exporter given at creation
     */
    public DmaBufExporter exporter() {
        return exporter;
    }

    /**
     * The exporter, if it is of a kind.
     *
     * @param kind its class
     * @param <E> its class
     * @return the exporter, or null if it is another kind
     */
    public <E extends DmaBufExporter> @Nullable E exporter(Class<E> kind) {
        return kind.isInstance(exporter) ? kind.cast(exporter) : null;
    }
}
