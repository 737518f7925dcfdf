package dev.ferrite.locks.poll;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Descriptors for tests, and what to do with them. */
final class Raw {
    private static final MemorySegment SCRATCH = Arena.global().allocate(256, 8);
    private static final int FLAGS = Linux.O_CLOEXEC | Linux.O_NONBLOCK;

    private Raw() {}

    /** Two ends. */
    record Pair(Fd first, Fd second) implements AutoCloseable {
        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    static Pair pipe() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fds = arena.allocate(8, 4);
            Errno.check(Linux.pipe(fds.address(), FLAGS), "pipe");
            return pair(fds);
        }
    }

    static Pair sockets() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fds = arena.allocate(8, 4);
            Errno.check(Linux.socketpair(fds.address(), FLAGS), "socketpair");
            return pair(fds);
        }
    }

    private static Pair pair(MemorySegment fds) {
        return new Pair(
                Fd.own(fds.get(ValueLayout.JAVA_INT, 0), "first"), Fd.own(fds.get(ValueLayout.JAVA_INT, 4), "second"));
    }

    static Fd eventfd() {
        return Fd.own(Linux.eventfd(0, FLAGS), "eventfd");
    }

    /** A timer that expires once. */
    static Fd timer(long nanos) {
        Fd timer = Fd.own(Linux.timerfdCreate(1, FLAGS), "timerfd");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment spec = arena.allocate(32, 8);
            spec.set(ValueLayout.JAVA_LONG, 16, nanos / 1_000_000_000L);
            spec.set(ValueLayout.JAVA_LONG, 24, nanos % 1_000_000_000L);
            Errno.check(Linux.timerfdSettime(timer.value(), 0, spec.address()), "timerfd_settime");
        }
        return timer;
    }

    static Fd signals(long set) {
        return Fd.own(Linux.signalfd(-1, set, FLAGS), "signalfd");
    }

    /** Writes eight bytes that are an eventfd's one. */
    static void write(Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1);
            Errno.check(Linux.write(fd.value(), one.address(), 8), "write");
        }
    }

    static void drain(Fd fd) {
        synchronized (SCRATCH) {
            while (Linux.read(fd.value(), SCRATCH.address(), SCRATCH.byteSize()) > 0) {
                Thread.onSpinWait();
            }
        }
    }

    static int openDescriptors() {
        String[] names = new java.io.File("/proc/self/fd").list();
        return names == null ? -1 : names.length;
    }
}
