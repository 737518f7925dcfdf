package dev.ferrite.offheap.btf;

/** Type information is missing or damaged; the message is one sentence for the user. */
public final class BtfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its reason.
     *
     * @param message what the user reads
     */
    public BtfException(String message) {
        super(message);
    }

    /**
     * A failure with its reason and cause.
     *
     * @param message what the user reads
     * @param cause what was thrown
     */
    public BtfException(String message, Throwable cause) {
        super(message, cause);
    }
}
