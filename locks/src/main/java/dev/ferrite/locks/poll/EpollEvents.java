package dev.ferrite.locks.poll;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.uapi.EpollEvent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Where {@link Epoll#await} puts what is ready: an off-heap array of {@code struct epoll_event}, used again and again.
 *
 * <p>Belongs to one thread at a time; each thread that waits has its own. The memory goes with the object.
 */
public final class EpollEvents {
    /** The longest array. */
    public static final int MAX_CAPACITY = 1 << 16;

    /** Packed on x86-64, and nowhere else. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

    /** Bytes an event. */
    static final long STRIDE = PACKED ? EpollEvent.SIZEOF : 16;

    /** Where the kernel keeps what belongs to the user, in bytes from the start of an event. */
    static final long DATA = PACKED ? EpollEvent.DATA_OFFSET : 8;

    private static final long TIMESPEC_BYTES = 16;

    final Interrupter interrupter = new Interrupter();

    private final MemorySegment memory;
    private final int capacity;
    private int size;

    private EpollEvents(int capacity) {
        this.capacity = capacity;
        this.memory = Arena.ofAuto().allocate(TIMESPEC_BYTES + capacity * STRIDE, 8);
    }

    /**
     * An empty array.
     *
     * @param capacity how many events one wait can give, 1 to {@value #MAX_CAPACITY}
     * @return the array
     * @throws ErrnoException EINVAL for other capacities, as {@code epoll_wait} says of {@code maxevents}
     */
    public static EpollEvents allocate(int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new ErrnoException(
                    Errno.EINVAL, "epoll events capacity must be 1.." + MAX_CAPACITY + ": capacity=" + capacity);
        }
        return new EpollEvents(capacity);
    }

    /** Takes one event. */
    @FunctionalInterface
    public interface Handler {
        /**
         * One source or descriptor is ready.
         *
         * @param events {@code EPOLL*}
         * @param cookie what was given when it was added
         */
        void ready(int events, long cookie);
    }

    /**
     * How many events one wait can give.
     *
     * @return the capacity
     */
    public int capacity() {
        return capacity;
    }

    /**
     * How many events the last wait gave.
     *
     * @return the count, 0 before the first
     */
    public int size() {
        return size;
    }

    /**
     * What is ready.
     *
     * @param index 0 to {@link #size()} - 1
     * @return {@code EPOLL*}
     */
    public int events(int index) {
        return rawEvents(Objects.checkIndex(index, size));
    }

    /**
     * Whose it is.
     *
     * @param index 0 to {@link #size()} - 1
     * @return what was given when it was added
     */
    public long cookie(int index) {
        return rawData(Objects.checkIndex(index, size));
    }

    /**
     * Hands over all events, in order.
     *
     * @param handler takes them
     */
    public void forEach(Handler handler) {
        for (int i = 0; i < size; i++) {
            handler.ready(rawEvents(i), rawData(i));
        }
    }

    void size(int count) {
        size = count;
    }

    /** Where the kernel writes from an index on; valid while this object is reachable. */
    long address(int index) {
        return memory.address() + TIMESPEC_BYTES + index * STRIDE;
    }

    /** A {@code struct timespec} of a time; valid while this object is reachable. */
    long timespec(long nanos) {
        memory.set(ValueLayout.JAVA_LONG, 0, nanos / 1_000_000_000L);
        memory.set(ValueLayout.JAVA_LONG, 8, nanos % 1_000_000_000L);
        return memory.address();
    }

    int rawEvents(int index) {
        return memory.get(ValueLayout.JAVA_INT_UNALIGNED, TIMESPEC_BYTES + index * STRIDE);
    }

    long rawData(int index) {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, TIMESPEC_BYTES + index * STRIDE + DATA);
    }

    void put(int index, int events, long data) {
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, TIMESPEC_BYTES + index * STRIDE, events);
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, TIMESPEC_BYTES + index * STRIDE + DATA, data);
    }
}
