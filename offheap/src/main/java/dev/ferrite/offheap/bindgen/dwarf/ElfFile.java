package dev.ferrite.offheap.bindgen.dwarf;

import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sections and symbols of an ELF file of 64 bits, little endian, read into memory whole. */
public final class ElfFile {
    private static final int MAGIC = 0x464C457F;
    private static final int SHT_SYMTAB = 2;
    private static final int SHT_RELA = 4;
    private static final int SHT_NOBITS = 8;
    private static final long SHF_COMPRESSED = 0x800;

    private final ByteBuffer file;
    private final List<Section> sections = new ArrayList<>();

    private record Section(String name, int type, long flags, long offset, long size, int link, int info) {}

    private ElfFile(ByteBuffer file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its sections
     * @throws BindingException if it cannot be read, or is not such a file
     */
    public static ElfFile read(Path path) {
        try {
            return parse(Files.readAllBytes(path), path.toString());
        } catch (IOException e) {
            throw new BindingException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    static ElfFile parse(byte[] bytes, String name) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 64 || buffer.getInt(0) != MAGIC || bytes[4] != 2 || bytes[5] != 1) {
            throw new BindingException("not a 64-bit little-endian ELF file: " + name);
        }
        ElfFile elf = new ElfFile(buffer);
        try {
            elf.readSections();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new BindingException("cut short or damaged ELF file: " + name, e);
        }
        return elf;
    }

    private void readSections() {
        int table = Math.toIntExact(file.getLong(0x28));
        int entry = file.getShort(0x3A) & 0xFFFF;
        int count = file.getShort(0x3C) & 0xFFFF;
        int names = file.getShort(0x3E) & 0xFFFF;
        Objects.checkFromIndexSize(table, (long) count * entry, file.limit());
        long namesAt = count == 0 ? 0 : file.getLong(table + names * entry + 0x18);
        for (int i = 0; i < count; i++) {
            int at = table + i * entry;
            sections.add(new Section(
                    string(Math.toIntExact(namesAt) + file.getInt(at)),
                    file.getInt(at + 4),
                    file.getLong(at + 8),
                    file.getLong(at + 0x18),
                    file.getLong(at + 0x20),
                    file.getInt(at + 0x28),
                    file.getInt(at + 0x2C)));
        }
    }

    private String string(int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - at];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The bytes of a section.
     *
     * @param name such as {@code .debug_info}
     * @return a little-endian view; empty if there is no such section
     * @throws BindingException if it is compressed
     */
    public ByteBuffer section(String name) {
        for (Section section : sections) {
            if (section.name.equals(name)) {
                if ((section.flags & SHF_COMPRESSED) != 0) {
                    throw new BindingException("section " + name + " is compressed: compile with -gz=none");
                }
                return bytes(section);
            }
        }
        return ByteBuffer.allocate(0);
    }

    private ByteBuffer bytes(Section section) {
        return section.type == SHT_NOBITS
                ? ByteBuffer.allocate(Math.toIntExact(section.size)).order(ByteOrder.LITTLE_ENDIAN)
                : file.slice(Math.toIntExact(section.offset), Math.toIntExact(section.size))
                        .order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The initial values of the objects that a relocatable file defines; objects that hold an address, which only the
     * linker knows, are left out.
     *
     * @return a little-endian view for each symbol with a size, by name
     */
    public Map<String, ByteBuffer> objects() {
        Map<String, ByteBuffer> objects = new HashMap<>();
        for (Section table : sections) {
            if (table.type != SHT_SYMTAB) {
                continue;
            }
            int names = Math.toIntExact(sections.get(table.link).offset);
            for (long at = table.offset; at < table.offset + table.size; at += 24) {
                int symbol = Math.toIntExact(at);
                int home = file.getShort(symbol + 6) & 0xFFFF;
                int value = Math.toIntExact(file.getLong(symbol + 8));
                int size = Math.toIntExact(file.getLong(symbol + 16));
                if (home != 0 && home < sections.size() && size > 0 && !isRelocated(home, value, size)) {
                    objects.put(
                            string(names + file.getInt(symbol)),
                            bytes(sections.get(home)).slice(value, size).order(ByteOrder.LITTLE_ENDIAN));
                }
            }
        }
        return objects;
    }

    private boolean isRelocated(int home, long value, long size) {
        for (Section table : sections) {
            if (table.type == SHT_RELA && table.info == home) {
                for (long at = table.offset; at < table.offset + table.size; at += 24) {
                    long place = file.getLong(Math.toIntExact(at));
                    if (place >= value && place < value + size) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
