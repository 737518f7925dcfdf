package dev.ferrite.perf.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a number was measured on.
 *
 * @param jdk the JVM and its version
 * @param system the operating system and its version
 * @param processor its name
 * @param processors how many the JVM may use
 * @param load the load average of the last minute, before the run; negative if unknown
 */
public record Machine(String jdk, String system, String processor, int processors, double load) {
    private static final double BUSY = 0.3;

    /**
     * This machine, now.
     *
     * @return its facts
     */
    public static Machine here() {
        var os = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                processor(cpuinfo()),
                os.getAvailableProcessors(),
                os.getSystemLoadAverage());
    }

    /** Whether somebody else was using the processors when the run began. */
    public boolean busy() {
        return load > BUSY * processors;
    }

    /** One line for people. */
    public String line() {
        return "%s; %s; %s, %d processors; load %s before the run%s"
                .formatted(
                        jdk,
                        system,
                        processor,
                        processors,
                        load < 0 ? "unknown" : Numbers.ratio(load),
                        busy() ? ": BUSY, do not trust these numbers" : "");
    }

    static String processor(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith("model name") || line.startsWith("CPU part"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    private static List<String> cpuinfo() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo"));
        } catch (IOException absent) {
            return List.of();
        }
    }
}
