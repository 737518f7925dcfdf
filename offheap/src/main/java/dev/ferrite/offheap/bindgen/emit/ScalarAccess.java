package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Kind;
import dev.ferrite.offheap.bindgen.model.CType.Pointer;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * How Java reads and writes one kind of C scalar. Values keep their meaning: an unsigned 8- or 16-bit number is an int
 * of 0 or more. A 32- or 64-bit one keeps its bits.
 *
 * @param java the Java type of the accessors
 * @param layout the constant of {@code ValueLayout}, without {@code _UNALIGNED}
 * @param bytes its size
 * @param reading what goes around the value read; {@code %s} is the value
 * @param writing what goes around the value written
 * @param meaning for Javadoc
 */
record ScalarAccess(String java, String layout, int bytes, String reading, String writing, String meaning) {

    /** The access for a type; null for structs, arrays and what Java has no type for. */
    static @Nullable ScalarAccess of(CType type) {
        return switch (type.bare()) {
            case Pointer p -> integer(8, false, "an address");
            case Enumeration e -> integer(e.size(), e.signed(), "");
            case Scalar s when s.kind() == Kind.SIGNED -> integer(s.size(), true, "");
            case Scalar s when s.kind() == Kind.UNSIGNED -> integer(s.size(), false, "");
            case Scalar s
            when s.kind() == Kind.BOOL && s.size() == 1 ->
                new ScalarAccess("boolean", "JAVA_BYTE", 1, "%s != 0", "(byte) (%s ? 1 : 0)", "whether it is set");
            case Scalar s
            when s.kind() == Kind.FLOAT && s.size() == 4 ->
                new ScalarAccess("float", "JAVA_FLOAT", 4, "%s", "%s", "the value");
            case Scalar s
            when s.kind() == Kind.FLOAT && s.size() == 8 ->
                new ScalarAccess("double", "JAVA_DOUBLE", 8, "%s", "%s", "the value");
            default -> null;
        };
    }

    private static @Nullable ScalarAccess integer(long size, boolean signed, String meaning) {
        return switch ((int) size) {
            case 1 ->
                signed
                        ? new ScalarAccess("byte", "JAVA_BYTE", 1, "%s", "%s", "a signed 8-bit number")
                        : new ScalarAccess(
                                "int", "JAVA_BYTE", 1, "Byte.toUnsignedInt(%s)", "(byte) %s", "a number of 0 to 255");
            case 2 ->
                signed
                        ? new ScalarAccess("short", "JAVA_SHORT", 2, "%s", "%s", "a signed 16-bit number")
                        : new ScalarAccess(
                                "int",
                                "JAVA_SHORT",
                                2,
                                "Short.toUnsignedInt(%s)",
                                "(short) %s",
                                "a number of 0 to 65535");
            case 4 ->
                new ScalarAccess(
                        "int", "JAVA_INT", 4, "%s", "%s", (signed ? "a signed" : "an unsigned") + " 32-bit number");
            case 8 ->
                new ScalarAccess(
                        "long",
                        "JAVA_LONG",
                        8,
                        "%s",
                        "%s",
                        meaning.isEmpty() ? (signed ? "a signed" : "an unsigned") + " 64-bit number" : meaning);
            default -> null;
        };
    }

    /** Whether it has atomic access modes. */
    boolean isWord() {
        return (java.equals("int") && bytes == 4) || java.equals("long");
    }

    /** The layout constant for a member that may be anywhere, or only where its alignment allows. */
    String layout(boolean aligned) {
        return "ValueLayout." + layout + (aligned || bytes == 1 ? "" : "_UNALIGNED");
    }

    String get(boolean aligned, String at) {
        return reading.formatted("s.get(" + layout(aligned) + ", " + at + ")");
    }

    String set(boolean aligned, String at) {
        return "s.set(" + layout(aligned) + ", " + at + ", " + writing.formatted("value") + ");";
    }
}
