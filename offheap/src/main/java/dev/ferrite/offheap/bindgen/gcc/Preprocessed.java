package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.model.CType.Source;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code gcc -E -dD} says of a header: its files, its macros, and which of them are ioctl numbers. */
final class Preprocessed {
    private static final Pattern LINE_MARKER = Pattern.compile("# (\\d+) \"(.*)\"([ 0-9]*)");
    private static final Pattern DEFINE = Pattern.compile("#define (\\w+)(\\(.*?\\))?(?: (.*))?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private final Map<String, Macro> macros = new LinkedHashMap<>();
    private final Map<String, String> functions = new LinkedHashMap<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final Set<String> systemFiles = new LinkedHashSet<>();

    Preprocessed(String text) {
        String file = "";
        int line = 0;
        for (String row : text.split("\n", -1)) {
            if (!row.startsWith("#")) {
                line++;
                continue;
            }
            Matcher marker = LINE_MARKER.matcher(row);
            if (marker.matches()) {
                line = Integer.parseInt(marker.group(1));
                file = marker.group(2);
                // Later markers may call a user's file a system one, for the text of a system header's macro.
                if (!file.startsWith("<") && files.add(file) && marker.group(3).contains("3")) {
                    systemFiles.add(file);
                }
                continue;
            }
            directive(row, new Source(file, line));
            line++;
        }
    }

    private void directive(String text, Source source) {
        if (text.startsWith("#undef ")) {
            macros.remove(text.substring(7).strip());
            return;
        }
        Matcher define = DEFINE.matcher(text);
        if (!define.matches() || source.file().startsWith("<")) {
            return;
        }
        String name = define.group(1);
        String body = define.group(3) == null ? "" : define.group(3).strip();
        if (define.group(2) == null) {
            macros.put(name, new Macro(name, body, source));
        } else {
            functions.put(name, body);
        }
    }

    /** Macros without parameters, in the order of their (last) definition. */
    Map<String, Macro> macros() {
        return macros;
    }

    /** Whether there is a macro with parameters of this name. */
    boolean isFunctionLike(String name) {
        return functions.containsKey(name);
    }

    /** All source files. */
    Set<String> files() {
        return files;
    }

    /** Whether a file is a system header, by gcc's own judgement. */
    boolean isSystem(String file) {
        return systemFiles.contains(file);
    }

    /** Whether a macro is built with {@code _IOC}: its type is size_t, but it is a number of 32 bits. */
    boolean isIoctl(Macro macro) {
        return mentionsIoc(macro.body(), 0);
    }

    private boolean mentionsIoc(String body, int depth) {
        Matcher words = WORD.matcher(body);
        while (words.find()) {
            String word = words.group();
            if (word.equals("_IOC")) {
                return true;
            }
            Macro plain = macros.get(word);
            String inner = plain == null ? functions.get(word) : plain.body();
            if (inner != null && depth < 8 && mentionsIoc(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
