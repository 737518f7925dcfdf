package dev.ferrite.drm.uaccess;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.MemorySegment;

/**
 * The memory a caller lent to one call: the counterpart of {@code copy_from_user} and {@code copy_to_user}.
 *
 * <p>A caller lends exactly the segment it passes as the argument. Structs that hold addresses, such as
 * {@code drm_version}, work as long as those lie inside that same segment, behind the struct; any other address is
 * EFAULT. So a call reads and writes nothing but what the caller gave it, whatever numbers it finds there: a wild
 * pointer in a struct can neither end the JVM nor reach somebody else's memory. A segment that is closed, too short,
 * read-only or confined to another thread is EFAULT, too. Not kept beyond the call.
 */
public final class UserMemory {
    private static final int EFAULT = -14;

    private MemorySegment argument = MemorySegment.NULL;

    /** Memory nobody has lent yet. */
    public UserMemory() {}

    /**
     * Takes the argument of a call, or {@link MemorySegment#NULL} to forget it.
     *
     * @param segment what the caller passed
     */
    public void lend(MemorySegment segment) {
        argument = segment;
    }

    /**
     * Copies the start of the argument into raw memory.
     *
     * @param to where to
     * @param bytes how many; 0 touches nothing
     * @return 0, or {@code -EFAULT}
     */
    public int copyArgumentIn(long to, long bytes) {
        if (bytes == 0) {
            return 0;
        }
        try {
            Words.copyIn(argument, 0, to, bytes);
            return 0;
        } catch (RuntimeException | InternalError bad) {
            return EFAULT; // closed, short, foreign thread, or pages that are gone
        }
    }

    /**
     * Copies raw memory to the start of the argument.
     *
     * @param from where from
     * @param bytes how many; 0 touches nothing
     * @return 0, or {@code -EFAULT}
     */
    public int copyArgumentOut(long from, long bytes) {
        if (bytes == 0) {
            return 0;
        }
        try {
            Words.copyOut(from, argument, 0, bytes);
            return 0;
        } catch (RuntimeException | InternalError bad) {
            return EFAULT; // closed, short, read-only, foreign thread, or pages that are gone
        }
    }

    /**
     * Copies to an address the caller named: {@code copy_to_user}.
     *
     * @param pointer the address
     * @param from the data
     * @param bytes how many of it; 0 touches nothing
     * @return 0, or {@code -EFAULT} unless the range lies inside the argument and may be written
     */
    public int copyTo(long pointer, MemorySegment from, long bytes) {
        if (bytes == 0) {
            return 0;
        }
        try {
            MemorySegment.copy(from, 0, argument, offsetOf(pointer), bytes);
            return 0;
        } catch (RuntimeException | InternalError bad) {
            return EFAULT;
        }
    }

    /**
     * Copies from an address the caller named: {@code copy_from_user}.
     *
     * @param pointer the address
     * @param to where to
     * @param bytes how many; 0 touches nothing
     * @return 0, or {@code -EFAULT} unless the range lies inside the argument
     */
    public int copyFrom(long pointer, MemorySegment to, long bytes) {
        if (bytes == 0) {
            return 0;
        }
        try {
            MemorySegment.copy(argument, offsetOf(pointer), to, 0, bytes);
            return 0;
        } catch (RuntimeException | InternalError bad) {
            return EFAULT;
        }
    }

    /** Where an address lies in the argument; the copy checks the bounds. Heap segments have no addresses. */
    private long offsetOf(long pointer) {
        if (!argument.isNative()) {
            throw new IndexOutOfBoundsException(Errno.EFAULT.message());
        }
        return pointer - argument.address();
    }
}
