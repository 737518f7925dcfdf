package dev.ferrite.jcstress.locks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects for states that are too dear to be made by the ten thousand, such as locks with a word of their own: handed
 * out round and round, as {@link dev.ferrite.jcstress.harness.Slots} hands out memory, and with the same argument why
 * that is no race. Whoever takes one finds it as its last user left it.
 */
final class Ring<T> {
    /** At least three times the states the harness keeps alive. */
    private static final int COUNT = 1 << 16;

    private final AtomicReferenceArray<@Nullable T> objects = new AtomicReferenceArray<>(COUNT);
    private final AtomicInteger next = new AtomicInteger();
    private final Supplier<T> maker;

    Ring(Supplier<T> maker) {
        this.maker = maker;
    }

    T next() {
        int index = next.getAndIncrement() & (COUNT - 1);
        T object = objects.get(index);
        if (object == null) {
            object = maker.get();
            objects.set(index, object);
        }
        return object;
    }
}
