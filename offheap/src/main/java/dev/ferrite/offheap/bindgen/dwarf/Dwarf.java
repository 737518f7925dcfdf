package dev.ferrite.offheap.bindgen.dwarf;

import dev.ferrite.offheap.bindgen.model.BindingException;
import java.util.function.Supplier;

/** The numbers of the DWARF 5 standard that the reader knows. */
final class Dwarf {
    static final int TAG_ARRAY = 0x01;
    static final int TAG_ENUMERATION = 0x04;
    static final int TAG_FORMAL_PARAMETER = 0x05;
    static final int TAG_MEMBER = 0x0d;
    static final int TAG_POINTER = 0x0f;
    static final int TAG_STRUCTURE = 0x13;
    static final int TAG_SUBROUTINE = 0x15;
    static final int TAG_TYPEDEF = 0x16;
    static final int TAG_UNION = 0x17;
    static final int TAG_UNSPECIFIED_PARAMETERS = 0x18;
    static final int TAG_SUBRANGE = 0x21;
    static final int TAG_BASE = 0x24;
    static final int TAG_CONST = 0x26;
    static final int TAG_ENUMERATOR = 0x28;
    static final int TAG_VOLATILE = 0x35;
    static final int TAG_RESTRICT = 0x37;
    static final int TAG_ATOMIC = 0x47;

    static final int AT_NAME = 0x03;
    static final int AT_BYTE_SIZE = 0x0b;
    static final int AT_STMT_LIST = 0x10;
    static final int AT_CONST_VALUE = 0x1c;
    static final int AT_UPPER_BOUND = 0x2f;
    static final int AT_BIT_SIZE = 0x0d;
    static final int AT_COUNT = 0x37;
    static final int AT_MEMBER_LOCATION = 0x38;
    static final int AT_DECL_FILE = 0x3a;
    static final int AT_DECL_LINE = 0x3b;
    static final int AT_DECLARATION = 0x3c;
    static final int AT_ENCODING = 0x3e;
    static final int AT_TYPE = 0x49;
    static final int AT_DATA_BIT_OFFSET = 0x6b;

    static final int ATE_BOOLEAN = 2;
    static final int ATE_COMPLEX_FLOAT = 3;
    static final int ATE_FLOAT = 4;
    static final int ATE_SIGNED = 5;
    static final int ATE_SIGNED_CHAR = 6;
    static final int ATE_UNSIGNED = 7;
    static final int ATE_UNSIGNED_CHAR = 8;
    static final int ATE_UTF = 0x10;

    static final int FORM_IMPLICIT_CONST = 0x21;

    private Dwarf() {}

    /** Runs a reader; whatever a damaged file makes it stumble over becomes a message. */
    static <T> T guard(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (BindingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BindingException("debug information cannot be read: cut short or damaged", e);
        }
    }

    static BindingException damaged(String what) {
        return new BindingException("debug information cannot be read: " + what);
    }
}
