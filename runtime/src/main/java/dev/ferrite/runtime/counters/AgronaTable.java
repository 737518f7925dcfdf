package dev.ferrite.runtime.counters;

import dev.ferrite.runtime.counters.Reading.Kind;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/** Published counters, read by Agrona: the only class that refers to it. Loaded after {@link AgronaNeeds} has said yes. */
final class AgronaTable {
    private AgronaTable() {}

    /** Reads what another process published; the view must be kept by the caller. */
    static List<Reading> read(long base) {
        // SAFETY: CountersHeader.check has found the region BYTES long and sealed; nothing here writes.
        CountersReader reader = new CountersReader(
                new UnsafeBuffer(base + CountersHeader.METADATA, CountersHeader.METADATA_BYTES),
                new UnsafeBuffer(base + CountersHeader.VALUES, CountersHeader.VALUES_BYTES));
        List<Reading> readings = new ArrayList<>();
        reader.forEach((id, type, key, help) -> {
            String name = name(key);
            if (!name.isEmpty()) {
                Kind kind = type == CounterTable.TYPE_GAUGE ? Kind.GAUGE : Kind.COUNTER;
                readings.add(new Reading(name, kind, help, reader.getCounterValue(id)));
            }
        });
        return readings;
    }

    /** Empty if an entry is just being made anew for another counter. */
    private static String name(DirectBuffer key) {
        int length = key.getInt(0);
        return length <= 0 || length > key.capacity() - Integer.BYTES ? "" : key.getStringAscii(0);
    }
}
