// Generated from struct_mutex.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct __pthread_mutex_s}: 40 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int __lock
 *      4     4  unsigned int __count
 *      8     4  int __owner
 *     12     4  unsigned int __nusers
 *     16     4  int __kind
 *     20     2  short int __spins
 *     22     2  short int __elision
 *     24    16  __pthread_list_t __list
 * }</pre>
 */
public final class PthreadMutexS {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 40;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code __lock}, in bytes. */
    public static final long LOCK_OFFSET = 0;

    /** Offset of {@code __count}, in bytes. */
    public static final long COUNT_OFFSET = 4;

    /** Offset of {@code __owner}, in bytes. */
    public static final long OWNER_OFFSET = 8;

    /** Offset of {@code __nusers}, in bytes. */
    public static final long NUSERS_OFFSET = 12;

    /** Offset of {@code __kind}, in bytes. */
    public static final long KIND_OFFSET = 16;

    /** Offset of {@code __spins}, in bytes. */
    public static final long SPINS_OFFSET = 20;

    /** Offset of {@code __elision}, in bytes. */
    public static final long ELISION_OFFSET = 22;

    /** Offset of {@code __list}, in bytes. */
    public static final long LIST_OFFSET = 24;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<PthreadMutexS> TYPE =
            new StructType<>(PthreadMutexS.class, "__pthread_mutex_s", LAYOUT);

    private PthreadMutexS() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("__lock"), // 0
                ValueLayout.JAVA_INT.withName("__count"), // 4
                ValueLayout.JAVA_INT.withName("__owner"), // 8
                ValueLayout.JAVA_INT.withName("__nusers"), // 12
                ValueLayout.JAVA_INT.withName("__kind"), // 16
                ValueLayout.JAVA_SHORT.withName("__spins"), // 20
                ValueLayout.JAVA_SHORT.withName("__elision"), // 22
                PthreadInternalList.LAYOUT.withName("__list")); // 24
        return struct.withName("__pthread_mutex_s");
    }

    /**
     * {@code int __lock}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int lock(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LOCK_OFFSET);
    }

    /**
     * Writes {@code __lock}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void lock(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LOCK_OFFSET, value);
    }

    /**
     * {@code unsigned int __count}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int count(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COUNT_OFFSET);
    }

    /**
     * Writes {@code __count}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void count(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COUNT_OFFSET, value);
    }

    /**
     * {@code int __owner}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int owner(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, OWNER_OFFSET);
    }

    /**
     * Writes {@code __owner}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void owner(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, OWNER_OFFSET, value);
    }

    /**
     * {@code unsigned int __nusers}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int nusers(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, NUSERS_OFFSET);
    }

    /**
     * Writes {@code __nusers}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void nusers(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, NUSERS_OFFSET, value);
    }

    /**
     * {@code int __kind}, offset 16.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int kind(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, KIND_OFFSET);
    }

    /**
     * Writes {@code __kind}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void kind(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, KIND_OFFSET, value);
    }

    /**
     * {@code short int __spins}, offset 20.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short spins(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, SPINS_OFFSET);
    }

    /**
     * Writes {@code __spins}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void spins(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, SPINS_OFFSET, value);
    }

    /**
     * {@code short int __elision}, offset 22.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short elision(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, ELISION_OFFSET);
    }

    /**
     * Writes {@code __elision}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void elision(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, ELISION_OFFSET, value);
    }

    /**
     * {@code __pthread_list_t __list}, offset 24.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment list(MemorySegment s) {
        return s.asSlice(LIST_OFFSET, 16);
    }
}
