package dev.ferrite.runtime.panic;

/** Is told of a panic: a block of the kernel's {@code panic_notifier_list}. */
@FunctionalInterface
public interface PanicNotifier {
    /**
     * A panic is under way. Called once, on the thread that panics, with who knows what locks held: it must not wait. What
     * it throws is noted, and the next one is told.
     *
     * @param message what happened
     */
    void panicking(CharSequence message);
}
