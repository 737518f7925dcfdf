package dev.ferrite.locks.poll;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EventfdH;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/** Wakes a sleeper of an epoll instance: an eventfd that is written and never read. {@link ReadyList} argues its use. */
final class Bell {
    private static final long ONE =
            Arena.global().allocateFrom(ValueLayout.JAVA_LONG, 1).address();

    private final Fd fd = eventfd();
    private final AtomicInteger sleepers = new AtomicInteger();
    private final AtomicInteger rung = new AtomicInteger();

    /** A new eventfd of our own. */
    static Fd eventfd() {
        return Fd.own(Linux.eventfd(0, EventfdH.EFD_CLOEXEC | EventfdH.EFD_NONBLOCK), "eventfd");
    }

    /** Adds one to an eventfd. It cannot overflow in a lifetime, and one that is full is readable anyway. */
    static void write(Fd eventfd) {
        if (Linux.writeWithoutErrno(eventfd.value(), ONE, Long.BYTES) < 0) {
            writeSlow(eventfd);
        }
    }

    /** Once more, to learn why: two for one are no harm. */
    private static void writeSlow(Fd eventfd) {
        long result = Linux.write(eventfd.value(), ONE, Long.BYTES);
        if (result < 0 && result != Errno.EAGAIN.negated()) {
            Errno.check(result, "write " + eventfd);
        }
    }

    Fd fd() {
        return fd;
    }

    void sleep() {
        sleepers.getAndIncrement();
    }

    void wake() {
        sleepers.getAndDecrement();
    }

    int sleepers() {
        return sleepers.get();
    }

    boolean hasSleepers() {
        return sleepers() != 0;
    }

    /** Rings if somebody sleeps and it is not rung; says whether somebody sleeps. */
    boolean ring() {
        if (sleepers.get() == 0) {
            return false;
        }
        if (rung.compareAndSet(0, 1)) {
            write(fd);
        }
        return true;
    }

    /** Rings, rung or not. */
    void ringAgain() {
        rung.set(1);
        write(fd);
    }

    /** The event was taken. */
    void taken() {
        rung.getAndSet(0);
    }

    void close() {
        fd.close();
    }
}
