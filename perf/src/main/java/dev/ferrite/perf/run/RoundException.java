package dev.ferrite.perf.run;

/** A benchmark did not finish; the message is one sentence for the user. */
public final class RoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which one and where to look.
     *
     * @param message one sentence
     * @param cause what JMH says
     */
    public RoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
