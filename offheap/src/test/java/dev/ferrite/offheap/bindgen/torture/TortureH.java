// Generated from torture.h: edit the source, not this file.
package dev.ferrite.offheap.bindgen.torture;

/** Constants of {@code torture.h}. */
public final class TortureH {
    /** Of {@code enum torture_color}. */
    public static final int TORTURE_RED = 0;

    /** Of {@code enum torture_color}. */
    public static final int TORTURE_GREEN = 7;

    /** Of {@code enum torture_color}. */
    public static final int TORTURE_NEGATIVE = -3;

    /** Of {@code enum torture_wide}. */
    public static final int TORTURE_WIDE_SMALL = 1;

    /** Of {@code enum torture_wide}. */
    public static final long TORTURE_WIDE_BIG = 0xFFFFFFFFFFL;

    /** An enumerator. */
    public static final int TORTURE_TOP = 0x80000000;

    /** Of {@code enum torture_tiny}. */
    public static final int TORTURE_TINY = 200;

    /**
     * The largest of all.
     *
     * <p>With a second paragraph.
     */
    public static final int TORTURE_LIMIT = 127;

    /** {@code (-5)}. */
    public static final int TORTURE_NEGATIVE_MACRO = -5;

    /** {@code 0xFFFFFFFFU}. */
    public static final int TORTURE_MAX32 = 0xFFFFFFFF;

    /** {@code 0x123456789ABCDEFULL}. */
    public static final long TORTURE_BIG = 0x123456789ABCDEFL;

    /** {@code (~0ULL)}. */
    public static final long TORTURE_ALL_ONES = -1L;

    /** {@code 0x80000000UL}. */
    public static final long TORTURE_OVER_INT = 0x80000000L;

    /** {@code (1 << 4)}. */
    public static final int TORTURE_SHIFT = 16;

    /** {@code sizeof(struct torture_scalars)}. */
    public static final int TORTURE_SIZE = 192;

    /** {@code "text with \"quotes\" and \\"}. */
    public static final String TORTURE_TEXT = "text with \"quotes\" and \\";

    /** {@code 3.25}. */
    public static final double TORTURE_PI = 3.25;

    /** {@code 'x'}. */
    public static final int TORTURE_CHAR = 120;

    /** {@code '('}. */
    public static final int TORTURE_PAREN = 40;

    /** {@code ((void *)-1)}. */
    public static final long TORTURE_POINTER = -1L;

    /** {@code (TORTURE_GREEN + 1)}. */
    public static final int TORTURE_OF_ENUM = 8;

    /** {@code 2}. */
    public static final int TORTURE_AGAIN = 2;

    private TortureH() {}
}
