package dev.ferrite.offheap.bindgen.dwarf;

import dev.ferrite.offheap.bindgen.dwarf.DwarfUnit.Entry;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that a compiled header declares: records, enums and typedefs at its top level.
 *
 * <p>Alignment is not in the debug information; records come with alignment 0 and the caller asks the compiler.
 */
public final class DwarfTypes {
    private static final int POINTER_SIZE = 8;

    private final List<CRecord> records = new ArrayList<>();
    private final List<Enumeration> enumerations = new ArrayList<>();
    private final List<Typedef> typedefs = new ArrayList<>();
    private final Map<Entry, CType> done = new HashMap<>();

    private DwarfTypes() {}

    /**
     * Reads a shared object.
     *
     * @param file compiled with {@code -gdwarf-5 -fno-eliminate-unused-debug-types}
     * @return its types
     * @throws dev.ferrite.offheap.bindgen.model.BindingException if the file is not what it should be
     */
    public static DwarfTypes read(Path file) {
        return of(ElfFile.read(file));
    }

    static DwarfTypes of(ElfFile elf) {
        return Dwarf.guard(() -> readUnits(elf));
    }

    private static DwarfTypes readUnits(ElfFile elf) {
        DwarfTypes types = new DwarfTypes();
        for (DwarfUnit unit : DwarfUnit.all(elf)) {
            List<String> files = LineFiles.read(elf, (int) unit.root().number(Dwarf.AT_STMT_LIST, Integer.MAX_VALUE));
            types.new Reader(unit, files).topLevel();
        }
        return types;
    }

    /**
     * Structs and unions with a definition, in source order, those inside others too if they have a name.
     *
     * @return records with a tag or a typedef
     */
    public List<CRecord> records() {
        return records;
    }

    /**
     * Enums in source order, also those without a tag.
     *
     * @return all enums
     */
    public List<Enumeration> enumerations() {
        return enumerations;
    }

    /**
     * Typedefs in source order.
     *
     * @return all typedefs
     */
    public List<Typedef> typedefs() {
        return typedefs;
    }

    private final class Reader {
        private final DwarfUnit unit;
        private final List<String> files;
        private final Set<Entry> open = new HashSet<>();

        Reader(DwarfUnit unit, List<String> files) {
            this.unit = unit;
            this.files = files;
        }

        void topLevel() {
            for (Entry entry : unit.root().children) {
                switch (entry.tag) {
                    case Dwarf.TAG_STRUCTURE, Dwarf.TAG_UNION, Dwarf.TAG_ENUMERATION -> type(entry);
                    case Dwarf.TAG_TYPEDEF -> typedef(entry);
                    default -> {}
                }
            }
            for (Entry entry : unit.root().children) {
                if (done.get(entry) instanceof CRecord record && !record.name().isEmpty()) {
                    records.add(record);
                } else if (done.get(entry) instanceof Enumeration enumeration) {
                    enumerations.add(enumeration);
                }
            }
        }

        private void typedef(Entry entry) {
            Typedef typedef = (Typedef) type(entry);
            typedefs.add(typedef);
            if (typedef.target() instanceof CRecord record && record.name().isEmpty()) {
                record.typedef(typedef.name());
            }
        }

        private CType type(@Nullable Entry entry) {
            if (entry == null) {
                return new Incomplete("void");
            }
            CType known = done.get(entry);
            if (known == null) {
                if (!open.add(entry)) {
                    throw Dwarf.damaged("type at " + entry.offset + " contains itself");
                }
                known = make(entry);
                open.remove(entry);
                done.put(entry, known);
            }
            return known;
        }

        private CType target(Entry entry) {
            return type(unit.target(entry));
        }

        private CType make(Entry entry) {
            return switch (entry.tag) {
                case Dwarf.TAG_BASE -> scalar(entry);
                case Dwarf.TAG_POINTER -> new Pointer(target(entry), entry.number(Dwarf.AT_BYTE_SIZE, POINTER_SIZE));
                case Dwarf.TAG_TYPEDEF -> new Typedef(entry.name(), target(entry));
                case Dwarf.TAG_CONST -> new Qualified("const", target(entry));
                case Dwarf.TAG_VOLATILE -> new Qualified("volatile", target(entry));
                case Dwarf.TAG_RESTRICT -> new Qualified("restrict", target(entry));
                case Dwarf.TAG_ATOMIC -> new Qualified("_Atomic", target(entry));
                case Dwarf.TAG_ARRAY -> array(entry);
                case Dwarf.TAG_ENUMERATION -> enumeration(entry);
                case Dwarf.TAG_SUBROUTINE -> function(entry);
                case Dwarf.TAG_STRUCTURE, Dwarf.TAG_UNION -> record(entry);
                default -> throw Dwarf.damaged("tag 0x" + Integer.toHexString(entry.tag) + " is not a type of C");
            };
        }

        private Scalar scalar(Entry entry) {
            long size = entry.number(Dwarf.AT_BYTE_SIZE, 0);
            Kind kind = switch ((int) entry.number(Dwarf.AT_ENCODING, 0)) {
                case Dwarf.ATE_BOOLEAN -> Kind.BOOL;
                case Dwarf.ATE_FLOAT -> size <= 8 ? Kind.FLOAT : Kind.OTHER;
                case Dwarf.ATE_SIGNED, Dwarf.ATE_SIGNED_CHAR -> size <= 8 ? Kind.SIGNED : Kind.OTHER;
                case Dwarf.ATE_UNSIGNED, Dwarf.ATE_UNSIGNED_CHAR, Dwarf.ATE_UTF ->
                    size <= 8 ? Kind.UNSIGNED : Kind.OTHER;
                default -> Kind.OTHER;
            };
            return new Scalar(entry.name(), kind, size);
        }

        private CType array(Entry entry) {
            CType type = target(entry);
            List<Entry> ranges = entry.children.stream()
                    .filter(c -> c.tag == Dwarf.TAG_SUBRANGE)
                    .toList();
            for (Entry range : ranges.reversed()) {
                long count = range.has(Dwarf.AT_COUNT)
                        ? range.number(Dwarf.AT_COUNT, 0)
                        : range.number(Dwarf.AT_UPPER_BOUND, -1) + 1;
                type = new Array(type, count);
            }
            return type;
        }

        private CType enumeration(Entry entry) {
            if (entry.has(Dwarf.AT_DECLARATION)) {
                return new Incomplete("enum " + entry.name());
            }
            boolean signed = target(entry) instanceof Scalar s && s.kind() == Kind.SIGNED;
            List<Enumerator> values = entry.children.stream()
                    .filter(c -> c.tag == Dwarf.TAG_ENUMERATOR)
                    .map(c -> new Enumerator(c.name(), c.number(Dwarf.AT_CONST_VALUE, 0)))
                    .toList();
            return new Enumeration(entry.name(), entry.number(Dwarf.AT_BYTE_SIZE, 4), signed, values, source(entry));
        }

        private Function function(Entry entry) {
            List<CType> parameters = new ArrayList<>();
            boolean variadic = false;
            for (Entry child : entry.children) {
                if (child.tag == Dwarf.TAG_FORMAL_PARAMETER) {
                    parameters.add(target(child));
                } else if (child.tag == Dwarf.TAG_UNSPECIFIED_PARAMETERS) {
                    variadic = true;
                }
            }
            return new Function(target(entry), parameters, variadic);
        }

        private CType record(Entry entry) {
            boolean union = entry.tag == Dwarf.TAG_UNION;
            if (entry.has(Dwarf.AT_DECLARATION)) {
                return new Incomplete((union ? "union " : "struct ") + entry.name());
            }
            CRecord record = new CRecord(union, entry.name(), entry.number(Dwarf.AT_BYTE_SIZE, 0), 0, source(entry));
            done.put(entry, record); // before its members, which may point back
            for (Entry child : entry.children) {
                if (child.tag == Dwarf.TAG_MEMBER) {
                    int bits = (int) child.number(Dwarf.AT_BIT_SIZE, 0);
                    long offset = child.has(Dwarf.AT_DATA_BIT_OFFSET)
                            ? child.number(Dwarf.AT_DATA_BIT_OFFSET, 0)
                            : child.number(Dwarf.AT_MEMBER_LOCATION, 0) * 8;
                    record.members().add(new Member(child.name(), target(child), offset, bits, source(child), ""));
                }
            }
            return record;
        }

        private Source source(Entry entry) {
            int file = (int) entry.number(Dwarf.AT_DECL_FILE, -1);
            return new Source(
                    file >= 0 && file < files.size() ? files.get(file) : "", (int) entry.number(Dwarf.AT_DECL_LINE, 0));
        }
    }
}
