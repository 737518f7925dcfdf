package dev.ferrite.offheap.diag;

/**
 * A broken invariant that no caller may continue from: the counterpart of the kernel's {@code BUG()}.
 *
 * <p>Unchecked, and never caught inside Ferrite: catching it hides that some invariant no longer holds.
 */
public final class KernelBug extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A bug report.
     *
     * @param message one sentence with the values that broke the invariant
     */
    public KernelBug(String message) {
        super(message);
    }

    /**
     * A bug report with the failure that uncovered it.
     *
     * @param message one sentence with the values that broke the invariant
     * @param cause what uncovered it
     */
    public KernelBug(String message, Throwable cause) {
        super(message, cause);
    }
}
