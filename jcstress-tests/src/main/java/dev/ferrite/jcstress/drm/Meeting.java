package dev.ferrite.jcstress.drm;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the two actors of a state wait for each other before they begin. Without it actors of unequal length run through
 * their states at unequal speed, and hardly ever meet in one: 6 samples of 10,000 for a lookup and a close, instead of one in five.
 * The wait has a bound, for the harness may run the actors one after the other.
 */
final class Meeting {
    private static final int LOOKS = 1_000;

    private final AtomicInteger here = new AtomicInteger();

    void await() {
        here.incrementAndGet();
        for (int i = 0; i < LOOKS && here.get() < 2; i++) {
            Thread.onSpinWait();
        }
    }
}
