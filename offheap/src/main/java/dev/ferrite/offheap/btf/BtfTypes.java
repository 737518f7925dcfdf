package dev.ferrite.offheap.btf;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Enumerator;
import dev.ferrite.offheap.bindgen.model.CType.Function;
import dev.ferrite.offheap.bindgen.model.CType.Incomplete;
import dev.ferrite.offheap.bindgen.model.CType.Kind;
import dev.ferrite.offheap.bindgen.model.CType.Pointer;
import dev.ferrite.offheap.bindgen.model.CType.Qualified;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import dev.ferrite.offheap.bindgen.model.CType.Source;
import dev.ferrite.offheap.bindgen.model.CType.Typedef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns BTF records into the model. What is contained by value is converted whole; what is only pointed to is named, or
 * one struct would drag in the whole kernel.
 */
final class BtfTypes {
    private static final int POINTER_SIZE = 8;
    private static final int DEEPEST = 200;
    private static final int INT_SIGNED = 1;
    private static final int INT_BOOL = 4;

    private final BtfData data;
    private final Map<Integer, CType> done = new HashMap<>();

    BtfTypes(BtfData data) {
        this.data = data;
    }

    /** The type with a number; 0 is void. */
    CType type(int id) {
        return type(id, 0);
    }

    private CType type(int id, int depth) {
        if (depth > DEEPEST) {
            throw new BtfException("damaged BTF: type " + id + " contains itself");
        }
        CType known = done.get(id);
        if (known == null) {
            known = make(id, depth + 1);
            done.put(id, known);
        }
        return known;
    }

    private CType make(int id, int depth) {
        if (id == 0) {
            return new Incomplete("void");
        }
        return switch (data.kind(id)) {
            case BtfData.STRUCT, BtfData.UNION -> record(id, depth);
            case BtfData.TYPEDEF -> typedef(id, depth);
            default -> simple(id, depth, false);
        };
    }

    /** A type behind a pointer: records and typedefs by name only. */
    private CType pointed(int id, int depth) {
        if (depth > DEEPEST) {
            throw new BtfException("damaged BTF: type " + id + " points to itself");
        }
        if (id == 0) {
            return new Incomplete("void");
        }
        return switch (data.kind(id)) {
            case BtfData.STRUCT, BtfData.UNION -> new Incomplete(keyword(id) + tagOrDots(id));
            case BtfData.TYPEDEF -> new Incomplete(data.name(id));
            default -> simple(id, depth + 1, true);
        };
    }

    private CType inner(int id, int depth, boolean behind) {
        return behind ? pointed(id, depth) : type(id, depth);
    }

    private CType simple(int id, int depth, boolean behind) {
        int kind = data.kind(id);
        int other = data.sizeOrType(id);
        return switch (kind) {
            case BtfData.INT -> scalar(id);
            case BtfData.FLOAT -> new Scalar(data.name(id), other <= 8 ? Kind.FLOAT : Kind.OTHER, other);
            case BtfData.PTR -> new Pointer(pointed(other, depth), POINTER_SIZE);
            case BtfData.ARRAY -> array(id, depth, behind);
            case BtfData.ENUM, BtfData.ENUM64 -> enumeration(id);
            case BtfData.FWD -> new Incomplete((data.kindFlag(id) ? "union " : "struct ") + data.name(id));
            case BtfData.VOLATILE -> new Qualified("volatile", inner(other, depth, behind));
            case BtfData.CONST -> new Qualified("const", inner(other, depth, behind));
            case BtfData.RESTRICT -> new Qualified("restrict", inner(other, depth, behind));
            case BtfData.TYPE_TAG -> inner(other, depth, behind);
            case BtfData.FUNC_PROTO -> function(id, depth);
            default -> throw new BtfException("damaged BTF: type " + id + " of kind " + kind + " is no type of C");
        };
    }

    private String keyword(int id) {
        return data.kind(id) == BtfData.UNION ? "union " : "struct ";
    }

    private String tagOrDots(int id) {
        String name = data.name(id);
        return name.isEmpty() ? "{...}" : name;
    }

    private Scalar scalar(int id) {
        int encoding = data.word(id, 3) >>> 24 & 0xF;
        int size = data.sizeOrType(id);
        Kind kind = size > 8
                ? Kind.OTHER
                : (encoding & INT_BOOL) != 0 ? Kind.BOOL : (encoding & INT_SIGNED) != 0 ? Kind.SIGNED : Kind.UNSIGNED;
        return new Scalar(data.name(id), kind, size);
    }

    private Array array(int id, int depth, boolean behind) {
        return new Array(inner(data.word(id, 3), depth, behind), data.word(id, 5) & 0xFFFF_FFFFL);
    }

    private Typedef typedef(int id, int depth) {
        CType target = type(data.sizeOrType(id), depth);
        if (target instanceof CRecord record && record.name().isEmpty()) {
            record.typedef(data.name(id));
        }
        return new Typedef(data.name(id), target);
    }

    private Function function(int id, int depth) {
        List<CType> parameters = new ArrayList<>();
        boolean variadic = false;
        for (int i = 0; i < data.length(id); i++) {
            int parameter = data.word(id, 4 + 2 * i);
            if (parameter == 0) {
                variadic = true;
            } else {
                parameters.add(pointed(parameter, depth));
            }
        }
        return new Function(pointed(data.sizeOrType(id), depth), parameters, variadic);
    }

    private Enumeration enumeration(int id) {
        boolean wide = data.kind(id) == BtfData.ENUM64;
        List<Enumerator> values = new ArrayList<>();
        for (int i = 0; i < data.length(id); i++) {
            int at = 3 + (wide ? 3 : 2) * i;
            int low = data.word(id, at + 1);
            long value = wide
                    ? (long) data.word(id, at + 2) << 32 | (low & 0xFFFF_FFFFL)
                    : data.kindFlag(id) ? low : low & 0xFFFF_FFFFL;
            values.add(new Enumerator(data.string(data.word(id, at)), value));
        }
        return new Enumeration(data.name(id), data.sizeOrType(id), data.kindFlag(id), values, Source.UNKNOWN);
    }

    private CRecord record(int id, int depth) {
        boolean union = data.kind(id) == BtfData.UNION;
        long size = data.sizeOrType(id) & 0xFFFF_FFFFL;
        CRecord record = new CRecord(union, data.name(id), size, 0, Source.UNKNOWN);
        for (int i = 0; i < data.length(id); i++) {
            int at = 3 + 3 * i;
            int place = data.word(id, at + 2);
            boolean packed = data.kindFlag(id);
            record.members()
                    .add(new Member(
                            data.string(data.word(id, at)),
                            type(data.word(id, at + 1), depth),
                            packed ? place & 0xFF_FFFF : place & 0xFFFF_FFFFL,
                            packed ? place >>> 24 : 0,
                            Source.UNKNOWN,
                            ""));
        }
        record.align(alignOf(record));
        return record;
    }

    /** BTF does not say the alignment: what the members ask for, unless their places or the size contradict it. */
    private static long alignOf(CRecord record) {
        long align = 1;
        for (Member member : record.members()) {
            long natural = naturalAlign(member.type());
            if (!member.isBitField() && member.offset() % natural == 0 && record.size() % natural == 0) {
                align = Math.max(align, natural);
            }
        }
        return align;
    }

    private static long naturalAlign(CType type) {
        return switch (type.bare()) {
            case Array a -> naturalAlign(a.element());
            case CRecord r -> Math.max(1, r.align());
            case CType other -> Math.clamp(Long.highestOneBit(other.size()), 1, 16);
        };
    }
}
