package dev.ferrite.runtime.device;

/**
 * A device inside a bus callback: the counterpart of {@code device::Device<Core>}. Nobody else binds or unbinds it
 * meanwhile.
 *
 * <p>Good on the thread of the callback until that returns; every call after that, or elsewhere, is an
 * {@link IllegalStateException}.
 *
 * @param <D> the kind of device
 */
public final class Core<D extends Device> extends Bound<D> {
    private final Thread thread = Thread.currentThread();
    private final String text;
    private boolean over; // by the thread of the callback

    Core(D device, Binding binding) {
        super(device, binding);
        this.text = device.toString();
    }

    /** The callback returns. */
    void end() {
        over = true;
    }

    @Override
    void check() {
        if (!Thread.currentThread().equals(thread) || over) {
            throw new IllegalStateException("core context of " + text + " used "
                    + (over ? "after" : "outside the thread of") + " its callback");
        }
        super.check();
    }

    /**
     * The weaker context that stays good until the driver is unbound.
     *
     * @return a context to keep
     */
    public Bound<D> bound() {
        return new Bound<>(device(), binding());
    }

    @Override
    public String toString() {
        return "core " + text;
    }
}
