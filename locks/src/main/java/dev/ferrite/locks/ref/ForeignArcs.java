package dev.ferrite.locks.ref;

import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.StructType;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The counts that foreign code owns, by the number it knows them by: what keeps their values reachable meanwhile. */
final class ForeignArcs {
    private static final ConcurrentHashMap<Long, ArrayDeque<Arc<?>>> OUT = new ConcurrentHashMap<>();

    private ForeignArcs() {}

    static long give(Arc<?> owner) {
        long raw = owner.open().raw();
        OUT.compute(raw, (key, given) -> {
            ArrayDeque<Arc<?>> owners = given == null ? new ArrayDeque<>() : given;
            owners.addLast(owner);
            return owners;
        });
        return raw;
    }

    /** The newest owner, out of the table; {@code check} throws for a value of another type. */
    static <T> Arc<T> takeBack(long raw, Consumer<Object> check) {
        Arc<?>[] taken = new Arc<?>[1];
        OUT.computeIfPresent(raw, (key, owners) -> {
            check.accept(owners.getLast().get());
            taken[0] = owners.removeLast();
            return owners.isEmpty() ? null : owners;
        });
        return new Arc<>(ForeignArcs.<T>found(taken[0], raw).move());
    }

    /** The oldest owner, which stays; {@code check} throws for a value of another type. */
    static <T> ArcBorrow<T> borrow(long raw, Consumer<Object> check) {
        Arc<?>[] lender = new Arc<?>[1];
        OUT.computeIfPresent(raw, (key, owners) -> {
            check.accept(owners.getFirst().get());
            lender[0] = owners.getFirst();
            return owners;
        });
        return new ArcBorrow<>(ForeignArcs.<T>found(lender[0], raw));
    }

    static void checkObject(Object value, Class<?> type) {
        if (!type.isInstance(value)) {
            throw new ClassCastException("value is not a " + type.getName() + ": " + value);
        }
    }

    static void checkStruct(Object value, StructType<?> type) {
        if (!(value instanceof Opaque<?> struct && struct.type().equals(type))) {
            throw new ClassCastException("value is not a struct " + type.name() + ": " + value);
        }
    }

    @SuppressWarnings("unchecked") // the value was checked before
    private static <T> Arc<T> found(@Nullable Arc<?> owner, long raw) {
        if (owner == null) {
            throw new IllegalStateException(
                    "no count is out: never given, or taken back already: raw=0x" + Long.toHexString(raw));
        }
        return (Arc<T>) owner;
    }

    /** How many values foreign code owns counts of. */
    static int size() {
        return OUT.size();
    }
}
