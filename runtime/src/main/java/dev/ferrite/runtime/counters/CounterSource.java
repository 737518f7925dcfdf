package dev.ferrite.runtime.counters;

/**
 * Adds the counters of a library to {@link Counters#system()} when that is first asked for. Found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>Called once, by the first thread that asks for the system's counters, which holds a lock meanwhile: it must only
 * register, and not ask for the system's counters itself.
 */
public interface CounterSource {
    /**
     * Registers.
     *
     * @param counters where to
     */
    void register(Counters counters);
}
