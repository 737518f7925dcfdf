package dev.ferrite.drm.count;

import java.util.concurrent.atomic.LongAdder;

/** How often the core was called, striped: it is counted on every call and seldom read. */
public final class Calls {
    /** Calls of ioctl, whatever came of them. */
    public static final LongAdder IOCTLS = new LongAdder();

    private Calls() {}
}
