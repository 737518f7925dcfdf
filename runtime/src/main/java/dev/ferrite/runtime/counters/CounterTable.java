package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.runtime.counters.Reading.Kind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes counters in the layout of Agrona's {@code CountersManager}, so that its {@code CountersReader} reads them. One
 * thread writes; any number read.
 *
 * <p>Written by hand because Agrona's buffers need a flag of the JVM that switches its class cache off, which is most of
 * what makes {@code ferrite boot} start fast: who publishes shall not pay for who reads (decision 0020).
 */
final class CounterTable {
    /*
     *   metadata, 512 bytes a counter
     *     +0    int   state: 0 never used, which ends the table; 1 in use; -1 given back
     *     +4    int   type
     *     +8    long  when it may be used anew: never, while in use
     *     +16   key: int length, bytes
     *     +128  int   length of the label
     *     +132  label
     *   values, 128 bytes a counter
     *     +0    long  value
     *
     * The state is stored last, released: who acquires IN_USE sees the rest. An entry that is given back and used anew
     * may show a reader that was slow the other counter's name; it looks again after a while.
     */
    static final int TYPE_COUNTER = 1;
    static final int TYPE_GAUGE = 2;

    private static final int METADATA_STEP = 512;
    private static final int VALUE_STEP = 128;
    private static final int TYPE = 4;
    private static final int REUSE = 8;
    private static final int KEY = 16;
    private static final int LABEL = 128;
    private static final int MAX_LABEL = 380;
    private static final int IN_USE = 1;
    private static final int GIVEN_BACK = -1;

    private final long metadata;
    private final long values;
    private final Map<String, Integer> ids = new HashMap<>();
    private final BitSet used = new BitSet();

    /** A table in zeroed memory that stays mapped while this writes. */
    CounterTable(long base) {
        this.metadata = base + CountersHeader.METADATA;
        this.values = base + CountersHeader.VALUES;
    }

    /** Copies readings; what is not among them any more is taken out. */
    void set(List<Reading> readings) {
        Set<String> gone = new HashSet<>(ids.keySet());
        readings.forEach(reading -> gone.remove(reading.name()));
        for (String name : gone) {
            Integer id = ids.remove(name);
            if (id != null) {
                used.clear(id);
                Words.setIntRelease(entry(id), GIVEN_BACK);
            }
        }
        for (Reading reading : readings) {
            Integer known = ids.get(reading.name());
            int id = known == null ? used.nextClearBit(0) : known;
            if (id >= Counters.MAX) {
                Warn.once(
                        "counters-full", "counter " + reading.name() + " is not published: there are " + Counters.MAX);
                continue;
            }
            Words.setLongRelease(values + (long) id * VALUE_STEP, reading.value());
            if (known == null) {
                add(id, reading);
            }
        }
    }

    private void add(int id, Reading reading) {
        long entry = entry(id);
        Words.setIntPlain(entry + TYPE, reading.kind() == Kind.COUNTER ? TYPE_COUNTER : TYPE_GAUGE);
        Words.setLongPlain(entry + REUSE, Long.MAX_VALUE);
        put(entry + KEY, reading.name().getBytes(StandardCharsets.US_ASCII), Counters.MAX_NAME);
        put(entry + LABEL, reading.help().getBytes(StandardCharsets.UTF_8), MAX_LABEL);
        used.set(id);
        ids.put(reading.name(), id);
        Words.setIntRelease(entry, IN_USE);
    }

    private static void put(long at, byte[] text, int max) {
        int length = Math.min(text.length, max);
        for (int i = 0; i < length; i++) {
            Words.setBytePlain(at + Integer.BYTES + i, text[i]);
        }
        Words.setIntRelease(at, length);
    }

    private long entry(int id) {
        // SAFETY: ids are below MAX, and the region has room for as many.
        return metadata + (long) id * METADATA_STEP;
    }
}
