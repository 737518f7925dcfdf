package dev.ferrite.drm.dmabuf;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.util.OfdLock;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.FcntlH;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A buffer behind file descriptors: the counterpart of the kernel's {@code struct dma_buf}.
 *
 * <p>The descriptors are those of the file that holds the buffer's memory, sealed against shrinking: whoever gets one, in
 * whatever process, can map it and sees the buffer. Memory that is not shown to others is stood for by an empty memfd of the
 * buffer's length, which cannot be written. A buffer is recognised by its file's device and inode, so duplicated numbers
 * work. One that another process or a real driver exported is recognised by the kind of its file, and is known here as long
 * as somebody here refers to it.
 *
 * <p>Counted: the exporter, every file that knows it, and every descriptor given away own one reference; the last one gone
 * releases the exporter's. Thread-safe, cold.
 */
public final class DmaBuf {
    /*
     * How a descriptor's reference comes back.
     *
     * The kernel sees every close; we do not: a number we gave away can be duplicated, sent to another process, and
     * closed with a bare close(2). So each descriptor is an open file description of its own (opened through
     * /proc/self/fd) that holds a lock on one byte of the file, a byte nobody else locks. The lock lives exactly as long
     * as the description, in whatever process. Asking for that lock through our own description answers whether anybody
     * still has the descriptor; reclaim() asks, and drops the references of those that are gone. PrimeFd asks at once,
     * others are found by the next sweep.
     *
     * All state is under one lock, which is taken last and held over system calls that do not block.
     */
    /** What the names of files begin with that stand for buffers, in whatever process they were made. */
    public static final String NAME_PREFIX = "dmabuf:";

    private static final int SWEEP_MIN = 64;
    private static final Mutex<Table> TABLE = Mutex.of(new Table(), "dma_buf");

    private static final class Table {
        final Map<Identity, DmaBuf> all = new HashMap<>();
        int descriptors;
        int sweepAt = SWEEP_MIN;
    }

    private record Identity(long device, long inode) {}

    private final DmaBufExporter exporter;

    /** Null for a foreign one. */
    private final @Nullable Fd token;

    private final Identity identity;

    private volatile String name = "";

    // Guarded by TABLE.
    private int references = 1;
    private long nextByte;
    private final List<Long> descriptors = new ArrayList<>();

    private DmaBuf(DmaBufExporter exporter, @Nullable Fd token, Identity identity) {
        this.exporter = exporter;
        this.token = token;
        this.identity = identity;
    }

    /**
     * Makes a buffer: {@code dma_buf_export}.
     *
     * @param exporter what it stands for; released with the last reference, and not at all if this fails
     * @param name what {@code /proc} shows
     * @return the buffer, with one reference that is the caller's; if the same memory is exported already, that buffer, and
     *     the exporter given is released
     * @throws ErrnoException EMFILE, ENFILE, ENOMEM
     */
    public static DmaBuf export(DmaBufExporter exporter, String name) {
        Fd token = tokenOf(exporter, name);
        DmaBuf known;
        try {
            Linux.FileStat stat = Linux.fstat(token.value());
            Errno.check(stat.error(), "dma-buf stat");
            DmaBuf made = new DmaBuf(exporter, token, new Identity(stat.device(), stat.inode()));
            try (var guard = TABLE.lock()) {
                known = guard.get().all.putIfAbsent(made.identity, made);
                if (known == null) {
                    Live.DMA_BUFS.add(1);
                    return made;
                }
                known.references++;
            }
        } catch (ErrnoException e) {
            token.close();
            throw e;
        }
        token.close();
        exporter.release();
        return known;
    }

    /** A description of our own, with no lock, of the file that stands for the buffer. */
    private static Fd tokenOf(DmaBufExporter exporter, String name) {
        int pages = exporter.pages();
        if (pages != Errno.ENOSYS.negated()) {
            Errno.check(pages, "dma-buf pages");
            String path = "/proc/self/fd/" + pages;
            return Fd.own(Linux.open(path, Linux.O_RDWR | Linux.O_CLOEXEC, 0), "dma-buf of " + name);
        }
        Fd token = Fd.own(
                Linux.memfdCreate(NAME_PREFIX + name, Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING), "dma-buf memfd");
        try {
            Errno.check(Linux.ftruncate(token.value(), exporter.size()), "dma-buf size=" + exporter.size());
            int seals = FcntlH.F_SEAL_SHRINK | FcntlH.F_SEAL_GROW | FcntlH.F_SEAL_WRITE | FcntlH.F_SEAL_SEAL;
            Errno.check(Linux.fcntl(token.value(), Linux.F_ADD_SEALS, seals), "dma-buf seal");
            return token;
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
     * @throws ErrnoException EBADF if it is no descriptor, EINVAL if it is no buffer, EMFILE
     */
    public static DmaBuf get(int fd) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "dma-buf fd=" + fd);
        Identity identity = new Identity(stat.device(), stat.inode());
        try (var guard = TABLE.lock()) {
            DmaBuf buffer = guard.get().all.get(identity);
            if (buffer == null) {
                ForeignBuffer foreign = ForeignBuffer.of(fd, stat);
                if (foreign == null) {
                    throw new ErrnoException(Errno.EINVAL, "not a dma-buf: fd=" + fd);
                }
                buffer = new DmaBuf(foreign, null, identity);
                guard.get().all.put(identity, buffer);
                Live.DMA_BUFS.add(1);
                return buffer;
            }
            buffer.references++;
            return buffer;
        }
    }

    /**
     * Whether the calls of a dma-buf are to be made on the descriptor itself: it is one of a real driver.
     *
     * @param fd any number
     * @return false if {@link DmaBufIoctls} answers
     */
    public static boolean isReal(int fd) {
        return ForeignBuffer.isReal(fd);
    }

    /**
     * Gives a new descriptor away: {@code dma_buf_fd}. It owns a reference until everybody has closed it.
     *
     * @param flags {@code O_CLOEXEC} and {@code O_RDWR}, or neither
     * @return the descriptor, or {@code -errno} (EMFILE, ENFILE, ENOLCK)
     */
    public int newFd(int flags) {
        Fd own = token;
        if (own == null) {
            return exporter instanceof ForeignBuffer foreign ? foreign.newFd(flags) : Errno.EBADF.negated();
        }
        List<DmaBuf> gone = List.of();
        try (var guard = TABLE.lock()) {
            Table table = guard.get();
            if (table.descriptors >= table.sweepAt) {
                gone = sweep(table, table.all.values());
                table.sweepAt = Math.max(SWEEP_MIN, table.descriptors * 2);
            }
            int fd = Linux.open("/proc/self/fd/" + own.value(), flags, 0);
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
            Fd own = buffer.token;
            if (own == null) {
                continue; // what it gave away is counted elsewhere
            }
            int before = buffer.descriptors.size();
            buffer.descriptors.removeIf(at -> !OfdLock.isHeldElsewhere(own.value(), at));
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
        if (token != null) {
            token.close();
        }
        Live.DMA_BUFS.add(-1);
        exporter.release();
    }

    void name(String text) {
        name = text;
    }

    /**
     * What somebody called it: DMA_BUF_SET_NAME.
     *
     * @return at most 31 bytes; empty without a name
     */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "dma-buf " + (name.isEmpty() ? "" : name + " ") + "of " + exporter.size() + " bytes";
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
