// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.Words;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Every scalar of C.
 *
 * <p>The second paragraph with &lt;angles&gt; &amp; braces &#123; and an at {@code u16}.
 *
 * <p>{@code struct torture_scalars}: 192 bytes, alignment 16.
 *
 * <pre>{@code
 * offset  size  member
 *      0     1  int8_t s8
 *      1     1  uint8_t u8
 *      2     2  int16_t s16
 *      4     2  uint16_t u16
 *      8     4  int32_t s32
 *     12     4  uint32_t u32
 *     16     8  int64_t s64
 *     24     8  uint64_t u64
 *     32     4  float f32
 *     40     8  double f64
 *     48     1  _Bool flag
 *     49     1  char letter
 *     52     4  const int fixed
 *     56     8  void *pointer
 *     64     8  int (*callback)(void *, const char *, ...)
 *     72     8  struct torture_unknown *unknown
 *     80     8  const struct torture_scalars * const self
 *     96    16  long double wide
 *    112    16  __int128 huge
 *    128     8  complex float complex
 *    136     4  enum torture_color color
 *    144     8  enum torture_wide wide_enum
 *    152     1  enum torture_tiny tiny
 *    160     8  torture_u64 named
 *    168     4  volatile int watched
 *    176     8  _Atomic long int counted
 * }</pre>
 */
public final class TortureScalars {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 192;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 16;

    /** Offset of {@code s8}, in bytes. */
    public static final long S8_OFFSET = 0;

    /** Offset of {@code u8}, in bytes. */
    public static final long U8_OFFSET = 1;

    /** Offset of {@code s16}, in bytes. */
    public static final long S16_OFFSET = 2;

    /** Offset of {@code u16}, in bytes. */
    public static final long U16_OFFSET = 4;

    /** Offset of {@code s32}, in bytes. */
    public static final long S32_OFFSET = 8;

    /** Offset of {@code u32}, in bytes. */
    public static final long U32_OFFSET = 12;

    /** Offset of {@code s64}, in bytes. */
    public static final long S64_OFFSET = 16;

    /** Offset of {@code u64}, in bytes. */
    public static final long U64_OFFSET = 24;

    /** Offset of {@code f32}, in bytes. */
    public static final long F32_OFFSET = 32;

    /** Offset of {@code f64}, in bytes. */
    public static final long F64_OFFSET = 40;

    /** Offset of {@code flag}, in bytes. */
    public static final long FLAG_OFFSET = 48;

    /** Offset of {@code letter}, in bytes. */
    public static final long LETTER_OFFSET = 49;

    /** Offset of {@code fixed}, in bytes. */
    public static final long FIXED_OFFSET = 52;

    /** Offset of {@code pointer}, in bytes. */
    public static final long POINTER_OFFSET = 56;

    /** Offset of {@code callback}, in bytes. */
    public static final long CALLBACK_OFFSET = 64;

    /** Offset of {@code unknown}, in bytes. */
    public static final long UNKNOWN_OFFSET = 72;

    /** Offset of {@code self}, in bytes. */
    public static final long SELF_OFFSET = 80;

    /** Offset of {@code wide}, in bytes. */
    public static final long WIDE_OFFSET = 96;

    /** Offset of {@code huge}, in bytes. */
    public static final long HUGE_OFFSET = 112;

    /** Offset of {@code complex}, in bytes. */
    public static final long COMPLEX_OFFSET = 128;

    /** Offset of {@code color}, in bytes. */
    public static final long COLOR_OFFSET = 136;

    /** Offset of {@code wide_enum}, in bytes. */
    public static final long WIDE_ENUM_OFFSET = 144;

    /** Offset of {@code tiny}, in bytes. */
    public static final long TINY_OFFSET = 152;

    /** Offset of {@code named}, in bytes. */
    public static final long NAMED_OFFSET = 160;

    /** Offset of {@code watched}, in bytes. */
    public static final long WATCHED_OFFSET = 168;

    /** Offset of {@code counted}, in bytes. */
    public static final long COUNTED_OFFSET = 176;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureScalars> TYPE =
            new StructType<>(TortureScalars.class, "torture_scalars", LAYOUT);

    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private TortureScalars() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_BYTE.withName("s8"), // 0
                ValueLayout.JAVA_BYTE.withName("u8"), // 1
                ValueLayout.JAVA_SHORT.withName("s16"), // 2
                ValueLayout.JAVA_SHORT.withName("u16"), // 4
                MemoryLayout.paddingLayout(2), // 6
                ValueLayout.JAVA_INT.withName("s32"), // 8
                ValueLayout.JAVA_INT.withName("u32"), // 12
                ValueLayout.JAVA_LONG.withName("s64"), // 16
                ValueLayout.JAVA_LONG.withName("u64"), // 24
                ValueLayout.JAVA_FLOAT.withName("f32"), // 32
                MemoryLayout.paddingLayout(4), // 36
                ValueLayout.JAVA_DOUBLE.withName("f64"), // 40
                ValueLayout.JAVA_BYTE.withName("flag"), // 48
                ValueLayout.JAVA_BYTE.withName("letter"), // 49
                MemoryLayout.paddingLayout(2), // 50
                ValueLayout.JAVA_INT.withName("fixed"), // 52
                ValueLayout.JAVA_LONG.withName("pointer"), // 56
                ValueLayout.JAVA_LONG.withName("callback"), // 64
                ValueLayout.JAVA_LONG.withName("unknown"), // 72
                ValueLayout.JAVA_LONG.withName("self"), // 80
                MemoryLayout.paddingLayout(8), // 88
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("wide"), // 96
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("huge"), // 112
                MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("complex"), // 128
                ValueLayout.JAVA_INT.withName("color"), // 136
                MemoryLayout.paddingLayout(4), // 140
                ValueLayout.JAVA_LONG.withName("wide_enum"), // 144
                ValueLayout.JAVA_BYTE.withName("tiny"), // 152
                MemoryLayout.paddingLayout(7), // 153
                ValueLayout.JAVA_LONG.withName("named"), // 160
                ValueLayout.JAVA_INT.withName("watched"), // 168
                MemoryLayout.paddingLayout(4), // 172
                ValueLayout.JAVA_LONG.withName("counted"), // 176
                MemoryLayout.paddingLayout(8)); // 184
        return struct.withName("torture_scalars").withByteAlignment(ALIGNOF);
    }

    /**
     * A signed byte, at most {@code TORTURE_LIMIT}.
     *
     * <p>{@code int8_t s8}, offset 0.
     *
     * @param s the struct
     * @return a signed 8-bit number
     */
    public static byte s8(MemorySegment s) {
        return s.get(ValueLayout.JAVA_BYTE, S8_OFFSET);
    }

    /**
     * Writes {@code s8}.
     *
     * @param s the struct
     * @param value a signed 8-bit number
     */
    public static void s8(MemorySegment s, byte value) {
        s.set(ValueLayout.JAVA_BYTE, S8_OFFSET, value);
    }

    /**
     * {@code uint8_t u8}, offset 1.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int u8(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, U8_OFFSET));
    }

    /**
     * Writes {@code u8}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void u8(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, U8_OFFSET, (byte) value);
    }

    /**
     * {@code int16_t s16}, offset 2.
     *
     * @param s the struct
     * @return a signed 16-bit number
     */
    public static short s16(MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, S16_OFFSET);
    }

    /**
     * Writes {@code s16}.
     *
     * @param s the struct
     * @param value a signed 16-bit number
     */
    public static void s16(MemorySegment s, short value) {
        s.set(ValueLayout.JAVA_SHORT, S16_OFFSET, value);
    }

    /**
     * See {@code struct torture_inner} and {@code torture_call()}.
     *
     * <p>{@code uint16_t u16}, offset 4.
     *
     * @param s the struct
     * @return a number of 0 to 65535
     */
    public static int u16(MemorySegment s) {
        return Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT, U16_OFFSET));
    }

    /**
     * Writes {@code u16}.
     *
     * @param s the struct
     * @param value a number of 0 to 65535; higher bits are dropped
     */
    public static void u16(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_SHORT, U16_OFFSET, (short) value);
    }

    /**
     * {@code int32_t s32}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int s32(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, S32_OFFSET);
    }

    /**
     * Writes {@code s32}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void s32(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, S32_OFFSET, value);
    }

    /**
     * Reads {@code s32}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int s32Opaque(MemorySegment s) {
        return (int) INT.getOpaque(s, S32_OFFSET);
    }

    /**
     * Reads {@code s32}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int s32Acquire(MemorySegment s) {
        return (int) INT.getAcquire(s, S32_OFFSET);
    }

    /**
     * Reads {@code s32}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int s32Volatile(MemorySegment s) {
        return (int) INT.getVolatile(s, S32_OFFSET);
    }

    /**
     * Writes {@code s32}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s32Opaque(MemorySegment s, int value) {
        INT.setOpaque(s, S32_OFFSET, value);
    }

    /**
     * Writes {@code s32}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s32Release(MemorySegment s, int value) {
        INT.setRelease(s, S32_OFFSET, value);
    }

    /**
     * Writes {@code s32}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s32Volatile(MemorySegment s, int value) {
        INT.setVolatile(s, S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, S32_OFFSET, expected, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, S32_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code s32} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, S32_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code s32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int s32CompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, S32_OFFSET, expected, value);
    }

    /**
     * Adds to {@code s32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, S32_OFFSET, delta);
    }

    /**
     * Adds to {@code s32}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, S32_OFFSET, delta);
    }

    /**
     * Adds to {@code s32}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, S32_OFFSET, delta);
    }

    /**
     * Replaces {@code s32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, S32_OFFSET, value);
    }

    /**
     * Sets bits of {@code s32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int s32GetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, S32_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code s32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int s32GetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, S32_OFFSET, mask);
    }

    /**
     * Reads {@code s32}, plain: no ordering.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static int s32Plain(long address) {
        return Words.getIntPlain(address + S32_OFFSET);
    }

    /**
     * Reads {@code s32}, opaque: coherent for this word, no ordering to others.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static int s32Opaque(long address) {
        return Words.getIntOpaque(address + S32_OFFSET);
    }

    /**
     * Reads {@code s32}, acquire: no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static int s32Acquire(long address) {
        return Words.getIntAcquire(address + S32_OFFSET);
    }

    /**
     * Reads {@code s32}, volatile: totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static int s32Volatile(long address) {
        return Words.getIntVolatile(address + S32_OFFSET);
    }

    /**
     * Writes {@code s32}, plain: no ordering.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void s32Plain(long address, int value) {
        Words.setIntPlain(address + S32_OFFSET, value);
    }

    /**
     * Writes {@code s32}, opaque: coherent for this word, no ordering to others.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void s32Opaque(long address, int value) {
        Words.setIntOpaque(address + S32_OFFSET, value);
    }

    /**
     * Writes {@code s32}, release: no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void s32Release(long address, int value) {
        Words.setIntRelease(address + S32_OFFSET, value);
    }

    /**
     * Writes {@code s32}, volatile: totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void s32Volatile(long address, int value) {
        Words.setIntVolatile(address + S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSet(long address, int expected, int value) {
        return Words.compareAndSetInt(address + S32_OFFSET, expected, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSetAcquire(long address, int expected, int value) {
        return Words.compareAndSetIntAcquire(address + S32_OFFSET, expected, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s32CompareAndSetRelease(long address, int expected, int value) {
        return Words.compareAndSetIntRelease(address + S32_OFFSET, expected, value);
    }

    /**
     * Replaces {@code s32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int s32CompareAndExchange(long address, int expected, int value) {
        return Words.compareAndExchangeInt(address + S32_OFFSET, expected, value);
    }

    /**
     * Adds to {@code s32}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAdd(long address, int delta) {
        return Words.getAndAddInt(address + S32_OFFSET, delta);
    }

    /**
     * Adds to {@code s32}; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAddAcquire(long address, int delta) {
        return Words.getAndAddIntAcquire(address + S32_OFFSET, delta);
    }

    /**
     * Adds to {@code s32}; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int s32GetAndAddRelease(long address, int delta) {
        return Words.getAndAddIntRelease(address + S32_OFFSET, delta);
    }

    /**
     * Replaces {@code s32}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSet(long address, int value) {
        return Words.getAndSetInt(address + S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32}; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSetAcquire(long address, int value) {
        return Words.getAndSetIntAcquire(address + S32_OFFSET, value);
    }

    /**
     * Replaces {@code s32}; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static int s32GetAndSetRelease(long address, int value) {
        return Words.getAndSetIntRelease(address + S32_OFFSET, value);
    }

    /**
     * Sets bits of {@code s32}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static int s32GetAndBitwiseOr(long address, int mask) {
        return Words.getAndBitwiseOrInt(address + S32_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code s32}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static int s32GetAndBitwiseAnd(long address, int mask) {
        return Words.getAndBitwiseAndInt(address + S32_OFFSET, mask);
    }

    /**
     * {@code uint32_t u32}, offset 12.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int u32(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, U32_OFFSET);
    }

    /**
     * Writes {@code u32}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void u32(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, U32_OFFSET, value);
    }

    /**
     * Reads {@code u32}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int u32Opaque(MemorySegment s) {
        return (int) INT.getOpaque(s, U32_OFFSET);
    }

    /**
     * Reads {@code u32}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int u32Acquire(MemorySegment s) {
        return (int) INT.getAcquire(s, U32_OFFSET);
    }

    /**
     * Reads {@code u32}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int u32Volatile(MemorySegment s) {
        return (int) INT.getVolatile(s, U32_OFFSET);
    }

    /**
     * Writes {@code u32}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u32Opaque(MemorySegment s, int value) {
        INT.setOpaque(s, U32_OFFSET, value);
    }

    /**
     * Writes {@code u32}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u32Release(MemorySegment s, int value) {
        INT.setRelease(s, U32_OFFSET, value);
    }

    /**
     * Writes {@code u32}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u32Volatile(MemorySegment s, int value) {
        INT.setVolatile(s, U32_OFFSET, value);
    }

    /**
     * Replaces {@code u32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u32CompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, U32_OFFSET, expected, value);
    }

    /**
     * Replaces {@code u32} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u32CompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, U32_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code u32} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u32CompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, U32_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code u32} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int u32CompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, U32_OFFSET, expected, value);
    }

    /**
     * Adds to {@code u32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int u32GetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, U32_OFFSET, delta);
    }

    /**
     * Adds to {@code u32}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int u32GetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, U32_OFFSET, delta);
    }

    /**
     * Adds to {@code u32}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int u32GetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, U32_OFFSET, delta);
    }

    /**
     * Replaces {@code u32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int u32GetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, U32_OFFSET, value);
    }

    /**
     * Replaces {@code u32}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int u32GetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, U32_OFFSET, value);
    }

    /**
     * Replaces {@code u32}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int u32GetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, U32_OFFSET, value);
    }

    /**
     * Sets bits of {@code u32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int u32GetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, U32_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code u32}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int u32GetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, U32_OFFSET, mask);
    }

    /**
     * Described on the spot.
     *
     * <p>{@code int64_t s64}, offset 16.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long s64(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, S64_OFFSET);
    }

    /**
     * Writes {@code s64}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void s64(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, S64_OFFSET, value);
    }

    /**
     * Reads {@code s64}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long s64Opaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, S64_OFFSET);
    }

    /**
     * Reads {@code s64}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long s64Acquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, S64_OFFSET);
    }

    /**
     * Reads {@code s64}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long s64Volatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, S64_OFFSET);
    }

    /**
     * Writes {@code s64}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s64Opaque(MemorySegment s, long value) {
        LONG.setOpaque(s, S64_OFFSET, value);
    }

    /**
     * Writes {@code s64}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s64Release(MemorySegment s, long value) {
        LONG.setRelease(s, S64_OFFSET, value);
    }

    /**
     * Writes {@code s64}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void s64Volatile(MemorySegment s, long value) {
        LONG.setVolatile(s, S64_OFFSET, value);
    }

    /**
     * Replaces {@code s64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s64CompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, S64_OFFSET, expected, value);
    }

    /**
     * Replaces {@code s64} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s64CompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, S64_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code s64} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean s64CompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, S64_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code s64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long s64CompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, S64_OFFSET, expected, value);
    }

    /**
     * Adds to {@code s64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long s64GetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, S64_OFFSET, delta);
    }

    /**
     * Adds to {@code s64}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long s64GetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, S64_OFFSET, delta);
    }

    /**
     * Adds to {@code s64}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long s64GetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, S64_OFFSET, delta);
    }

    /**
     * Replaces {@code s64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long s64GetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, S64_OFFSET, value);
    }

    /**
     * Replaces {@code s64}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long s64GetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, S64_OFFSET, value);
    }

    /**
     * Replaces {@code s64}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long s64GetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, S64_OFFSET, value);
    }

    /**
     * Sets bits of {@code s64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long s64GetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, S64_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code s64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long s64GetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, S64_OFFSET, mask);
    }

    /**
     * {@code uint64_t u64}, offset 24.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long u64(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, U64_OFFSET);
    }

    /**
     * Writes {@code u64}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void u64(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, U64_OFFSET, value);
    }

    /**
     * Reads {@code u64}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long u64Opaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, U64_OFFSET);
    }

    /**
     * Reads {@code u64}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long u64Acquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, U64_OFFSET);
    }

    /**
     * Reads {@code u64}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long u64Volatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, U64_OFFSET);
    }

    /**
     * Writes {@code u64}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u64Opaque(MemorySegment s, long value) {
        LONG.setOpaque(s, U64_OFFSET, value);
    }

    /**
     * Writes {@code u64}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u64Release(MemorySegment s, long value) {
        LONG.setRelease(s, U64_OFFSET, value);
    }

    /**
     * Writes {@code u64}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void u64Volatile(MemorySegment s, long value) {
        LONG.setVolatile(s, U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, U64_OFFSET, expected, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, U64_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code u64} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, U64_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code u64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long u64CompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, U64_OFFSET, expected, value);
    }

    /**
     * Adds to {@code u64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, U64_OFFSET, delta);
    }

    /**
     * Adds to {@code u64}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, U64_OFFSET, delta);
    }

    /**
     * Adds to {@code u64}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, U64_OFFSET, delta);
    }

    /**
     * Replaces {@code u64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, U64_OFFSET, value);
    }

    /**
     * Sets bits of {@code u64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long u64GetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, U64_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code u64}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long u64GetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, U64_OFFSET, mask);
    }

    /**
     * Reads {@code u64}, plain: no ordering.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static long u64Plain(long address) {
        return Words.getLongPlain(address + U64_OFFSET);
    }

    /**
     * Reads {@code u64}, opaque: coherent for this word, no ordering to others.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static long u64Opaque(long address) {
        return Words.getLongOpaque(address + U64_OFFSET);
    }

    /**
     * Reads {@code u64}, acquire: no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static long u64Acquire(long address) {
        return Words.getLongAcquire(address + U64_OFFSET);
    }

    /**
     * Reads {@code u64}, volatile: totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @return the value
     */
    public static long u64Volatile(long address) {
        return Words.getLongVolatile(address + U64_OFFSET);
    }

    /**
     * Writes {@code u64}, plain: no ordering.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void u64Plain(long address, long value) {
        Words.setLongPlain(address + U64_OFFSET, value);
    }

    /**
     * Writes {@code u64}, opaque: coherent for this word, no ordering to others.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void u64Opaque(long address, long value) {
        Words.setLongOpaque(address + U64_OFFSET, value);
    }

    /**
     * Writes {@code u64}, release: no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void u64Release(long address, long value) {
        Words.setLongRelease(address + U64_OFFSET, value);
    }

    /**
     * Writes {@code u64}, volatile: totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param value the value
     */
    public static void u64Volatile(long address, long value) {
        Words.setLongVolatile(address + U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSet(long address, long expected, long value) {
        return Words.compareAndSetLong(address + U64_OFFSET, expected, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSetAcquire(long address, long expected, long value) {
        return Words.compareAndSetLongAcquire(address + U64_OFFSET, expected, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean u64CompareAndSetRelease(long address, long expected, long value) {
        return Words.compareAndSetLongRelease(address + U64_OFFSET, expected, value);
    }

    /**
     * Replaces {@code u64} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long u64CompareAndExchange(long address, long expected, long value) {
        return Words.compareAndExchangeLong(address + U64_OFFSET, expected, value);
    }

    /**
     * Adds to {@code u64}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAdd(long address, long delta) {
        return Words.getAndAddLong(address + U64_OFFSET, delta);
    }

    /**
     * Adds to {@code u64}; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAddAcquire(long address, long delta) {
        return Words.getAndAddLongAcquire(address + U64_OFFSET, delta);
    }

    /**
     * Adds to {@code u64}; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long u64GetAndAddRelease(long address, long delta) {
        return Words.getAndAddLongRelease(address + U64_OFFSET, delta);
    }

    /**
     * Replaces {@code u64}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSet(long address, long value) {
        return Words.getAndSetLong(address + U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64}; no later access moves before it.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSetAcquire(long address, long value) {
        return Words.getAndSetLongAcquire(address + U64_OFFSET, value);
    }

    /**
     * Replaces {@code u64}; no earlier access moves after it.
     *
     * @param address where the struct is; must be mapped
     * @param value the new value
     * @return the value before
     */
    public static long u64GetAndSetRelease(long address, long value) {
        return Words.getAndSetLongRelease(address + U64_OFFSET, value);
    }

    /**
     * Sets bits of {@code u64}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static long u64GetAndBitwiseOr(long address, long mask) {
        return Words.getAndBitwiseOrLong(address + U64_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code u64}; totally ordered with all volatile accesses.
     *
     * @param address where the struct is; must be mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static long u64GetAndBitwiseAnd(long address, long mask) {
        return Words.getAndBitwiseAndLong(address + U64_OFFSET, mask);
    }

    /**
     * {@code float f32}, offset 32.
     *
     * @param s the struct
     * @return the value
     */
    public static float f32(MemorySegment s) {
        return s.get(ValueLayout.JAVA_FLOAT, F32_OFFSET);
    }

    /**
     * Writes {@code f32}.
     *
     * @param s the struct
     * @param value the value
     */
    public static void f32(MemorySegment s, float value) {
        s.set(ValueLayout.JAVA_FLOAT, F32_OFFSET, value);
    }

    /**
     * {@code double f64}, offset 40.
     *
     * @param s the struct
     * @return the value
     */
    public static double f64(MemorySegment s) {
        return s.get(ValueLayout.JAVA_DOUBLE, F64_OFFSET);
    }

    /**
     * Writes {@code f64}.
     *
     * @param s the struct
     * @param value the value
     */
    public static void f64(MemorySegment s, double value) {
        s.set(ValueLayout.JAVA_DOUBLE, F64_OFFSET, value);
    }

    /**
     * {@code _Bool flag}, offset 48.
     *
     * @param s the struct
     * @return whether it is set
     */
    public static boolean flag(MemorySegment s) {
        return s.get(ValueLayout.JAVA_BYTE, FLAG_OFFSET) != 0;
    }

    /**
     * Writes {@code flag}.
     *
     * @param s the struct
     * @param value whether it is set
     */
    public static void flag(MemorySegment s, boolean value) {
        s.set(ValueLayout.JAVA_BYTE, FLAG_OFFSET, (byte) (value ? 1 : 0));
    }

    /**
     * {@code char letter}, offset 49.
     *
     * @param s the struct
     * @return a signed 8-bit number
     */
    public static byte letter(MemorySegment s) {
        return s.get(ValueLayout.JAVA_BYTE, LETTER_OFFSET);
    }

    /**
     * Writes {@code letter}.
     *
     * @param s the struct
     * @param value a signed 8-bit number
     */
    public static void letter(MemorySegment s, byte value) {
        s.set(ValueLayout.JAVA_BYTE, LETTER_OFFSET, value);
    }

    /**
     * {@code const int fixed}, offset 52.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int fixed(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, FIXED_OFFSET);
    }

    /**
     * Reads {@code fixed}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int fixedOpaque(MemorySegment s) {
        return (int) INT.getOpaque(s, FIXED_OFFSET);
    }

    /**
     * Reads {@code fixed}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int fixedAcquire(MemorySegment s) {
        return (int) INT.getAcquire(s, FIXED_OFFSET);
    }

    /**
     * Reads {@code fixed}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int fixedVolatile(MemorySegment s) {
        return (int) INT.getVolatile(s, FIXED_OFFSET);
    }

    /**
     * Writes {@code fixed}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void fixedOpaque(MemorySegment s, int value) {
        INT.setOpaque(s, FIXED_OFFSET, value);
    }

    /**
     * Writes {@code fixed}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void fixedRelease(MemorySegment s, int value) {
        INT.setRelease(s, FIXED_OFFSET, value);
    }

    /**
     * Writes {@code fixed}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void fixedVolatile(MemorySegment s, int value) {
        INT.setVolatile(s, FIXED_OFFSET, value);
    }

    /**
     * Replaces {@code fixed} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean fixedCompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, FIXED_OFFSET, expected, value);
    }

    /**
     * Replaces {@code fixed} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean fixedCompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, FIXED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code fixed} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean fixedCompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, FIXED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code fixed} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int fixedCompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, FIXED_OFFSET, expected, value);
    }

    /**
     * Adds to {@code fixed}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fixedGetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, FIXED_OFFSET, delta);
    }

    /**
     * Adds to {@code fixed}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fixedGetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, FIXED_OFFSET, delta);
    }

    /**
     * Adds to {@code fixed}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int fixedGetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, FIXED_OFFSET, delta);
    }

    /**
     * Replaces {@code fixed}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int fixedGetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, FIXED_OFFSET, value);
    }

    /**
     * Replaces {@code fixed}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int fixedGetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, FIXED_OFFSET, value);
    }

    /**
     * Replaces {@code fixed}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int fixedGetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, FIXED_OFFSET, value);
    }

    /**
     * Sets bits of {@code fixed}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int fixedGetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, FIXED_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code fixed}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int fixedGetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, FIXED_OFFSET, mask);
    }

    /**
     * {@code void *pointer}, offset 56.
     *
     * @param s the struct
     * @return an address
     */
    public static long pointer(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, POINTER_OFFSET);
    }

    /**
     * Writes {@code pointer}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void pointer(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, POINTER_OFFSET, value);
    }

    /**
     * Reads {@code pointer}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long pointerOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, POINTER_OFFSET);
    }

    /**
     * Reads {@code pointer}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long pointerAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, POINTER_OFFSET);
    }

    /**
     * Reads {@code pointer}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long pointerVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, POINTER_OFFSET);
    }

    /**
     * Writes {@code pointer}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void pointerOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, POINTER_OFFSET, value);
    }

    /**
     * Writes {@code pointer}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void pointerRelease(MemorySegment s, long value) {
        LONG.setRelease(s, POINTER_OFFSET, value);
    }

    /**
     * Writes {@code pointer}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void pointerVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, POINTER_OFFSET, value);
    }

    /**
     * Replaces {@code pointer} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean pointerCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, POINTER_OFFSET, expected, value);
    }

    /**
     * Replaces {@code pointer} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean pointerCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, POINTER_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code pointer} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean pointerCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, POINTER_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code pointer} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long pointerCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, POINTER_OFFSET, expected, value);
    }

    /**
     * Adds to {@code pointer}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long pointerGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, POINTER_OFFSET, delta);
    }

    /**
     * Adds to {@code pointer}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long pointerGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, POINTER_OFFSET, delta);
    }

    /**
     * Adds to {@code pointer}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long pointerGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, POINTER_OFFSET, delta);
    }

    /**
     * Replaces {@code pointer}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long pointerGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, POINTER_OFFSET, value);
    }

    /**
     * Replaces {@code pointer}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long pointerGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, POINTER_OFFSET, value);
    }

    /**
     * Replaces {@code pointer}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long pointerGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, POINTER_OFFSET, value);
    }

    /**
     * Sets bits of {@code pointer}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long pointerGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, POINTER_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code pointer}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long pointerGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, POINTER_OFFSET, mask);
    }

    /**
     * {@code int (*callback)(void *, const char *, ...)}, offset 64.
     *
     * @param s the struct
     * @return an address
     */
    public static long callback(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, CALLBACK_OFFSET);
    }

    /**
     * Writes {@code callback}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void callback(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, CALLBACK_OFFSET, value);
    }

    /**
     * Reads {@code callback}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long callbackOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, CALLBACK_OFFSET);
    }

    /**
     * Reads {@code callback}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long callbackAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, CALLBACK_OFFSET);
    }

    /**
     * Reads {@code callback}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long callbackVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, CALLBACK_OFFSET);
    }

    /**
     * Writes {@code callback}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void callbackOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, CALLBACK_OFFSET, value);
    }

    /**
     * Writes {@code callback}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void callbackRelease(MemorySegment s, long value) {
        LONG.setRelease(s, CALLBACK_OFFSET, value);
    }

    /**
     * Writes {@code callback}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void callbackVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, CALLBACK_OFFSET, value);
    }

    /**
     * Replaces {@code callback} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean callbackCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, CALLBACK_OFFSET, expected, value);
    }

    /**
     * Replaces {@code callback} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean callbackCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, CALLBACK_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code callback} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean callbackCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, CALLBACK_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code callback} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long callbackCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, CALLBACK_OFFSET, expected, value);
    }

    /**
     * Adds to {@code callback}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long callbackGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, CALLBACK_OFFSET, delta);
    }

    /**
     * Adds to {@code callback}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long callbackGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, CALLBACK_OFFSET, delta);
    }

    /**
     * Adds to {@code callback}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long callbackGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, CALLBACK_OFFSET, delta);
    }

    /**
     * Replaces {@code callback}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long callbackGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, CALLBACK_OFFSET, value);
    }

    /**
     * Replaces {@code callback}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long callbackGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, CALLBACK_OFFSET, value);
    }

    /**
     * Replaces {@code callback}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long callbackGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, CALLBACK_OFFSET, value);
    }

    /**
     * Sets bits of {@code callback}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long callbackGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, CALLBACK_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code callback}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long callbackGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, CALLBACK_OFFSET, mask);
    }

    /**
     * {@code struct torture_unknown *unknown}, offset 72.
     *
     * @param s the struct
     * @return an address
     */
    public static long unknown(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, UNKNOWN_OFFSET);
    }

    /**
     * Writes {@code unknown}.
     *
     * @param s the struct
     * @param value an address
     */
    public static void unknown(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, UNKNOWN_OFFSET, value);
    }

    /**
     * Reads {@code unknown}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long unknownOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, UNKNOWN_OFFSET);
    }

    /**
     * Reads {@code unknown}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long unknownAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, UNKNOWN_OFFSET);
    }

    /**
     * Reads {@code unknown}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long unknownVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, UNKNOWN_OFFSET);
    }

    /**
     * Writes {@code unknown}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void unknownOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Writes {@code unknown}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void unknownRelease(MemorySegment s, long value) {
        LONG.setRelease(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Writes {@code unknown}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void unknownVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Replaces {@code unknown} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean unknownCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, UNKNOWN_OFFSET, expected, value);
    }

    /**
     * Replaces {@code unknown} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean unknownCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, UNKNOWN_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code unknown} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean unknownCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, UNKNOWN_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code unknown} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long unknownCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, UNKNOWN_OFFSET, expected, value);
    }

    /**
     * Adds to {@code unknown}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long unknownGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, UNKNOWN_OFFSET, delta);
    }

    /**
     * Adds to {@code unknown}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long unknownGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, UNKNOWN_OFFSET, delta);
    }

    /**
     * Adds to {@code unknown}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long unknownGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, UNKNOWN_OFFSET, delta);
    }

    /**
     * Replaces {@code unknown}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long unknownGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Replaces {@code unknown}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long unknownGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Replaces {@code unknown}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long unknownGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, UNKNOWN_OFFSET, value);
    }

    /**
     * Sets bits of {@code unknown}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long unknownGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, UNKNOWN_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code unknown}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long unknownGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, UNKNOWN_OFFSET, mask);
    }

    /**
     * {@code const struct torture_scalars * const self}, offset 80.
     *
     * @param s the struct
     * @return an address
     */
    public static long self(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, SELF_OFFSET);
    }

    /**
     * Reads {@code self}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long selfOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, SELF_OFFSET);
    }

    /**
     * Reads {@code self}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long selfAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, SELF_OFFSET);
    }

    /**
     * Reads {@code self}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long selfVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, SELF_OFFSET);
    }

    /**
     * Writes {@code self}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void selfOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, SELF_OFFSET, value);
    }

    /**
     * Writes {@code self}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void selfRelease(MemorySegment s, long value) {
        LONG.setRelease(s, SELF_OFFSET, value);
    }

    /**
     * Writes {@code self}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void selfVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, SELF_OFFSET, value);
    }

    /**
     * Replaces {@code self} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean selfCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, SELF_OFFSET, expected, value);
    }

    /**
     * Replaces {@code self} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean selfCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, SELF_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code self} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean selfCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, SELF_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code self} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long selfCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, SELF_OFFSET, expected, value);
    }

    /**
     * Adds to {@code self}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long selfGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, SELF_OFFSET, delta);
    }

    /**
     * Adds to {@code self}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long selfGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, SELF_OFFSET, delta);
    }

    /**
     * Adds to {@code self}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long selfGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, SELF_OFFSET, delta);
    }

    /**
     * Replaces {@code self}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long selfGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, SELF_OFFSET, value);
    }

    /**
     * Replaces {@code self}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long selfGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, SELF_OFFSET, value);
    }

    /**
     * Replaces {@code self}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long selfGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, SELF_OFFSET, value);
    }

    /**
     * Sets bits of {@code self}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long selfGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, SELF_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code self}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long selfGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, SELF_OFFSET, mask);
    }

    /**
     * {@code long double wide}, offset 96.
     *
     * @param s the struct
     * @return its bytes
     */
    public static MemorySegment wide(MemorySegment s) {
        return s.asSlice(WIDE_OFFSET, 16);
    }

    /**
     * {@code __int128 huge}, offset 112.
     *
     * @param s the struct
     * @return its bytes
     */
    public static MemorySegment huge(MemorySegment s) {
        return s.asSlice(HUGE_OFFSET, 16);
    }

    /**
     * {@code complex float complex}, offset 128.
     *
     * @param s the struct
     * @return its bytes
     */
    public static MemorySegment complex(MemorySegment s) {
        return s.asSlice(COMPLEX_OFFSET, 8);
    }

    /**
     * {@code enum torture_color color}, offset 136.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int color(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, COLOR_OFFSET);
    }

    /**
     * Writes {@code color}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void color(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, COLOR_OFFSET, value);
    }

    /**
     * Reads {@code color}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int colorOpaque(MemorySegment s) {
        return (int) INT.getOpaque(s, COLOR_OFFSET);
    }

    /**
     * Reads {@code color}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int colorAcquire(MemorySegment s) {
        return (int) INT.getAcquire(s, COLOR_OFFSET);
    }

    /**
     * Reads {@code color}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int colorVolatile(MemorySegment s) {
        return (int) INT.getVolatile(s, COLOR_OFFSET);
    }

    /**
     * Writes {@code color}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void colorOpaque(MemorySegment s, int value) {
        INT.setOpaque(s, COLOR_OFFSET, value);
    }

    /**
     * Writes {@code color}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void colorRelease(MemorySegment s, int value) {
        INT.setRelease(s, COLOR_OFFSET, value);
    }

    /**
     * Writes {@code color}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void colorVolatile(MemorySegment s, int value) {
        INT.setVolatile(s, COLOR_OFFSET, value);
    }

    /**
     * Replaces {@code color} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean colorCompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, COLOR_OFFSET, expected, value);
    }

    /**
     * Replaces {@code color} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean colorCompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, COLOR_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code color} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean colorCompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, COLOR_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code color} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int colorCompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, COLOR_OFFSET, expected, value);
    }

    /**
     * Adds to {@code color}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int colorGetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, COLOR_OFFSET, delta);
    }

    /**
     * Adds to {@code color}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int colorGetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, COLOR_OFFSET, delta);
    }

    /**
     * Adds to {@code color}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int colorGetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, COLOR_OFFSET, delta);
    }

    /**
     * Replaces {@code color}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int colorGetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, COLOR_OFFSET, value);
    }

    /**
     * Replaces {@code color}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int colorGetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, COLOR_OFFSET, value);
    }

    /**
     * Replaces {@code color}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int colorGetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, COLOR_OFFSET, value);
    }

    /**
     * Sets bits of {@code color}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int colorGetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, COLOR_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code color}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int colorGetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, COLOR_OFFSET, mask);
    }

    /**
     * {@code enum torture_wide wide_enum}, offset 144.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long wideEnum(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, WIDE_ENUM_OFFSET);
    }

    /**
     * Writes {@code wide_enum}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void wideEnum(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Reads {@code wide_enum}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long wideEnumOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, WIDE_ENUM_OFFSET);
    }

    /**
     * Reads {@code wide_enum}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long wideEnumAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, WIDE_ENUM_OFFSET);
    }

    /**
     * Reads {@code wide_enum}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long wideEnumVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, WIDE_ENUM_OFFSET);
    }

    /**
     * Writes {@code wide_enum}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void wideEnumOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Writes {@code wide_enum}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void wideEnumRelease(MemorySegment s, long value) {
        LONG.setRelease(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Writes {@code wide_enum}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void wideEnumVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Replaces {@code wide_enum} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean wideEnumCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, WIDE_ENUM_OFFSET, expected, value);
    }

    /**
     * Replaces {@code wide_enum} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean wideEnumCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, WIDE_ENUM_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code wide_enum} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean wideEnumCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, WIDE_ENUM_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code wide_enum} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long wideEnumCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, WIDE_ENUM_OFFSET, expected, value);
    }

    /**
     * Adds to {@code wide_enum}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long wideEnumGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, WIDE_ENUM_OFFSET, delta);
    }

    /**
     * Adds to {@code wide_enum}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long wideEnumGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, WIDE_ENUM_OFFSET, delta);
    }

    /**
     * Adds to {@code wide_enum}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long wideEnumGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, WIDE_ENUM_OFFSET, delta);
    }

    /**
     * Replaces {@code wide_enum}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long wideEnumGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Replaces {@code wide_enum}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long wideEnumGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Replaces {@code wide_enum}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long wideEnumGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, WIDE_ENUM_OFFSET, value);
    }

    /**
     * Sets bits of {@code wide_enum}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long wideEnumGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, WIDE_ENUM_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code wide_enum}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long wideEnumGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, WIDE_ENUM_OFFSET, mask);
    }

    /**
     * {@code enum torture_tiny tiny}, offset 152.
     *
     * @param s the struct
     * @return a number of 0 to 255
     */
    public static int tiny(MemorySegment s) {
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, TINY_OFFSET));
    }

    /**
     * Writes {@code tiny}.
     *
     * @param s the struct
     * @param value a number of 0 to 255; higher bits are dropped
     */
    public static void tiny(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_BYTE, TINY_OFFSET, (byte) value);
    }

    /**
     * {@code torture_u64 named}, offset 160.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long named(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, NAMED_OFFSET);
    }

    /**
     * Writes {@code named}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void named(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, NAMED_OFFSET, value);
    }

    /**
     * Reads {@code named}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long namedOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, NAMED_OFFSET);
    }

    /**
     * Reads {@code named}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long namedAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, NAMED_OFFSET);
    }

    /**
     * Reads {@code named}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long namedVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, NAMED_OFFSET);
    }

    /**
     * Writes {@code named}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void namedOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, NAMED_OFFSET, value);
    }

    /**
     * Writes {@code named}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void namedRelease(MemorySegment s, long value) {
        LONG.setRelease(s, NAMED_OFFSET, value);
    }

    /**
     * Writes {@code named}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void namedVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, NAMED_OFFSET, value);
    }

    /**
     * Replaces {@code named} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean namedCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, NAMED_OFFSET, expected, value);
    }

    /**
     * Replaces {@code named} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean namedCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, NAMED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code named} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean namedCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, NAMED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code named} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long namedCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, NAMED_OFFSET, expected, value);
    }

    /**
     * Adds to {@code named}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long namedGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, NAMED_OFFSET, delta);
    }

    /**
     * Adds to {@code named}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long namedGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, NAMED_OFFSET, delta);
    }

    /**
     * Adds to {@code named}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long namedGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, NAMED_OFFSET, delta);
    }

    /**
     * Replaces {@code named}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long namedGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, NAMED_OFFSET, value);
    }

    /**
     * Replaces {@code named}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long namedGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, NAMED_OFFSET, value);
    }

    /**
     * Replaces {@code named}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long namedGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, NAMED_OFFSET, value);
    }

    /**
     * Sets bits of {@code named}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long namedGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, NAMED_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code named}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long namedGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, NAMED_OFFSET, mask);
    }

    /**
     * {@code volatile int watched}, offset 168.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int watched(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, WATCHED_OFFSET);
    }

    /**
     * Writes {@code watched}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void watched(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, WATCHED_OFFSET, value);
    }

    /**
     * Reads {@code watched}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static int watchedOpaque(MemorySegment s) {
        return (int) INT.getOpaque(s, WATCHED_OFFSET);
    }

    /**
     * Reads {@code watched}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static int watchedAcquire(MemorySegment s) {
        return (int) INT.getAcquire(s, WATCHED_OFFSET);
    }

    /**
     * Reads {@code watched}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static int watchedVolatile(MemorySegment s) {
        return (int) INT.getVolatile(s, WATCHED_OFFSET);
    }

    /**
     * Writes {@code watched}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void watchedOpaque(MemorySegment s, int value) {
        INT.setOpaque(s, WATCHED_OFFSET, value);
    }

    /**
     * Writes {@code watched}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void watchedRelease(MemorySegment s, int value) {
        INT.setRelease(s, WATCHED_OFFSET, value);
    }

    /**
     * Writes {@code watched}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void watchedVolatile(MemorySegment s, int value) {
        INT.setVolatile(s, WATCHED_OFFSET, value);
    }

    /**
     * Replaces {@code watched} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean watchedCompareAndSet(MemorySegment s, int expected, int value) {
        return INT.compareAndSet(s, WATCHED_OFFSET, expected, value);
    }

    /**
     * Replaces {@code watched} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean watchedCompareAndSetAcquire(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeAcquire(s, WATCHED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code watched} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean watchedCompareAndSetRelease(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchangeRelease(s, WATCHED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code watched} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int watchedCompareAndExchange(MemorySegment s, int expected, int value) {
        return (int) INT.compareAndExchange(s, WATCHED_OFFSET, expected, value);
    }

    /**
     * Adds to {@code watched}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int watchedGetAndAdd(MemorySegment s, int delta) {
        return (int) INT.getAndAdd(s, WATCHED_OFFSET, delta);
    }

    /**
     * Adds to {@code watched}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int watchedGetAndAddAcquire(MemorySegment s, int delta) {
        return (int) INT.getAndAddAcquire(s, WATCHED_OFFSET, delta);
    }

    /**
     * Adds to {@code watched}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int watchedGetAndAddRelease(MemorySegment s, int delta) {
        return (int) INT.getAndAddRelease(s, WATCHED_OFFSET, delta);
    }

    /**
     * Replaces {@code watched}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int watchedGetAndSet(MemorySegment s, int value) {
        return (int) INT.getAndSet(s, WATCHED_OFFSET, value);
    }

    /**
     * Replaces {@code watched}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int watchedGetAndSetAcquire(MemorySegment s, int value) {
        return (int) INT.getAndSetAcquire(s, WATCHED_OFFSET, value);
    }

    /**
     * Replaces {@code watched}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static int watchedGetAndSetRelease(MemorySegment s, int value) {
        return (int) INT.getAndSetRelease(s, WATCHED_OFFSET, value);
    }

    /**
     * Sets bits of {@code watched}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static int watchedGetAndBitwiseOr(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseOr(s, WATCHED_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code watched}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static int watchedGetAndBitwiseAnd(MemorySegment s, int mask) {
        return (int) INT.getAndBitwiseAnd(s, WATCHED_OFFSET, mask);
    }

    /**
     * {@code _Atomic long int counted}, offset 176.
     *
     * @param s the struct
     * @return a signed 64-bit number
     */
    public static long counted(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, COUNTED_OFFSET);
    }

    /**
     * Writes {@code counted}.
     *
     * @param s the struct
     * @param value a signed 64-bit number
     */
    public static void counted(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, COUNTED_OFFSET, value);
    }

    /**
     * Reads {@code counted}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @return the value
     */
    public static long countedOpaque(MemorySegment s) {
        return (long) LONG.getOpaque(s, COUNTED_OFFSET);
    }

    /**
     * Reads {@code counted}, acquire: no later access moves before it.
     *
     * @param s the struct
     * @return the value
     */
    public static long countedAcquire(MemorySegment s) {
        return (long) LONG.getAcquire(s, COUNTED_OFFSET);
    }

    /**
     * Reads {@code counted}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @return the value
     */
    public static long countedVolatile(MemorySegment s) {
        return (long) LONG.getVolatile(s, COUNTED_OFFSET);
    }

    /**
     * Writes {@code counted}, opaque: coherent for this word, no ordering to others.
     *
     * @param s the struct
     * @param value the value
     */
    public static void countedOpaque(MemorySegment s, long value) {
        LONG.setOpaque(s, COUNTED_OFFSET, value);
    }

    /**
     * Writes {@code counted}, release: no earlier access moves after it.
     *
     * @param s the struct
     * @param value the value
     */
    public static void countedRelease(MemorySegment s, long value) {
        LONG.setRelease(s, COUNTED_OFFSET, value);
    }

    /**
     * Writes {@code counted}, volatile: totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the value
     */
    public static void countedVolatile(MemorySegment s, long value) {
        LONG.setVolatile(s, COUNTED_OFFSET, value);
    }

    /**
     * Replaces {@code counted} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean countedCompareAndSet(MemorySegment s, long expected, long value) {
        return LONG.compareAndSet(s, COUNTED_OFFSET, expected, value);
    }

    /**
     * Replaces {@code counted} if it is the expected value; no later access moves before it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean countedCompareAndSetAcquire(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeAcquire(s, COUNTED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code counted} if it is the expected value; no earlier access moves after it.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced; never fails spuriously
     */
    public static boolean countedCompareAndSetRelease(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchangeRelease(s, COUNTED_OFFSET, expected, value) == expected;
    }

    /**
     * Replaces {@code counted} if it is the expected value; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long countedCompareAndExchange(MemorySegment s, long expected, long value) {
        return (long) LONG.compareAndExchange(s, COUNTED_OFFSET, expected, value);
    }

    /**
     * Adds to {@code counted}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long countedGetAndAdd(MemorySegment s, long delta) {
        return (long) LONG.getAndAdd(s, COUNTED_OFFSET, delta);
    }

    /**
     * Adds to {@code counted}; no later access moves before it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long countedGetAndAddAcquire(MemorySegment s, long delta) {
        return (long) LONG.getAndAddAcquire(s, COUNTED_OFFSET, delta);
    }

    /**
     * Adds to {@code counted}; no earlier access moves after it.
     *
     * @param s the struct
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long countedGetAndAddRelease(MemorySegment s, long delta) {
        return (long) LONG.getAndAddRelease(s, COUNTED_OFFSET, delta);
    }

    /**
     * Replaces {@code counted}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long countedGetAndSet(MemorySegment s, long value) {
        return (long) LONG.getAndSet(s, COUNTED_OFFSET, value);
    }

    /**
     * Replaces {@code counted}; no later access moves before it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long countedGetAndSetAcquire(MemorySegment s, long value) {
        return (long) LONG.getAndSetAcquire(s, COUNTED_OFFSET, value);
    }

    /**
     * Replaces {@code counted}; no earlier access moves after it.
     *
     * @param s the struct
     * @param value the new value
     * @return the value before
     */
    public static long countedGetAndSetRelease(MemorySegment s, long value) {
        return (long) LONG.getAndSetRelease(s, COUNTED_OFFSET, value);
    }

    /**
     * Sets bits of {@code counted}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to set
     * @return the value before
     */
    public static long countedGetAndBitwiseOr(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseOr(s, COUNTED_OFFSET, mask);
    }

    /**
     * Keeps bits of {@code counted}; totally ordered with all volatile accesses.
     *
     * @param s the struct
     * @param mask the bits to keep
     * @return the value before
     */
    public static long countedGetAndBitwiseAnd(MemorySegment s, long mask) {
        return (long) LONG.getAndBitwiseAnd(s, COUNTED_OFFSET, mask);
    }
}
