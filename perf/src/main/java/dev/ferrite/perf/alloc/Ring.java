package dev.ferrite.perf.alloc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A ring for one producer and one consumer that carries a number and an object: the same for every peer, whether it
 * hands out addresses or buffers.
 *
 * <p>Each side keeps what it last saw of the other, so the lines of the two positions rarely travel. The positions lie in
 * one array, 128 bytes from each other and from its ends.
 */
final class Ring {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SLOTS = 512;
    private static final int HEAD = 16;
    private static final int SEEN_TAIL = 17;
    private static final int TAIL = 32;
    private static final int SEEN_HEAD = 33;

    private final long[] positions = new long[64];
    private final long[] numbers = new long[SLOTS];
    private final @Nullable Object[] objects = new Object[SLOTS];
    private @Nullable Object taken;

    /** Puts a pair in; false when full. */
    boolean offer(long number, @Nullable Object object) {
        long tail = positions[TAIL];
        if (tail - positions[SEEN_HEAD] == SLOTS) {
            positions[SEEN_HEAD] = (long) LONGS.getAcquire(positions, HEAD);
            if (tail - positions[SEEN_HEAD] == SLOTS) {
                return false;
            }
        }
        int slot = (int) tail & (SLOTS - 1);
        numbers[slot] = number;
        objects[slot] = object;
        LONGS.setRelease(positions, TAIL, tail + 1);
        return true;
    }

    /** Takes a pair out: the number, and {@link #object} until the next; 0 when empty. */
    long poll() {
        long head = positions[HEAD];
        if (head == positions[SEEN_TAIL]) {
            positions[SEEN_TAIL] = (long) LONGS.getAcquire(positions, TAIL);
            if (head == positions[SEEN_TAIL]) {
                return 0;
            }
        }
        int slot = (int) head & (SLOTS - 1);
        long number = numbers[slot];
        taken = objects[slot];
        LONGS.setRelease(positions, HEAD, head + 1);
        return number;
    }

    /** The object that came with the last number. */
    @Nullable
    Object object() {
        return taken;
    }
}
