package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which records sit inside others at addresses below their own alignment, as {@code epoll_data} does in the packed
 * {@code epoll_event}: their plain accessors must take any address.
 */
final class UnalignedUse {
    private final Set<CRecord> found = new HashSet<>();
    private final Set<CRecord> walked = new HashSet<>();

    private UnalignedUse() {}

    static Set<CRecord> in(Collection<CRecord> records) {
        UnalignedUse use = new UnalignedUse();
        records.forEach(record -> use.walk(record, false));
        return use.found;
    }

    private void walk(CRecord record, boolean unaligned) {
        boolean isNew = unaligned ? found.add(record) : walked.add(record);
        if (!isNew) {
            return;
        }
        for (Field field : Field.of(record)) {
            CRecord inner = CType.recordOf(field.type());
            if (inner != null) {
                walk(inner, unaligned || !Field.isAligned(record, inner, field.offset()));
            }
        }
    }
}
