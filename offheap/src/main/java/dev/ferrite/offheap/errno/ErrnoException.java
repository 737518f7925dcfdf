package dev.ferrite.offheap.errno;

/**
 * A call failed with an error number. The message reads {@code call: ENOSPC (No space left on device)}.
 *
 * <p>Unchecked: cold paths throw it; hot paths return the negative number instead and allocate nothing.
 */
public final class ErrnoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * A failed call.
     *
     * @param errno why
     * @param call which call, with its values: {@code mmap length=4096}
     */
    public ErrnoException(Errno errno, String call) {
        super(call + ": " + errno + " (" + errno.message() + ")");
        this.code = errno.code();
    }

    /**
     * Why the call failed.
     *
     * @return the error
     */
    public Errno errno() {
        return Errno.fromErrno(-code);
    }
}
