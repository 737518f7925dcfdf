package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.Constant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the constants of one header as a class, with the exact C names. */
public final class ConstantsEmitter {
    private static final int LONGEST_DEFINITION = 90;

    private final String packageName;

    /**
     * An emitter for one package.
     *
     * @param packageName the package
     */
    public ConstantsEmitter(String packageName) {
        this.packageName = packageName;
    }

    /**
     * The source of one class.
     *
     * @param className its name, such as {@code DrmH}
     * @param title what the constants are, such as {@code Constants of drm.h}
     * @param origin where it comes from, for the first line: {@code from drm.h}
     * @param constants in the order they appear
     * @return a whole Java file
     */
    public String emit(String className, String title, String origin, List<Constant> constants) {
        JavaText java = new JavaText();
        java.line("// Generated " + origin + ": edit the source, not this file.");
        java.line("package " + packageName + ";");
        java.blank();
        java.javadoc(List.of(title), List.of());
        java.open("public final class " + className + " {");
        Set<String> names = new HashSet<>();
        for (Constant constant : constants) {
            if (!names.add(constant.name())) {
                continue;
            }
            List<String> doc = doc(constant);
            if (!doc.isEmpty()) {
                java.javadoc(doc, List.of());
            }
            java.assign(
                    "public static final " + type(constant) + " " + JavaNames.keep(constant.name()), value(constant));
            java.blank();
        }
        java.line("private " + className + "() {}");
        java.close();
        return java.toString();
    }

    private static List<String> doc(Constant constant) {
        List<String> paragraphs = DocText.paragraphs(constant.doc());
        if (!paragraphs.isEmpty()) {
            return paragraphs;
        }
        if (!constant.owner().isEmpty()) {
            return List.of(
                    constant.owner().contains("unnamed")
                            ? "An enumerator."
                            : "Of " + DocText.code(constant.owner()) + ".");
        }
        String definition = constant.definition().strip().replaceAll("\\s+", " ");
        return List.of(
                definition.isEmpty() || definition.length() > LONGEST_DEFINITION
                        ? "A macro."
                        : DocText.code(definition) + ".");
    }

    private static String type(Constant constant) {
        return switch (constant.value()) {
            case Integer i -> "int";
            case Long l -> "long";
            case Double d -> "double";
            default -> "String";
        };
    }

    private static String value(Constant constant) {
        boolean hex =
                constant.definition().contains("0x") || constant.definition().contains("0X");
        return switch (constant.value()) {
            case Integer i
            when i < 0 && constant.bits() > 0 -> "0x" + Integer.toHexString(i).toUpperCase(Locale.ROOT);
            case Integer i
            when i > 0xFFFF || (hex && i >= 0) -> "0x" + Integer.toHexString(i).toUpperCase(Locale.ROOT);
            case Integer i -> Integer.toString(i);
            case Long l when l < 0 && constant.bits() < 0 && l > Integer.MIN_VALUE -> l + "L";
            case Long l -> "0x" + Long.toHexString(l).toUpperCase(Locale.ROOT) + "L";
            case Double d -> Double.toString(d);
            default -> quote((String) constant.value());
        };
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
