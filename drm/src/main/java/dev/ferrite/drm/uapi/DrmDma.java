// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct drm_dma}: 64 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int context
 *      4     4  int send_count
 *      8     8  int *send_indices
 *     16     8  int *send_sizes
 *     24     4  enum drm_dma_flags flags
 *     28     4  int request_count
 *     32     4  int request_size
 *     40     8  int *request_indices
 *     48     8  int *request_sizes
 *     56     4  int granted_count
 * }</pre>
 */
public final class DrmDma {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code context}, in bytes. */
    public static final long CONTEXT_OFFSET = 0;

    /** Offset of {@code send_count}, in bytes. */
    public static final long SEND_COUNT_OFFSET = 4;

    /** Offset of {@code send_indices}, in bytes. */
    public static final long SEND_INDICES_OFFSET = 8;

    /** Offset of {@code send_sizes}, in bytes. */
    public static final long SEND_SIZES_OFFSET = 16;

    /** Offset of {@code flags}, in bytes. */
    public static final long FLAGS_OFFSET = 24;

    /** Offset of {@code request_count}, in bytes. */
    public static final long REQUEST_COUNT_OFFSET = 28;

    /** Offset of {@code request_size}, in bytes. */
    public static final long REQUEST_SIZE_OFFSET = 32;

    /** Offset of {@code request_indices}, in bytes. */
    public static final long REQUEST_INDICES_OFFSET = 40;

    /** Offset of {@code request_sizes}, in bytes. */
    public static final long REQUEST_SIZES_OFFSET = 48;

    /** Offset of {@code granted_count}, in bytes. */
    public static final long GRANTED_COUNT_OFFSET = 56;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmDma> TYPE = new StructType<>(DrmDma.class, "drm_dma", LAYOUT);

    private DrmDma() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("context"), // 0
                ValueLayout.JAVA_INT.withName("send_count"), // 4
                ValueLayout.JAVA_LONG.withName("send_indices"), // 8
                ValueLayout.JAVA_LONG.withName("send_sizes"), // 16
                ValueLayout.JAVA_INT.withName("flags"), // 24
                ValueLayout.JAVA_INT.withName("request_count"), // 28
                ValueLayout.JAVA_INT.withName("request_size"), // 32
                MemoryLayout.paddingLayout(4), // 36
                ValueLayout.JAVA_LONG.withName("request_indices"), // 40
                ValueLayout.JAVA_LONG.withName("request_sizes"), // 48
                ValueLayout.JAVA_INT.withName("granted_count"), // 56
                MemoryLayout.paddingLayout(4)); // 60
        return struct.withName("drm_dma");
    }

    /**
     * {@code int context}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int context(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CONTEXT_OFFSET);
    }

    /**
     * Writes {@code context}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void context(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CONTEXT_OFFSET, value);
    }

    /**
     * {@code int send_count}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int sendCount(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SEND_COUNT_OFFSET);
    }

    /**
     * Writes {@code send_count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void sendCount(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SEND_COUNT_OFFSET, value);
    }

    /**
     * {@code int *send_indices}, offset 8.
     *
     * @param s the struct
     * @return an address
     */
    public static long sendIndices(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SEND_INDICES_OFFSET);
    }

    /**
     * Writes {@code send_indices}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void sendIndices(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SEND_INDICES_OFFSET, value);
    }

    /**
     * {@code int *send_sizes}, offset 16.
     *
     * @param s the struct
     * @return an address
     */
    public static long sendSizes(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SEND_SIZES_OFFSET);
    }

    /**
     * Writes {@code send_sizes}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void sendSizes(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, SEND_SIZES_OFFSET, value);
    }

    /**
     * {@code enum drm_dma_flags flags}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int flags(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void flags(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, FLAGS_OFFSET, value);
    }

    /**
     * {@code int request_count}, offset 28.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int requestCount(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, REQUEST_COUNT_OFFSET);
    }

    /**
     * Writes {@code request_count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void requestCount(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, REQUEST_COUNT_OFFSET, value);
    }

    /**
     * {@code int request_size}, offset 32.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int requestSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, REQUEST_SIZE_OFFSET);
    }

    /**
     * Writes {@code request_size}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void requestSize(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, REQUEST_SIZE_OFFSET, value);
    }

    /**
     * {@code int *request_indices}, offset 40.
     *
     * @param s the struct
     * @return an address
     */
    public static long requestIndices(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, REQUEST_INDICES_OFFSET);
    }

    /**
     * Writes {@code request_indices}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void requestIndices(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, REQUEST_INDICES_OFFSET, value);
    }

    /**
     * {@code int *request_sizes}, offset 48.
     *
     * @param s the struct
     * @return an address
     */
    public static long requestSizes(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, REQUEST_SIZES_OFFSET);
    }

    /**
     * Writes {@code request_sizes}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void requestSizes(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, REQUEST_SIZES_OFFSET, value);
    }

    /**
     * {@code int granted_count}, offset 56.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int grantedCount(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, GRANTED_COUNT_OFFSET);
    }

    /**
     * Writes {@code granted_count}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void grantedCount(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, GRANTED_COUNT_OFFSET, value);
    }
}
