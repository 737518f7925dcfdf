package dev.ferrite.offheap.diag;

/**
 * Receives every {@link Warn}: a log, a test that wants to fail, a counter.
 *
 * <p>Called on the thread that warned, possibly inside a lock: it must not block, must not take the lock it reports
 * about, and must not throw unless the process is meant to stop there (a test does).
 */
@FunctionalInterface
public interface WarnSink {
    /**
     * Takes one warning.
     *
     * @param category the kind of warning, stable, such as {@code refcount-underflow}
     * @param message one sentence with the values
     * @param site the stack of the thread that warned
     */
    void warn(String category, String message, Throwable site);
}
