// Generated from epoll.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct epoll_event}: 12 bytes, alignment 1.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  uint32_t events
 *      4     8  epoll_data_t data
 * }</pre>
 */
public final class EpollEvent {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 12;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 1;

    /** Offset of {@code events}, in bytes. */
    public static final long EVENTS_OFFSET = 0;

    /** Offset of {@code data}, in bytes. */
    public static final long DATA_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<EpollEvent> TYPE = new StructType<>(EpollEvent.class, "epoll_event", LAYOUT);

    private EpollEvent() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT_UNALIGNED.withName("events"), // 0
                MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("data")); // 4
        return struct.withName("epoll_event");
    }

    /**
     * {@code uint32_t events}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int events(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT_UNALIGNED, EVENTS_OFFSET);
    }

    /**
     * Writes {@code events}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void events(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT_UNALIGNED, EVENTS_OFFSET, value);
    }

    /**
     * {@code epoll_data_t data}, offset 4.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment data(MemorySegment s) {
        return s.asSlice(DATA_OFFSET, 8);
    }
}
