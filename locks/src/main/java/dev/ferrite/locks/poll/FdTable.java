package dev.ferrite.locks.poll;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The descriptors of an epoll instance, each with a generation, so that an event of an older one is known as such. */
final class FdTable {
    /** The generation in the upper half and the descriptor in the lower; 0 for the bell, as generations begin with 1. */
    static final long BELL = 0;

    private static final int BYTES = 16;

    private final int epoll;
    private final MemorySegment event = Arena.ofAuto().allocate(BYTES, 8);
    private volatile AtomicReferenceArray<@Nullable Item> byFd = new AtomicReferenceArray<>(16);
    private final AtomicInteger size = new AtomicInteger();
    private int generation;

    FdTable(int epoll) {
        this.epoll = epoll;
    }

    /** A descriptor that is watched. */
    static final class Item {
        final long data;
        volatile long cookie;

        Item(long data, long cookie) {
            this.data = data;
            this.cookie = cookie;
        }
    }

    /** How many are watched; one that was closed and not removed counts. */
    int size() {
        return size.get();
    }

    /** The one that an event is about, or null if it was removed or replaced. */
    @Nullable
    Item find(long data) {
        Item item = at((int) data);
        return item != null && item.data == data ? item : null;
    }

    private @Nullable Item at(int fd) {
        AtomicReferenceArray<@Nullable Item> table = byFd;
        return fd < 0 || fd >= table.length() ? null : table.get(fd);
    }

    /** Adds; under the lock. 0, or {@code -errno}. */
    int add(int fd, int events, long cookie) {
        if (fd < 0) {
            return control(EpollH.EPOLL_CTL_ADD, fd, events, 0);
        }
        generation = generation == Integer.MAX_VALUE ? 1 : generation + 1;
        Item item = new Item((long) generation << 32 | fd, cookie);
        Item before = at(fd);
        int result = control(EpollH.EPOLL_CTL_ADD, fd, events, item.data);
        if (result == 0) {
            set(fd, item);
            if (before == null) {
                size.getAndIncrement();
            }
        }
        return result;
    }

    /** Changes; under the lock. 0, or {@code -errno}. */
    int modify(int fd, int events, long cookie) {
        Item item = at(fd);
        int result = control(EpollH.EPOLL_CTL_MOD, fd, events, item == null ? 0 : item.data);
        if (result == 0 && item != null) {
            item.cookie = cookie;
        }
        return result;
    }

    /** Removes; under the lock. 0, or {@code -errno}. Whatever the kernel says, it is not ours any more. */
    int remove(int fd) {
        int result = control(EpollH.EPOLL_CTL_DEL, fd, 0, 0);
        if (at(fd) != null) {
            set(fd, null);
            size.getAndDecrement();
        }
        return result;
    }

    /** Watches the bell; under the lock or before anybody else knows of this. */
    int addBell(int fd) {
        return control(EpollH.EPOLL_CTL_ADD, fd, EpollH.EPOLLIN | EpollH.EPOLLET, BELL);
    }

    private void set(int fd, @Nullable Item item) {
        AtomicReferenceArray<@Nullable Item> table = byFd;
        if (fd >= table.length()) {
            AtomicReferenceArray<@Nullable Item> longer = new AtomicReferenceArray<>(Integer.highestOneBit(fd) * 2);
            for (int i = 0; i < table.length(); i++) {
                longer.set(i, table.get(i));
            }
            byFd = longer;
            table = longer;
        }
        table.set(fd, item);
    }

    private int control(int operation, int fd, int events, long data) {
        event.set(ValueLayout.JAVA_INT, 0, events);
        event.set(ValueLayout.JAVA_LONG_UNALIGNED, EpollEvents.DATA, data);
        return Linux.epollCtl(epoll, operation, fd, event.address());
    }
}
