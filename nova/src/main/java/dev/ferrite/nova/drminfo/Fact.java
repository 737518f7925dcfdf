package dev.ferrite.nova.drminfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing a node says, and what belongs to it.
 *
 * @param key its name for machines
 * @param line the same for people
 * @param value a string, number or boolean; unused if there are parts
 * @param parts what belongs to it, in order
 */
public record Fact(String key, String line, Object value, List<Fact> parts) {
    private static final String BRANCH = "├───";
    private static final String LAST = "└───";
    private static final String PAST = "│   ";
    private static final String BLANK = "    ";

    static Fact of(String key, Object value) {
        return new Fact(key, key + ": " + value, value, List.of());
    }

    static Fact of(String key, String line, Object value) {
        return new Fact(key, line, value, List.of());
    }

    static Fact of(String key, String line, List<Fact> parts) {
        return new Fact(key, line, "", List.copyOf(parts));
    }

    /**
     * The tree as text, in the manner of drm_info.
     *
     * @return lines, each with its line feed
     */
    public String tree() {
        StringBuilder out = new StringBuilder(line).append('\n');
        branches(out, "");
        return out.toString();
    }

    private void branches(StringBuilder out, String indent) {
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            Fact part = parts.get(i);
            out.append(indent).append(last ? LAST : BRANCH).append(part.line).append('\n');
            part.branches(out, indent + (last ? BLANK : PAST));
        }
    }

    /**
     * The values of its parts by their keys.
     *
     * @return maps, strings, numbers and booleans
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Fact part : parts) {
            map.put(part.key, part.parts.isEmpty() ? part.value : part.toMap());
        }
        return map;
    }
}
