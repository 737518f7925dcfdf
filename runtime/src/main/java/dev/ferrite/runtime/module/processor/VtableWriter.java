package dev.ferrite.runtime.module.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Writes a class that says which optional operations an implementation has. */
final class VtableWriter {
    private final Types types;
    private final StringBuilder out = new StringBuilder();

    VtableWriter(Types types) {
        this.types = types;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    String write(String packageName, String className, TypeElement type, List<ExecutableElement> optional) {
        String name = type.getQualifiedName().toString();
        line("// Generated from %s: change that.".formatted(name));
        if (!packageName.isEmpty()) {
            line("package %s;".formatted(packageName));
        }
        line("");
        line("/** Which optional operations of {@link %s} an implementation has. Immutable. */".formatted(name));
        line("%sfinal class %s {".formatted(type.getModifiers().contains(Modifier.PUBLIC) ? "public " : "", className));
        for (int i = 0; i < optional.size(); i++) {
            line("    /** The bit of {@code %s}. */".formatted(optional.get(i).getSimpleName()));
            line("    public static final long %s = 1L << %d;".formatted(constant(optional.get(i)), i));
            line("");
        }
        line("    private final %s ops;".formatted(name));
        line("    private final long bits;");
        line("");
        line("    private %s(%s ops) {".formatted(className, name));
        line("        this.ops = ops;");
        line("        long found = 0;");
        for (ExecutableElement method : optional) {
            line("        if (dev.ferrite.runtime.vtable.VtableOps.has(%s.class, ops, %s)) {"
                    .formatted(name, lookup(method)));
            line("            found |= %s;".formatted(constant(method)));
            line("        }");
        }
        line("        this.bits = found;");
        line("    }");
        line("");
        line("    /**");
        line("     * Looks up which operations there are.");
        line("     *");
        line("     * @param ops the implementation");
        line("     * @return its table");
        line("     */");
        line("    public static %s of(%s ops) {".formatted(className, name));
        line("        return new %s(ops);".formatted(className));
        line("    }");
        line("");
        line("    /**");
        line("     * The implementation.");
        line("     *");
        line("     * @return what was given");
        line("     */");
        line("    public %s get() {".formatted(name));
        line("        return ops;");
        line("    }");
        line("");
        line("    /**");
        line("     * All entries.");
        line("     *");
        line("     * @return one bit for each optional operation that is there");
        line("     */");
        line("    public long bits() {");
        line("        return bits;");
        line("    }");
        for (ExecutableElement method : optional) {
            String simple = method.getSimpleName().toString();
            line("");
            line("    /**");
            line("     * Whether {@code %s} is there; NULL otherwise.".formatted(simple));
            line("     *");
            line("     * @return true if it may be called");
            line("     */");
            line("    public boolean has%s%s() {"
                    .formatted(Character.toUpperCase(simple.charAt(0)), simple.substring(1)));
            line("        return (bits & %s) != 0;".formatted(constant(method)));
            line("    }");
        }
        line("}");
        return out.toString();
    }

    private static String constant(ExecutableElement method) {
        return "HAS_"
                + method.getSimpleName()
                        .toString()
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT);
    }

    private String lookup(ExecutableElement method) {
        StringBuilder text =
                new StringBuilder(InfoWriter.quote(method.getSimpleName().toString()));
        for (VariableElement parameter : method.getParameters()) {
            text.append(", ").append(erased(types.erasure(parameter.asType()))).append(".class");
        }
        return text.toString();
    }

    /** A type as it stands before {@code .class}: without type arguments and annotations. */
    private static String erased(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> erased(array.getComponentType()) + "[]";
            case DeclaredType declared ->
                ((TypeElement) declared.asElement()).getQualifiedName().toString();
            default -> type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }
}
