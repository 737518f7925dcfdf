package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Kind;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import java.util.List;

/**
 * Writes the accessors of a bit-field: one load, shift and mask; a store is a load and a store of the same bytes, so
 * neighbours in those bytes must not be written by another thread meanwhile. Bits count from the low end of the bytes,
 * as on every machine Ferrite runs on.
 */
final class BitFieldWriter {
    private final JavaText java;
    private final CRecord outer;
    private final Field field;
    private final int bits;
    private final boolean anywhere;
    private final boolean signed;
    private final boolean bool;

    BitFieldWriter(JavaText java, CRecord outer, Field field, boolean anywhere) {
        this.anywhere = anywhere;
        this.java = java;
        this.outer = outer;
        this.field = field;
        this.bits = field.member().bitSize();
        CType type = field.type().bare();
        this.bool = type instanceof Scalar s && s.kind() == Kind.BOOL;
        this.signed = type instanceof Scalar s ? s.kind() == Kind.SIGNED : type instanceof Enumeration e && e.signed();
    }

    /** The smallest unit of 8, 16, 32 or 64 bits that holds the whole field inside the record; 0 if none does. */
    private int unit() {
        for (int unit = 8; unit <= 64; unit *= 2) {
            long first = field.bitOffset() / unit;
            long last = (field.bitOffset() + bits - 1) / unit;
            if (first == last && (first + 1) * unit <= outer.size() * 8) {
                return unit;
            }
        }
        return 0;
    }

    void write(List<String> paragraphs) {
        int unit = unit();
        String type = bool ? "boolean" : isInt() ? "int" : "long";
        String what = bool
                ? "whether it is set"
                : bits == 64 && !signed
                        ? "an unsigned 64-bit number"
                        : "a number of " + (signed ? "signed " : "") + bits + (bits == 1 ? " bit" : " bits");
        java.blank();
        java.javadoc(paragraphs, List.of("@param s the struct", "@return " + what));
        java.openMethod("public static " + type + " " + field.java(), "MemorySegment s");
        if (unit == 0) {
            String read = "Fields.getBits(s, " + field.constant() + "_BIT_OFFSET, " + field.constant() + "_BITS)";
            java.line("return "
                    + result(type, signed ? "(" + read + " << " + (64 - bits) + ") >> " + (64 - bits) : read) + ";");
        } else {
            read(unit, type);
        }
        java.close();

        java.blank();
        java.javadoc(
                List.of("Writes " + DocText.code(field.member().name()) + " and keeps its neighbours."),
                List.of("@param s the struct", "@param value " + (bool ? what : what + "; higher bits are dropped")));
        java.openMethod("public static void " + field.java(), "MemorySegment s, " + type + " value");
        if (unit == 0) {
            String value = bool ? "value ? 1 : 0" : "value";
            java.line("Fields.setBits(s, " + field.constant() + "_BIT_OFFSET, " + field.constant() + "_BITS, " + value
                    + ");");
        } else {
            set(unit);
        }
        java.close();
    }

    private static String result(String type, String value) {
        return type.equals("int") ? "(int) (" + value + ")" : type.equals("boolean") ? value + " != 0" : value;
    }

    private String layout(int unit, long at) {
        String name = switch (unit) {
            case 8 -> "JAVA_BYTE";
            case 16 -> "JAVA_SHORT";
            case 32 -> "JAVA_INT";
            default -> "JAVA_LONG";
        };
        boolean aligned = unit == 8 || (!anywhere && outer.align() % (unit / 8) == 0 && at % (unit / 8) == 0);
        return "ValueLayout." + name + (aligned ? "" : "_UNALIGNED");
    }

    private void read(int unit, String type) {
        long at = field.bitOffset() / unit * (unit / 8);
        int shift = (int) (field.bitOffset() % unit);
        boolean wide = unit == 64;
        String word = wide ? "long" : "int";
        java.line(word + " word = s.get(" + layout(unit, at) + ", " + at + ");");
        int width = wide ? 64 : 32;
        String value = signed
                ? shiftBy(shiftBy("word", "<<", width - shift - bits), ">>", width - bits)
                : bits == width ? "word" : shiftBy("word", ">>>", shift) + " & " + mask(bits, wide);
        if (bool) {
            java.line("return (" + value + ") != 0;");
        } else if (type.equals("int") && wide) {
            java.line("return (int) (" + value + ");");
        } else if (type.equals("long") && !wide) {
            java.line("return Integer.toUnsignedLong(" + value + ");");
        } else {
            java.line("return " + value + ";");
        }
    }

    private static String shiftBy(String value, String operator, int by) {
        return by == 0 ? value : "(" + value + " " + operator + " " + by + ")";
    }

    private static String mask(int bits, boolean wide) {
        return wide
                ? "0x" + Long.toHexString(bits == 64 ? -1L : (1L << bits) - 1) + "L"
                : "0x" + Integer.toHexString(bits == 32 ? -1 : (1 << bits) - 1);
    }

    private void set(int unit) {
        long at = field.bitOffset() / unit * (unit / 8);
        int shift = (int) (field.bitOffset() % unit);
        boolean wide = unit == 64;
        String word = wide ? "long" : "int";
        String input = bool ? "(value ? 1 : 0)" : wide || isInt() ? "value" : "(int) value";
        String mask = mask(bits, wide);
        java.line(word + " others = s.get(" + layout(unit, at) + ", " + at + ") & ~" + shifted(mask, shift) + ";");
        String low = "(" + input + " & " + mask + ")";
        if (wide && bool) {
            low = "(value ? 1L : 0L)";
        }
        String merged = "others | " + (shift == 0 ? low : "(" + low + " << " + shift + ")");
        String cast = unit == 8 ? "(byte) (" + merged + ")" : unit == 16 ? "(short) (" + merged + ")" : merged;
        java.line("s.set(" + layout(unit, at) + ", " + at + ", " + cast + ");");
    }

    /** Whether Java's int holds every value. */
    private boolean isInt() {
        return bits < 32 || (bits == 32 && signed);
    }

    private static String shifted(String mask, int shift) {
        return shift == 0 ? mask : "(" + mask + " << " + shift + ")";
    }
}
