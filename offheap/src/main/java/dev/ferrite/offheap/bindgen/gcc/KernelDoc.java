package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.model.CType.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documentation comments of headers, as the kernel writes them: a block before a struct, enum or macro with one
 * paragraph for each {@code @member}, or a comment of its own before each member.
 */
final class KernelDoc {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(?!\\*|/)(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile(
            "\\A\\s*(?:(?:struct|union|enum|typedef|define)\\s+)?(\\w+)(?:\\(\\))?\\s*(?:-+|:)?[ \\t]*(.*)");
    private static final Pattern PART =
            Pattern.compile("^[ \\t]*@([\\w.]+|\\.\\.\\.)[ \\t]*:[ \\t]*", Pattern.MULTILINE);

    private final Map<String, Map<Integer, String>> files = new HashMap<>();

    /**
     * A documented thing.
     *
     * @param text of the thing itself, plain, empty if none
     * @param members text of its members by name
     */
    record Doc(String text, Map<String, String> members) {
        static final Doc NONE = new Doc("", Map.of());
    }

    /** The comment that ends right above a declaration of this name. */
    Doc above(Source source, String name) {
        String comment = comment(source);
        if (comment.isEmpty()) {
            return Doc.NONE;
        }
        Matcher head = HEAD.matcher(comment);
        if (!head.find() || !head.group(1).equals(name)) {
            return Doc.NONE;
        }
        Map<String, String> members = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        String rest = comment.substring(head.start(2));
        Matcher part = PART.matcher(rest);
        int from = 0;
        String member = "";
        while (part.find()) {
            add(member, rest.substring(from, part.start()), text, members);
            member = part.group(1);
            from = part.end();
        }
        add(member, rest.substring(from), text, members);
        return new Doc(sentence(text.toString().strip()), members);
    }

    /** What is said of a member ends at an empty line; what follows belongs to the whole again. */
    private static void add(String member, String said, StringBuilder text, Map<String, String> members) {
        if (member.isEmpty()) {
            text.append(said.strip());
            return;
        }
        String[] parts = said.strip().split("\\n[ \\t]*\\n", 2);
        members.put(member, sentence(parts[0].strip()));
        if (parts.length > 1) {
            text.append("\n\n").append(parts[1].strip());
        }
    }

    /** A member's own comment: it starts with {@code @name:}, or says what the line below is. */
    String member(Source source, String name) {
        String comment = comment(source);
        Matcher part = PART.matcher(comment);
        return part.lookingAt() && part.group(1).equals(name)
                ? sentence(comment.substring(part.end()).strip())
                : "";
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        int paragraph = start.indexOf("\n\n");
        String first = paragraph < 0 ? start : start.substring(0, paragraph);
        boolean ends = first.endsWith(".") || first.endsWith(":") || first.endsWith("!") || first.endsWith("?");
        return ends ? start : first + "." + start.substring(first.length());
    }

    private String comment(Source source) {
        return files.computeIfAbsent(source.file(), KernelDoc::comments).getOrDefault(source.line() - 1, "");
    }

    /** Comments by the line they end on, stars taken off. */
    private static Map<Integer, String> comments(String file) {
        Map<Integer, String> comments = new HashMap<>();
        String text;
        try {
            text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return comments; // documentation is welcome, not needed
        }
        text = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int line = 1;
        int counted = 0;
        Matcher matcher = COMMENT.matcher(text);
        while (matcher.find()) {
            for (; counted < matcher.end(); counted++) {
                if (text.charAt(counted) == '\n') {
                    line++;
                }
            }
            String stripped =
                    matcher.group(1).replaceAll("(?m)^[ \\t]*\\*[ \\t]?", "").strip();
            comments.put(line, stripped);
        }
        return comments;
    }
}
