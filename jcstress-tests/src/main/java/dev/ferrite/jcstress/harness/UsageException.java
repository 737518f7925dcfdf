package dev.ferrite.jcstress.harness;

/** The command line asks for something that cannot be done; the message is one sentence for the user. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one sentence with the values
     */
    public UsageException(String message) {
        super(message);
    }
}
