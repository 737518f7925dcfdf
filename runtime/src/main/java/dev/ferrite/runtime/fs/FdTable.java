package dev.ferrite.runtime.fs;

import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of descriptor numbers of this process beyond what the kernel tells: which are reserved, and which opening
 * of a file stands behind them. Thread-safe.
 */
final class FdTable {
    /*
     * A number that is reserved is open for the kernel, as a placeholder, so a lookup must not see it. A placeholder is a
     * path only (O_PATH), and so what a lookup has duplicated can be one only if it is a path. Then it asks whether the
     * table and the kernel may have differed meanwhile: they differ only between begin and end, so either somebody is
     * between the two now, or CHANGES has moved since before the lookup asked isReserved. In both cases it starts over.
     */
    private static final AtomicInteger BUSY = new AtomicInteger();
    private static final AtomicLong CHANGES = new AtomicLong();

    private static final ConcurrentHashMap<Integer, Known> NUMBERS = new ConcurrentHashMap<>();

    private FdTable() {}

    /** Before table and kernel differ about a reservation. */
    static void begin() {
        BUSY.getAndIncrement();
    }

    /** When they agree again. */
    static void end() {
        CHANGES.getAndIncrement();
        BUSY.getAndDecrement();
    }

    /** What {@link #mayHaveSeenAPlaceholder} wants. */
    static long changes() {
        return CHANGES.get();
    }

    static boolean mayHaveSeenAPlaceholder(long changes) {
        return BUSY.get() != 0 || CHANGES.get() != changes;
    }

    static void reserve(Fd placeholder) {
        NUMBERS.put(placeholder.value(), new Known(placeholder, null));
    }

    static boolean isReserved(int number) {
        Known known = NUMBERS.get(number);
        return known != null && known.opening == null && known.isOwned();
    }

    /** The number is open as that file, and its owner closes it. */
    static void put(Fd owner, Opening opening) {
        NUMBERS.put(owner.value(), new Known(owner, opening));
    }

    /**
     * The opening behind a number: known if the owner it was told with still owns it, and the file is the one it was.
     */
    static @Nullable Opening find(int number, Linux.FileStat stat) {
        Known known = NUMBERS.get(number);
        if (known == null) {
            return null;
        }
        if (!known.isOwned()) {
            NUMBERS.remove(number, known);
            return null;
        }
        return known.opening != null && known.opening.isFile(stat) ? known.opening : null;
    }

    /** A number, its owner, and what it means; nothing yet, if it is reserved. */
    private static final class Known extends WeakReference<Fd> {
        final @Nullable Opening opening;

        Known(Fd owner, @Nullable Opening opening) {
            super(owner);
            this.opening = opening;
        }

        boolean isOwned() {
            Fd owner = get();
            return owner != null && owner.isOpen();
        }
    }
}
