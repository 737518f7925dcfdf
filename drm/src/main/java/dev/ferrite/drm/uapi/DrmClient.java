// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_client}: 40 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int idx
 *      4     4  int auth
 *      8     8  long unsigned int pid
 *     16     8  long unsigned int uid
 *     24     8  long unsigned int magic
 *     32     8  long unsigned int iocs
 * }</pre>
 */
public final class DrmClient {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 40;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code idx}, in bytes. */
    public static final long IDX_OFFSET = 0;

    /** Offset of {@code auth}, in bytes. */
    public static final long AUTH_OFFSET = 4;

    /** Offset of {@code pid}, in bytes. */
    public static final long PID_OFFSET = 8;

    /** Offset of {@code uid}, in bytes. */
    public static final long UID_OFFSET = 16;

    /** Offset of {@code magic}, in bytes. */
    public static final long MAGIC_OFFSET = 24;

    /** Offset of {@code iocs}, in bytes. */
    public static final long IOCS_OFFSET = 32;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmClient> TYPE = new StructType<>(DrmClient.class, "drm_client", LAYOUT);

    private DrmClient() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("idx"), // 0
                ValueLayout.JAVA_INT.withName("auth"), // 4
                ValueLayout.JAVA_LONG.withName("pid"), // 8
                ValueLayout.JAVA_LONG.withName("uid"), // 16
                ValueLayout.JAVA_LONG.withName("magic"), // 24
                ValueLayout.JAVA_LONG.withName("iocs")); // 32
        return struct.withName("drm_client");
    }

    /**
     * {@code int idx}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int idx(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, IDX_OFFSET);
    }

    /**
     * Writes {@code idx}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void idx(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, IDX_OFFSET, value);
    }

    /**
     * {@code int auth}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int auth(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, AUTH_OFFSET);
    }

    /**
     * Writes {@code auth}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void auth(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, AUTH_OFFSET, value);
    }

    /**
     * {@code long unsigned int pid}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long pid(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, PID_OFFSET);
    }

    /**
     * Writes {@code pid}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void pid(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, PID_OFFSET, value);
    }

    /**
     * {@code long unsigned int uid}, offset 16.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long uid(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, UID_OFFSET);
    }

    /**
     * Writes {@code uid}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void uid(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, UID_OFFSET, value);
    }

    /**
     * {@code long unsigned int magic}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long magic(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, MAGIC_OFFSET);
    }

    /**
     * Writes {@code magic}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void magic(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, MAGIC_OFFSET, value);
    }

    /**
     * {@code long unsigned int iocs}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long iocs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, IOCS_OFFSET);
    }

    /**
     * Writes {@code iocs}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void iocs(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, IOCS_OFFSET, value);
    }
}
