package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.runtime.counters.Reading.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;
import org.jspecify.annotations.Nullable;

/** Counters in Agrona's layout: the only class that refers to Agrona; loaded after {@link AgronaNeeds}
 * has said yes. One thread writes; any number read. */
final class AgronaTable {
    private static final int TYPE_COUNTER = 1;
    private static final int TYPE_GAUGE = 2;

    private final CountersManager manager;
    private final Map<String, Integer> ids = new HashMap<>();
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[CountersReader.MAX_KEY_LENGTH]);
    private final UnsafeBuffer label = new UnsafeBuffer(new byte[CountersReader.MAX_LABEL_LENGTH]);

    private AgronaTable(CountersManager manager) {
        this.manager = manager;
    }

    /** Where values are put. The memory must stay mapped. */
    static AgronaTable over(long base) {
        // SAFETY: the region is BYTES long, and its owner unmaps it after the thread that writes here has ended.
        return new AgronaTable(new CountersManager(
                new UnsafeBuffer(base + CountersHeader.METADATA, CountersHeader.METADATA_BYTES),
                new UnsafeBuffer(base + CountersHeader.VALUES, CountersHeader.VALUES_BYTES)));
    }

    /** Copies readings; what is not among them any more is taken out. */
    void set(List<Reading> readings) {
        Set<String> gone = new HashSet<>(ids.keySet());
        for (Reading reading : readings) {
            gone.remove(reading.name());
            Integer id = ids.get(reading.name());
            if (id == null) {
                id = allocate(reading);
            }
            if (id != null) {
                manager.setCounterValue(id, reading.value());
            }
        }
        for (String name : gone) {
            Integer id = ids.remove(name);
            if (id != null) {
                manager.free(id);
            }
        }
    }

    private @Nullable Integer allocate(Reading reading) {
        int keyLength = key.putStringAscii(0, reading.name());
        byte[] help = reading.help().getBytes(StandardCharsets.UTF_8);
        int labelLength = Math.min(help.length, CountersReader.MAX_LABEL_LENGTH);
        label.putBytes(0, help, 0, labelLength);
        try {
            int id = manager.allocate(
                    reading.kind() == Kind.COUNTER ? TYPE_COUNTER : TYPE_GAUGE,
                    key,
                    0,
                    keyLength,
                    label,
                    0,
                    labelLength);
            ids.put(reading.name(), id);
            return id;
        } catch (IllegalStateException full) {
            Warn.once("counters-full", "counter " + reading.name() + " is not published: " + full.getMessage());
            return null;
        }
    }

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
                readings.add(new Reading(
                        name, type == TYPE_GAUGE ? Kind.GAUGE : Kind.COUNTER, help, reader.getCounterValue(id)));
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
