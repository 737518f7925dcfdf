// Generated from poll.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct pollfd}: 8 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int fd
 *      4     2  short int events
 *      6     2  short int revents
 * }</pre>
 */
public final class Pollfd {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 8;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code fd}, in bytes. */
    public static final long FD_OFFSET = 0;

    /** Offset of {@code events}, in bytes. */
    public static final long EVENTS_OFFSET = 4;

    /** Offset of {@code revents}, in bytes. */
    public static final long REVENTS_OFFSET = 6;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<Pollfd> TYPE = new StructType<>(Pollfd.class, "pollfd", LAYOUT);

    private Pollfd() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("fd"), // 0
                ValueLayout.JAVA_SHORT.withName("events"), // 4
                ValueLayout.JAVA_SHORT.withName("revents")); // 6
        return struct.withName("pollfd");
    }

    /**
     * {@code int fd}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int fd(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FD_OFFSET);
    }

    /**
     * Writes {@code fd}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void fd(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FD_OFFSET, value);
    }

    /**
     * {@code short int events}, offset 4.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short events(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, EVENTS_OFFSET);
    }

    /**
     * Writes {@code events}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void events(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, EVENTS_OFFSET, value);
    }

    /**
     * {@code short int revents}, offset 6.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short revents(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, REVENTS_OFFSET);
    }

    /**
     * Writes {@code revents}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void revents(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, REVENTS_OFFSET, value);
    }
}
