package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel: version, and the calls that locks stand on, tried. */
final class KernelProbe implements Probe {
    private static final String AREA = "kernel";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MAJOR = 5;
    private static final int OLDEST_MINOR = 4;

    @Override
    public List<Finding> ask(Machine machine) {
        return List.of(version(machine), membarrier(), futex(), perf(machine), btf(machine));
    }

    private static Finding version(Machine machine) {
        Machine.Text release = machine.proc("sys/kernel/osrelease");
        Matcher match = VERSION.matcher(release.text());
        if (!match.matches()) {
            return Finding.note(AREA, "version", release.orProblem(), "Ferrite is made for Linux 5.4 and newer.");
        }
        int major = Integer.parseInt(match.group(1));
        int minor = Integer.parseInt(match.group(2));
        return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR)
                ? Finding.ok(AREA, "version", release.text(), "Has every call that Ferrite makes.")
                : Finding.note(AREA, "version", release.text(), "Ferrite is made for Linux 5.4 and newer.");
    }

    private static Finding membarrier() {
        int commands = Linux.membarrier(Linux.MEMBARRIER_CMD_QUERY);
        if (commands < 0) {
            return slowUnlock(Errno.fromErrno(commands).toString());
        }
        int wanted = Linux.MEMBARRIER_CMD_PRIVATE_EXPEDITED | Linux.MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED;
        if ((commands & wanted) != wanted) {
            return slowUnlock("no private expedited command");
        }
        int registered = Linux.membarrier(Linux.MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
        int issued = registered < 0 ? registered : Linux.membarrier(Linux.MEMBARRIER_CMD_PRIVATE_EXPEDITED);
        return issued < 0
                ? slowUnlock(Errno.fromErrno(issued).toString())
                : Finding.ok(AREA, "membarrier", "private expedited works", "A free mutex costs one atomic, not two.");
    }

    private static Finding slowUnlock(String why) {
        return Finding.note(AREA, "membarrier", why, "A mutex is unlocked by an exchange: a few ns slower.");
    }

    /** A wait on a word that differs from what is expected must come back at once, with EAGAIN. */
    private static Finding futex() {
        int answer;
        try (Arena arena = Arena.ofConfined()) {
            answer = Linux.futexWait(arena.allocate(4, 4).address(), 1, 0);
        }
        return answer == Errno.EAGAIN.negated()
                ? Finding.ok(AREA, "futex", "works", "Locks can be shared between processes.")
                : Finding.missing(
                        AREA,
                        "futex",
                        answer < 0 ? Errno.fromErrno(answer).toString() : "answered " + answer,
                        "Locks shared between processes do not work here.");
    }

    private static Finding perf(Machine machine) {
        Machine.Text text = machine.proc("sys/kernel/perf_event_paranoid");
        if (!text.isThere()) {
            return Finding.note(AREA, "perf events", text.orProblem(), "No profiles by hardware counters.");
        }
        long level = text.number(Long.MAX_VALUE);
        if (level <= 1) {
            return Finding.ok(AREA, "perf events", "paranoid " + level, "Profilers see this program and the kernel.");
        }
        return level == 2
                ? Finding.ok(AREA, "perf events", "paranoid 2", "Profilers see this program, not the kernel.")
                : Finding.note(
                        AREA, "perf events", "paranoid " + text.text(), "Profilers by perf events need privileges.");
    }

    private static Finding btf(Machine machine) {
        Path file = machine.sys().resolve("kernel/btf/vmlinux");
        try {
            return Finding.ok(
                    AREA, "BTF", Machine.size(Files.size(file)), "Struct layouts of this very kernel can be read.");
        } catch (IOException none) {
            return Finding.note(AREA, "BTF", "(missing)", "Struct layouts come from headers only.");
        }
    }
}
