package dev.ferrite.drm.client;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Owns one dma-buf descriptor. Closing it gives the buffer's reference back, unless somebody has a duplicate.
 *
 * <p>A number that was closed behind our back, and perhaps means something else by now, is left alone: the descriptor is
 * closed only if it is still the file it was. One that becomes unreachable unclosed is closed by the collector.
 */
public final class PrimeFd implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final State state;
    private final Cleaner.Cleanable cleanable;

    private PrimeFd(State state) {
        this.state = state;
        this.cleanable = CLEANER.register(this, state);
    }

    /**
     * Takes ownership of a descriptor: one that PRIME_HANDLE_TO_FD returned, or that came from elsewhere.
     *
     * @param fd the descriptor
     * @return the owner
     * @throws dev.ferrite.offheap.errno.ErrnoException EBADF if it is none
     */
    public static PrimeFd adopt(int fd) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "dma-buf fd=" + fd);
        return new PrimeFd(new State(fd, stat.device(), stat.inode()));
    }

    /**
     * The number.
     *
     * @return the descriptor
     * @throws IllegalStateException if it is closed
     */
    public int fd() {
        int fd = state.fd.get();
        if (fd < 0) {
            throw new IllegalStateException("dma-buf descriptor is closed: was=" + ~fd);
        }
        return fd;
    }

    /**
     * The buffer's length.
     *
     * @return bytes
     * @throws dev.ferrite.offheap.errno.ErrnoException EBADF if somebody else closed the number
     */
    public long size() {
        Linux.FileStat stat = Linux.fstat(fd());
        Errno.check(stat.error(), "dma-buf fd=" + state.fd.get());
        return stat.size() != 0 ? stat.size() : stat.blocks() * 512;
    }

    /**
     * Another descriptor for the same buffer.
     *
     * @return its owner
     * @throws dev.ferrite.offheap.errno.ErrnoException EMFILE
     */
    public PrimeFd dup() {
        int fd = fd();
        return adopt((int) Errno.check(Linux.dup(fd), "dup fd=" + fd));
    }

    /** Closes it; does nothing the second time. */
    @Override
    public void close() {
        state.run();
        cleanable.clean();
    }

    @Override
    public String toString() {
        int fd = state.fd.get();
        return fd >= 0 ? "dma-buf fd " + fd : "dma-buf fd closed, was " + ~fd;
    }

    /** The number, or its complement once closed, and which file it was. */
    private static final class State implements Runnable {
        final AtomicInteger fd;
        private final long device;
        private final long inode;

        State(int fd, long device, long inode) {
            this.fd = new AtomicInteger(fd);
            this.device = device;
            this.inode = inode;
        }

        @Override
        public void run() {
            int value = fd.getAndUpdate(now -> now < 0 ? now : ~now);
            if (value < 0) {
                return;
            }
            Linux.FileStat stat = Linux.fstat(value);
            if (stat.error() == 0 && stat.device() == device && stat.inode() == inode) {
                Linux.close(value);
            }
            DmaBuf.reclaim(device, inode);
        }
    }
}
