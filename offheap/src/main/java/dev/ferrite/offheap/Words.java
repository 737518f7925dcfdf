package dev.ferrite.offheap;

import dev.ferrite.offheap.config.ConfigOption;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Raw memory by address: the one class that reads and writes shared off-heap words.
 *
 * <p>Every method takes a {@code long} address and names its access mode. A mode is the one of
 * {@link java.lang.invoke.VarHandle} with the same name; read-modify-write methods without a suffix are volatile.
 * Every access compiles to the instruction the mode needs, behind a check of sign and alignment. In a counted loop over
 * {@code base + i * size} the compiler moves the check out of the loop, and the access costs what {@code sun.misc.Unsafe}
 * costs, which checks nothing; elsewhere the check is a tenth of a nanosecond (decision 0001). The class is long because
 * each mode has its method for each width.
 *
 * <p>To the compiler an access is some 600 bytecodes in a dozen calls, and it inlines 8,000 into one method; what comes
 * after that is a call. A hot path with more than a dozen accesses is looked at with {@code PrintInlining} (decision 0032).
 *
 * <h2>Safety</h2>
 *
 * <p>Nothing here is checked but alignment: an access to an address that is not mapped, or no longer, ends the JVM.
 * Callers own what they touch: the memory must be mapped, hold a word of that size at that address, and stay so until
 * the call returns. A misaligned or negative address is an exception ({@link IllegalArgumentException},
 * {@link IndexOutOfBoundsException}). Application code wants the checked accessors of the struct classes.
 *
 * <h2>Heap twin</h2>
 *
 * <p>With {@code -Dferrite.words=heap} at start the same methods work on Java arrays, so that model checkers, which do
 * not see off-heap memory, can explore code written against this class. The switch is a {@code static final}: the
 * compiler folds it away.
 */
public final class Words {
    static final boolean HEAP = ConfigOption.WORDS.value().equals("heap");

    /** The whole address space, as one segment that never closes. */
    @SuppressWarnings("restricted") // SAFETY: the class contract puts validity of each address on the caller
    static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();
    private static final VarHandle SHORT = ValueLayout.JAVA_SHORT.varHandle();
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private Words() {}

    // ---- 32-bit words, aligned to 4 bytes

    /**
     * Reads an int, plain: no ordering, may be merged by the compiler.
     *
     * @param address a multiple of 4, mapped
     * @return the value
     */
    public static int getIntPlain(long address) {
        return HEAP ? HeapWords.getInt(address) : (int) INT.get(ALL, address);
    }

    /**
     * Reads an int, opaque: coherent per word, no ordering to other words.
     *
     * @param address a multiple of 4, mapped
     * @return the value
     */
    public static int getIntOpaque(long address) {
        return HEAP ? HeapWords.getInt(address) : (int) INT.getOpaque(ALL, address);
    }

    /**
     * Reads an int, acquire: no later access moves before it.
     *
     * @param address a multiple of 4, mapped
     * @return the value
     */
    public static int getIntAcquire(long address) {
        return HEAP ? HeapWords.getInt(address) : (int) INT.getAcquire(ALL, address);
    }

    /**
     * Reads an int, volatile: totally ordered with all volatile accesses.
     *
     * @param address a multiple of 4, mapped
     * @return the value
     */
    public static int getIntVolatile(long address) {
        return HEAP ? HeapWords.getInt(address) : (int) INT.getVolatile(ALL, address);
    }

    /**
     * Writes an int, plain: no ordering, may be merged by the compiler.
     *
     * @param address a multiple of 4, mapped
     * @param value the value
     */
    public static void setIntPlain(long address, int value) {
        if (HEAP) {
            HeapWords.setInt(address, value);
        } else {
            INT.set(ALL, address, value);
        }
    }

    /**
     * Writes an int, opaque: coherent per word, no ordering to other words.
     *
     * @param address a multiple of 4, mapped
     * @param value the value
     */
    public static void setIntOpaque(long address, int value) {
        if (HEAP) {
            HeapWords.setInt(address, value);
        } else {
            INT.setOpaque(ALL, address, value);
        }
    }

    /**
     * Writes an int, release: no earlier access moves after it.
     *
     * @param address a multiple of 4, mapped
     * @param value the value
     */
    public static void setIntRelease(long address, int value) {
        if (HEAP) {
            HeapWords.setInt(address, value);
        } else {
            INT.setRelease(ALL, address, value);
        }
    }

    /**
     * Writes an int, volatile: totally ordered with all volatile accesses.
     *
     * @param address a multiple of 4, mapped
     * @param value the value
     */
    public static void setIntVolatile(long address, int value) {
        if (HEAP) {
            HeapWords.setInt(address, value);
        } else {
            INT.setVolatile(ALL, address, value);
        }
    }

    /**
     * Replaces an int if it is the expected one, volatile. Never fails spuriously.
     *
     * @param address a multiple of 4, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetInt(long address, int expected, int value) {
        return HEAP
                ? HeapWords.compareAndSetInt(address, expected, value)
                : INT.compareAndSet(ALL, address, expected, value);
    }

    /**
     * Replaces an int if it is the expected one, acquire when it succeeds. Never fails spuriously.
     *
     * @param address a multiple of 4, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetIntAcquire(long address, int expected, int value) {
        return HEAP
                ? HeapWords.compareAndSetInt(address, expected, value)
                : (int) INT.compareAndExchangeAcquire(ALL, address, expected, value) == expected;
    }

    /**
     * Replaces an int if it is the expected one, release when it succeeds. Never fails spuriously.
     *
     * @param address a multiple of 4, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetIntRelease(long address, int expected, int value) {
        return HEAP
                ? HeapWords.compareAndSetInt(address, expected, value)
                : (int) INT.compareAndExchangeRelease(ALL, address, expected, value) == expected;
    }

    /**
     * Replaces an int if it is the expected one, volatile, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static int compareAndExchangeInt(long address, int expected, int value) {
        return HEAP
                ? HeapWords.compareAndExchangeInt(address, expected, value)
                : (int) INT.compareAndExchange(ALL, address, expected, value);
    }

    /**
     * Adds to an int, volatile, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int getAndAddInt(long address, int delta) {
        return HEAP ? HeapWords.getAndAddInt(address, delta) : (int) INT.getAndAdd(ALL, address, delta);
    }

    /**
     * Adds to an int, acquire, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int getAndAddIntAcquire(long address, int delta) {
        return HEAP ? HeapWords.getAndAddInt(address, delta) : (int) INT.getAndAddAcquire(ALL, address, delta);
    }

    /**
     * Adds to an int, release, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static int getAndAddIntRelease(long address, int delta) {
        return HEAP ? HeapWords.getAndAddInt(address, delta) : (int) INT.getAndAddRelease(ALL, address, delta);
    }

    /**
     * Replaces an int, volatile, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param value the new value
     * @return the value before
     */
    public static int getAndSetInt(long address, int value) {
        return HEAP ? HeapWords.getAndSetInt(address, value) : (int) INT.getAndSet(ALL, address, value);
    }

    /**
     * Replaces an int, acquire, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param value the new value
     * @return the value before
     */
    public static int getAndSetIntAcquire(long address, int value) {
        return HEAP ? HeapWords.getAndSetInt(address, value) : (int) INT.getAndSetAcquire(ALL, address, value);
    }

    /**
     * Replaces an int, release, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param value the new value
     * @return the value before
     */
    public static int getAndSetIntRelease(long address, int value) {
        return HEAP ? HeapWords.getAndSetInt(address, value) : (int) INT.getAndSetRelease(ALL, address, value);
    }

    /**
     * Sets bits of an int, volatile, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static int getAndBitwiseOrInt(long address, int mask) {
        return HEAP ? HeapWords.getAndBitwiseOrInt(address, mask) : (int) INT.getAndBitwiseOr(ALL, address, mask);
    }

    /**
     * Sets bits of an int, acquire, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static int getAndBitwiseOrIntAcquire(long address, int mask) {
        return HEAP
                ? HeapWords.getAndBitwiseOrInt(address, mask)
                : (int) INT.getAndBitwiseOrAcquire(ALL, address, mask);
    }

    /**
     * Sets bits of an int, release, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static int getAndBitwiseOrIntRelease(long address, int mask) {
        return HEAP
                ? HeapWords.getAndBitwiseOrInt(address, mask)
                : (int) INT.getAndBitwiseOrRelease(ALL, address, mask);
    }

    /**
     * Keeps bits of an int, volatile, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static int getAndBitwiseAndInt(long address, int mask) {
        return HEAP ? HeapWords.getAndBitwiseAndInt(address, mask) : (int) INT.getAndBitwiseAnd(ALL, address, mask);
    }

    /**
     * Keeps bits of an int, acquire, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static int getAndBitwiseAndIntAcquire(long address, int mask) {
        return HEAP
                ? HeapWords.getAndBitwiseAndInt(address, mask)
                : (int) INT.getAndBitwiseAndAcquire(ALL, address, mask);
    }

    /**
     * Keeps bits of an int, release, and returns what was there.
     *
     * @param address a multiple of 4, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static int getAndBitwiseAndIntRelease(long address, int mask) {
        return HEAP
                ? HeapWords.getAndBitwiseAndInt(address, mask)
                : (int) INT.getAndBitwiseAndRelease(ALL, address, mask);
    }

    // ---- 64-bit words, aligned to 8 bytes

    /**
     * Reads a long, plain: no ordering, may be merged by the compiler.
     *
     * @param address a multiple of 8, mapped
     * @return the value
     */
    public static long getLongPlain(long address) {
        return HEAP ? HeapWords.getLong(address) : (long) LONG.get(ALL, address);
    }

    /**
     * Reads a long, opaque: coherent per word, no ordering to other words.
     *
     * @param address a multiple of 8, mapped
     * @return the value
     */
    public static long getLongOpaque(long address) {
        return HEAP ? HeapWords.getLong(address) : (long) LONG.getOpaque(ALL, address);
    }

    /**
     * Reads a long, acquire: no later access moves before it.
     *
     * @param address a multiple of 8, mapped
     * @return the value
     */
    public static long getLongAcquire(long address) {
        return HEAP ? HeapWords.getLong(address) : (long) LONG.getAcquire(ALL, address);
    }

    /**
     * Reads a long, volatile: totally ordered with all volatile accesses.
     *
     * @param address a multiple of 8, mapped
     * @return the value
     */
    public static long getLongVolatile(long address) {
        return HEAP ? HeapWords.getLong(address) : (long) LONG.getVolatile(ALL, address);
    }

    /**
     * Writes a long, plain: no ordering, may be merged by the compiler.
     *
     * @param address a multiple of 8, mapped
     * @param value the value
     */
    public static void setLongPlain(long address, long value) {
        if (HEAP) {
            HeapWords.setLong(address, value);
        } else {
            LONG.set(ALL, address, value);
        }
    }

    /**
     * Writes a long, opaque: coherent per word, no ordering to other words.
     *
     * @param address a multiple of 8, mapped
     * @param value the value
     */
    public static void setLongOpaque(long address, long value) {
        if (HEAP) {
            HeapWords.setLong(address, value);
        } else {
            LONG.setOpaque(ALL, address, value);
        }
    }

    /**
     * Writes a long, release: no earlier access moves after it.
     *
     * @param address a multiple of 8, mapped
     * @param value the value
     */
    public static void setLongRelease(long address, long value) {
        if (HEAP) {
            HeapWords.setLong(address, value);
        } else {
            LONG.setRelease(ALL, address, value);
        }
    }

    /**
     * Writes a long, volatile: totally ordered with all volatile accesses.
     *
     * @param address a multiple of 8, mapped
     * @param value the value
     */
    public static void setLongVolatile(long address, long value) {
        if (HEAP) {
            HeapWords.setLong(address, value);
        } else {
            LONG.setVolatile(ALL, address, value);
        }
    }

    /**
     * Replaces a long if it is the expected one, volatile. Never fails spuriously.
     *
     * @param address a multiple of 8, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetLong(long address, long expected, long value) {
        return HEAP
                ? HeapWords.compareAndSetLong(address, expected, value)
                : LONG.compareAndSet(ALL, address, expected, value);
    }

    /**
     * Replaces a long if it is the expected one, acquire when it succeeds. Never fails spuriously.
     *
     * @param address a multiple of 8, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetLongAcquire(long address, long expected, long value) {
        return HEAP
                ? HeapWords.compareAndSetLong(address, expected, value)
                : (long) LONG.compareAndExchangeAcquire(ALL, address, expected, value) == expected;
    }

    /**
     * Replaces a long if it is the expected one, release when it succeeds. Never fails spuriously.
     *
     * @param address a multiple of 8, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return whether it was replaced
     */
    public static boolean compareAndSetLongRelease(long address, long expected, long value) {
        return HEAP
                ? HeapWords.compareAndSetLong(address, expected, value)
                : (long) LONG.compareAndExchangeRelease(ALL, address, expected, value) == expected;
    }

    /**
     * Replaces a long if it is the expected one, volatile, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param expected the value to replace
     * @param value the new value
     * @return the value found; equal to {@code expected} exactly if it was replaced
     */
    public static long compareAndExchangeLong(long address, long expected, long value) {
        return HEAP
                ? HeapWords.compareAndExchangeLong(address, expected, value)
                : (long) LONG.compareAndExchange(ALL, address, expected, value);
    }

    /**
     * Adds to a long, volatile, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long getAndAddLong(long address, long delta) {
        return HEAP ? HeapWords.getAndAddLong(address, delta) : (long) LONG.getAndAdd(ALL, address, delta);
    }

    /**
     * Adds to a long, acquire, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long getAndAddLongAcquire(long address, long delta) {
        return HEAP ? HeapWords.getAndAddLong(address, delta) : (long) LONG.getAndAddAcquire(ALL, address, delta);
    }

    /**
     * Adds to a long, release, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param delta what to add, wrapping
     * @return the value before
     */
    public static long getAndAddLongRelease(long address, long delta) {
        return HEAP ? HeapWords.getAndAddLong(address, delta) : (long) LONG.getAndAddRelease(ALL, address, delta);
    }

    /**
     * Replaces a long, volatile, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param value the new value
     * @return the value before
     */
    public static long getAndSetLong(long address, long value) {
        return HEAP ? HeapWords.getAndSetLong(address, value) : (long) LONG.getAndSet(ALL, address, value);
    }

    /**
     * Replaces a long, acquire, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param value the new value
     * @return the value before
     */
    public static long getAndSetLongAcquire(long address, long value) {
        return HEAP ? HeapWords.getAndSetLong(address, value) : (long) LONG.getAndSetAcquire(ALL, address, value);
    }

    /**
     * Replaces a long, release, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param value the new value
     * @return the value before
     */
    public static long getAndSetLongRelease(long address, long value) {
        return HEAP ? HeapWords.getAndSetLong(address, value) : (long) LONG.getAndSetRelease(ALL, address, value);
    }

    /**
     * Sets bits of a long, volatile, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static long getAndBitwiseOrLong(long address, long mask) {
        return HEAP ? HeapWords.getAndBitwiseOrLong(address, mask) : (long) LONG.getAndBitwiseOr(ALL, address, mask);
    }

    /**
     * Sets bits of a long, acquire, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static long getAndBitwiseOrLongAcquire(long address, long mask) {
        return HEAP
                ? HeapWords.getAndBitwiseOrLong(address, mask)
                : (long) LONG.getAndBitwiseOrAcquire(ALL, address, mask);
    }

    /**
     * Sets bits of a long, release, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to set
     * @return the value before
     */
    public static long getAndBitwiseOrLongRelease(long address, long mask) {
        return HEAP
                ? HeapWords.getAndBitwiseOrLong(address, mask)
                : (long) LONG.getAndBitwiseOrRelease(ALL, address, mask);
    }

    /**
     * Keeps bits of a long, volatile, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static long getAndBitwiseAndLong(long address, long mask) {
        return HEAP ? HeapWords.getAndBitwiseAndLong(address, mask) : (long) LONG.getAndBitwiseAnd(ALL, address, mask);
    }

    /**
     * Keeps bits of a long, acquire, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static long getAndBitwiseAndLongAcquire(long address, long mask) {
        return HEAP
                ? HeapWords.getAndBitwiseAndLong(address, mask)
                : (long) LONG.getAndBitwiseAndAcquire(ALL, address, mask);
    }

    /**
     * Keeps bits of a long, release, and returns what was there.
     *
     * @param address a multiple of 8, mapped
     * @param mask the bits to keep
     * @return the value before
     */
    public static long getAndBitwiseAndLongRelease(long address, long mask) {
        return HEAP
                ? HeapWords.getAndBitwiseAndLong(address, mask)
                : (long) LONG.getAndBitwiseAndRelease(ALL, address, mask);
    }

    // ---- Bytes and 16-bit words: no read-modify-write, and no heap twin

    /**
     * Reads a byte, plain.
     *
     * @param address a multiple of 1, mapped
     * @return the value
     */
    public static byte getBytePlain(long address) {
        return (byte) BYTE.get(ALL, address);
    }

    /**
     * Reads a byte, opaque: whole, from memory, in no order with other addresses.
     *
     * @param address a multiple of 1, mapped
     * @return the value
     */
    public static byte getByteOpaque(long address) {
        return (byte) BYTE.getOpaque(ALL, address);
    }

    /**
     * Reads a byte, acquire.
     *
     * @param address a multiple of 1, mapped
     * @return the value
     */
    public static byte getByteAcquire(long address) {
        return (byte) BYTE.getAcquire(ALL, address);
    }

    /**
     * Writes a byte, plain.
     *
     * @param address a multiple of 1, mapped
     * @param value the value
     */
    public static void setBytePlain(long address, byte value) {
        BYTE.set(ALL, address, value);
    }

    /**
     * Writes a byte, release.
     *
     * @param address a multiple of 1, mapped
     * @param value the value
     */
    public static void setByteRelease(long address, byte value) {
        BYTE.setRelease(ALL, address, value);
    }

    /**
     * Reads a short, plain.
     *
     * @param address a multiple of 2, mapped
     * @return the value
     */
    public static short getShortPlain(long address) {
        return (short) SHORT.get(ALL, address);
    }

    /**
     * Reads a short, acquire.
     *
     * @param address a multiple of 2, mapped
     * @return the value
     */
    public static short getShortAcquire(long address) {
        return (short) SHORT.getAcquire(ALL, address);
    }

    /**
     * Writes a short, plain.
     *
     * @param address a multiple of 2, mapped
     * @param value the value
     */
    public static void setShortPlain(long address, short value) {
        SHORT.set(ALL, address, value);
    }

    /**
     * Writes a short, release.
     *
     * @param address a multiple of 2, mapped
     * @param value the value
     */
    public static void setShortRelease(long address, short value) {
        SHORT.setRelease(ALL, address, value);
    }

    // ---- Ranges

    /**
     * Fills a range with one byte; plain accesses.
     *
     * @param address the first byte
     * @param bytes how many, 0 or more
     * @param value the byte
     */
    public static void fill(long address, long bytes, byte value) {
        Fill.bytes(ALL.asSlice(address, bytes), value);
    }

    /**
     * Copies a range; plain accesses; ranges may overlap.
     *
     * @param from the first byte to read
     * @param to the first byte to write
     * @param bytes how many, 0 or more
     */
    public static void copy(long from, long to, long bytes) {
        Copy.bytes(ALL, from, ALL, to, bytes);
    }

    /**
     * Copies out of raw memory into a checked segment; plain accesses.
     *
     * @param from the first byte to read
     * @param to the segment to write
     * @param toOffset the offset in it, in bytes
     * @param bytes how many, 0 or more
     */
    public static void copyOut(long from, MemorySegment to, long toOffset, long bytes) {
        Copy.bytes(ALL, from, to, toOffset, bytes);
    }

    /**
     * Copies from a checked segment into raw memory; plain accesses.
     *
     * @param from the segment to read
     * @param fromOffset the offset in it, in bytes
     * @param to the first byte to write
     * @param bytes how many, 0 or more
     */
    public static void copyIn(MemorySegment from, long fromOffset, long to, long bytes) {
        Copy.bytes(from, fromOffset, ALL, to, bytes);
    }

    /**
     * A bounds-checked view of raw memory that never closes: it does not notice when the memory goes away.
     *
     * @param address the first byte
     * @param bytes its length, 0 or more
     * @return the view
     */
    public static MemorySegment view(long address, long bytes) {
        return ALL.asSlice(address, bytes);
    }

    // ---- Fences

    /** Keeps earlier accesses before later ones, of all kinds: {@code smp_mb()}. */
    public static void fullFence() {
        VarHandle.fullFence();
    }

    /**
     * Keeps earlier loads before later loads and stores. On x86 it costs nothing and stops the compiler from moving
     * anything across.
     */
    public static void acquireFence() {
        VarHandle.acquireFence();
    }

    /** Keeps earlier loads and stores before later stores. */
    public static void releaseFence() {
        VarHandle.releaseFence();
    }
}
