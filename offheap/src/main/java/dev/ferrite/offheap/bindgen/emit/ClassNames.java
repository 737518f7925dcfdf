package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which Java class stands for which record. A record that only a member names ({@code struct {...} data[15]}) is a
 * nested class of the one around it.
 */
public final class ClassNames {
    /** What emitted code itself calls by simple name. */
    private static final Set<String> USED = Set.of(
            "Byte",
            "Fields",
            "Integer",
            "MemoryLayout",
            "MemorySegment",
            "Objects",
            "Short",
            "String",
            "StructLayout",
            "StructType",
            "ValueLayout",
            "VarHandle",
            "Words");

    private final IdentityHashMap<CRecord, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<CRecord, List<CRecord>> nested = new IdentityHashMap<>();
    private final Map<String, CRecord> taken = new HashMap<>();

    /**
     * Names for records and what is nested in them.
     *
     * @param records the named records to emit
     * @param reserved class names that are taken
     */
    public ClassNames(Collection<CRecord> records, Set<String> reserved) {
        for (CRecord record : records) {
            String name = JavaNames.type(record.name());
            if (isTaken(name, reserved)) {
                name = JavaNames.keep(record.name());
            }
            while (isTaken(name, reserved)) {
                name += "_";
            }
            put(record, name);
        }
        records.forEach(record -> nest(record, record, new HashSet<>()));
    }

    private boolean isTaken(String name, Set<String> reserved) {
        return USED.contains(name) || taken.containsKey(name) || reserved.contains(name);
    }

    /**
     * One known name, for records whose class exists already.
     *
     * @param record the record
     * @param name its class, as the emitted class refers to it
     */
    public void put(CRecord record, String name) {
        taken.put(name, record);
        names.put(record, name);
    }

    private void nest(CRecord outer, CRecord record, Set<String> used) {
        for (Member member : record.members()) {
            CRecord inner = CType.recordOf(member.type());
            if (inner == null || !inner.name().isEmpty()) {
                continue;
            }
            if (member.name().isEmpty()) {
                nest(outer, inner, used);
            } else if (!names.containsKey(inner)) {
                String simple = JavaNames.type(member.name());
                while (USED.contains(simple) || of(outer).endsWith(simple) || !used.add(simple)) {
                    simple += "_";
                }
                names.put(inner, of(outer) + "." + simple);
                nested.computeIfAbsent(outer, r -> new ArrayList<>()).add(inner);
                nest(inner, inner, new HashSet<>(used));
            }
        }
    }

    /**
     * The class of a record.
     *
     * @param record the record
     * @return its name within the package, with dots for nested classes
     */
    public String of(CRecord record) {
        String name = names.get(record);
        if (name == null) {
            throw new IllegalArgumentException("record has no class: " + record + " at " + record.source());
        }
        return name;
    }

    /**
     * Whether a record has a class.
     *
     * @param record the record
     * @return true if {@link #of} knows it
     */
    public boolean has(CRecord record) {
        return names.containsKey(record);
    }

    /**
     * The last part of a class name.
     *
     * @param record the record
     * @return the simple name
     */
    String simple(CRecord record) {
        String name = of(record);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The records that become nested classes.
     *
     * @param record the record around them
     * @return in source order
     */
    List<CRecord> nestedIn(CRecord record) {
        return nested.getOrDefault(record, List.of());
    }
}
