package dev.ferrite.drm.count;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Published handles, over all files. Nothing is counted when one is made or closed, for clients do that all the time and seldom
 * ask: each file looks its table through when somebody does. The sum is exact while none is made or closed.
 */
public final class LiveHandles {
    private static final Set<LongSupplier> FILES = ConcurrentHashMap.newKeySet();

    private LiveHandles() {}

    /**
     * A file opens.
     *
     * @param handles how many handles it has; may be asked on any thread, at any time until it is removed and shortly after
     */
    public static void add(LongSupplier handles) {
        FILES.add(handles);
    }

    /**
     * A file is gone, and has no handle any more.
     *
     * @param handles what was added
     */
    public static void remove(LongSupplier handles) {
        FILES.remove(handles);
    }

    /**
     * How many there are.
     *
     * @return the sum over all files
     */
    public static long sum() {
        long sum = 0;
        for (LongSupplier file : FILES) {
            sum += file.getAsLong();
        }
        return sum;
    }
}
