package dev.ferrite.jcstress.harness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long each test is tried, from a look to a night. */
public enum Mode {
    /** One round without a time: shows that tests start, and nothing else. It passes a racy increment. */
    SANITY("-m sanity"),

    /** What the build runs: each test in four kinds of JVM (interpreter, C1, C2, C2 with random code motion). */
    QUICK("-m quick -sc false -iters 1 -time 100"),

    /** Minutes: every actor is also compiled on its own, in all combinations. */
    DEFAULT("-m default"),

    /** Hours. */
    TOUGH("-m tough");

    private final String options;

    Mode(String options) {
        this.options = options;
    }

    /**
     * The options of jcstress that make this mode.
     *
     * @return them, in order
     */
    public List<String> options() {
        return List.of(options.split(" "));
    }

    /**
     * Finds a mode by the name used on the command line.
     *
     * @param name such as {@code quick}
     * @return the mode, or nothing
     */
    public static Optional<Mode> named(String name) {
        for (Mode mode : values()) {
            if (mode.toString().equals(name)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /** The name used on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
