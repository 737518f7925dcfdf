package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Memory, pages and huge pages, and the limits of this process. */
final class MemoryProbe implements Probe {
    private static final String AREA = "memory";
    private static final long ENOUGH = 256L << 20;
    private static final long FEW_FILES = 4_096;
    private static final long LITTLE_LOCKED = 64L << 20;

    @Override
    public List<Finding> ask(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        findings.add(available(machine));
        findings.add(limit(machine));
        findings.add(Finding.ok(
                AREA,
                "page size",
                Machine.size(Pages.SIZE),
                "Buffers are multiples of it, and so are mapping offsets."));
        findings.add(transparent(machine));
        findings.add(shared(machine));
        findings.addAll(pools(machine));
        findings.add(locked());
        findings.add(files());
        return findings;
    }

    private static Finding available(Machine machine) {
        String meminfo = machine.proc("meminfo").text();
        long total = kib(Machine.field(meminfo, "MemTotal"));
        long free = kib(Machine.field(meminfo, "MemAvailable"));
        if (total < 0 || free < 0) {
            return Finding.note(AREA, "memory", "(unknown)", "How much VRAM a memfd can be is found out by trying.");
        }
        String value = Machine.size(free) + " available of " + Machine.size(total);
        return free >= ENOUGH
                ? Finding.ok(AREA, "memory", value, "VRAM in a memfd takes its pages from here.")
                : Finding.note(AREA, "memory", value, "Little for VRAM in a memfd: choose a small picture.");
    }

    private static Finding limit(Machine machine) {
        long limit = CpuProbe.Cgroup.of(machine).memory();
        return limit < 0
                ? Finding.ok(AREA, "cgroup limit", "none", "No container takes memory away.")
                : Finding.note(
                        AREA,
                        "cgroup limit",
                        Machine.size(limit),
                        "VRAM in a memfd counts against it: beyond it the process is killed, not told.");
    }

    private static Finding transparent(Machine machine) {
        String mode = chosen(machine.sys("kernel/mm/transparent_hugepage/enabled"));
        return switch (mode) {
            case "always", "madvise" ->
                Finding.ok(AREA, "huge pages (THP)", mode, "Private memory can be mapped in large pages.");
            default ->
                Finding.note(AREA, "huge pages (THP)", mode, "Large buffers cost more TLB misses than they need to.");
        };
    }

    private static Finding shared(Machine machine) {
        String mode = chosen(machine.sys("kernel/mm/transparent_hugepage/shmem_enabled"));
        return switch (mode) {
            case "always", "within_size", "advise", "force" ->
                Finding.ok(AREA, "huge pages (memfd)", mode, "VRAM in a memfd can be mapped in large pages.");
            default ->
                Finding.note(
                        AREA,
                        "huge pages (memfd)",
                        mode,
                        "VRAM in a memfd comes in small pages; hugetlbfs still works.");
        };
    }

    private static List<Finding> pools(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        for (Path pool : Machine.list(machine.sys().resolve("kernel/mm/hugepages"))) {
            String name = String.valueOf(pool.getFileName());
            long kib;
            try {
                kib = Long.parseLong(name.replaceFirst("hugepages-(\\d+)kB", "$1"));
            } catch (NumberFormatException other) {
                continue;
            }
            long all = Machine.read(pool.resolve("nr_hugepages")).number(0);
            long free = Machine.read(pool.resolve("free_hugepages")).number(0);
            String fact = "pool of " + Machine.size(kib << 10);
            findings.add(
                    all > 0
                            ? Finding.ok(
                                    AREA, fact, free + " of " + all + " free", "A file on hugetlbfs can be the VRAM.")
                            : Finding.note(
                                    AREA,
                                    fact,
                                    "empty",
                                    "No VRAM on hugetlbfs in this size; vm.nr_hugepages fills the pool."));
        }
        return findings;
    }

    private static Finding locked() {
        long[] limits = Linux.rlimit(Linux.RLIMIT_MEMLOCK);
        String value = limits(limits, true);
        return limits.length > 0 && (limits[0] < 0 || limits[0] >= LITTLE_LOCKED)
                ? Finding.ok(AREA, "locked memory", value, "VRAM can be pinned.")
                : Finding.note(AREA, "locked memory", value, "VRAM cannot be pinned beyond this (ulimit -l).");
    }

    private static Finding files() {
        long[] limits = Linux.rlimit(Linux.RLIMIT_NOFILE);
        String value = limits(limits, false);
        return limits.length > 0 && (limits[0] < 0 || limits[0] >= FEW_FILES)
                ? Finding.ok(AREA, "open files", value, "Each node, PRIME fd and memfd takes one.")
                : Finding.note(
                        AREA, "open files", value, "Each node, PRIME fd and memfd takes one; raise it with ulimit -n.");
    }

    private static String limits(long[] limits, boolean bytes) {
        if (limits.length < 2) {
            return "(unknown)";
        }
        String soft = limit(limits[0], bytes);
        String hard = limit(limits[1], bytes);
        return soft.equals(hard) ? soft : soft + ", at most " + hard;
    }

    private static String limit(long limit, boolean bytes) {
        return limit < 0 ? "unlimited" : bytes ? Machine.size(limit) : Long.toString(limit);
    }

    /** The word in brackets: {@code always [madvise] never}. */
    private static String chosen(Machine.Text modes) {
        int open = modes.text().indexOf('[');
        int close = modes.text().indexOf(']');
        return open >= 0 && close > open ? modes.text().substring(open + 1, close) : modes.orProblem();
    }

    /** Bytes of {@code 1234 kB}, or -1. */
    private static long kib(String text) {
        try {
            return Long.parseLong(text.replaceFirst(" *kB$", "")) << 10;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
