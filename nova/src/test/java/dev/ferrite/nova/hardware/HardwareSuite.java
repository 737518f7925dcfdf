package dev.ferrite.nova.hardware;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.ferrite.drm.client.KernelNodes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs every test that real devices are for, in this one JVM: a start of it is dear where the processor is emulated.
 *
 * <p>Prints each failure, the skips by their reasons, and the counts. Ends with 1 if a test failed, or none ran.
 */
public final class HardwareSuite implements TestExecutionListener {
    private final PrintStream out;
    private final Map<String, Integer> skips = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int failed;

    private HardwareSuite(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the suite.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        HardwareSuite suite = new HardwareSuite(System.out);
        suite.out.println("hardware: Linux " + System.getProperty("os.version") + ", nodes " + KernelNodes.list());
        suite.run(
                "what every node answers",
                LauncherDiscoveryRequestBuilder.request().selectors(selectPackage("dev.ferrite.drm.conformance")));
        suite.run(
                "the program",
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass("dev.ferrite.nova.cli.RealDevicesTest")));
        suite.run(
                "devices that are taken away",
                LauncherDiscoveryRequestBuilder.request().selectors(selectPackage("dev.ferrite.drm.hardware")));
        System.exit(suite.finish() ? 0 : 1);
    }

    private void run(String what, LauncherDiscoveryRequestBuilder builder) {
        long start = System.nanoTime();
        int before = passed;
        LauncherDiscoveryRequest request = builder.filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build();
        LauncherFactory.create().execute(request, this);
        out.printf("hardware: %s: %d passed in %.1f s%n", what, passed - before, (System.nanoTime() - start) / 1e9);
        if (passed == before) {
            out.println("hardware: FAILED none of these ran");
            failed++;
        }
    }

    private boolean finish() {
        int skipped = skips.values().stream().mapToInt(Integer::intValue).sum();
        skips.forEach((reason, count) -> out.printf("hardware: %4d skipped: %s%n", count, reason));
        failures.forEach(name -> out.println("hardware: FAILED " + name)); // again: of a long log the end is kept
        out.printf(
                "hardware: %s %d passed, %d failed, %d skipped%n",
                failed == 0 ? "ok" : "FAILED", passed, failed, skipped);
        return failed == 0;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skips.merge(reason, 1, Integer::sum);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
            case ABORTED -> {
                String reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
                skips.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
            }
            case FAILED -> {
                failed++;
                String name = name(test);
                out.println("hardware: FAILED " + name);
                result.getThrowable().ifPresent(this::print);
                failures.add(
                        name + result.getThrowable().map(HardwareSuite::reason).orElse(""));
            }
        }
    }

    /** The problem in a line. */
    private static String reason(Throwable problem) {
        return ": " + problem.toString().replaceAll("\\s+", " ").strip();
    }

    /** The problem, and where it is in our own code. */
    private void print(Throwable problem) {
        out.println(problem);
        for (StackTraceElement frame : problem.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.ferrite.")) {
                out.println("    at " + frame);
            }
        }
    }

    private static String name(TestIdentifier test) {
        String method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName() + " ")
                .orElse("");
        return method + test.getDisplayName() + " "
                + test.getUniqueId().replaceAll(".*class-template-invocation", "node");
    }
}
