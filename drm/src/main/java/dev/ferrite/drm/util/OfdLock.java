package dev.ferrite.drm.util;

import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Locks of an open file description ({@code F_OFD_SETLK}): they live exactly as long as the description, through every
 * duplicate of the descriptor, in every process.
 *
 * <p>So they say two things nothing else says: whether somebody else uses a file, and whether a descriptor given away
 * has been closed by all who had it. One system call each; never blocks.
 */
public final class OfdLock {
    private static final int F_OFD_GETLK = 36;
    private static final int F_OFD_SETLK = 37;
    private static final short F_RDLCK = 0;
    private static final short F_WRLCK = 1;
    private static final short F_UNLCK = 2;

    private OfdLock() {}

    /**
     * Takes a shared lock on one byte.
     *
     * @param fd open for reading
     * @param at the byte; it need not exist
     * @return 0, or {@code -errno} (EAGAIN if somebody holds it exclusively, ENOLCK)
     */
    public static int shareByte(int fd, long at) {
        return call(fd, F_OFD_SETLK, F_RDLCK, at, 1);
    }

    /**
     * Takes an exclusive lock on a whole file.
     *
     * @param fd open for writing
     * @return 0, or {@code -errno} (EAGAIN if another description has a lock, ENOLCK)
     */
    public static int ownAll(int fd) {
        return call(fd, F_OFD_SETLK, F_WRLCK, 0, 0);
    }

    /**
     * Whether another description of the same file holds a lock on a byte.
     *
     * @param fd any description of the file but the one that holds it
     * @param at the byte
     * @return true if it does, and true if the question failed: then nobody knows
     */
    public static boolean isHeldElsewhere(int fd, long at) {
        return call(fd, F_OFD_GETLK, F_WRLCK, at, 1) != F_UNLCK;
    }

    /** The result of the call; for GETLK the type it found. */
    private static int call(int fd, int command, short type, long start, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment flock = arena.allocate(32, 8);
            flock.set(ValueLayout.JAVA_SHORT, 0, type);
            flock.set(ValueLayout.JAVA_LONG, 8, start);
            flock.set(ValueLayout.JAVA_LONG, 16, length);
            int result = Linux.fcntl(fd, command, flock.address());
            return result == 0 && command == F_OFD_GETLK ? flock.get(ValueLayout.JAVA_SHORT, 0) : result;
        }
    }
}
