package dev.ferrite.runtime.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cores, as the machine has them and as this process may use them. */
final class CpuProbe implements Probe {
    private static final String AREA = "cpu";

    @Override
    public List<Finding> ask(Machine machine) {
        return List.of(model(machine), cores(machine), quota(machine));
    }

    private static Finding model(Machine machine) {
        String cpuinfo = machine.proc("cpuinfo").text();
        String name = Machine.field(cpuinfo, "model name");
        String arch = System.getProperty("os.arch", "?");
        String value = name.isEmpty() ? arch : name + ", " + arch;
        return switch (arch) {
            case "amd64", "aarch64" -> Finding.ok(AREA, "model", value, "Ferrite knows this architecture.");
            default -> Finding.missing(AREA, "model", value, "Ferrite knows amd64 and aarch64.");
        };
    }

    private static Finding cores(Machine machine) {
        int usable = Runtime.getRuntime().availableProcessors();
        Machine.Text online = machine.sys("devices/system/cpu/online");
        String value = usable + " usable, online " + online.orProblem();
        return usable > 1
                ? Finding.ok(AREA, "cores", value, "Boot uses two threads for each usable core.")
                : Finding.note(AREA, "cores", value, "On one core spinning is useless: locks park at once.");
    }

    private static Finding quota(Machine machine) {
        double cores = Cgroup.of(machine).cpus();
        return cores < 0
                ? Finding.ok(AREA, "cgroup limit", "none", "No container takes time away.")
                : Finding.note(
                        AREA,
                        "cgroup limit",
                        String.format(Locale.ROOT, "%.2f cores", cores),
                        "Threads beyond it are stopped in the middle: latencies show gaps of milliseconds.");
    }

    /** Whether the CPU can run virtual machines, by its flags. */
    static boolean virtualises(Machine machine) {
        String cpuinfo = machine.proc("cpuinfo").text();
        List<String> flags = List.of(Machine.field(cpuinfo, "flags").split(" ", -1));
        return flags.contains("vmx") || flags.contains("svm");
    }

    /** What the control group of this process leaves it. */
    record Cgroup(double cpus, long memory) {
        /** From here on the first version means "no limit". */
        private static final long NO_LIMIT = 1L << 60;

        static Cgroup of(Machine machine) {
            double cpus = -1;
            long memory = -1;
            Path root = machine.sys().resolve("fs/cgroup");
            for (String line : machine.proc("self/cgroup").text().lines().toList()) {
                String[] parts = line.split(":", 3);
                if (parts.length < 3) {
                    continue;
                }
                // Every group up to the root may limit; in a container only the root may be visible.
                if (parts[1].isEmpty()) {
                    for (Path group : upwards(root, parts[2])) {
                        cpus = least(
                                cpus, max(Machine.read(group.resolve("cpu.max")).text()));
                        memory = least(
                                memory,
                                Machine.read(group.resolve("memory.max")).number(-1));
                    }
                    continue;
                }
                for (String controller : parts[1].split(",", -1)) {
                    for (Path group : upwards(root.resolve(controller), parts[2])) {
                        long quota =
                                Machine.read(group.resolve("cpu.cfs_quota_us")).number(-1);
                        long period =
                                Machine.read(group.resolve("cpu.cfs_period_us")).number(-1);
                        cpus = least(cpus, quota > 0 && period > 0 ? (double) quota / period : -1);
                        long limit = Machine.read(group.resolve("memory.limit_in_bytes"))
                                .number(-1);
                        memory = least(memory, limit < NO_LIMIT ? limit : -1);
                    }
                }
            }
            return new Cgroup(cpus, memory);
        }

        /** The folder of a group and those above it, down to the root of the controller. */
        private static List<Path> upwards(Path root, String path) {
            List<Path> groups = new ArrayList<>();
            Path group = root.resolve(path.replaceFirst("^/+", "")).normalize();
            while (group != null && group.startsWith(root) && !group.equals(root)) {
                groups.add(group);
                group = group.getParent();
            }
            groups.add(root);
            return groups;
        }

        /** {@code quota period}, or {@code max period}. */
        private static double max(String text) {
            String[] parts = text.split(" ", -1);
            try {
                return parts.length == 2 ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]) : -1;
            } catch (NumberFormatException unlimited) {
                return -1;
            }
        }

        private static double least(double a, double b) {
            return b < 0 ? a : a < 0 ? b : Math.min(a, b);
        }

        private static long least(long a, long b) {
            return b < 0 ? a : a < 0 ? b : Math.min(a, b);
        }
    }
}
