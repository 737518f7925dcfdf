package dev.ferrite.offheap.btf;

import dev.ferrite.offheap.bindgen.model.CNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Function;
import dev.ferrite.offheap.bindgen.model.CType.Pointer;

/**
 * Prints a struct with the offset and size of every member, its holes, and where cache lines begin, in the form that
 * kernel developers know from {@code pahole}. Structs without a name are shown in place.
 */
public final class StructPrinter {
    private static final int CACHE_LINE = 64;
    private static final int TYPE_COLUMN = 26;
    private static final int LEAST_TYPE_COLUMN = 10;
    private static final int COMMENT_COLUMN = 57;

    private final StringBuilder out = new StringBuilder();
    private long line;

    private StructPrinter() {}

    /**
     * Prints a struct or union.
     *
     * @param record the record
     * @return lines as C code with comments
     */
    public static String print(CRecord record) {
        StructPrinter printer = new StructPrinter();
        printer.body(record, record.tag().isEmpty() ? "" : " " + record.tag(), 0, 0);
        printer.out.append(
                record.tag().isEmpty() && !record.typedef().isEmpty() ? "} " + record.typedef() + ";" : "};");
        return printer.out.append('\n').toString();
    }

    /**
     * Prints an enum.
     *
     * @param enumeration the enum
     * @return lines as C code
     */
    public static String print(Enumeration enumeration) {
        StringBuilder text = new StringBuilder("enum");
        text.append(enumeration.tag().isEmpty() ? "" : " " + enumeration.tag()).append(" {\n");
        for (CType.Enumerator value : enumeration.values()) {
            String number = enumeration.signed() ? Long.toString(value.value()) : Long.toUnsignedString(value.value());
            text.append("\t%-32s = %s,\n".formatted(value.name(), number));
        }
        return text.append("};")
                .append(" /* size: " + enumeration.size() + " */\n")
                .toString();
    }

    private void body(CRecord record, String name, long base, int depth) {
        line(depth, (record.isUnion() ? "union" : "struct") + name + " {", "");
        long end = 0;
        long holes = 0;
        int holeCount = 0;
        long members = 0;
        long bits = 0;
        for (Member member : record.members()) {
            if (!record.isUnion()) {
                long hole = member.bitOffset() - end;
                if (hole >= 8 && member.isBitField() && end % 8 != 0) {
                    hole -= 8 - end % 8; // the rest of the byte is spare, not a hole
                }
                if (hole >= 8) {
                    out.append("\n");
                    line(depth + 1, "/* XXX " + bytes(hole / 8) + " hole, try to pack */", "");
                    out.append("\n");
                    holes += hole / 8;
                    holeCount++;
                }
                boundary(base + member.offset(), depth + 1);
            }
            member(member, base, depth + 1);
            long size = member.isBitField() ? member.bitSize() : member.type().size() * 8;
            if (member.isBitField()) {
                bits += size;
            } else {
                members += size / 8;
            }
            end = Math.max(end, member.bitOffset() + size);
        }
        if (depth == 0) {
            String sums = "sum members: " + members + (bits > 0 ? ", sum bit-fields: " + bits + " bits" : "");
            summary(record, sums, holes, holeCount, end);
        }
    }

    /** A note where a member starts on a cache line, or is the first behind its start. */
    private void boundary(long offset, int depth) {
        long at = offset / CACHE_LINE;
        if (at > line) {
            long past = offset - at * CACHE_LINE;
            String ago = past == 0 ? "" : " was " + bytes(past) + " ago";
            line(depth, "/* --- cacheline " + at + " boundary (" + at * CACHE_LINE + " bytes)" + ago + " --- */", "");
            line = at;
        }
    }

    private void member(Member member, long base, int depth) {
        CRecord inner = CType.recordOf(member.type());
        long offset = base + member.offset();
        if (inner != null && inner.name().isEmpty()) {
            body(inner, "", offset, depth);
            String declarator = CNames.declare(replaceRecord(member.type()), member.name());
            line(
                    depth,
                    "}" + (declarator.isEmpty() ? "" : " " + declarator) + ";",
                    place(offset, member.type().size()));
            return;
        }
        if (member.isBitField()) {
            long unit = Math.max(1, member.type().size()) * 8;
            long start = member.bitOffset() / unit * unit;
            line(
                    depth,
                    columns(CNames.declare(member.type(), ""), member.name() + ":" + member.bitSize(), depth) + ";",
                    "/* %5d:%2d %3d */"
                            .formatted(
                                    base + start / 8,
                                    member.bitOffset() - start,
                                    member.type().size()));
            return;
        }
        line(
                depth,
                split(member.type(), member.name(), depth) + ";",
                place(offset, member.type().size()));
    }

    private static String place(long offset, long size) {
        return "/* %5d %5d */".formatted(offset, size);
    }

    /** The dimensions of an array around a struct that was shown in place. */
    private static CType replaceRecord(CType type) {
        return switch (type) {
            case Array a -> new Array(replaceRecord(a.element()), a.count());
            default -> new CType.Incomplete("");
        };
    }

    /** Type and name in columns, as far as C lets them stand apart. */
    private static String split(CType type, String name, int depth) {
        if (type instanceof Array a) {
            return split(a.element(), name + "[" + (a.count() == 0 ? "" : a.count()) + "]", depth);
        }
        if (type instanceof Pointer p && p.target() instanceof Function f) {
            String whole = CNames.declare(type, name);
            String result = CNames.declare(f.result(), "");
            return whole.startsWith(result)
                    ? columns(result, whole.substring(result.length()).strip(), depth)
                    : whole;
        }
        if (type instanceof Pointer p && p.target() instanceof Array) {
            return CNames.declare(type, name);
        }
        return columns(CNames.declare(type, ""), name, depth);
    }

    private static String columns(String type, String name, int depth) {
        int column = Math.max(LEAST_TYPE_COLUMN, TYPE_COLUMN - 8 * (depth - 1));
        return ("%-" + column + "s %s").formatted(type, name);
    }

    private void line(int depth, String text, String comment) {
        out.repeat('\t', depth).append(text);
        if (!comment.isEmpty()) {
            int width = COMMENT_COLUMN - 8 * depth;
            out.repeat(' ', Math.max(1, width - text.length())).append(comment);
        }
        out.append('\n');
    }

    private void summary(CRecord record, String sums, long holes, int holeCount, long end) {
        long size = record.size();
        long lines = (size + CACHE_LINE - 1) / CACHE_LINE;
        out.append('\n');
        line(
                1,
                "/* size: " + size + ", cachelines: " + lines + ", members: "
                        + record.members().size() + " */",
                "");
        if (holes > 0) {
            line(1, "/* " + sums + ", holes: " + holeCount + ", sum holes: " + holes + " */", "");
        }
        long padding = size - (end + 7) / 8;
        if (padding > 0 && !record.isUnion()) {
            line(1, "/* padding: " + padding + " */", "");
        }
        if (size % CACHE_LINE != 0) {
            line(1, "/* last cacheline: " + size % CACHE_LINE + " bytes */", "");
        }
    }

    private static String bytes(long count) {
        return count + (count == 1 ? " byte" : " bytes");
    }
}
