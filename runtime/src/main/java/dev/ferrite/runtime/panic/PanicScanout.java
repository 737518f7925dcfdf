package dev.ferrite.runtime.panic;

/**
 * Somebody who has a picture on a screen and lends it to a panic: the counterpart of a plane's {@code
 * get_scanout_buffer}.
 *
 * <p>Called once, on the thread that panics, with who knows what locks held: it must neither wait nor allocate, and says
 * no where it cannot be sure that the memory stays.
 */
@FunctionalInterface
public interface PanicScanout {
    /**
     * Lends the picture.
     *
     * @param to is told where it is
     * @return whether there is one
     */
    boolean lend(ScanoutBuffer to);

    /** The panic screen is drawn: a device that must be told does so now. */
    default void flush() {}
}
