package dev.ferrite.runtime.module;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.math.BigInteger;
import java.util.Locale;

/**
 * What values a parameter of a module takes: the counterpart of {@code struct kernel_param_ops}.
 *
 * <p>Whole numbers are read as {@code kstrtoint} does: decimal, {@code 0x} for hexadecimal, a leading 0 for octal; EINVAL
 * for what is no number, ERANGE for one that does not fit.
 */
public enum ParamType {
    /** From -128 to 127. */
    I8("i8", 8, true),
    /** From 0 to 255. */
    U8("u8", 8, false),
    /** A signed 16-bit number. */
    I16("i16", 16, true),
    /** An unsigned 16-bit number. */
    U16("u16", 16, false),
    /** A signed 32-bit number. */
    I32("i32", 32, true),
    /** An unsigned 32-bit number. */
    U32("u32", 32, false),
    /** A signed 64-bit number. */
    I64("i64", 64, true),
    /** An unsigned 64-bit number; its bits in a long. */
    U64("u64", 64, false),
    /** A signed number of the machine's word. */
    ISIZE("isize", 64, true),
    /** An unsigned number of the machine's word; its bits in a long. */
    USIZE("usize", 64, false),
    /** Bytes, with K, M, G, T, P or E for powers of 1024: {@code memparse}. At most 2^63 - 1. */
    SIZE("size", 63, false),
    /** {@code y}, {@code 1}, {@code t}, {@code on} or no value at all; {@code n}, {@code 0}, {@code f}, {@code off}. */
    BOOL("bool", 0, false),
    /** Text of at most 1024 characters ({@code charp}); ENOSPC for a longer one. */
    STRING("charp", 0, false);

    private static final int MAX_TEXT = 1024;

    private final String text;
    private final BigInteger low;
    private final BigInteger high;

    ParamType(String text, int bits, boolean signed) {
        this.text = text;
        this.low = signed ? BigInteger.TWO.pow(bits - 1).negate() : BigInteger.ZERO;
        this.high = BigInteger.TWO.pow(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    /**
     * The type of a name.
     *
     * @param text such as {@code u32}
     * @return the type
     * @throws IllegalArgumentException if there is none
     */
    public static ParamType of(String text) {
        for (ParamType type : values()) {
            if (type.text.equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("parameter type '" + text + "' is unknown");
    }

    /**
     * Reads a value.
     *
     * @param value as it is written on the command line
     * @return a {@code Long}, {@code Boolean} or {@code String}
     * @throws ErrnoException EINVAL, ERANGE or ENOSPC, as the kernel's
     */
    public Object parse(String value) {
        return switch (this) {
            case BOOL -> bool(value);
            case STRING -> text(value);
            case SIZE -> size(value);
            default -> inRange(value, number(value, value));
        };
    }

    private Long size(String value) {
        int unit = value.isEmpty() ? -1 : "KMGTPE".indexOf(Character.toUpperCase(value.charAt(value.length() - 1)));
        boolean hex = value.toLowerCase(Locale.ROOT).startsWith("0x");
        if (hex && unit == "KMGTPE".indexOf('E')) {
            unit = -1; // a digit
        }
        BigInteger number = number(value, unit < 0 ? value : value.substring(0, value.length() - 1));
        return inRange(value, number.shiftLeft(10 * (unit + 1)));
    }

    private Long inRange(String value, BigInteger number) {
        if (number.compareTo(low) < 0 && low.signum() == 0) {
            throw invalid(Errno.EINVAL, value); // a minus sign is no part of an unsigned number
        }
        if (number.compareTo(low) < 0 || number.compareTo(high) > 0) {
            throw invalid(Errno.ERANGE, value);
        }
        return number.longValue();
    }

    private BigInteger number(String value, String written) {
        boolean minus = written.startsWith("-");
        String digits = minus || written.startsWith("+") ? written.substring(1) : written;
        String lower = digits.toLowerCase(Locale.ROOT);
        int base = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
        String bare = base == 16 ? lower.substring(2) : lower;
        if (bare.isEmpty() || !bare.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0)) {
            throw invalid(Errno.EINVAL, value);
        }
        BigInteger number = new BigInteger(bare, base);
        return minus ? number.negate() : number;
    }

    /** As {@code kstrtobool}: the first letter decides, after an {@code o} the second. */
    private Boolean bool(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String decides = lower.startsWith("o")
                ? lower.substring(0, Math.min(2, lower.length()))
                : lower.isEmpty() ? "" : lower.substring(0, 1);
        return switch (decides) {
            case "y", "1", "t", "on" -> true;
            case "n", "0", "f", "of" -> false;
            default -> throw invalid(Errno.EINVAL, value);
        };
    }

    private String text(String value) {
        if (value.length() > MAX_TEXT) {
            throw invalid(Errno.ENOSPC, value.substring(0, 32) + "...");
        }
        return value;
    }

    private ErrnoException invalid(Errno errno, String value) {
        return new ErrnoException(errno, "'" + value + "' as " + text);
    }

    @Override
    public String toString() {
        return text;
    }
}
