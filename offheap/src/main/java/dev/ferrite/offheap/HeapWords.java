package dev.ferrite.offheap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap twin of {@link Words}: the same words in Java arrays, for model checkers that do not see off-heap memory.
 *
 * <p>Every access is volatile, so it checks algorithms under interleavings, not under weak ordering; jcstress does that
 * on the real words. A word has one width for life: an int and a long at one address are two words here.
 */
public final class HeapWords {
    private static final int BYTES = 1 << 20;
    private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int[] INTS = new int[Words.HEAP ? BYTES / Integer.BYTES : 0];
    private static final long[] LONGS = new long[Words.HEAP ? BYTES / Long.BYTES : 0];
    private static final AtomicLong NEXT = new AtomicLong(64);

    private HeapWords() {}

    /**
     * Whether the twin was switched on at start.
     *
     * @return true with {@code -Dferrite.words=heap}
     */
    public static boolean enabled() {
        return Words.HEAP;
    }

    /**
     * A fresh range of zeroed words, never given back; wraps around when the twin's memory is used up.
     *
     * @param bytes its length, at most 64 KiB
     * @return its address, a multiple of 64
     */
    public static long allocate(long bytes) {
        long size = (bytes + 63) & -64L;
        long address = NEXT.getAndUpdate(next -> next + 2 * size > BYTES ? 64 : next + size);
        for (long at = address; at < address + size; at += Long.BYTES) {
            LONGS[(int) (at >>> 3)] = 0;
            INTS[(int) (at >>> 2)] = 0;
            INTS[(int) (at >>> 2) + 1] = 0;
        }
        return address;
    }

    static int getInt(long address) {
        return (int) INT.getVolatile(INTS, (int) (address >>> 2));
    }

    static void setInt(long address, int value) {
        INT.setVolatile(INTS, (int) (address >>> 2), value);
    }

    static boolean compareAndSetInt(long address, int expected, int value) {
        return INT.compareAndSet(INTS, (int) (address >>> 2), expected, value);
    }

    static int compareAndExchangeInt(long address, int expected, int value) {
        return (int) INT.compareAndExchange(INTS, (int) (address >>> 2), expected, value);
    }

    static int getAndAddInt(long address, int delta) {
        return (int) INT.getAndAdd(INTS, (int) (address >>> 2), delta);
    }

    static int getAndSetInt(long address, int value) {
        return (int) INT.getAndSet(INTS, (int) (address >>> 2), value);
    }

    static int getAndBitwiseOrInt(long address, int mask) {
        return (int) INT.getAndBitwiseOr(INTS, (int) (address >>> 2), mask);
    }

    static int getAndBitwiseAndInt(long address, int mask) {
        return (int) INT.getAndBitwiseAnd(INTS, (int) (address >>> 2), mask);
    }

    static long getLong(long address) {
        return (long) LONG.getVolatile(LONGS, (int) (address >>> 3));
    }

    static void setLong(long address, long value) {
        LONG.setVolatile(LONGS, (int) (address >>> 3), value);
    }

    static boolean compareAndSetLong(long address, long expected, long value) {
        return LONG.compareAndSet(LONGS, (int) (address >>> 3), expected, value);
    }

    static long compareAndExchangeLong(long address, long expected, long value) {
        return (long) LONG.compareAndExchange(LONGS, (int) (address >>> 3), expected, value);
    }

    static long getAndAddLong(long address, long delta) {
        return (long) LONG.getAndAdd(LONGS, (int) (address >>> 3), delta);
    }

    static long getAndSetLong(long address, long value) {
        return (long) LONG.getAndSet(LONGS, (int) (address >>> 3), value);
    }

    static long getAndBitwiseOrLong(long address, long mask) {
        return (long) LONG.getAndBitwiseOr(LONGS, (int) (address >>> 3), mask);
    }

    static long getAndBitwiseAndLong(long address, long mask) {
        return (long) LONG.getAndBitwiseAnd(LONGS, (int) (address >>> 3), mask);
    }
}
