package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.Constant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Writes {@code layout_check.c}: one static assertion for every size, alignment, offset and constant that the generated
 * Java relies on. {@code gcc -fsyntax-only} decides.
 */
public final class LayoutCheckEmitter {
    private final ClassNames names;
    private final Function<CRecord, String> spelling;

    /**
     * An emitter.
     *
     * @param names the classes of all records
     * @param spelling how C code writes a record's type
     */
    public LayoutCheckEmitter(ClassNames names, Function<CRecord, String> spelling) {
        this.names = names;
        this.spelling = spelling;
    }

    /**
     * The source of the check.
     *
     * @param header what the file includes
     * @param stamps names and digests of the headers, one a line, for the first comment
     * @param records the records, in order
     * @param constants the constants, in order
     * @return a whole C file
     */
    public String emit(String header, List<String> stamps, Collection<CRecord> records, List<Constant> constants) {
        StringBuilder c = new StringBuilder("/* Generated from " + header + ": edit the source, not this file.\n");
        c.append(" *\n * Compile with -fsyntax-only: it fails where Java and C disagree.\n");
        c.append(stamps.isEmpty() ? "" : " * Made from these headers of the system:\n");
        stamps.forEach(stamp -> c.append(" *   ").append(stamp).append('\n'));
        c.append(" */\n#include <stddef.h>\n#include \"").append(header).append("\"\n");
        records.forEach(record -> record(c, record));
        c.append('\n');
        constants.forEach(constant -> constant(c, constant));
        return c.toString();
    }

    private void record(StringBuilder c, CRecord record) {
        String type = spelling.apply(record);
        String name = names.of(record);
        c.append('\n');
        check(c, "sizeof(" + type + ") == " + record.size(), name + ".SIZEOF");
        check(c, "_Alignof(" + type + ") == " + record.align(), name + ".ALIGNOF");
        for (Field field : Field.of(record)) {
            if (!field.member().isBitField()) {
                String member = field.member().name();
                check(
                        c,
                        "offsetof(" + type + ", " + member + ") == " + field.offset(),
                        name + "." + field.constant() + "_OFFSET");
                if (!field.dimensions().contains(0L) && !isEmpty(field.type())) {
                    check(
                            c,
                            "sizeof(((" + type + " *)0)->" + member + ") == "
                                    + field.type().size(),
                            name + "." + field.java());
                }
            }
        }
        names.nestedIn(record).forEach(inner -> record(c, inner));
    }

    private static boolean isEmpty(CType type) {
        return type.size() == 0;
    }

    private static void constant(StringBuilder c, Constant constant) {
        String name = constant.name();
        switch (constant.value()) {
            case String s -> check(c, "sizeof(" + name + ") == " + (s.length() + 1), name);
            case Double d -> check(c, "(" + name + ") == " + d, name);
            default ->
                check(c, "(unsigned long long)(" + name + ") == 0x" + Long.toHexString(constant.bits()) + "ULL", name);
        }
    }

    private static void check(StringBuilder c, String condition, String what) {
        c.append("_Static_assert(")
                .append(condition)
                .append(", \"")
                .append(what)
                .append("\");\n");
    }
}
