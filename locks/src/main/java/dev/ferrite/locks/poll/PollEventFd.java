package dev.ferrite.locks.poll;

import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A source, or a condition variable, as an eventfd: for event loops in C, and for everything else that polls descriptors.
 *
 * <p>{@snippet :
 * try (PollEventFd bell = PollEventFd.of(ring)) {
 *     watch(bell.fd());                     // somebody's epoll, poll, io_uring
 *     ...                                   // when it is readable:
 *     if ((bell.ready() & EpollH.EPOLLIN) != 0) {
 *         drain(ring);
 *     }
 * }
 * }
 */
public final class PollEventFd extends Doorbell {
    private final Fd fd = Bell.eventfd();
    private final MemorySegment count = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);

    private PollEventFd(PollSource source, boolean bare) {
        super(source, bare);
    }

    /**
     * An eventfd for a source; readable at once if something is there.
     *
     * @param source what to watch
     * @return the poller
     * @throws dev.ferrite.offheap.errno.ErrnoException ESHUTDOWN one of its condition variables is closed; EMFILE, ENFILE
     */
    public static PollEventFd of(PollSource source) {
        PollEventFd made = new PollEventFd(source, false);
        made.start();
        return made;
    }

    /**
     * An eventfd for a condition variable.
     *
     * @param condVar what to watch
     * @return the poller
     * @throws dev.ferrite.offheap.errno.ErrnoException ESHUTDOWN closed; EMFILE, ENFILE
     */
    public static PollEventFd of(PollCondVar condVar) {
        PollEventFd made = new PollEventFd(Epoll.bare(condVar), true);
        made.start();
        return made;
    }

    /**
     * What to watch for {@code POLLIN}. Do not read it.
     *
     * @return the descriptor, non-blocking; closed by {@link #close}
     */
    public int fd() {
        return fd.value();
    }

    @Override
    void ring() {
        Bell.write(fd);
    }

    @Override
    boolean silence() {
        return Linux.read(fd.value(), count.address(), Long.BYTES) == Long.BYTES;
    }

    @Override
    void release() {
        fd.close();
    }
}
