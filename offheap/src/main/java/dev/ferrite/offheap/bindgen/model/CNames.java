package dev.ferrite.offheap.bindgen.model;

import dev.ferrite.offheap.bindgen.model.CType.Array;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Function;
import dev.ferrite.offheap.bindgen.model.CType.Incomplete;
import dev.ferrite.offheap.bindgen.model.CType.Pointer;
import dev.ferrite.offheap.bindgen.model.CType.Qualified;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import dev.ferrite.offheap.bindgen.model.CType.Typedef;
import java.util.stream.Collectors;

/** Writes types as C declares them. */
public final class CNames {
    private CNames() {}

    /**
     * A declaration, such as {@code struct page *(*pages)[4]}.
     *
     * @param type the type
     * @param name what is declared; may be empty
     * @return C text without a semicolon
     */
    public static String declare(CType type, String name) {
        return switch (type) {
            case Pointer p -> declare(p.target(), pointed(p.target(), "*" + name));
            case Array a -> declare(a.element(), name + "[" + (a.count() == 0 ? "" : a.count()) + "]");
            case Function f -> declare(f.result(), name + "(" + parameters(f) + ")");
            case Qualified q
            when q.target() instanceof Pointer p ->
                declare(p.target(), pointed(p.target(), "* " + q.qualifier() + (name.isEmpty() ? "" : " " + name)));
            case Qualified q -> q.qualifier() + " " + declare(q.target(), name);
            case Scalar s -> join(s.name(), name);
            case Typedef t -> join(t.name(), name);
            case Incomplete i -> join(i.name(), name);
            case Enumeration e -> join(e.tag().isEmpty() ? "enum {...}" : "enum " + e.tag(), name);
            case CRecord r -> join(r.toString(), name);
        };
    }

    /** A pointer binds weaker than what follows a name in arrays and functions: parentheses. */
    private static String pointed(CType target, String declarator) {
        return target instanceof Array || target instanceof Function ? "(" + declarator + ")" : declarator;
    }

    private static String parameters(Function function) {
        String fixed = function.parameters().stream().map(p -> declare(p, "")).collect(Collectors.joining(", "));
        if (function.variadic()) {
            return fixed.isEmpty() ? "..." : fixed + ", ...";
        }
        return fixed.isEmpty() ? "void" : fixed;
    }

    private static String join(String type, String declarator) {
        return declarator.isEmpty() ? type : type + " " + declarator;
    }
}
