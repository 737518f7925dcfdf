package dev.ferrite.offheap.bindgen.model;

import dev.ferrite.offheap.bindgen.model.CType.Source;

/**
 * A macro or enumerator with its value.
 *
 * @param name the exact C name
 * @param value what Java sees: {@link Integer}, {@link Long}, {@link Double} or {@link String}
 * @param bits what C sees: an integer converted to {@code unsigned long long}; 0 for doubles and strings
 * @param owner the enum it belongs to, as C writes it; empty for a macro
 * @param definition the macro's text, empty for an enumerator
 * @param doc what the header says of it, plain text, empty if nothing
 * @param source where it is defined
 */
public record Constant(
        String name, Object value, long bits, String owner, String definition, String doc, Source source) {
    /** Refuses values of other types. */
    public Constant {
        if (!(value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof String)) {
            throw new IllegalArgumentException(
                    "constant value must be Integer, Long, Double or String: name=" + name + " value=" + value);
        }
    }

    /**
     * Narrows a C integer to the Java type that fits its range: int if all of C's 32 bits or the value itself fit, else
     * long. A value of a 32-bit C type is always an int, with the same bits.
     *
     * @param bits the value, as the low 64 bits
     * @param cBytes the size of its C type
     * @param negative whether it is below 0 in C
     * @return an {@link Integer} or a {@link Long}
     */
    public static Object narrow(long bits, long cBytes, boolean negative) {
        boolean fits = negative ? bits < 0 && bits >= Integer.MIN_VALUE : bits >= 0 && bits <= Integer.MAX_VALUE;
        return cBytes <= 4 || fits ? (Object) (int) bits : (Object) bits;
    }

    /**
     * Whether it is a whole number.
     *
     * @return false for doubles and strings
     */
    public boolean isInteger() {
        return value instanceof Integer || value instanceof Long;
    }
}
