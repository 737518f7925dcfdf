package dev.ferrite.locks.lockdep;

import java.util.List;

/** The table of a report: one column a thread, one line a step, until all wait. */
final class ScenarioTable {
    private static final int LEAST_WIDTH = 20;
    private static final int WIDEST = 110;
    private static final String WAITS = "   waits";

    private ScenarioTable() {}

    static String verb(boolean shared) {
        return shared ? "read" : "lock";
    }

    static void append(StringBuilder text, List<Link> cycle) {
        int threads = cycle.size();
        int width = LEAST_WIDTH;
        for (Link link : cycle) {
            width = Math.max(width, takes(link).length() + 2);
            width = Math.max(width, waits(link).length() + 2);
        }
        if (width * threads > WIDEST) {
            for (int i = 0; i < threads; i++) {
                text.append("    thread ")
                        .append(i + 1)
                        .append(": ")
                        .append(takes(cycle.get(i)))
                        .append(", then ");
                text.append(waits(cycle.get(i))).append('\n');
            }
            return;
        }
        String[] cells = new String[threads];
        for (int i = 0; i < threads; i++) {
            cells[i] = "thread " + (i + 1);
        }
        row(text, width, cells);
        for (int i = 0; i < threads; i++) {
            cells[i] = "-".repeat(cells[i].length());
        }
        row(text, width, cells);
        for (int i = 0; i < threads; i++) {
            row(text, width, only(threads, i, takes(cycle.get(i))));
        }
        for (int i = threads - 1; i >= 0; i--) {
            row(text, width, only(threads, i, waits(cycle.get(i))));
        }
    }

    private static String takes(Link link) {
        return verb(link.shared()) + "(" + link.from() + ")";
    }

    private static String waits(Link link) {
        return verb(link.recursive()) + "(" + link.to() + ")" + WAITS;
    }

    private static String[] only(int threads, int column, String cell) {
        String[] cells = new String[threads];
        java.util.Arrays.fill(cells, "");
        cells[column] = cell;
        return cells;
    }

    private static void row(StringBuilder text, int width, String[] cells) {
        StringBuilder line = new StringBuilder("    ");
        for (String cell : cells) {
            line.append(cell).append(" ".repeat(width - cell.length()));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
