package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.linux.Linux;
import java.util.List;

/** The Java runtime: version, native access, heap, and what its clock costs. */
final class JavaProbe implements Probe {
    private static final String AREA = "java";
    private static final int REQUIRED = 25;
    private static final int ROUNDS = 8;
    private static final int READS = 2_000;
    private static final long SLOW_CLOCK_NANOS = 200;

    @Override
    public List<Finding> ask(Machine machine) {
        return List.of(version(), nativeAccess(), heap(), clock(machine));
    }

    private static Finding version() {
        Runtime.Version version = Runtime.version();
        String value = version + ", " + System.getProperty("java.vm.name", "?") + ", "
                + System.getProperty("java.vendor", "?");
        return version.feature() >= REQUIRED
                ? Finding.ok(AREA, "version", value, "Ferrite runs on 25 and newer.")
                : Finding.missing(AREA, "version", value, "Ferrite needs 25 or newer.");
    }

    private static Finding nativeAccess() {
        java.lang.Module offheap = Linux.class.getModule();
        String who = offheap.isNamed() ? offheap.getName() : "the class path (ALL-UNNAMED)";
        return offheap.isNativeAccessEnabled()
                ? Finding.ok(
                        AREA, "native access", "enabled for " + who, "Ferrite may call Linux and touch its memory.")
                : Finding.note(
                        AREA,
                        "native access",
                        "not granted to " + who,
                        "Works with a warning today; start Java with --enable-native-access="
                                + (offheap.isNamed() ? offheap.getName() : "ALL-UNNAMED") + ".");
    }

    private static Finding heap() {
        return Finding.ok(
                AREA,
                "heap",
                "at most " + Machine.size(Runtime.getRuntime().maxMemory()),
                "VRAM, locks and structs live outside of it.");
    }

    private static Finding clock(Machine machine) {
        Machine.Text source = machine.sys("devices/system/clocksource/clocksource0/current_clocksource");
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < READS; i++) {
                System.nanoTime();
            }
            best = Math.min(best, (System.nanoTime() - begin) / READS);
        }
        String value = source.orProblem() + ", " + best + " ns a reading";
        return best <= SLOW_CLOCK_NANOS
                ? Finding.ok(AREA, "clock", value, "Time stamps and latencies cost next to nothing.")
                : Finding.note(AREA, "clock", value, "Every log record and every measured latency pays this.");
    }
}
