package dev.ferrite.perf.poll;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import dev.ferrite.offheap.uapi.EventfdH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** One eventfd in one epoll instance, by bare calls. */
final class Calls {
    private static final int EVENT_BYTES = 16;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment events = arena.allocate(4 * EVENT_BYTES, 8);
    private final MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_LONG, 1);
    private final MemorySegment heard = arena.allocate(8, 8);
    private final int eventFd;
    private final int epoll;

    Calls(int eventFd) {
        this.eventFd = eventFd;
        this.epoll = (int) Errno.check(Linux.epollCreate(Linux.O_CLOEXEC), "epoll_create1");
        events.set(ValueLayout.JAVA_INT, 0, EpollH.EPOLLIN);
        Errno.check(Linux.epollCtl(epoll, EpollH.EPOLL_CTL_ADD, eventFd, events.address()), "epoll_ctl");
    }

    static int eventfd() {
        return (int) Errno.check(Linux.eventfd(0, EventfdH.EFD_CLOEXEC | EventfdH.EFD_NONBLOCK), "eventfd");
    }

    void write() {
        Linux.write(eventFd, value.address(), 8);
    }

    void epollWait() {
        Linux.epollWait(epoll, events.address(), 4, -1);
    }

    int read() {
        return (int) Linux.read(eventFd, heard.address(), 8);
    }

    void close() {
        Linux.close(epoll);
        arena.close();
    }
}
