package dev.ferrite.jcstress.locks;

/** Random pauses, so that two actors meet at every point of each other's way, and not only at the start. */
final class Chance {
    private Chance() {}

    /** A random number, for an actor: different in each state and each time. */
    static long draw(Object state) {
        long mixed = (System.identityHashCode(state) ^ System.nanoTime()) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Some hundred nanoseconds at most: about what a call takes to reach its decision. */
    static void pauseShortly(Object state) {
        pause(draw(state) & 63);
    }

    /** Some microseconds at most: long enough that who waits meanwhile has done with spinning and parks. */
    static void pauseLong(Object state) {
        pause(draw(state) & 1023);
    }

    /** A timeout that ends about when {@link #pauseLong} does: 1 to 17 microseconds. */
    static long shortNanos(Object state) {
        return 1000 + (draw(state) & 16383);
    }

    private static void pause(long spins) {
        for (long left = spins; left > 0; left--) {
            Thread.onSpinWait();
        }
    }
}
