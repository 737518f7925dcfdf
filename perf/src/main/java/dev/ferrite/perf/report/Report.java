package dev.ferrite.perf.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole run, as text, as Markdown and as JSON.
 *
 * @param machine what it ran on
 * @param command what makes it again
 * @param rounds how many rounds there were
 * @param groups what was compared
 */
public record Report(Machine machine, String command, int rounds, List<Group> groups) {
    private static final List<String> HEADINGS = List.of("", "median", "best", "unit", "ratio", "B/op");

    /**
     * For a terminal.
     *
     * @return lines of at most about 100 columns
     */
    public String text() {
        var out = new StringBuilder(machine.line()).append('\n');
        for (Group group : groups) {
            out.append('\n').append(title(group)).append('\n');
            appendTable(out, cells(group));
            for (var outcome : group.outcomes()) {
                out.append("  %-4s %-12s  %s%n".formatted(outcome.id(), outcome.answer(), outcome.sentence()));
            }
        }
        return out.append('\n').append(closing()).append('\n').toString();
    }

    /**
     * For a document.
     *
     * @return a heading, facts, and a table for each comparison
     */
    public String markdown() {
        var out = new StringBuilder("# Measured\n\n")
                .append(machine.line())
                .append(". Made by `")
                .append(command)
                .append("`: ")
                .append(rounds)
                .append(" interleaved rounds; ratios are medians of the ratios within each round.\n");
        for (Group group : groups) {
            out.append("\n## ").append(title(group)).append("\n\n");
            var cells = cells(group);
            for (int row = 0; row < cells.size(); row++) {
                out.append("| ").append(String.join(" | ", cells.get(row))).append(" |\n");
                if (row == 0) {
                    out.append("| --- | ---: | ---: | --- | ---: | ---: |\n");
                }
            }
            if (!group.outcomes().isEmpty()) {
                out.append('\n');
            }
            for (var outcome : group.outcomes()) {
                out.append("* %s %s: %s%n".formatted(outcome.id(), outcome.answer(), outcome.sentence()));
            }
        }
        return out.append('\n').append(closing()).append('\n').toString();
    }

    /**
     * For programs.
     *
     * @return one object
     */
    public String json() {
        var json = new Json();
        json.object(() -> {
            json.name("jdk").value(machine.jdk());
            json.name("system").value(machine.system());
            json.name("processor").value(machine.processor());
            json.name("processors").value(machine.processors());
            json.name("load").value(machine.load());
            json.name("command").value(command);
            json.name("rounds").value(rounds);
            json.name("groups").array(groups, group -> json.object(() -> append(json, group)));
        });
        return json.toString();
    }

    private static void append(Json json, Group group) {
        json.name("name").value(group.name());
        json.name("title").value(group.comparison().title());
        json.name("metric").value(group.metric());
        json.name("baseline").value(group.comparison().baseline());
        json.name("methods")
                .array(
                        group.rows(),
                        row -> json.object(() -> {
                            json.name("method").value(row.series().method());
                            json.name("median").value(row.series().median());
                            json.name("best").value(row.series().best());
                            json.name("unit").value(row.series().unit());
                            json.name("ratio").value(row.ratio());
                            json.name("bytesPerOperation").value(row.series().bytesPerOperation());
                            json.name("rounds").array(row.series().rounds(), round -> json.array(round, json::value));
                        }));
        json.name("goals")
                .array(
                        group.outcomes(),
                        outcome -> json.object(() -> {
                            json.name("id").value(outcome.id());
                            json.name("answer").value(outcome.answer().toString());
                            json.name("measured").value(outcome.ratio());
                            json.name("sentence").value(outcome.sentence());
                        }));
    }

    /**
     * The closing line.
     *
     * @return how many goals are met
     */
    public String closing() {
        long met = count(Group.Answer.MET);
        long missed = count(Group.Answer.MISSED);
        long open = count(Group.Answer.NOT_MEASURED);
        return "perf: %d comparisons, %d goals met, %d missed, %d not measured"
                .formatted(groups.size(), met, missed, open);
    }

    private long count(Group.Answer answer) {
        return groups.stream()
                .flatMap(group -> group.outcomes().stream())
                .filter(outcome -> outcome.answer() == answer)
                .count();
    }

    private static String title(Group group) {
        return group.comparison().title() + " (" + group.name()
                + (group.metric().isEmpty() ? "" : ", " + group.metric()) + ")";
    }

    private static List<List<String>> cells(Group group) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADINGS);
        for (var row : group.rows()) {
            var series = row.series();
            cells.add(List.of(
                    series.method(),
                    Numbers.threeDigits(series.median()),
                    Numbers.threeDigits(series.best()),
                    series.unit(),
                    Numbers.ratio(row.ratio()),
                    Numbers.bytes(series.bytesPerOperation())));
        }
        return cells;
    }

    private static void appendTable(StringBuilder out, List<List<String>> cells) {
        int[] widths = new int[HEADINGS.size()];
        for (var row : cells) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (var row : cells) {
            var line = new StringBuilder(" ");
            for (int column = 0; column < widths.length; column++) {
                boolean words = column == 0 || column == 3;
                line.append(("  %" + (words ? "-" : "") + widths[column] + "s").formatted(row.get(column)));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
