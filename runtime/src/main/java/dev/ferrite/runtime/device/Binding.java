package dev.ferrite.runtime.device;

import dev.ferrite.locks.rcu.UnbindList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One driver on one device, from the beginning of probe to the end of unbind. Written under the device's lock. */
final class Binding {
    private enum State {
        PROBING,
        BOUND,
        UNBINDING,
        GONE
    }

    private final DriverRegistration<?, ?> registration;
    private final UnbindList managed;
    private volatile State state = State.PROBING;
    private @Nullable DriverInstance instance;

    Binding(Device device, DriverRegistration<?, ?> registration) {
        this.registration = registration;
        this.managed = new UnbindList(device.name());
    }

    DriverRegistration<?, ?> registration() {
        return registration;
    }

    UnbindList managed() {
        return managed;
    }

    boolean isBound() {
        return state == State.BOUND;
    }

    /** Whether a context of it may be used: from probe until everything is undone. */
    boolean isThere() {
        return state != State.GONE;
    }

    void bound(DriverInstance made) {
        instance = made;
        state = State.BOUND;
    }

    DriverInstance unbinding() {
        state = State.UNBINDING;
        return Objects.requireNonNull(instance);
    }

    void gone() {
        state = State.GONE;
        instance = null;
    }
}
