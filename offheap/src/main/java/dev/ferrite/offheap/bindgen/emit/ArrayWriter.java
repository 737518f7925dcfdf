package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the accessors of an array: the whole as a slice, an element by index with a check, text of a char array. The
 * length of a flexible array is what the segment holds.
 */
final class ArrayWriter {
    private static final List<String> INDEX_NAMES = List.of("i", "j", "k", "l", "m", "n");

    private final JavaText java;
    private final Field field;
    private final @Nullable ScalarAccess access;
    private final List<Long> dimensions;
    private final boolean flexible;
    private final String offset;

    ArrayWriter(JavaText java, Field field, @Nullable ScalarAccess access) {
        this.java = java;
        this.field = field;
        this.access = access;
        this.dimensions = field.dimensions();
        this.flexible = dimensions.getFirst() == 0;
        this.offset = field.constant() + "_OFFSET";
    }

    void write(List<String> paragraphs) {
        java.blank();
        java.javadoc(
                paragraphs,
                List.of(
                        "@param s the struct" + (flexible ? " with its tail" : ""),
                        "@return a view of the whole array" + (flexible ? ", as long as the segment allows" : "")));
        java.openMethod("public static MemorySegment " + field.java(), "MemorySegment s");
        java.line(
                flexible
                        ? "return s.asSlice(" + offset + ", s.byteSize() - " + offset + ");"
                        : "return s.asSlice(" + offset + ", " + field.type().size() + ");");
        java.close();
        if (dimensions.size() <= INDEX_NAMES.size()) {
            if (access == null) {
                elementSlice();
            } else {
                elementAccess(access);
            }
        }
        if (isText()) {
            text();
        }
        if (flexible) {
            sizeWith();
        }
    }

    private boolean isText() {
        return dimensions.size() == 1
                && !flexible
                && field.element() instanceof Scalar s
                && s.name().equals("char");
    }

    private long elementSize() {
        return field.element().size();
    }

    private String parameters() {
        if (dimensions.size() == 1) {
            return "MemorySegment s, long index";
        }
        StringBuilder text = new StringBuilder("MemorySegment s");
        for (int d = 0; d < dimensions.size(); d++) {
            text.append(", long ").append(INDEX_NAMES.get(d));
        }
        return text.toString();
    }

    private List<String> tags(String last) {
        List<String> tags = new ArrayList<>();
        tags.add("@param s the struct" + (flexible ? " with its tail" : ""));
        for (int d = 0; d < dimensions.size(); d++) {
            String name = dimensions.size() == 1 ? "index" : INDEX_NAMES.get(d);
            long count = dimensions.get(d);
            tags.add("@param " + name + (count == 0 ? " from 0" : " 0 to " + (count - 1)));
        }
        tags.add(last);
        tags.add("@throws IndexOutOfBoundsException if an index is out of range");
        return tags;
    }

    /** Declares {@code at}, the checked offset of the element. */
    private void at() {
        String index = "";
        for (int d = 0; d < dimensions.size(); d++) {
            String name = dimensions.size() == 1 ? "index" : INDEX_NAMES.get(d);
            long rest = dimensions.subList(d + 1, dimensions.size()).stream().reduce(1L, (a, b) -> a * b);
            String bound = flexible && d == 0
                    ? "(s.byteSize() - " + offset + ") / " + elementSize() * rest
                    : Long.toString(dimensions.get(d));
            if (dimensions.size() == 1) {
                java.line("long at = " + offset + " + Objects.checkIndex(index, " + bound + ")"
                        + (elementSize() == 1 ? "" : " * " + elementSize()) + ";");
                return;
            }
            String checked = "Objects.checkIndex(" + name + ", " + bound + ")" + (rest == 1 ? "" : " * " + rest);
            java.line("long " + name + "At = " + checked + ";");
            index += (index.isEmpty() ? "" : " + ") + name + "At";
        }
        java.line(
                "long at = " + offset + " + (" + index + ")" + (elementSize() == 1 ? "" : " * " + elementSize()) + ";");
    }

    private void elementAccess(ScalarAccess scalar) {
        String name = DocText.code(field.member().name());
        java.blank();
        java.javadoc(List.of("Reads an element of " + name + "."), tags("@return " + scalar.meaning()));
        java.openMethod("public static " + scalar.java() + " " + field.java(), parameters());
        at();
        java.line("return " + scalar.get(field.aligned(), "at") + ";");
        java.close();
        if (CType.isQualified(field.type(), "const")) {
            return;
        }
        java.blank();
        java.javadoc(List.of("Writes an element of " + name + "."), tags("@param value " + scalar.meaning()));
        java.openMethod("public static void " + field.java(), parameters() + ", " + scalar.java() + " value");
        at();
        java.line(scalar.set(field.aligned(), "at"));
        java.close();
    }

    private void elementSlice() {
        java.blank();
        java.javadoc(
                List.of("One element of " + DocText.code(field.member().name()) + "."),
                tags("@return a view of the element"));
        java.openMethod("public static MemorySegment " + field.java(), parameters());
        at();
        java.line("return s.asSlice(at, " + elementSize() + ");");
        java.close();
    }

    private void text() {
        long count = dimensions.getFirst();
        String name = DocText.code(field.member().name());
        java.blank();
        java.javadoc(
                List.of("Reads " + name + " as text: UTF-8, up to the first NUL or the end of the array."),
                List.of("@param s the struct", "@return the text"));
        java.openMethod("public static String " + field.java() + "String", "MemorySegment s");
        java.line("return Fields.getString(s, " + offset + ", " + count + ");");
        java.close();
        if (CType.isQualified(field.type(), "const")) {
            return;
        }
        java.blank();
        java.javadoc(
                List.of("Writes " + name + " as text: UTF-8, the rest of the array zero."),
                List.of(
                        "@param s the struct",
                        "@param value the text",
                        "@throws IllegalArgumentException if it has more than " + (count - 1)
                                + " bytes, or contains NUL"));
        java.openMethod("public static void " + field.java() + "String", "MemorySegment s, String value");
        java.line("Fields.setString(s, " + offset + ", " + count + ", value);");
        java.close();
    }

    private void sizeWith() {
        String name = JavaNames.type(field.member().name());
        java.blank();
        java.javadoc(
                List.of("The size of the struct with a tail of elements in "
                        + DocText.code(field.member().name()) + "."),
                List.of(
                        "@param count how many elements, 0 or more",
                        "@return bytes, at least {@link #SIZEOF}",
                        "@throws ArithmeticException if it does not fit a long",
                        "@throws IllegalArgumentException if the count is negative"));
        java.openMethod("public static long sizeWith" + name, "long count");
        java.line("return Fields.sizeWith(SIZEOF, " + offset + ", " + stride() + ", count);");
        java.close();
    }

    private long stride() {
        return dimensions.subList(1, dimensions.size()).stream().reduce(elementSize(), (a, b) -> a * b);
    }
}
