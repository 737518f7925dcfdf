package dev.ferrite.offheap.bindgen.dwarf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compilation unit of {@code .debug_info}: its entries as a tree. */
final class DwarfUnit {
    private static final int UNIT_COMPILE = 1;

    private final ElfFile elf;
    private final ByteBuffer info;
    private final ByteBuffer strings;
    private final ByteBuffer lineStrings;
    private final Map<Long, Abbreviation> abbreviations = new HashMap<>();
    private final Map<Long, Entry> byOffset = new HashMap<>();
    private final int start;
    private final int end;

    /** One entry: what it is, what it says, what is inside. */
    static final class Entry {
        final long offset;
        final int tag;
        final Map<Integer, Object> attributes = new HashMap<>();
        final List<Entry> children = new ArrayList<>();

        Entry(long offset, int tag) {
            this.offset = offset;
            this.tag = tag;
        }

        String name() {
            return attributes.get(Dwarf.AT_NAME) instanceof String s ? s : "";
        }

        boolean has(int attribute) {
            return attributes.containsKey(attribute);
        }

        long number(int attribute, long otherwise) {
            return attributes.get(attribute) instanceof Long l ? l : otherwise;
        }
    }

    private record Attribute(int name, int form, long implicit) {}

    private record Abbreviation(int tag, boolean children, List<Attribute> attributes) {}

    private DwarfUnit(ElfFile elf, int start) {
        this.elf = elf;
        this.info = elf.section(".debug_info");
        this.strings = elf.section(".debug_str");
        this.lineStrings = elf.section(".debug_line_str");
        this.start = start;
        this.end = start + 4 + info.getInt(start);
    }

    /** All units of a file; none if the header declares nothing. */
    static List<DwarfUnit> all(ElfFile elf) {
        List<DwarfUnit> units = new ArrayList<>();
        int limit = elf.section(".debug_info").limit();
        for (int at = 0; at < limit; ) {
            DwarfUnit unit = new DwarfUnit(elf, at);
            if (unit.end <= at || unit.end > limit) {
                throw Dwarf.damaged("unit at " + at + " ends at " + unit.end);
            }
            unit.parse();
            units.add(unit);
            at = unit.end;
        }
        return units;
    }

    /** The entry of the unit itself. */
    Entry root() {
        Entry root = byOffset.get((long) start + 12);
        if (root == null) {
            throw Dwarf.damaged("unit without entries");
        }
        return root;
    }

    /** The entry another one refers to. */
    @Nullable
    Entry target(Entry from) {
        return from.has(Dwarf.AT_TYPE) ? byOffset.get(from.number(Dwarf.AT_TYPE, 0)) : null;
    }

    /** The section with the table of source files. */
    ElfFile elf() {
        return elf;
    }

    private void parse() {
        int version = info.getShort(start + 4);
        int kind = info.get(start + 6);
        int addressSize = info.get(start + 7);
        if (info.getInt(start) == -1 || version != 5 || kind != UNIT_COMPILE || addressSize != 8) {
            throw Dwarf.damaged("expected a 64-bit compilation unit of DWARF 5: version=" + version + " unit=" + kind
                    + " address=" + addressSize);
        }
        readAbbreviations(info.getInt(start + 8));
        info.position(start + 12);
        List<Entry> open = new ArrayList<>();
        while (info.position() < end) {
            long offset = info.position();
            long code = uleb(info);
            if (code == 0) {
                if (!open.isEmpty()) {
                    open.removeLast();
                }
                continue;
            }
            Abbreviation abbreviation = abbreviations.get(code);
            if (abbreviation == null) {
                throw Dwarf.damaged("unknown abbreviation " + code + " at " + offset);
            }
            Entry entry = new Entry(offset, abbreviation.tag);
            for (Attribute attribute : abbreviation.attributes) {
                Object value = value(attribute.form, attribute.implicit);
                if (value != null) {
                    entry.attributes.put(attribute.name, value);
                }
            }
            byOffset.put(offset, entry);
            if (!open.isEmpty()) {
                open.getLast().children.add(entry);
            }
            if (abbreviation.children) {
                open.add(entry);
            }
        }
    }

    private void readAbbreviations(int at) {
        ByteBuffer table = elf.section(".debug_abbrev").position(at);
        for (long code = uleb(table); code != 0; code = uleb(table)) {
            int tag = (int) uleb(table);
            boolean children = table.get() != 0;
            List<Attribute> attributes = new ArrayList<>();
            while (true) {
                long name = uleb(table);
                long form = uleb(table);
                long implicit = form == Dwarf.FORM_IMPLICIT_CONST ? sleb(table) : 0;
                if (name == 0 && form == 0) {
                    break;
                }
                attributes.add(new Attribute((int) name, (int) form, implicit));
            }
            abbreviations.put(code, new Abbreviation(tag, children, attributes));
        }
    }

    /** Reads one value: a {@link Long}, a {@link String}, or null for bytes nobody needs here. */
    private @Nullable Object value(int form, long implicit) {
        return switch (form) {
            case 0x0b, 0x0c -> (long) (info.get() & 0xFF); // data1, flag
            case 0x05 -> (long) (info.getShort() & 0xFFFF); // data2
            case 0x06 -> info.getInt() & 0xFFFF_FFFFL; // data4
            case 0x01, 0x07, 0x20 -> info.getLong(); // addr, data8, ref_sig8
            case 0x0d -> sleb(info);
            case 0x0f -> uleb(info);
            case 0x17 -> info.getInt() & 0xFFFF_FFFFL; // sec_offset
            case 0x19 -> 1L; // flag_present
            case Dwarf.FORM_IMPLICIT_CONST -> implicit;
            case 0x11 -> start + (long) (info.get() & 0xFF); // ref1
            case 0x12 -> start + (long) (info.getShort() & 0xFFFF); // ref2
            case 0x13 -> start + (info.getInt() & 0xFFFF_FFFFL); // ref4
            case 0x14 -> start + info.getLong(); // ref8
            case 0x15 -> start + uleb(info); // ref_udata
            case 0x10 -> info.getInt() & 0xFFFF_FFFFL; // ref_addr
            case 0x08 -> string(info);
            case 0x0e -> string(strings, info.getInt());
            case 0x1f -> string(lineStrings, info.getInt());
            case 0x1e -> skip(16); // data16
            case 0x18, 0x09 -> skip(uleb(info)); // exprloc, block
            case 0x0a -> skip(info.get() & 0xFF); // block1
            case 0x03 -> skip(info.getShort() & 0xFFFF); // block2
            case 0x04 -> skip(info.getInt()); // block4
            default -> throw Dwarf.damaged("form 0x" + Integer.toHexString(form) + " is not one gcc writes here");
        };
    }

    private @Nullable Object skip(long bytes) {
        info.position(Math.toIntExact(info.position() + bytes));
        return null;
    }

    static String string(ByteBuffer from, int at) {
        return string(from.duplicate().position(at));
    }

    static String string(ByteBuffer from) {
        int begin = from.position();
        int length = 0;
        while (from.get() != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        from.get(begin, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static long uleb(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = from.get();
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    static long sleb(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; ) {
            byte b = from.get();
            value |= (b & 0x7FL) << shift;
            shift += 7;
            if (b >= 0) {
                return shift < 64 && (b & 0x40) != 0 ? value | -1L << shift : value;
            }
        }
    }
}
