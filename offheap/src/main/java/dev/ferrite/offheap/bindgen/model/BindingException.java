package dev.ferrite.offheap.bindgen.model;

/** Bindings cannot be made; the message is one sentence for the user, or what the compiler said. */
public final class BindingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its reason.
     *
     * @param message what the user reads
     */
    public BindingException(String message) {
        super(message);
    }

    /**
     * A failure with its reason and cause.
     *
     * @param message what the user reads
     * @param cause what was thrown
     */
    public BindingException(String message, Throwable cause) {
        super(message, cause);
    }
}
