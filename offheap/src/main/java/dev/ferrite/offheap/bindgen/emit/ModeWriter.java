package dev.ferrite.offheap.bindgen.emit;

import java.util.List;
import java.util.Locale;

/**
 * Writes the accessors of one int or long member in every access mode: on a checked segment, and by address for words
 * whose owner keeps them mapped.
 */
final class ModeWriter {
    /** What follows the member's name in the accessors it writes. */
    static final List<String> SUFFIXES = List.of(
            "Plain",
            "Opaque",
            "Acquire",
            "Release",
            "Volatile",
            "CompareAndSet",
            "CompareAndSetAcquire",
            "CompareAndSetRelease",
            "CompareAndExchange",
            "GetAndAdd",
            "GetAndAddAcquire",
            "GetAndAddRelease",
            "GetAndSet",
            "GetAndSetAcquire",
            "GetAndSetRelease",
            "GetAndBitwiseOr",
            "GetAndBitwiseAnd");

    private final JavaText java;
    private final Field field;
    private final String type;
    private final String handle;
    private final String offset;

    ModeWriter(JavaText java, Field field, ScalarAccess access) {
        this.java = java;
        this.field = field;
        this.type = access.java();
        this.handle = access.java().equals("int") ? "INT" : "LONG";
        this.offset = field.constant() + "_OFFSET";
    }

    private String wordsType() {
        return handle.equals("INT") ? "Int" : "Long";
    }

    /** Accessors on a segment. */
    void onSegment() {
        for (String mode : List.of("Opaque", "Acquire", "Volatile")) {
            get(mode, "MemorySegment s", "(" + type + ") " + handle + ".get" + mode + "(s, " + offset + ")");
        }
        for (String mode : List.of("Opaque", "Release", "Volatile")) {
            set(mode, "MemorySegment s", handle + ".set" + mode + "(s, " + offset + ", value)");
        }
        for (String mode : List.of("", "Acquire", "Release")) {
            String exchange = handle + ".compareAndExchange" + mode + "(s, " + offset + ", expected, value)";
            String swap = mode.isEmpty()
                    ? handle + ".compareAndSet(s, " + offset + ", expected, value)"
                    : "(" + type + ") " + exchange + " == expected";
            compareAndSet(mode, "MemorySegment s", swap);
        }
        compareAndExchange(
                "MemorySegment s",
                "(" + type + ") " + handle + ".compareAndExchange(s, " + offset + ", expected, value)");
        for (String mode : List.of("", "Acquire", "Release")) {
            update("GetAndAdd", mode, "MemorySegment s", "delta", segmentUpdate("getAndAdd" + mode, "delta"));
        }
        for (String mode : List.of("", "Acquire", "Release")) {
            update("GetAndSet", mode, "MemorySegment s", "value", segmentUpdate("getAndSet" + mode, "value"));
        }
        update("GetAndBitwiseOr", "", "MemorySegment s", "mask", segmentUpdate("getAndBitwiseOr", "mask"));
        update("GetAndBitwiseAnd", "", "MemorySegment s", "mask", segmentUpdate("getAndBitwiseAnd", "mask"));
    }

    private String segmentUpdate(String method, String argument) {
        return "(" + type + ") " + handle + "." + method + "(s, " + offset + ", " + argument + ")";
    }

    /** Accessors by address. */
    void onAddress() {
        String word = "address + " + offset;
        for (String mode : List.of("Plain", "Opaque", "Acquire", "Volatile")) {
            get(mode, "long address", "Words.get" + wordsType() + mode + "(" + word + ")");
        }
        for (String mode : List.of("Plain", "Opaque", "Release", "Volatile")) {
            set(mode, "long address", "Words.set" + wordsType() + mode + "(" + word + ", value)");
        }
        for (String mode : List.of("", "Acquire", "Release")) {
            compareAndSet(
                    mode,
                    "long address",
                    "Words.compareAndSet" + wordsType() + mode + "(" + word + ", expected, value)");
        }
        compareAndExchange(
                "long address", "Words.compareAndExchange" + wordsType() + "(" + word + ", expected, value)");
        for (String mode : List.of("", "Acquire", "Release")) {
            update("GetAndAdd", mode, "long address", "delta", addressUpdate("getAndAdd", mode, "delta"));
        }
        for (String mode : List.of("", "Acquire", "Release")) {
            update("GetAndSet", mode, "long address", "value", addressUpdate("getAndSet", mode, "value"));
        }
        update("GetAndBitwiseOr", "", "long address", "mask", addressUpdate("getAndBitwiseOr", "", "mask"));
        update("GetAndBitwiseAnd", "", "long address", "mask", addressUpdate("getAndBitwiseAnd", "", "mask"));
    }

    private String addressUpdate(String method, String mode, String argument) {
        return "Words." + method + wordsType() + mode + "(address + " + offset + ", " + argument + ")";
    }

    private void get(String mode, String where, String value) {
        doc("Reads " + name() + ", " + mode(mode), where, List.of(), "the value");
        java.openMethod("public static " + type + " " + field.java() + mode, where);
        returns(value);
    }

    private void set(String mode, String where, String statement) {
        doc("Writes " + name() + ", " + mode(mode), where, List.of("@param value the value"), "");
        java.openMethod("public static void " + field.java() + mode, where + ", " + type + " value");
        java.line(statement + ";");
        java.close();
    }

    private void compareAndSet(String mode, String where, String value) {
        doc(
                "Replaces " + name() + " if it is the expected value; " + effect(mode),
                where,
                List.of("@param expected the value to replace", "@param value the new value"),
                "whether it was replaced; never fails spuriously");
        java.openMethod(
                "public static boolean " + field.java() + "CompareAndSet" + mode,
                where + ", " + type + " expected, " + type + " value");
        returns(value);
    }

    private void compareAndExchange(String where, String value) {
        doc(
                "Replaces " + name() + " if it is the expected value; " + effect(""),
                where,
                List.of("@param expected the value to replace", "@param value the new value"),
                "the value found; equal to {@code expected} exactly if it was replaced");
        java.openMethod(
                "public static " + type + " " + field.java() + "CompareAndExchange",
                where + ", " + type + " expected, " + type + " value");
        returns(value);
    }

    private void update(String operation, String mode, String where, String argument, String value) {
        String what = switch (argument) {
            case "delta" -> "Adds to " + name();
            case "value" -> "Replaces " + name();
            default -> (operation.endsWith("Or") ? "Sets bits of " : "Keeps bits of ") + name();
        };
        String meaning = switch (argument) {
            case "delta" -> "what to add, wrapping";
            case "value" -> "the new value";
            default -> operation.endsWith("Or") ? "the bits to set" : "the bits to keep";
        };
        doc(what + "; " + effect(mode), where, List.of("@param " + argument + " " + meaning), "the value before");
        java.openMethod(
                "public static " + type + " " + field.java() + operation + mode, where + ", " + type + " " + argument);
        returns(value);
    }

    private void returns(String value) {
        java.line("return " + value + ";");
        java.close();
    }

    private void doc(String sentence, String where, List<String> parameters, String result) {
        java.blank();
        var tags = new java.util.ArrayList<String>();
        tags.add(
                where.startsWith("long")
                        ? "@param address where the struct is; must be mapped"
                        : "@param s the struct");
        tags.addAll(parameters);
        if (!result.isEmpty()) {
            tags.add("@return " + result);
        }
        java.javadoc(List.of(sentence + "."), tags);
    }

    private String name() {
        return DocText.code(field.member().name());
    }

    private static String mode(String mode) {
        return mode.toLowerCase(Locale.ROOT) + ": " + effect(mode);
    }

    private static String effect(String mode) {
        return switch (mode) {
            case "Plain" -> "no ordering";
            case "Opaque" -> "coherent for this word, no ordering to others";
            case "Acquire" -> "no later access moves before it";
            case "Release" -> "no earlier access moves after it";
            default -> "totally ordered with all volatile accesses";
        };
    }
}
