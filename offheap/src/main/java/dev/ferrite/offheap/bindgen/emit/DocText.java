package dev.ferrite.offheap.bindgen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the words of a header into Javadoc paragraphs. */
final class DocText {
    private static final Pattern MARKUP = Pattern.compile(
            "&(?:struct|union|enum|typedef)\\s+(\\w+)|&(\\w+)|%(\\w+)|(?<!\\w)@(\\w+)|``([^`]+)``|(\\w+\\(\\))");

    private DocText() {}

    /** Paragraphs of plain text, split at empty lines; markup of the kernel's kind becomes code. */
    static List<String> paragraphs(String text) {
        List<String> result = new ArrayList<>();
        for (String block : text.strip().split("\\n\\s*\\n", -1)) {
            String joined = block.strip().replaceAll("\\s+", " ");
            if (!joined.isEmpty()) {
                result.add(markup(joined));
            }
        }
        return result;
    }

    private static String markup(String text) {
        StringBuilder out = new StringBuilder();
        var matcher = MARKUP.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(escape(text.substring(from, matcher.start())));
            String word = matcher.group().replaceAll("^[&%@]|``", "");
            out.append(code(word));
            from = matcher.end();
        }
        return out.append(escape(text.substring(from))).toString();
    }

    /** A piece of C in a code tag; falls back to entities where braces would end the tag early. */
    static String code(String c) {
        long open = c.chars().filter(x -> x == '{').count();
        long closed = c.chars().filter(x -> x == '}').count();
        return open == closed && !c.contains("*/") && !c.contains("\\u")
                ? "{@code " + c + "}"
                : "<code>" + escape(c) + "</code>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }
}
