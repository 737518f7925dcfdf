// Generated from drm.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * {@code struct drm_hw_lock}: 64 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  volatile unsigned int lock
 *      4    60  char padding[60]
 * }</pre>
 */
public final class DrmHwLock {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 64;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code lock}, in bytes. */
    public static final long LOCK_OFFSET = 0;

    /** Offset of {@code padding}, in bytes. */
    public static final long PADDING_OFFSET = 4;

    /** Number of elements of {@code padding}. */
    public static final long PADDING_COUNT = 60;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmHwLock> TYPE = new StructType<>(DrmHwLock.class, "drm_hw_lock", LAYOUT);

    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    private DrmHwLock() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("lock"), // 0
                MemoryLayout.sequenceLayout(60, ValueLayout.JAVA_BYTE).withName("padding")); // 4
        return struct.withName("drm_hw_lock");
    }

    /**
     * {@code volatile unsigned int lock}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int lock(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, LOCK_OFFSET);
    }

    /**
     * Writes {@code lock}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void lock(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, LOCK_OFFSET, value);
    }

    /**
     * Reads {@code lock}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int lockOpaque(MemorySegment s) {
        return (int) INT.getOpaque(s, LOCK_OFFSET);
    }

    /**
     * Reads {@code lock}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int lockAcquire(MemorySegment s) {
        return (int) INT.getAcquire(s, LOCK_OFFSET);
    }

    /**
     * Reads {@code lock}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int lockVolatile(MemorySegment s) {
        return (int) INT.getVolatile(s, LOCK_OFFSET);
    }

    /**
     * Writes {@code lock}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void lockOpaque(MemorySegment s, int value) {
        INT.setOpaque(s, LOCK_OFFSET, value);
    }

    /**
     * Writes {@code lock}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void lockRelease(MemorySegment s, int value) {
        INT.setRelease(s, LOCK_OFFSET, value);
    }

    /**
     * Writes {@code lock}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void lockVolatile(MemorySegment s, int value) {
        INT.setVolatile(s, LOCK_OFFSET, value);
    }

    /**
     * Replaces {@code lock} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean lockCompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, LOCK_OFFSET, expected, value);
    }

    /**
     * Replaces {@code lock} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean lockCompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, LOCK_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code lock} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean lockCompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, LOCK_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code lock} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int lockCompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, LOCK_OFFSET, expected, value);
    }

    /**
     * Adds to {@code lock}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int lockGetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, LOCK_OFFSET, delta);
    }

    /**
     * Adds to {@code lock}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int lockGetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, LOCK_OFFSET, delta);
    }

    /**
     * Adds to {@code lock}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int lockGetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, LOCK_OFFSET, delta);
    }

    /**
     * Replaces {@code lock}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int lockGetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, LOCK_OFFSET, value);
    }

    /**
     * Replaces {@code lock}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int lockGetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, LOCK_OFFSET, value);
    }

    /**
     * Replaces {@code lock}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int lockGetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, LOCK_OFFSET, value);
    }

    /**
     * Sets bits of {@code lock}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int lockGetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, LOCK_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code lock}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int lockGetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, LOCK_OFFSET, mask);
    }

    /**
     * {@code char padding[60]}, offset 4.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment padding(MemorySegment s) {
        return s.asSlice(PADDING_OFFSET, 60);
    }

    /**
     * Reads an element of {@code padding}.
     *
     * @param s the struct
     * @param index 0 to 59
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte padding(MemorySegment s, long index) {
        long at = PADDING_OFFSET + Objects.checkIndex(index, 60);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code padding}.
     *
     * @param s the struct
     * @param index 0 to 59
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void padding(MemorySegment s, long index, byte value) {
        long at = PADDING_OFFSET + Objects.checkIndex(index, 60);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code padding} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String paddingString(MemorySegment s) {
        return Fields.getString(s, PADDING_OFFSET, 60);
    }

    /**
     * Writes {@code padding} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 59 bytes, or contains NUL
     */
    public static void paddingString(MemorySegment s, String value) {
        Fields.setString(s, PADDING_OFFSET, 60, value);
    }
}
