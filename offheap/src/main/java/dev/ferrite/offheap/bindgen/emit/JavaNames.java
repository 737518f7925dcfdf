package dev.ferrite.offheap.bindgen.emit;

import java.util.Locale;
import java.util.Set;

/** Java names for C names. */
public final class JavaNames {
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    private JavaNames() {}

    /**
     * The class for a struct: {@code drm_gem_close} becomes {@code DrmGemClose}.
     *
     * @param cName a tag or typedef
     * @return a class name
     */
    public static String type(String cName) {
        return start(join(cName, true));
    }

    /**
     * The class for a header's constants: {@code drm_mode.h} becomes {@code DrmModeH}.
     *
     * @param path the header's path
     * @return a class name
     */
    public static String header(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        return type(stem.replaceAll("[^A-Za-z0-9_]", "_")) + "H";
    }

    /**
     * The accessor for a member: {@code name_len} becomes {@code nameLen}, {@code class} becomes {@code class_}.
     *
     * @param cName the member
     * @return a method name
     */
    public static String method(String cName) {
        return keep(join(cName, false));
    }

    /**
     * The stem of a member's constants: {@code nameLen} and {@code name_len} become {@code NAME_LEN}.
     *
     * @param cName the member
     * @return letters, digits and underscores
     */
    public static String constant(String cName) {
        String stripped = strip(cName).replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return start(stripped.toUpperCase(Locale.ROOT));
    }

    /**
     * A C identifier as it is, unless Java reserves it.
     *
     * @param cName the identifier
     * @return the same, or with an underscore behind
     */
    public static String keep(String cName) {
        return RESERVED.contains(cName) ? cName + "_" : start(cName);
    }

    private static String start(String name) {
        if (name.isEmpty() || name.equals("_")) {
            return "__";
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private static String strip(String cName) {
        String stripped = cName.replaceAll("^_+|_+$", "");
        return stripped.isEmpty() ? cName : stripped;
    }

    private static String join(String cName, boolean upperFirst) {
        StringBuilder name = new StringBuilder();
        for (String part : strip(cName).split("_+", -1)) {
            boolean upper = upperFirst || !name.isEmpty();
            if (!part.isEmpty()) {
                name.append(upper ? Character.toUpperCase(part.charAt(0)) : part.charAt(0))
                        .append(part, 1, part.length());
            }
        }
        return name.toString();
    }
}
