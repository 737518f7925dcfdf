// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct torture_names}: 52 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  int class
 *      4     4  int default_value
 *      8     4  int defaultValue
 *     12     4  int _hidden
 *     16     4  int hidden
 *     20     4  int wait
 *     24     4  int hash_code
 *     28     4  int x_offset
 *     32     4  int x
 *     36     4  int SIZEOF
 *     40     4  int s
 *     44     4  int value
 *     48     4  torture_anonymous_t anonymous
 * }</pre>
 */
public final class TortureNames {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 52;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code class}, in bytes. */
    public static final long CLASS_OFFSET = 0;

    /** Offset of {@code default_value}, in bytes. */
    public static final long DEFAULT_VALUE_OFFSET = 4;

    /** Offset of {@code defaultValue}, in bytes. */
    public static final long defaultValue_OFFSET = 8;

    /** Offset of {@code _hidden}, in bytes. */
    public static final long HIDDEN_OFFSET = 12;

    /** Offset of {@code hidden}, in bytes. */
    public static final long hidden_OFFSET = 16;

    /** Offset of {@code wait}, in bytes. */
    public static final long WAIT_OFFSET = 20;

    /** Offset of {@code hash_code}, in bytes. */
    public static final long HASH_CODE_OFFSET = 24;

    /** Offset of {@code x_offset}, in bytes. */
    public static final long X_OFFSET_OFFSET = 28;

    /** Offset of {@code x}, in bytes. */
    public static final long X_OFFSET = 32;

    /** Offset of {@code SIZEOF}, in bytes. */
    public static final long SIZEOF_OFFSET = 36;

    /** Offset of {@code s}, in bytes. */
    public static final long S_OFFSET = 40;

    /** Offset of {@code value}, in bytes. */
    public static final long VALUE_OFFSET = 44;

    /** Offset of {@code anonymous}, in bytes. */
    public static final long ANONYMOUS_OFFSET = 48;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<TortureNames> TYPE = new StructType<>(TortureNames.class, "torture_names", LAYOUT);

    private TortureNames() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("class"), // 0
                ValueLayout.JAVA_INT.withName("default_value"), // 4
                ValueLayout.JAVA_INT.withName("defaultValue"), // 8
                ValueLayout.JAVA_INT.withName("_hidden"), // 12
                ValueLayout.JAVA_INT.withName("hidden"), // 16
                ValueLayout.JAVA_INT.withName("wait"), // 20
                ValueLayout.JAVA_INT.withName("hash_code"), // 24
                ValueLayout.JAVA_INT.withName("x_offset"), // 28
                ValueLayout.JAVA_INT.withName("x"), // 32
                ValueLayout.JAVA_INT.withName("SIZEOF"), // 36
                ValueLayout.JAVA_INT.withName("s"), // 40
                ValueLayout.JAVA_INT.withName("value"), // 44
                TortureAnonymousT.LAYOUT.withName("anonymous")); // 48
        return struct.withName("torture_names");
    }

    /**
     * {@code int class}, offset 0.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int class_(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, CLASS_OFFSET);
    }

    /**
     * Writes {@code class}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void class_(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, CLASS_OFFSET, value);
    }

    /**
     * {@code int default_value}, offset 4.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int defaultValue(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, DEFAULT_VALUE_OFFSET);
    }

    /**
     * Writes {@code default_value}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void defaultValue(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, DEFAULT_VALUE_OFFSET, value);
    }

    /**
     * {@code int defaultValue}, offset 8.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int defaultValue_(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, defaultValue_OFFSET);
    }

    /**
     * Writes {@code defaultValue}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void defaultValue_(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, defaultValue_OFFSET, value);
    }

    /**
     * {@code int _hidden}, offset 12.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int hidden(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HIDDEN_OFFSET);
    }

    /**
     * Writes {@code _hidden}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void hidden(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HIDDEN_OFFSET, value);
    }

    /**
     * {@code int hidden}, offset 16.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int hidden_(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, hidden_OFFSET);
    }

    /**
     * Writes {@code hidden}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void hidden_(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, hidden_OFFSET, value);
    }

    /**
     * {@code int wait}, offset 20.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int wait(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, WAIT_OFFSET);
    }

    /**
     * Writes {@code wait}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void wait(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, WAIT_OFFSET, value);
    }

    /**
     * {@code int hash_code}, offset 24.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int hashCode(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, HASH_CODE_OFFSET);
    }

    /**
     * Writes {@code hash_code}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void hashCode(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, HASH_CODE_OFFSET, value);
    }

    /**
     * {@code int x_offset}, offset 28.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int xOffset(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X_OFFSET_OFFSET);
    }

    /**
     * Writes {@code x_offset}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void xOffset(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X_OFFSET_OFFSET, value);
    }

    /**
     * {@code int x}, offset 32.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int x(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, X_OFFSET);
    }

    /**
     * Writes {@code x}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void x(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, X_OFFSET, value);
    }

    /**
     * {@code int SIZEOF}, offset 36.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int SIZEOF(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, SIZEOF_OFFSET);
    }

    /**
     * Writes {@code SIZEOF}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void SIZEOF(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, SIZEOF_OFFSET, value);
    }

    /**
     * {@code int s}, offset 40.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int s(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, S_OFFSET);
    }

    /**
     * Writes {@code s}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void s(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, S_OFFSET, value);
    }

    /**
     * {@code int value}, offset 44.
     *
     * @param s the struct
     * @return a signed 32-bit number
     */
    public static int value(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, VALUE_OFFSET);
    }

    /**
     * Writes {@code value}.
     *
     * @param s the struct
     * @param value a signed 32-bit number
     */
    public static void value(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, VALUE_OFFSET, value);
    }

    /**
     * {@code torture_anonymous_t anonymous}, offset 48.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment anonymous(MemorySegment s) {
        return s.asSlice(ANONYMOUS_OFFSET, 4);
    }
}
