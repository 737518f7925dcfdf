package dev.ferrite.drm.client;

import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.DrmNodes;
import dev.ferrite.drm.core.GemVma;
import dev.ferrite.locks.poll.PollSource;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node of the DRM core in this process.
 *
 * <p>One that becomes unreachable unclosed is closed by the collector, late, and counted in {@link #leaked()}.
 */
public final class EmulatedNode implements DrmNode {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicLong LEAKED = new AtomicLong();

    private final DrmFile<?> file;
    private final HandleOwners owners = new HandleOwners();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Cleaner.Cleanable cleanable;

    private EmulatedNode(DrmFile<?> file) {
        this.file = file;
        AtomicBoolean flag = closed;
        this.cleanable = CLEANER.register(this, () -> {
            if (flag.compareAndSet(false, true)) {
                LEAKED.getAndIncrement();
                file.close();
            }
        });
    }

    /**
     * Opens a node without privileges.
     *
     * @param name such as {@code card0} or {@code renderD128}
     * @param openFlags {@code Linux.O_*}
     * @return the node
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV if there is none, EBUSY for O_EXCL, or what the driver says
     */
    public static EmulatedNode open(String name, int openFlags) {
        return open(name, openFlags, Caller.unprivileged());
    }

    /**
     * Opens a node.
     *
     * @param name such as {@code card0} or {@code renderD128}
     * @param openFlags {@code Linux.O_*}
     * @param caller who opens it
     * @return the node
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV if there is none, EBUSY for O_EXCL, or what the driver says
     */
    public static EmulatedNode open(String name, int openFlags, Caller caller) {
        return new EmulatedNode(DrmNodes.open(name, openFlags, caller));
    }

    @Override
    public int ioctl(int request, MemorySegment argument) {
        return file.ioctl(request, argument);
    }

    @Override
    public GemMapping mmap(long offset, long length, int protection, boolean confined) {
        GemVma vma = file.mmap(offset, length, protection);
        return GemMapping.over(this, vma.address(), length, (protection & Linux.PROT_WRITE) != 0, confined, vma::unmap);
    }

    @Override
    public int poll(int events, long timeoutNanos) {
        return file.poll(events, timeoutNanos);
    }

    @Override
    public int read(MemorySegment into) {
        return file.read(into);
    }

    /**
     * The node for an {@code Epoll} of this process: readable while there is an event.
     *
     * @return what to watch
     */
    public PollSource pollSource() {
        return file.pollSource();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public HandleOwners owners() {
        return owners;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            file.close();
            cleanable.clean();
        }
    }

    /**
     * How many the collector had to close.
     *
     * @return the count since start
     */
    public static long leaked() {
        return LEAKED.get();
    }

    @Override
    public String toString() {
        return "emulated node " + name() + (closed.get() ? " (closed)" : "");
    }
}
