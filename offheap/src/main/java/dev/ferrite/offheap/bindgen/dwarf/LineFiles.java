package dev.ferrite.offheap.bindgen.dwarf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The source files of a unit, from the header of its line table (DWARF 5, section 6.2.4). */
final class LineFiles {
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;

    private LineFiles() {}

    /** Paths by the number that entries use. */
    static List<String> read(ElfFile elf, int at) {
        ByteBuffer lines = elf.section(".debug_line");
        if (at >= lines.limit()) {
            return List.of();
        }
        ByteBuffer strings = elf.section(".debug_str");
        ByteBuffer lineStrings = elf.section(".debug_line_str");
        int version = lines.getShort(at + 4);
        if (version != 5) {
            throw Dwarf.damaged("line table version " + version);
        }
        lines.position(at + 4 + 2 + 1 + 1 + 4); // length, version, address size, segment size, header length
        lines.position(lines.position() + 5); // instruction length, operations, is_stmt, line base, line range
        int opcodes = lines.get() & 0xFF;
        lines.position(lines.position() + opcodes - 1);
        List<Object[]> directories = table(lines, strings, lineStrings);
        List<Object[]> files = table(lines, strings, lineStrings);
        List<String> paths = new ArrayList<>();
        for (Object[] file : files) {
            String path = (String) file[0];
            int directory = (int) (long) file[1];
            boolean relative = !path.startsWith("/") && directory > 0 && directory < directories.size();
            paths.add(relative ? directories.get(directory)[0] + "/" + path : path);
        }
        return paths;
    }

    private static List<Object[]> table(ByteBuffer lines, ByteBuffer strings, ByteBuffer lineStrings) {
        int columns = lines.get() & 0xFF;
        int[] contents = new int[columns];
        int[] forms = new int[columns];
        for (int i = 0; i < columns; i++) {
            contents[i] = (int) DwarfUnit.uleb(lines);
            forms[i] = (int) DwarfUnit.uleb(lines);
        }
        List<Object[]> rows = new ArrayList<>();
        if (columns == 0) {
            return rows;
        }
        for (long n = DwarfUnit.uleb(lines); n > 0; n--) {
            Object[] row = {"", 0L};
            for (int i = 0; i < columns; i++) {
                Object value = switch (forms[i]) {
                    case 0x08 -> DwarfUnit.string(lines);
                    case 0x0e -> DwarfUnit.string(strings, lines.getInt());
                    case 0x1f -> DwarfUnit.string(lineStrings, lines.getInt());
                    case 0x0b -> (long) (lines.get() & 0xFF);
                    case 0x05 -> (long) (lines.getShort() & 0xFFFF);
                    case 0x0f -> DwarfUnit.uleb(lines);
                    case 0x1e -> {
                        lines.position(lines.position() + 16);
                        yield 0L;
                    }
                    default -> throw Dwarf.damaged("form 0x" + Integer.toHexString(forms[i]) + " in line table");
                };
                if (contents[i] == CONTENT_PATH || contents[i] == CONTENT_DIRECTORY) {
                    row[contents[i] - 1] = value;
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
