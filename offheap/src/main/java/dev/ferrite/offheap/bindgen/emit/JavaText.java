package dev.ferrite.offheap.bindgen.emit;

import java.util.ArrayList;
import java.util.List;

/** Java source text in the making: indentation, and the line breaks that the formatter would put. */
final class JavaText {
    private static final int WIDTH = 120;

    private final StringBuilder out = new StringBuilder();
    private int indent;

    /** Everything written so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** One line at the current indentation; an empty one has no trailing blanks. */
    void line(String text) {
        if (!text.isEmpty()) {
            out.repeat("    ", indent).append(text);
        }
        out.append('\n');
    }

    void blank() {
        out.append('\n');
    }

    /** A line that opens a block. */
    void open(String text) {
        line(text);
        indent++;
    }

    /** The end of a block. */
    void close() {
        indent--;
        line("}");
    }

    /** A method head: its parameters go to a line of their own when the whole does not fit. */
    void openMethod(String head, String parameters) {
        String whole = head + "(" + parameters + ") {";
        if (fits(whole)) {
            open(whole);
        } else {
            line(head + "(");
            line("        " + parameters + ") {");
            indent++;
        }
    }

    /** A statement that assigns or returns; the value goes to the next line when the whole does not fit. */
    void assign(String target, String value) {
        String whole = target + " = " + value + ";";
        if (fits(whole)) {
            line(whole);
        } else {
            line(target + " =");
            line("        " + value + ";");
        }
    }

    /** An assignment from a call, one argument a line; the note behind each keeps the formatter from joining them. */
    void assignCall(String target, String call, List<String> arguments, List<String> notes) {
        if (arguments.isEmpty()) {
            line(target + " = " + call + "();");
            return;
        }
        if (arguments.size() == 1) {
            String whole = call + "(" + arguments.getFirst() + ")";
            if (fits(target + " = " + whole + ";") || !arguments.getFirst().contains(").")) {
                assign(target, whole);
            } else {
                line(target + " = " + call + "(");
                line("        " + arguments.getFirst() + ");");
            }
            return;
        }
        line(target + " = " + call + "(");
        for (int i = 0; i < arguments.size(); i++) {
            String end = i + 1 < arguments.size() ? ", // " : "); // ";
            String argument = arguments.get(i) + end + notes.get(i);
            int dot = argument.indexOf(").") + 1;
            if (fits("        " + argument) || dot == 0) {
                line("        " + argument);
            } else {
                line("        " + argument.substring(0, dot));
                line("                " + argument.substring(dot));
            }
        }
    }

    private boolean fits(String text) {
        return indent * 4 + text.length() <= WIDTH;
    }

    /** A Javadoc comment: one line if it is one short paragraph. Lines are wrapped at blanks; blocks are kept. */
    void javadoc(List<String> paragraphs, List<String> tags) {
        if (tags.isEmpty() && paragraphs.size() == 1 && fits("/** " + paragraphs.getFirst() + " */")) {
            line("/** " + paragraphs.getFirst() + " */");
            return;
        }
        line("/**");
        boolean first = true;
        for (String paragraph : paragraphs) {
            if (!first) {
                line(" *");
            }
            if (paragraph.startsWith("<pre>")) {
                paragraph.lines().forEach(l -> line(l.isEmpty() ? " *" : " * " + l));
            } else {
                wrap(first ? paragraph : "<p>" + paragraph, "");
            }
            first = false;
        }
        if (!tags.isEmpty()) {
            line(" *");
            tags.forEach(tag -> wrap(tag, "    "));
        }
        line(" */");
    }

    private void wrap(String text, String hanging) {
        String prefix = "";
        for (String line : split(text, WIDTH - indent * 4 - 3 - hanging.length())) {
            line(" * " + prefix + line);
            prefix = hanging;
        }
    }

    private static List<String> split(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" +", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }
}
