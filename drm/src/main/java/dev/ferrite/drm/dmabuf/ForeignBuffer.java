package dev.ferrite.drm.dmabuf;

import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.offheap.uapi.FcntlH;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A buffer that somebody else exported: another process of this kind, or a real driver.
 *
 * <p>Its fences are those that this process puts into it: who else waits for what is not seen from here.
 */
final class ForeignBuffer implements DmaBufExporter {
    /*
     * The exporter keeps its object as long as the description lives that it gave away (see DmaBuf), so that very description
     * is held. One that is not open for writing is opened anew for the pages.
     */
    private static final int SEALED = FcntlH.F_SEAL_SHRINK | FcntlH.F_SEAL_GROW;
    private static final int ACCESS_MODE = 3;

    private final Fd held;
    private final @Nullable Fd writable;
    private final long size;
    private final boolean real;
    private final boolean shown;
    private final DmaResv resv = new DmaResv();

    private ForeignBuffer(Fd held, @Nullable Fd writable, long size, boolean real, boolean shown) {
        this.held = held;
        this.writable = writable;
        this.size = size;
        this.real = real;
        this.shown = shown;
    }

    /**
     * Looks whether a descriptor is a buffer of somebody else.
     *
     * @return the buffer, with a descriptor of its own; null if it is something else
     * @throws ErrnoException EMFILE
     */
    static @Nullable ForeignBuffer of(int fd, Linux.FileStat stat) {
        String kind = kindOf(fd);
        boolean real = isReal(kind);
        int seals = real ? SEALED : Linux.fcntl(fd, FcntlH.F_GET_SEALS, 0);
        boolean ours = kind.startsWith("/memfd:" + DmaBuf.NAME_PREFIX) && seals >= 0 && (seals & SEALED) == SEALED;
        long size = real && stat.size() == 0 ? stat.blocks() * 512 : stat.size();
        if (!(real || ours) || size <= 0 || size % Pages.SIZE != 0) {
            return null;
        }
        Fd held = Fd.own(Linux.fcntl(fd, Linux.F_DUPFD_CLOEXEC, 0), "foreign dma-buf fd=" + fd);
        boolean reopen = ours && (Linux.fcntl(fd, Linux.F_GETFL, 0) & ACCESS_MODE) != Linux.O_RDWR;
        try {
            Fd writable = reopen ? Fd.own(reopen(held.value()), "foreign dma-buf for writing") : null;
            return new ForeignBuffer(held, writable, size, real, (seals & FcntlH.F_SEAL_WRITE) == 0);
        } catch (ErrnoException e) {
            held.close();
            throw e;
        }
    }

    private static int reopen(int fd) {
        return Linux.open("/proc/self/fd/" + fd, Linux.O_RDWR | Linux.O_CLOEXEC, 0);
    }

    /** Whether a descriptor is a dma-buf of the kernel's own, whose calls the kernel answers. */
    static boolean isReal(int fd) {
        return isReal(kindOf(fd));
    }

    private static boolean isReal(String kind) {
        return kind.startsWith("/dmabuf:") || kind.equals("anon_inode:dmabuf");
    }

    private static String kindOf(int fd) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Another descriptor of what was received; the kernel counts them, or the process that exported it. */
    int newFd(int flags) {
        boolean wanted = (flags & ACCESS_MODE) == Linux.O_RDWR;
        Fd from = wanted && writable != null ? writable : held;
        int command = (flags & Linux.O_CLOEXEC) != 0 ? FcntlH.F_DUPFD_CLOEXEC : FcntlH.F_DUPFD;
        return Linux.fcntl(from.value(), command, 0);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public DmaResv resv() {
        return resv;
    }

    @Override
    public int pages() {
        if (!real && !shown) {
            return Errno.ENOSYS.negated();
        }
        return writable != null ? writable.value() : held.value();
    }

    @Override
    public void release() {
        if (writable != null) {
            writable.close();
        }
        held.close();
    }
}
