package dev.ferrite.runtime.cred;

import dev.ferrite.runtime.proc.ProcText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How ids inside the caller's user namespace and those of the namespace around it correspond: {@code uid_map}.
 *
 * <p>A process with more than one thread cannot enter another user namespace, and a map is written once: so once it is
 * written it is read once a JVM. Thread-safe.
 */
final class IdMap {
    static final int INVALID = -1;

    private static volatile @Nullable IdMap uids;
    private static volatile @Nullable IdMap gids;

    /** Triples: first id inside, first id outside, how many. */
    private final long[] ranges;

    private IdMap(long[] ranges) {
        this.ranges = ranges;
    }

    static IdMap uids() {
        IdMap map = uids;
        if (map == null) {
            map = parse(ProcText.read("/proc/self/uid_map"));
            uids = map.ranges.length == 0 ? null : map;
        }
        return map;
    }

    static IdMap gids() {
        IdMap map = gids;
        if (map == null) {
            map = parse(ProcText.read("/proc/self/gid_map"));
            gids = map.ranges.length == 0 ? null : map;
        }
        return map;
    }

    static IdMap parse(ProcText text) {
        long[] ranges = new long[12];
        int used = 0;
        text.skipBlanks();
        while (!text.atEnd()) {
            if (used == ranges.length) {
                ranges = Arrays.copyOf(ranges, used * 2);
            }
            ranges[used++] = text.number();
            ranges[used++] = text.number();
            ranges[used++] = text.number();
            text.expect('\n');
            text.skipBlanks();
        }
        return new IdMap(Arrays.copyOf(ranges, used));
    }

    /** The id outside, or {@link #INVALID}. */
    int outside(int inside) {
        return map(inside, 0, 1);
    }

    /** The id inside, or {@link #INVALID}. */
    int inside(int outside) {
        return map(outside, 1, 0);
    }

    private int map(int id, int from, int to) {
        long wanted = Integer.toUnsignedLong(id);
        for (int i = 0; i < ranges.length; i += 3) {
            long offset = wanted - ranges[i + from];
            if (offset >= 0 && offset < ranges[i + 2]) {
                return (int) (ranges[i + to] + offset);
            }
        }
        return INVALID;
    }
}
