package dev.ferrite.runtime.machine;

import dev.ferrite.runtime.machine.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that the probes found, as text for a person and as JSON for a program.
 *
 * @param findings in the order of the areas
 */
public record DoctorReport(List<Finding> findings) {
    private static final int WIDEST_VALUE = 44;
    private static final String RESET = "\u001b[0m";

    /** Copies. */
    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /**
     * Asks a machine everything. Takes a few milliseconds; opens the DRM nodes, and changes nothing.
     *
     * @param machine which one
     * @return what was found; a probe that fails is a finding, too
     */
    public static DoctorReport of(Machine machine) {
        return of(
                machine,
                List.of(
                        new JavaProbe(),
                        new CpuProbe(),
                        new MemoryProbe(),
                        new KernelProbe(),
                        new DrmProbe(),
                        new PciProbe(),
                        new DeviceProbe()));
    }

    static DoctorReport of(Machine machine, List<Probe> probes) {
        List<Finding> findings = new ArrayList<>();
        for (Probe probe : probes) {
            try {
                findings.addAll(probe.ask(machine));
            } catch (RuntimeException | LinkageError unexpected) {
                findings.add(Finding.missing(
                        "doctor",
                        probe.getClass().getSimpleName(),
                        String.valueOf(unexpected),
                        "This area could not be looked at."));
            }
        }
        return new DoctorReport(findings);
    }

    /**
     * How many findings have a verdict.
     *
     * @param verdict which one
     * @return the count
     */
    public long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /**
     * Whether nothing is missing.
     *
     * @return true if no finding is {@link Verdict#MISSING}
     */
    public boolean isOk() {
        return count(Verdict.MISSING) == 0;
    }

    /**
     * Whether to print in colour: on a terminal, unless the variable {@code NO_COLOR} is set to something.
     *
     * @param terminal whether a person looks at it
     * @param environment the variables, as {@link System#getenv()} gives them
     * @return whether to pass true to {@link #text}
     */
    public static boolean colour(boolean terminal, Map<String, String> environment) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /**
     * Aligned columns under a heading for each area, and a last line with the sum.
     *
     * @param colour whether verdicts are coloured
     * @return lines, each ended by a line feed
     */
    public String text(boolean colour) {
        int factWidth = findings.stream()
                .mapToInt(finding -> finding.fact().length())
                .max()
                .orElse(0);
        int valueWidth = findings.stream()
                .mapToInt(finding -> finding.value().length())
                .filter(width -> width <= WIDEST_VALUE)
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        String area = "";
        for (Finding finding : findings) {
            if (!finding.area().equals(area)) {
                area = finding.area();
                out.append(area).append('\n');
            }
            out.append("  ");
            verdict(out, finding.verdict(), colour);
            out.append("  ");
            padded(out, finding.fact(), factWidth);
            out.append("  ");
            if (finding.value().length() > valueWidth) {
                // Too wide for its column: the sentence goes to a line of its own.
                out.append(finding.value()).append('\n').repeat(' ', 2 + 7 + 2 + factWidth + 2 + valueWidth);
            } else {
                padded(out, finding.value(), valueWidth);
            }
            out.append("  ").append(finding.meaning()).append('\n');
        }
        out.append("doctor: ")
                .append(count(Verdict.OK))
                .append(" ok, ")
                .append(count(Verdict.NOTE))
                .append(" to note, ")
                .append(count(Verdict.MISSING))
                .append(" missing\n");
        return out.toString();
    }

    /**
     * One JSON object: {@code findings}, each with its five fields, and the sums {@code ok}, {@code note},
     * {@code missing}.
     *
     * @return the text, ended by a line feed
     */
    public String json() {
        StringBuilder out = new StringBuilder("{\n  \"findings\": [");
        String separator = "\n";
        for (Finding finding : findings) {
            out.append(separator).append("    {\"area\": ");
            quoted(out, finding.area());
            out.append(", \"fact\": ");
            quoted(out, finding.fact());
            out.append(", \"value\": ");
            quoted(out, finding.value());
            out.append(", \"meaning\": ");
            quoted(out, finding.meaning());
            out.append(", \"verdict\": ");
            quoted(out, finding.verdict().name());
            out.append('}');
            separator = ",\n";
        }
        return out.append("\n  ],\n  \"ok\": ")
                .append(count(Verdict.OK))
                .append(",\n  \"note\": ")
                .append(count(Verdict.NOTE))
                .append(",\n  \"missing\": ")
                .append(count(Verdict.MISSING))
                .append("\n}\n")
                .toString();
    }

    private static void verdict(StringBuilder out, Verdict verdict, boolean colour) {
        String word = switch (verdict) {
            case OK -> "ok";
            case NOTE -> "note";
            case MISSING -> "missing";
        };
        if (colour) {
            out.append(
                    switch (verdict) {
                        case OK -> "\u001b[32m";
                        case NOTE -> "\u001b[33m";
                        case MISSING -> "\u001b[31m";
                    });
        }
        padded(out, word, 7);
        if (colour) {
            out.append(RESET);
        }
    }

    private static void padded(StringBuilder out, String text, int width) {
        out.append(text).repeat(' ', Math.max(0, width - text.length()));
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
