// Generated from thread-shared-types.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * {@code struct __pthread_cond_s}: 48 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     8  __atomic_wide_counter __wseq
 *      8     8  __atomic_wide_counter __g1_start
 *     16     8  unsigned int __g_refs[2]
 *     24     8  unsigned int __g_size[2]
 *     32     4  unsigned int __g1_orig_size
 *     36     4  unsigned int __wrefs
 *     40     8  unsigned int __g_signals[2]
 * }</pre>
 */
public final class PthreadCondS {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 48;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code __wseq}, in bytes. */
    public static final long WSEQ_OFFSET = 0;

    /** Offset of {@code __g1_start}, in bytes. */
    public static final long G1_START_OFFSET = 8;

    /** Offset of {@code __g_refs}, in bytes. */
    public static final long G_REFS_OFFSET = 16;

    /** Number of elements of {@code __g_refs}. */
    public static final long G_REFS_COUNT = 2;

    /** Offset of {@code __g_size}, in bytes. */
    public static final long G_SIZE_OFFSET = 24;

    /** Number of elements of {@code __g_size}. */
    public static final long G_SIZE_COUNT = 2;

    /** Offset of {@code __g1_orig_size}, in bytes. */
    public static final long G1_ORIG_SIZE_OFFSET = 32;

    /** Offset of {@code __wrefs}, in bytes. */
    public static final long WREFS_OFFSET = 36;

    /** Offset of {@code __g_signals}, in bytes. */
    public static final long G_SIGNALS_OFFSET = 40;

    /** Number of elements of {@code __g_signals}. */
    public static final long G_SIGNALS_COUNT = 2;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<PthreadCondS> TYPE =
            new StructType<>(PthreadCondS.class, "__pthread_cond_s", LAYOUT);

    private PthreadCondS() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                AtomicWideCounter.LAYOUT.withName("__wseq"), // 0
                AtomicWideCounter.LAYOUT.withName("__g1_start"), // 8
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_INT).withName("__g_refs"), // 16
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_INT).withName("__g_size"), // 24
                ValueLayout.JAVA_INT.withName("__g1_orig_size"), // 32
                ValueLayout.JAVA_INT.withName("__wrefs"), // 36
                MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_INT).withName("__g_signals")); // 40
        return struct.withName("__pthread_cond_s");
    }

    /**
     * {@code __atomic_wide_counter __wseq}, offset 0.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment wseq(MemorySegment s) {
        return s.asSlice(WSEQ_OFFSET, 8);
    }

    /**
     * {@code __atomic_wide_counter __g1_start}, offset 8.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment g1Start(MemorySegment s) {
        return s.asSlice(G1_START_OFFSET, 8);
    }

    /**
     * {@code unsigned int __g_refs[2]}, offset 16.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment gRefs(MemorySegment s) {
        return s.asSlice(G_REFS_OFFSET, 8);
    }

    /**
     * Reads an element of {@code __g_refs}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int gRefs(MemorySegment s, long index) {
        long at = G_REFS_OFFSET + Objects.checkIndex(index, 2) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code __g_refs}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void gRefs(MemorySegment s, long index, int value) {
        long at = G_REFS_OFFSET + Objects.checkIndex(index, 2) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code unsigned int __g_size[2]}, offset 24.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment gSize(MemorySegment s) {
        return s.asSlice(G_SIZE_OFFSET, 8);
    }

    /**
     * Reads an element of {@code __g_size}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int gSize(MemorySegment s, long index) {
        long at = G_SIZE_OFFSET + Objects.checkIndex(index, 2) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code __g_size}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void gSize(MemorySegment s, long index, int value) {
        long at = G_SIZE_OFFSET + Objects.checkIndex(index, 2) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }

    /**
     * {@code unsigned int __g1_orig_size}, offset 32.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int g1OrigSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, G1_ORIG_SIZE_OFFSET);
    }

    /**
     * Writes {@code __g1_orig_size}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void g1OrigSize(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, G1_ORIG_SIZE_OFFSET, value);
    }

    /**
     * {@code unsigned int __wrefs}, offset 36.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int wrefs(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, WREFS_OFFSET);
    }

    /**
     * Writes {@code __wrefs}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void wrefs(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, WREFS_OFFSET, value);
    }

    /**
     * {@code unsigned int __g_signals[2]}, offset 40.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment gSignals(MemorySegment s) {
        return s.asSlice(G_SIGNALS_OFFSET, 8);
    }

    /**
     * Reads an element of {@code __g_signals}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @return an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int gSignals(MemorySegment s, long index) {
        long at = G_SIGNALS_OFFSET + Objects.checkIndex(index, 2) * 4;
        return s.get(ValueLayout.JAVA_INT, at);
    }

    /**
     * Writes an element of {@code __g_signals}.
     *
     * @param s the struct
     * @param index 0 to 1
     * @param value an unsigned 32-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void gSignals(MemorySegment s, long index, int value) {
        long at = G_SIGNALS_OFFSET + Objects.checkIndex(index, 2) * 4;
        s.set(ValueLayout.JAVA_INT, at, value);
    }
}
