package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A member as the accessors see it: members of anonymous structs and unions belong to the record around them, as in C.
 *
 * @param member the member with its own words
 * @param bitOffset from the start of the named record
 * @param java the accessor's name
 * @param constant the stem of its constants
 * @param aligned whether a scalar (or an array's element) may be accessed with its natural alignment
 */
record Field(Member member, long bitOffset, String java, String constant, boolean aligned) {

    /** All members of a record, anonymous ones dissolved, with distinct Java names. */
    static List<Field> of(CRecord record) {
        return of(record, false);
    }

    /** The same; scalars count as unaligned everywhere if the record is used at any address. */
    static List<Field> of(CRecord record, boolean unaligned) {
        List<Field> fields = new ArrayList<>();
        collect(record, record, 0, fields, new HashSet<>(), new HashSet<>());
        if (unaligned) {
            fields.replaceAll(f -> new Field(f.member, f.bitOffset, f.java, f.constant, false));
        }
        return fields;
    }

    private static void collect(
            CRecord outer, CRecord record, long base, List<Field> into, Set<String> methods, Set<String> constants) {
        for (Member member : record.members()) {
            long at = base + member.bitOffset();
            if (member.name().isEmpty()) {
                if (member.type().bare() instanceof CRecord anonymous) {
                    collect(outer, anonymous, at, into, methods, constants);
                }
                continue;
            }
            String method = JavaNames.method(member.name());
            if (!methods.add(method)) {
                method = unused(JavaNames.keep(member.name()), methods);
            }
            String constant = JavaNames.constant(member.name());
            if (!constants.add(constant)) {
                constant = unused(JavaNames.keep(member.name()), constants);
            }
            into.add(new Field(member, at, method, constant, isAligned(outer, member.type(), at / 8)));
        }
    }

    private static String unused(String wanted, Set<String> used) {
        String name = wanted;
        while (!used.add(name)) {
            name += "_";
        }
        return name;
    }

    /** A member is aligned if it is at every place where the record may be: C promises no more than its alignment. */
    static boolean isAligned(CRecord outer, CType type, long offset) {
        long natural = naturalAlign(type);
        return outer.align() % natural == 0 && offset % natural == 0;
    }

    /** What Java's value layouts, and our own classes' layouts, ask for. */
    static long naturalAlign(CType type) {
        return switch (type.bare()) {
            case Array a -> naturalAlign(a.element());
            case CRecord r -> Math.max(1, r.align());
            case CType other -> other.size() == 2 || other.size() == 4 || other.size() == 8 ? other.size() : 1;
        };
    }

    /** The same member under another accessor name. */
    Field withJava(String name) {
        return new Field(member, bitOffset, name, constant, aligned);
    }

    CType type() {
        return member.type();
    }

    long offset() {
        return bitOffset / 8;
    }

    /** The dimensions of an array, outermost first; empty if it is none. 0 means flexible. */
    List<Long> dimensions() {
        List<Long> counts = new ArrayList<>();
        CType type = type().bare();
        while (type instanceof Array a) {
            counts.add(a.count());
            type = a.element().bare();
        }
        return counts;
    }

    /** The type of the innermost element, or the type itself. */
    CType element() {
        CType type = type().bare();
        while (type instanceof Array a) {
            type = a.element().bare();
        }
        return type;
    }

    /** As C declares it. */
    String declaration() {
        String plain = CNames.declare(type(), member.name());
        return member.isBitField() ? plain + " : " + member.bitSize() : plain;
    }
}
