package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@code LAYOUT} of one class: every byte is a member or padding. Bit-fields are padding that is named after
 * them; what Java has no value layout for is a sequence of bytes.
 */
final class LayoutWriter {
    private final JavaText java;
    private final ClassNames names;
    private final CRecord outer;
    private int parts;

    LayoutWriter(JavaText java, ClassNames names, CRecord outer) {
        this.java = java;
        this.names = names;
        this.outer = outer;
    }

    /** The method {@code layout()}. */
    void write() {
        java.open("private static StructLayout layout() {");
        Group group = group(outer, 0);
        if (outer.isUnion()) {
            java.assignCall("MemoryLayout members", "MemoryLayout.unionLayout", group.parts, group.offsets);
            java.line("StructLayout struct = MemoryLayout.structLayout(members);");
        } else {
            java.assignCall("StructLayout struct", "MemoryLayout.structLayout", group.parts, group.offsets);
        }
        String align = group.align == outer.align() ? "" : ".withByteAlignment(ALIGNOF)";
        java.line("return struct.withName(\"" + outer.name() + "\")" + align + ";");
        java.close();
    }

    /** Element expressions, their offsets, and the alignment that Java computes from them. */
    private record Group(List<String> parts, List<String> offsets, long align) {
        void add(String part, long offset) {
            parts.add(part);
            offsets.add(Long.toString(offset));
        }
    }

    private Group group(CRecord record, long base) {
        Group result = new Group(new ArrayList<>(), new ArrayList<>(), groupAlign(record, base));
        long at = 0;
        List<Member> members = record.members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.isBitField()) {
                int last = i;
                while (!record.isUnion()
                        && last + 1 < members.size()
                        && members.get(last + 1).isBitField()) {
                    last++;
                }
                long end = record.isUnion()
                        ? (member.bitSize() + 7) / 8
                        : last + 1 < members.size() ? members.get(last + 1).offset() : record.size();
                String name = bitNames(members.subList(i, last + 1));
                result.add("MemoryLayout.paddingLayout(" + (end - at) + ").withName(\"" + name + "\")", base + at);
                at = record.isUnion() ? 0 : end;
                i = last;
                continue;
            }
            if (!record.isUnion() && member.offset() > at) {
                result.add(padding(member.offset() - at), base + at);
            }
            long offset = base + member.offset();
            String expression = expression(member.type(), offset);
            result.add(
                    member.name().isEmpty() ? expression : expression + ".withName(\"" + member.name() + "\")", offset);
            at = record.isUnion() ? 0 : member.offset() + member.type().size();
        }
        if (record.isUnion()) {
            long longest = members.stream()
                    .mapToLong(m ->
                            m.isBitField() ? (m.bitSize() + 7) / 8 : m.type().size())
                    .max()
                    .orElse(0);
            if (longest < record.size()) {
                result.add(padding(record.size()), base);
            }
        } else if (at < record.size()) {
            result.add(padding(record.size() - at), base + at);
        }
        return result;
    }

    private static String padding(long bytes) {
        return "MemoryLayout.paddingLayout(" + bytes + ")";
    }

    private static String bitNames(List<Member> members) {
        List<String> names = new ArrayList<>();
        members.forEach(m -> names.add(m.name() + ":" + m.bitSize()));
        return String.join(" ", names);
    }

    private String expression(CType type, long offset) {
        boolean aligned = Field.isAligned(outer, type, offset);
        return switch (type.bare()) {
            case Array a -> "MemoryLayout.sequenceLayout(" + a.count() + ", " + element(a.element(), offset) + ")";
            case CRecord r when names.has(r) -> aligned ? reference(r) + ".LAYOUT" : bytes(r.size());
            case CRecord r -> unnamed(r, offset);
            case CType other -> {
                ScalarAccess access = ScalarAccess.of(other);
                yield access == null ? bytes(other.size()) : access.layout(aligned);
            }
        };
    }

    /** A row of a matrix becomes a local variable first. */
    private String element(CType type, long offset) {
        String expression = expression(type, offset);
        if (!expression.contains("(")) {
            return expression;
        }
        String variable = "part" + ++parts;
        java.line("MemoryLayout " + variable + " = " + expression + ";");
        return variable;
    }

    /** Anonymous groups become a local variable first. */
    private String unnamed(CRecord record, long offset) {
        Group group = group(record, offset);
        String variable = "part" + ++parts;
        String call = record.isUnion() ? "MemoryLayout.unionLayout" : "MemoryLayout.structLayout";
        java.assignCall("MemoryLayout " + variable, call, group.parts, group.offsets);
        return variable;
    }

    private String reference(CRecord record) {
        String name = names.of(record);
        return name.startsWith(names.of(outer) + ".") ? names.simple(record) : name;
    }

    private static String bytes(long count) {
        return "MemoryLayout.sequenceLayout(" + count + ", ValueLayout.JAVA_BYTE)";
    }

    private long alignOf(CType type, long offset) {
        return switch (type.bare()) {
            case Array a -> alignOf(a.element(), offset);
            case CRecord r when names.has(r) -> Field.isAligned(outer, r, offset) ? r.align() : 1;
            case CRecord r -> groupAlign(r, offset);
            case CType other -> Field.isAligned(outer, other, offset) ? Field.naturalAlign(other) : 1;
        };
    }

    /** The alignment alone, nothing written. */
    private long groupAlign(CRecord record, long base) {
        long align = 1;
        for (Member member : record.members()) {
            if (!member.isBitField()) {
                align = Math.max(align, alignOf(member.type(), base + member.offset()));
            }
        }
        return align;
    }
}
