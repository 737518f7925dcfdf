package dev.ferrite.offheap.alloc;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a value field by field, and takes it apart again when one fails: the counterpart of {@code try_pin_init!}.
 *
 * <p>Fields are built in the order they are named. When field k throws, fields k-1 to 0 are dropped in this order and the
 * exception goes on; a destructor that throws is added to it, and the others still run. {@link #drop} drops a whole
 * value's fields in the order they are named, as Rust does. Immutable; thread-safe.
 *
 * @param <X> what a field may throw
 */
public final class PinInit<X extends Exception> implements Init<X>, Drop {
    private final List<Field<X>> fields;

    private record Field<X extends Exception>(String name, Init<X> init, Drop drop) {}

    private PinInit(List<Field<X>> fields) {
        this.fields = fields;
    }

    /**
     * A value without fields.
     *
     * @param <X> what fields may throw
     * @return the start of a chain
     */
    public static <X extends Exception> PinInit<X> fields() {
        return new PinInit<>(List.of());
    }

    /**
     * The same with one more field.
     *
     * @param name for messages
     * @param init builds it, given the whole value
     * @param drop ends its life, given the whole value
     * @return the longer chain
     */
    public PinInit<X> field(String name, Init<X> init, Drop drop) {
        List<Field<X>> longer = new ArrayList<>(fields);
        longer.add(new Field<>(name, init, drop));
        return new PinInit<>(List.copyOf(longer));
    }

    @Override
    public void init(MemorySegment slot) throws X {
        int done = 0;
        try {
            for (Field<X> field : fields) {
                field.init.init(slot);
                done++;
            }
        } catch (Throwable failure) {
            for (int k = done - 1; k >= 0; k--) {
                try {
                    fields.get(k).drop.drop(slot);
                } catch (RuntimeException | Error again) {
                    failure.addSuppressed(again);
                }
            }
            throw failure;
        }
    }

    @Override
    public void drop(MemorySegment value) {
        RuntimeException failure = null;
        for (Field<X> field : fields) {
            try {
                field.drop.drop(value);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "PinInit" + fields.stream().map(Field::name).toList();
    }
}
