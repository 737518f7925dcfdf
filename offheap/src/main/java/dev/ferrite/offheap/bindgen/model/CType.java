package dev.ferrite.offheap.bindgen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One C type. Types refer to each other as in C; only records close cycles, through pointers. */
public sealed interface CType
        permits CType.Scalar,
                CType.Pointer,
                CType.Array,
                CType.Enumeration,
                CType.Typedef,
                CType.Qualified,
                CType.Function,
                CType.Incomplete,
                CRecord {

    /**
     * The size in bytes.
     *
     * @return {@code sizeof}; 0 for what has none
     */
    long size();

    /**
     * The type without typedefs and qualifiers.
     *
     * @return the type that decides the layout
     */
    default CType bare() {
        return this;
    }

    /** What the bits of a scalar mean. */
    enum Kind {
        /** Two's complement. */
        SIGNED,
        /** Zero or more. */
        UNSIGNED,
        /** {@code _Bool}: 0 or 1. */
        BOOL,
        /** IEEE 754. */
        FLOAT,
        /** Anything Java has no type for, such as {@code long double}: bytes. */
        OTHER
    }

    /**
     * A number.
     *
     * @param name the C name, such as {@code unsigned int}
     * @param kind what the bits mean
     * @param size in bytes
     */
    record Scalar(String name, Kind kind, long size) implements CType {}

    /**
     * A pointer.
     *
     * @param target what it points to
     * @param size in bytes
     */
    record Pointer(CType target, long size) implements CType {}

    /**
     * An array.
     *
     * @param element the type of one element; an array again for further dimensions
     * @param count how many elements; 0 for a flexible array
     */
    record Array(CType element, long count) implements CType {
        @Override
        public long size() {
            return count * element.size();
        }
    }

    /**
     * An enum.
     *
     * @param tag its tag, empty if it has none
     * @param size in bytes
     * @param signed whether values may be negative
     * @param values the enumerators in source order
     * @param source where it is declared
     */
    record Enumeration(String tag, long size, boolean signed, List<Enumerator> values, Source source)
            implements CType {}

    /**
     * A name of an enum.
     *
     * @param name the C name
     * @param value its value, as the low 64 bits
     */
    record Enumerator(String name, long value) {}

    /**
     * Another name for a type.
     *
     * @param name the C name
     * @param target the type named
     */
    record Typedef(String name, CType target) implements CType {
        @Override
        public long size() {
            return target.size();
        }

        @Override
        public CType bare() {
            return target.bare();
        }
    }

    /**
     * A qualified type.
     *
     * @param qualifier {@code const}, {@code volatile}, {@code restrict} or {@code _Atomic}
     * @param target the type qualified
     */
    record Qualified(String qualifier, CType target) implements CType {
        @Override
        public long size() {
            return target.size();
        }

        @Override
        public CType bare() {
            return target.bare();
        }
    }

    /**
     * A function, which only pointers can have as target.
     *
     * @param result what it returns
     * @param parameters what it takes
     * @param variadic whether more may follow
     */
    record Function(CType result, List<CType> parameters, boolean variadic) implements CType {
        @Override
        public long size() {
            return 0;
        }
    }

    /**
     * A type of which only the name is known: {@code void}, or a struct that is declared and not defined.
     *
     * @param name as C writes it: {@code void}, {@code struct device}
     */
    record Incomplete(String name) implements CType {
        @Override
        public long size() {
            return 0;
        }
    }

    /**
     * Where something is declared.
     *
     * @param file the path as the compiler gives it, empty if unknown
     * @param line from 1; 0 if unknown
     */
    record Source(String file, int line) {
        /** Nobody knows where. */
        public static final Source UNKNOWN = new Source("", 0);
    }

    /**
     * Whether a type carries a qualifier, seen through typedefs and arrays.
     *
     * @param type the type
     * @param qualifier such as {@code volatile}
     * @return whether it is there
     */
    static boolean isQualified(CType type, String qualifier) {
        return switch (type) {
            case Qualified q -> q.qualifier().equals(qualifier) || isQualified(q.target(), qualifier);
            case Typedef t -> isQualified(t.target(), qualifier);
            case Array a -> isQualified(a.element(), qualifier);
            default -> false;
        };
    }

    /**
     * The record inside an array, or the type itself.
     *
     * @param type the type
     * @return the record of an element, or null
     */
    static @Nullable CRecord recordOf(CType type) {
        return switch (type.bare()) {
            case Array a -> recordOf(a.element());
            case CRecord r -> r;
            default -> null;
        };
    }
}
