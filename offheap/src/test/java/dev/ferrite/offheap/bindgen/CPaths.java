package dev.ferrite.offheap.bindgen;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import java.util.ArrayList;
import java.util.List;

/** Every place inside a record that C code can name. */
public final class CPaths {
    private CPaths() {}

    /**
     * A place.
     *
     * @param path as C writes it: {@code data[2].further[1].deep}
     * @param steps the same, one member or index a step: {@link Member} or {@link Integer}
     * @param type its type
     * @param bitOffset from the start of the record
     * @param bitSize of a bit-field, else 0
     */
    public record Place(String path, List<Object> steps, CType type, long bitOffset, int bitSize) {
        /** Whether nothing more can be named inside. */
        public boolean isLeaf() {
            return !(type.bare() instanceof CRecord) && !(type.bare() instanceof Array);
        }
    }

    /** All places, outer ones before inner ones. Of a flexible array there is the array only. */
    public static List<Place> of(CRecord record) {
        List<Place> places = new ArrayList<>();
        members(record, new Place("", List.of(), record, 0, 0), places);
        return places;
    }

    private static void members(CRecord record, Place at, List<Place> into) {
        for (Member member : record.members()) {
            if (member.name().isEmpty()) {
                CRecord anonymous = (CRecord) member.type().bare();
                members(anonymous, new Place(at.path, at.steps, anonymous, at.bitOffset + member.bitOffset(), 0), into);
            } else {
                String path = at.path.isEmpty() ? member.name() : at.path + "." + member.name();
                List<Object> steps = plus(at.steps, member);
                visit(new Place(path, steps, member.type(), at.bitOffset + member.bitOffset(), member.bitSize()), into);
            }
        }
    }

    private static void visit(Place place, List<Place> into) {
        into.add(place);
        if (place.type.bare() instanceof Array array) {
            for (int i = 0; i < array.count(); i++) {
                visit(
                        new Place(
                                place.path + "[" + i + "]",
                                plus(place.steps, i),
                                array.element(),
                                place.bitOffset + i * array.element().size() * 8,
                                0),
                        into);
            }
        } else if (place.type.bare() instanceof CRecord record) {
            members(record, place, into);
        }
    }

    private static List<Object> plus(List<Object> steps, Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
