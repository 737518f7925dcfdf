package dev.ferrite.perf.offheap;

import sun.misc.Unsafe;

/** The peer that nobody should need any more. */
final class Unsafes {
    static final Unsafe UNSAFE = get();

    private Unsafes() {}

    private static Unsafe get() {
        try {
            var field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
