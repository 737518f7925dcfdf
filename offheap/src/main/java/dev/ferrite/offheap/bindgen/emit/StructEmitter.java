package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Writes one class a struct or union. */
public final class StructEmitter {
    /** What follows the name of a member in its accessors of other access modes. */
    public static final List<String> MODE_SUFFIXES = ModeWriter.SUFFIXES;

    private final String packageName;
    private final ClassNames names;
    private final BiPredicate<CRecord, Member> modes;
    private final BiPredicate<CRecord, Member> addresses;
    private final Set<CRecord> unaligned;

    /**
     * An emitter for one package.
     *
     * @param packageName the package
     * @param names the classes of all records
     * @param records all records, for how they contain each other
     * @param modes which int and long members get all access modes, given the class's record and the member
     * @param addresses which of those are also accessed by address
     */
    public StructEmitter(
            String packageName,
            ClassNames names,
            Collection<CRecord> records,
            BiPredicate<CRecord, Member> modes,
            BiPredicate<CRecord, Member> addresses) {
        this.packageName = packageName;
        this.names = names;
        this.modes = modes;
        this.addresses = addresses;
        this.unaligned = UnalignedUse.in(records);
    }

    /**
     * The source of one class, nested classes included.
     *
     * @param record the record
     * @param origin where it comes from, for the first line: {@code from drm.h}
     * @return a whole Java file
     */
    public String emit(CRecord record, String origin) {
        JavaText body = new JavaText();
        write(body, record);
        String text = body.toString();
        StringBuilder file = new StringBuilder("// Generated " + origin + ": edit the source, not this file.\n");
        file.append("package ").append(packageName).append(";\n\n");
        for (String name : imports(text)) {
            file.append("import ").append(name).append(";\n");
        }
        return file.append('\n').append(text).toString();
    }

    private static Set<String> imports(String body) {
        Set<String> imports = new TreeSet<>();
        imports.add("dev.ferrite.offheap.StructType");
        imports.add("java.lang.foreign.MemoryLayout");
        imports.add("java.lang.foreign.StructLayout");
        String[][] optional = {
            {"MemorySegment ", "java.lang.foreign.MemorySegment"},
            {"ValueLayout.", "java.lang.foreign.ValueLayout"},
            {"VarHandle ", "java.lang.invoke.VarHandle"},
            {"Objects.", "java.util.Objects"},
            {"Fields.", "dev.ferrite.offheap.struct.Fields"},
            {"Words.", "dev.ferrite.offheap.Words"},
        };
        for (String[] entry : optional) {
            if (body.contains(entry[0])) {
                imports.add(entry[1]);
            }
        }
        return imports;
    }

    private void write(JavaText java, CRecord record) {
        boolean anywhere = unaligned.contains(record);
        List<Field> fields = distinct(record, Field.of(record, anywhere));
        java.javadoc(classDoc(record, fields), List.of());
        boolean nested = names.of(record).contains(".");
        java.open("public " + (nested ? "static " : "") + "final class " + names.simple(record) + " {");
        constants(java, record, fields);
        java.blank();
        java.line("private " + names.simple(record) + "() {}");
        java.blank();
        new LayoutWriter(java, names, record).write();
        for (Field field : fields) {
            accessors(java, record, field);
        }
        for (CRecord inner : names.nestedIn(record)) {
            java.blank();
            write(java, inner);
        }
        java.close();
    }

    /** A member called as an accessor of another one is, {@code x_acquire} beside a shared {@code x}, gives way. */
    private List<Field> distinct(CRecord record, List<Field> fields) {
        Set<String> derived = new HashSet<>();
        for (Field field : fields) {
            ScalarAccess access = ScalarAccess.of(field.type());
            if (access != null && hasModes(record, field, access)) {
                ModeWriter.SUFFIXES.forEach(suffix -> derived.add(field.java() + suffix));
            }
            if (field.type().bare() instanceof Array) {
                derived.add(field.java() + "String");
            }
        }
        return fields.stream()
                .map(field -> derived.contains(field.java()) ? field.withJava(field.java() + "_") : field)
                .toList();
    }

    private static List<String> classDoc(CRecord record, List<Field> fields) {
        List<String> paragraphs = new ArrayList<>(DocText.paragraphs(record.doc()));
        String what = DocText.code(record.toString()) + ": " + record.size() + (record.size() == 1 ? " byte" : " bytes")
                + ", alignment " + record.align() + ".";
        paragraphs.add(what);
        StringBuilder table = new StringBuilder("<pre>{@code\noffset  size  member\n");
        for (Field field : fields) {
            if (field.member().isBitField()) {
                table.append("%6s  %4s  %s\n"
                        .formatted(
                                field.offset() + ":" + field.bitOffset() % 8,
                                field.member().bitSize() + "b",
                                field.declaration()));
            } else {
                table.append(
                        "%6d  %4d  %s\n".formatted(field.offset(), field.type().size(), field.declaration()));
            }
        }
        if (!fields.isEmpty()) {
            paragraphs.add(table.append("}</pre>").toString());
        }
        return paragraphs;
    }

    private void constants(JavaText java, CRecord record, List<Field> fields) {
        constant(java, "{@code sizeof}, in bytes.", "long SIZEOF", Long.toString(record.size()));
        constant(java, "{@code _Alignof}, in bytes.", "long ALIGNOF", Long.toString(record.align()));
        for (Field field : fields) {
            String name = DocText.code(field.member().name());
            if (field.member().isBitField()) {
                constant(
                        java,
                        "Offset of " + name + ", in bits.",
                        "long " + field.constant() + "_BIT_OFFSET",
                        Long.toString(field.bitOffset()));
                constant(
                        java,
                        "Width of " + name + ", in bits.",
                        "int " + field.constant() + "_BITS",
                        Integer.toString(field.member().bitSize()));
                continue;
            }
            constant(
                    java,
                    "Offset of " + name + ", in bytes.",
                    "long " + field.constant() + "_OFFSET",
                    Long.toString(field.offset()));
            if (field.type().bare() instanceof Array a && a.count() > 0) {
                constant(
                        java,
                        "Number of elements of " + name + ".",
                        "long " + field.constant() + "_COUNT",
                        Long.toString(a.count()));
            }
        }
        String simple = names.simple(record);
        java.javadoc(List.of("The layout, padding included."), List.of());
        java.line("public static final StructLayout LAYOUT = layout();");
        java.blank();
        java.javadoc(List.of("The shape, for {@link dev.ferrite.offheap.Opaque}."), List.of());
        java.assign(
                "public static final StructType<" + simple + "> TYPE",
                "new StructType<>(" + simple + ".class, \"" + record.name() + "\", LAYOUT)");
        boolean ints = false;
        boolean longs = false;
        for (Field field : fields) {
            ScalarAccess access = ScalarAccess.of(field.type());
            if (access != null && hasModes(record, field, access)) {
                ints |= access.java().equals("int");
                longs |= access.java().equals("long");
            }
        }
        if (ints || longs) {
            java.blank();
        }
        if (ints) {
            java.line("private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();");
        }
        if (longs) {
            java.line("private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();");
        }
    }

    private static void constant(JavaText java, String doc, String name, String value) {
        java.javadoc(List.of(doc), List.of());
        java.assign("public static final " + name, value);
        java.blank();
    }

    /** Atomic access needs alignment; where C promises none, a misaligned struct is an exception. */
    private boolean hasModes(CRecord record, Field field, ScalarAccess access) {
        return Field.isAligned(record, field.type(), field.offset())
                && !field.member().isBitField()
                && access.isWord()
                && (modes.test(record, field.member()) || addresses.test(record, field.member()));
    }

    private static List<String> memberDoc(Field field) {
        List<String> paragraphs =
                new ArrayList<>(DocText.paragraphs(field.member().doc()));
        String where = field.member().isBitField()
                ? "bits " + field.bitOffset() + " to "
                        + (field.bitOffset() + field.member().bitSize() - 1)
                : "offset " + field.offset();
        paragraphs.add(DocText.code(field.declaration()) + ", " + where + ".");
        return paragraphs;
    }

    private void accessors(JavaText java, CRecord record, Field field) {
        if (field.member().isBitField()) {
            new BitFieldWriter(java, record, field, unaligned.contains(record)).write(memberDoc(field));
            return;
        }
        ScalarAccess access = ScalarAccess.of(field.element());
        if (field.type().bare() instanceof Array) {
            new ArrayWriter(java, field, access).write(memberDoc(field));
            return;
        }
        if (access == null) {
            slice(java, field, memberDoc(field));
            return;
        }
        scalar(java, field, access);
        if (hasModes(record, field, access)) {
            ModeWriter writer = new ModeWriter(java, field, access);
            writer.onSegment();
            if (addresses.test(record, field.member())) {
                writer.onAddress();
            }
        }
    }

    private static void scalar(JavaText java, Field field, ScalarAccess access) {
        String at = field.constant() + "_OFFSET";
        java.blank();
        java.javadoc(memberDoc(field), List.of("@param s the struct", "@return " + access.meaning()));
        java.openMethod("public static " + access.java() + " " + field.java(), "MemorySegment s");
        java.line("return " + access.get(field.aligned(), at) + ";");
        java.close();
        if (CType.isQualified(field.type(), "const")) {
            return;
        }
        java.blank();
        java.javadoc(
                List.of("Writes " + DocText.code(field.member().name()) + "."),
                List.of("@param s the struct", "@param value " + access.meaning() + dropped(access)));
        java.openMethod("public static void " + field.java(), "MemorySegment s, " + access.java() + " value");
        java.line(access.set(field.aligned(), at));
        java.close();
    }

    private static String dropped(ScalarAccess access) {
        return access.writing().startsWith("(byte) %") || access.writing().startsWith("(short)")
                ? "; higher bits are dropped"
                : "";
    }

    /** A nested struct, or bytes that Java has no type for. */
    private static void slice(JavaText java, Field field, List<String> paragraphs) {
        String view = field.element() instanceof Scalar ? "its bytes" : "a view of the nested struct";
        java.blank();
        java.javadoc(paragraphs, List.of("@param s the struct", "@return " + view));
        java.openMethod("public static MemorySegment " + field.java(), "MemorySegment s");
        java.line("return s.asSlice(" + field.constant() + "_OFFSET, "
                + field.type().size() + ");");
        java.close();
    }
}
