package dev.ferrite.runtime.module.processor;

import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleParam;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes the class that is a module's facts, and its entry points where it has none of its own. */
final class InfoWriter {
    private static final Set<String> TAKEN =
            Set.of("info", "init", "wait", "notify", "notifyAll", "getClass", "hashCode");
    private static final String PACKAGE = "dev.ferrite.runtime.module.";

    private final StringBuilder out = new StringBuilder();

    private InfoWriter() {}

    static String write(String packageName, String className, TypeElement type, ModuleKind kind, ModuleInfo info) {
        InfoWriter writer = new InfoWriter();
        writer.all(packageName, className, type, kind, info);
        return writer.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void all(String packageName, String className, TypeElement type, ModuleKind kind, ModuleInfo info) {
        boolean entries = kind != ModuleKind.SELF;
        line("// Generated from %s: change that.".formatted(type.getQualifiedName()));
        if (!packageName.isEmpty()) {
            line("package %s;".formatted(packageName));
        }
        line("");
        line("/** What the module {@code %s} says of itself%s. */"
                .formatted(info.name(), entries ? ", and its entry points" : ""));
        line("public final class %s%s {".formatted(className, entries ? " implements " + PACKAGE + "ModuleType" : ""));
        line("    /** The name it is loaded under. */");
        line("    public static final String NAME = %s;".formatted(quote(info.name())));
        line("");
        line("    /** The facts. */");
        line("    public static final %sModuleInfo INFO = %sModuleInfo.parse(%s);"
                .formatted(PACKAGE, PACKAGE, quote(info.toModinfo())));
        line("");
        if (entries) {
            line("    /** For the service loader. */");
            line("    public %s() {}".formatted(className));
            line("");
            line("    @Override");
            line("    public %sModuleInfo info() {".formatted(PACKAGE));
            line("        return INFO;");
            line("    }");
            line("");
            line("    @Override");
            line("    public %sModule init(%sThisModule self) throws Exception {".formatted(PACKAGE, PACKAGE));
            line("        %s".formatted(kind.init(type)));
            line("    }");
        } else {
            line("    private %s() {}".formatted(className));
        }
        info.params().forEach(this::accessor);
        line("}");
    }

    private void accessor(ModuleParam param) {
        String type = switch (param.type()) {
            case BOOL -> "boolean";
            case STRING -> "String";
            default -> "long";
        };
        boolean taken = SourceVersion.isKeyword(param.name()) || TAKEN.contains(param.name());
        line("");
        line("    /**");
        line("     * %s".formatted(doc(param.description())));
        line("     *");
        line("     * @param self the module");
        line("     * @return the value of its parameter {@code %s}".formatted(param.name()));
        line("     */");
        line("    public static %s %s(%sThisModule self) {"
                .formatted(type, param.name() + (taken ? "_" : ""), PACKAGE));
        String get = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        line("        return self.params().get%s(%s);".formatted(get, quote(param.name())));
        line("    }");
    }

    private static String doc(String text) {
        return text.replace("*/", "*&#47;")
                .replace("@", "&#64;")
                .replace("<", "&lt;")
                .replace("\\", "&#92;");
    }

    /** A text as a Java literal. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\0') {
                quoted.append("\\n"); // parse takes lines as well
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
