package dev.ferrite.drm.count;

import java.util.concurrent.atomic.LongAdder;

/**
 * Published handles, over all files. Striped, unlike {@link Live}: clients make and close handles all the time, on all threads,
 * and share nothing else in that. So the sum is exact while none is made or closed.
 */
public final class LiveHandles {
    /** The count. */
    public static final LongAdder COUNT = new LongAdder();

    private LiveHandles() {}
}
