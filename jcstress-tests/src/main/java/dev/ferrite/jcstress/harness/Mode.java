package dev.ferrite.jcstress.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long each test is tried, from a look to a night. */
public enum Mode {
    /** One round without a time: shows that tests start, and nothing else. It passes a racy increment. */
    SANITY("-m sanity"),

    /**
     * What the build runs: the two kinds of JVM that reorder most for their time. jcstress would take four and twice
     * as long: the interpreter gathers few samples, and C2 without random code motion shows less than with it.
     */
    QUICK("-m quick -sc false -iters 1 -time 100"),

    /** Minutes a test: every actor is also compiled on its own, in all combinations. */
    DEFAULT("-m default"),

    /** Hours. */
    TOUGH("-m tough");

    private static final String C1 = "-XX:TieredStopAtLevel=1";
    private static final String C2 =
            "-XX:-TieredCompilation -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

    private final String options;

    Mode(String options) {
        this.options = options;
    }

    /**
     * After how long a forked JVM is taken to hang: many times what one takes on a slow and busy machine.
     *
     * @return seconds
     */
    public int timeoutSeconds() {
        return this == SANITY || this == QUICK ? 120 : 900;
    }

    /**
     * One start of jcstress.
     *
     * @param name a word for progress and result files
     * @param options the options of jcstress
     */
    public record Pass(String name, List<String> options) {}

    /**
     * The starts of jcstress that make this mode: more than one where the JVMs are not left to its choice, for it
     * takes one line of JVM options at a time.
     *
     * @return them, in order
     */
    public List<Pass> passes() {
        var common = List.of(options.split(" "));
        return this == QUICK
                ? List.of(new Pass("c1", with(common, "-jvmArgs", C1)), new Pass("c2", with(common, "-jvmArgs", C2)))
                : List.of(new Pass(toString(), common));
    }

    private static List<String> with(List<String> options, String name, String value) {
        var all = new ArrayList<>(options);
        all.add(name);
        all.add(value);
        return List.copyOf(all);
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
