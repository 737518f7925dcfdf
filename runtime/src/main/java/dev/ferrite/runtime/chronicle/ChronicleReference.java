package dev.ferrite.runtime.chronicle;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.Arc;
import net.openhft.chronicle.core.io.AbstractReferenceCounted;
import net.openhft.chronicle.core.io.ClosedIllegalStateException;

/**
 * One of our owners as Chronicle's {@code ReferenceCounted}: it is closed when the last of Chronicle's reservations is
 * released.
 *
 * <p>{@snippet :
 * ChronicleReference<File> shared = ChronicleReference.of(arc); // takes the owner over
 * shared.reserve(reader);
 * ...
 * shared.release(reader);
 * shared.releaseLast(); // closes arc
 * }
 *
 * <p>Chronicle counts its reservations in an integer of its own; of our count it holds exactly one. With Chronicle's
 * resource tracing on, it knows who reserved where, and {@code AbstractReferenceCounted.assertReferencesReleased()} finds
 * what was forgotten. May be used by any thread; the last release closes on the releasing thread.
 *
 * @param <T> what is owned
 */
public final class ChronicleReference<T> extends AbstractReferenceCounted {
    private final T value;
    private final AutoCloseable owner;

    private ChronicleReference(T value, AutoCloseable owner) {
        this.value = value;
        this.owner = owner;
        singleThreadedCheckDisabled(true);
    }

    /**
     * Takes over an owner of a shared value.
     *
     * @param owner an open one; the caller must not use it any more
     * @param <T> the value
     * @return the reference, reserved by {@code ReferenceOwner.INIT}
     * @throws IllegalStateException if it is closed
     */
    public static <T> ChronicleReference<T> of(Arc<T> owner) {
        return new ChronicleReference<>(owner.get(), owner);
    }

    /**
     * Takes over an owner of a counted object.
     *
     * @param owner an open one; the caller must not use it any more
     * @param <T> the object
     * @return the reference, reserved by {@code ReferenceOwner.INIT}
     * @throws IllegalStateException if it is closed
     */
    public static <T extends AlwaysRefCounted> ChronicleReference<T> of(ARef<T> owner) {
        return new ChronicleReference<>(owner.get(), owner);
    }

    /**
     * Takes over what is its own owner: a box, a vector, a mapping, a descriptor.
     *
     * @param owner an open one; the caller must not close it
     * @param <T> its type
     * @return the reference, reserved by {@code ReferenceOwner.INIT}
     */
    public static <T extends AutoCloseable> ChronicleReference<T> ofOwner(T owner) {
        return new ChronicleReference<>(owner, owner);
    }

    /**
     * The value, alive at least until the caller's reservation is released.
     *
     * @return the value
     * @throws ClosedIllegalStateException if all reservations are released
     */
    public T get() throws ClosedIllegalStateException {
        throwExceptionIfReleased();
        return value;
    }

    @Override
    protected void performRelease() {
        try {
            owner.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(owner + " cannot be closed: " + e, e);
        }
    }
}
