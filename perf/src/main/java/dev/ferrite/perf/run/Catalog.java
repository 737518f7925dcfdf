package dev.ferrite.perf.run;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Needs;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that exist: the list that the annotation processor wrote when they were compiled. */
public final class Catalog {
    private Catalog() {}

    /**
     * The benchmarks to run.
     *
     * @param options their includes and excludes
     * @return full names, class by class, in alphabetical order
     * @throws UsageException no benchmark is left
     */
    public static List<String> select(CommandLineOptions options) {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        var names = BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes()).stream()
                .map(entry -> entry.getUsername())
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            throw new UsageException("no benchmark matches; ./ferrite perf --list shows their names: regex="
                    + String.join(" ", options.getIncludes()));
        }
        return names;
    }

    /**
     * The benchmarks whose libraries are here.
     *
     * @param benchmarks full names
     * @param missing told one sentence for each library that is not
     * @return those that can run
     */
    public static List<String> runnable(List<String> benchmarks, Consumer<String> missing) {
        Map<Needs, Boolean> present = new HashMap<>();
        return benchmarks.stream()
                .filter(benchmark -> needs(benchmark)
                        .map(needs -> present.computeIfAbsent(needs, library -> opens(library, missing)))
                        .orElse(true))
                .toList();
    }

    private static Optional<Needs> needs(String benchmark) {
        return Arrays.stream(load(classOf(benchmark)).getMethods())
                .filter(method -> method.getName().equals(methodOf(benchmark)))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Needs.class)))
                .findFirst();
    }

    @SuppressWarnings("restricted") // SAFETY: an allocator's initialiser only sets itself up
    private static boolean opens(Needs needs, Consumer<String> missing) {
        try {
            SymbolLookup.libraryLookup(needs.library(), Arena.global());
            return true;
        } catch (IllegalArgumentException notThere) {
            missing.accept(needs.library() + " cannot be opened, so its rows are missing: it is in the Debian package "
                    + needs.debian() + ", and ./ferrite perf leaves it the thread-local room it may want");
            return false;
        }
    }

    /**
     * The class of a benchmark.
     *
     * @param benchmark a full name
     * @return the full name of its class
     */
    static String classOf(String benchmark) {
        return benchmark.substring(0, benchmark.lastIndexOf('.'));
    }

    /**
     * The method of a benchmark.
     *
     * @param benchmark a full name
     * @return the name of its method
     */
    static String methodOf(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /**
     * What a benchmark class says about itself.
     *
     * @param className the full name of a benchmark class
     * @return its comparison
     */
    public static Comparison comparison(String className) {
        var comparison = load(className).getAnnotation(Comparison.class);
        if (comparison == null) {
            throw new IllegalStateException("benchmark class without @Comparison: " + className);
        }
        return comparison;
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Catalog.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("benchmark class is listed and not there: " + className, e);
        }
    }
}
