package dev.ferrite.locks.poll;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The virtual threads that sleep in one epoll instance, and the platform thread that watches all instances for them. */
final class VirtualSleepers {
    /*
     * An epoll instance is a descriptor that can be polled: readable while it has events. The watcher has one instance that
     * watches the others, each armed for one event (EPOLLONESHOT) by a virtual thread that is about to park. Arming looks at
     * the instance: one that is readable already fires at once. A thread is in the set before it arms, so whichever firing
     * answers it finds it there. All of an instance's virtual threads are woken; those that find nothing arm again.
     */
    private final Fd epoll;
    private final Set<Thread> parked = ConcurrentHashMap.newKeySet();
    private final MemorySegment event = Arena.ofAuto().allocate(16, 8);
    private long number;

    VirtualSleepers(Fd epoll) {
        this.epoll = epoll;
    }

    /** Parks the calling thread until the instance has events, an interrupt, a time, or for no reason. */
    void park(long nanos) {
        Thread me = Thread.currentThread();
        parked.add(me);
        try {
            arm();
            if (nanos < 0) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            parked.remove(me);
        }
    }

    void unparkAll() {
        parked.forEach(LockSupport::unpark);
    }

    private void arm() {
        synchronized (this) {
            if (number == 0) {
                number = Watcher.add(this);
            } else {
                Watcher.control(EpollH.EPOLL_CTL_MOD, this);
            }
        }
    }

    /** Called when nobody is parked or will be. */
    void close() {
        synchronized (this) {
            if (number != 0) {
                Watcher.remove(this);
            }
        }
    }

    /** The platform thread, one for all, born with the first virtual thread that parks. */
    private static final class Watcher {
        private static final int EVENTS = 64;
        private static final Fd MASTER = Fd.own(Linux.epollCreate(Linux.O_CLOEXEC), "epoll_create1");
        private static final Map<Long, VirtualSleepers> INSTANCES = new ConcurrentHashMap<>();
        private static final AtomicLong NUMBERS = new AtomicLong();

        static {
            Thread.ofPlatform()
                    .daemon()
                    .name("ferrite-epoll")
                    .inheritInheritableThreadLocals(false)
                    .start(Watcher::run);
        }

        static long add(VirtualSleepers sleepers) {
            long number = NUMBERS.incrementAndGet();
            INSTANCES.put(number, sleepers);
            sleepers.event.set(ValueLayout.JAVA_INT, 0, EpollH.EPOLLIN | EpollH.EPOLLONESHOT);
            sleepers.event.set(ValueLayout.JAVA_LONG_UNALIGNED, EpollEvents.DATA, number);
            control(EpollH.EPOLL_CTL_ADD, sleepers);
            return number;
        }

        static void remove(VirtualSleepers sleepers) {
            INSTANCES.remove(sleepers.number);
            control(EpollH.EPOLL_CTL_DEL, sleepers);
        }

        static void control(int operation, VirtualSleepers sleepers) {
            int fd = sleepers.epoll.value();
            Errno.check(Linux.epollCtl(MASTER.value(), operation, fd, sleepers.event.address()), "epoll_ctl fd=" + fd);
        }

        private static void run() {
            EpollEvents events = EpollEvents.allocate(EVENTS);
            for (; ; ) {
                int n = Linux.epollWait(MASTER.value(), events.address(0), EVENTS, -1);
                for (int i = 0; i < n; i++) {
                    VirtualSleepers sleepers = INSTANCES.get(events.rawData(i));
                    if (sleepers != null) {
                        sleepers.unparkAll();
                    }
                }
            }
        }
    }
}
