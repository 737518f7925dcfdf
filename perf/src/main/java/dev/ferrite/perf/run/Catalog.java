package dev.ferrite.perf.run;

import dev.ferrite.perf.report.Comparison;
import java.util.List;
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
        try {
            var comparison = Class.forName(className, false, Catalog.class.getClassLoader())
                    .getAnnotation(Comparison.class);
            if (comparison == null) {
                throw new IllegalStateException("benchmark class without @Comparison: " + className);
            }
            return comparison;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("benchmark class is listed and not there: " + className, e);
        }
    }
}
