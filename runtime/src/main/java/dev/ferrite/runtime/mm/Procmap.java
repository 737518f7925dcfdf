package dev.ferrite.runtime.mm;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two ioctls on {@code /proc/PID/maps} and {@code pagemap}. The structs are {@code procmap_query} (Linux 6.11) and
 * {@code pm_scan_arg} (Linux 6.7) of {@code linux/fs.h}; Debian 12's headers are older, so the offsets stand here.
 */
final class Procmap {
    private static final int PROCMAP_QUERY = 0xC068_6611;
    private static final int QUERY_BYTES = 104;
    private static final int NAME_BYTES = 4096;

    private static final int PAGEMAP_SCAN = 0xC060_6610;
    private static final int SCAN_BYTES = 96;
    private static final int REGION_BYTES = 24;
    private static final int REGIONS = 512;
    private static final long PAGE_IS_HUGE = 1 << 6;

    private Procmap() {}

    /** The range around an address: null if there is none. */
    static @Nullable Vma query(int maps, long address) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment query = arena.allocate(QUERY_BYTES, 8);
            MemorySegment name = arena.allocate(NAME_BYTES);
            query.set(ValueLayout.JAVA_LONG, 0, QUERY_BYTES);
            query.set(ValueLayout.JAVA_LONG, 16, address);
            query.set(ValueLayout.JAVA_INT, 80, NAME_BYTES);
            query.set(ValueLayout.JAVA_LONG, 88, name.address());
            int result = Linux.ioctl(maps, PROCMAP_QUERY, query.address());
            if (result == Errno.ENOENT.negated()) {
                return null;
            }
            Errno.check(result, "PROCMAP_QUERY address=0x" + Long.toHexString(address));
            return new Vma(
                    query.get(ValueLayout.JAVA_LONG, 24),
                    query.get(ValueLayout.JAVA_LONG, 32),
                    (int) query.get(ValueLayout.JAVA_LONG, 40) & 0xF,
                    query.get(ValueLayout.JAVA_LONG, 56),
                    query.get(ValueLayout.JAVA_INT, 72),
                    query.get(ValueLayout.JAVA_INT, 76),
                    query.get(ValueLayout.JAVA_LONG, 64),
                    query.get(ValueLayout.JAVA_INT, 80) == 0 ? "" : name.getString(0));
        }
    }

    /** Whether the kernel has no such ioctl. */
    static boolean isMissing(ErrnoException e) {
        return e.errno().equals(Errno.ENOTTY);
    }

    /** The parts of a range that huge pages map, as pairs of address and length. */
    static List<HugeRange> hugeRanges(int pagemap, long address, long length) {
        List<HugeRange> found = new ArrayList<>();
        long end = address + length;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scan = arena.allocate(SCAN_BYTES, 8);
            MemorySegment regions = arena.allocate(REGION_BYTES * REGIONS, 8);
            scan.set(ValueLayout.JAVA_LONG, 0, SCAN_BYTES);
            scan.set(ValueLayout.JAVA_LONG, 24, end);
            scan.set(ValueLayout.JAVA_LONG, 40, regions.address());
            scan.set(ValueLayout.JAVA_LONG, 48, REGIONS);
            scan.set(ValueLayout.JAVA_LONG, 72, PAGE_IS_HUGE);
            scan.set(ValueLayout.JAVA_LONG, 88, PAGE_IS_HUGE);
            for (long at = address; at < end; ) {
                scan.set(ValueLayout.JAVA_LONG, 16, at);
                int filled = (int) Errno.check(
                        Linux.ioctl(pagemap, PAGEMAP_SCAN, scan.address()),
                        "PAGEMAP_SCAN address=0x" + Long.toHexString(at) + " end=0x" + Long.toHexString(end));
                for (int i = 0; i < filled; i++) {
                    long from = regions.get(ValueLayout.JAVA_LONG, (long) i * REGION_BYTES);
                    long to = regions.get(ValueLayout.JAVA_LONG, (long) i * REGION_BYTES + 8);
                    found.add(new HugeRange(from, to - from));
                }
                long walked = scan.get(ValueLayout.JAVA_LONG, 32);
                if (walked <= at) {
                    break;
                }
                at = walked;
            }
        }
        return found;
    }
}
