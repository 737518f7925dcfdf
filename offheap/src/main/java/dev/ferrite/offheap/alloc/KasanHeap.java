package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The KASAN twin of one allocator: wraps each block in redzones and keeps freed ones back. Loaded only when it is on.
 *
 * <pre>
 * raw block:   [ left redzone, 16 or more | the user's block | right redzone, 16 or more ]
 * redzone      0xCC        checked at free, on the way out of the quarantine, and by a sweep
 * fresh block  0x5A        unless zeroed
 * freed block  0x6B        checked on the way out of the quarantine, and by a sweep
 * </pre>
 */
final class KasanHeap implements Kasan.Source {
    private static final int ZONE = 16;
    private static final byte ZONE_BYTE = (byte) 0xCC;
    private static final byte FRESH_BYTE = 0x5A;
    private static final byte FREED_BYTE = 0x6B;
    private static final long QUARANTINE = 16L << 20;
    private static final long NEAR = 1 << 17;

    private final String name;
    private final Raw raw;
    private final ConcurrentSkipListMap<Long, Block> blocks = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Block> quarantine = new ConcurrentLinkedQueue<>();
    private final AtomicLong quarantined = new AtomicLong();

    /** Where raw memory comes from; addresses are multiples of 16. */
    interface Raw {
        long alloc(long size, int flags);

        void free(long address);

        long usableSize(long address, long asked);
    }

    /** Raw blocks of a slab allocator; what redzones make too large for it comes from pages. */
    record SlabBlocks(Kmalloc slabs) implements Raw {
        @Override
        public long alloc(long size, int flags) {
            return size <= Kmalloc.MAX_SIZE
                    ? slabs.raw(size, flags)
                    : Vmalloc.system().raw(size, flags);
        }

        @Override
        public void free(long address) {
            if (slabs.pool().contains(address)) {
                slabs.freeRaw(address);
            } else {
                Vmalloc.system().freeRaw(address);
            }
        }

        @Override
        public long usableSize(long address, long asked) {
            return asked <= Kmalloc.MAX_SIZE ? Kmalloc.blockSize(asked) : asked;
        }
    }

    /** Raw pages. */
    record PageBlocks(Vmalloc pages) implements Raw {
        @Override
        public long alloc(long size, int flags) {
            return pages.raw(size, flags);
        }

        @Override
        public void free(long address) {
            pages.freeRaw(address);
        }

        @Override
        public long usableSize(long address, long asked) {
            return asked;
        }
    }

    /** One block and its history; {@code freed} is set once, by the free that counts. */
    private record Block(
            long raw,
            long rawEnd,
            long address,
            long size,
            Throwable allocated,
            AtomicReference<@Nullable Throwable> freed) {
        long end() {
            return address + size;
        }
    }

    KasanHeap(String name, Raw raw) {
        this.name = name;
        this.raw = raw;
        Kasan.watch(this);
    }

    long alloc(long size, long align, int flags) {
        long total = ZONE + align + size + ZONE;
        long from = raw.alloc(total, flags & ~Gfp.__GFP_ZERO);
        if (from < 0) {
            evict(0);
            from = raw.alloc(total, flags & ~Gfp.__GFP_ZERO);
            if (from < 0) {
                return from;
            }
        }
        long rawEnd = from + raw.usableSize(from, total);
        long address = (from + ZONE + align - 1) & -align;
        Words.fill(from, address - from, ZONE_BYTE);
        Words.fill(address, size, (flags & Gfp.__GFP_ZERO) != 0 ? 0 : FRESH_BYTE);
        Words.fill(address + size, rawEnd - address - size, ZONE_BYTE);
        blocks.put(address, new Block(from, rawEnd, address, size, here(), new AtomicReference<>()));
        return address;
    }

    void free(long address) {
        Block block = blocks.get(address);
        if (block == null) {
            Map.Entry<Long, Block> below = blocks.floorEntry(address);
            Block near = below != null && address < below.getValue().rawEnd ? below.getValue() : null;
            throw thrown(report(KasanReport.Kind.INVALID_FREE, address, near));
        }
        if (!block.freed.compareAndSet(null, here())) {
            throw thrown(report(KasanReport.Kind.DOUBLE_FREE, address, block));
        }
        checkZones(block);
        Words.fill(address, block.size, FREED_BYTE);
        quarantine.add(block);
        if (quarantined.addAndGet(block.rawEnd - block.raw) > QUARANTINE) {
            evict(QUARANTINE);
        }
    }

    /** The size asked for, of a block in use. */
    long size(long address) {
        Block block = blocks.get(address);
        if (block == null || block.freed.get() != null) {
            throw thrown(report(
                    block == null ? KasanReport.Kind.INVALID_FREE : KasanReport.Kind.USE_AFTER_FREE, address, block));
        }
        return block.size;
    }

    boolean knows(long address) {
        return blocks.containsKey(address);
    }

    @Override
    public void check(long address, long bytes) {
        // The nearest blocks on both sides of the first byte decide; redzones keep blocks apart.
        Map.Entry<Long, Block> below = blocks.floorEntry(address);
        Map.Entry<Long, Block> above = blocks.higherEntry(address);
        if (below != null && address < below.getValue().rawEnd) {
            Block block = below.getValue();
            if (block.freed.get() != null) {
                throw thrown(report(KasanReport.Kind.USE_AFTER_FREE, address, block));
            }
            if (address + bytes > block.end()) {
                throw thrown(report(KasanReport.Kind.OUT_OF_BOUNDS, Math.max(address, block.end()), block));
            }
        } else if (above != null && address + bytes > above.getValue().raw && above.getKey() - address < NEAR) {
            throw thrown(report(KasanReport.Kind.OUT_OF_BOUNDS, address, above.getValue()));
        }
    }

    @Override
    public synchronized void sweep(List<KasanReport> found) {
        for (Block block : blocks.values()) {
            addDamage(found, block, zoneDamage(block));
        }
        for (Block block : quarantine) {
            addDamage(found, block, first(block.address, block.end(), FREED_BYTE));
        }
    }

    private void addDamage(List<KasanReport> found, Block block, long bad) {
        if (bad != 0) {
            found.add(damaged(block, bad));
        }
    }

    @Override
    public void leaks(List<KasanReport> found) {
        for (Block block : blocks.values()) {
            if (block.freed.get() == null) {
                found.add(report(KasanReport.Kind.LEAK, block.address, block));
            }
        }
    }

    /** Gives quarantined blocks back until so many bytes are left; never while a sweep looks at them. */
    private synchronized void evict(long keep) {
        while (quarantined.get() > keep) {
            Block block = quarantine.poll();
            if (block == null) {
                return;
            }
            quarantined.getAndAdd(block.raw - block.rawEnd);
            checkZones(block);
            long bad = first(block.address, block.end(), FREED_BYTE);
            if (bad != 0) {
                damaged(block, bad);
            }
            blocks.remove(block.address);
            raw.free(block.raw);
        }
    }

    private void checkZones(Block block) {
        long bad = zoneDamage(block);
        if (bad != 0) {
            damaged(block, bad);
        }
    }

    /** The first byte of a redzone that is not as it should be, or 0. */
    private static long zoneDamage(Block block) {
        long bad = first(block.raw, block.address, ZONE_BYTE);
        return bad != 0 ? bad : first(block.end(), block.rawEnd, ZONE_BYTE);
    }

    /** Reports a damaged byte once: the pattern is put back. */
    private KasanReport damaged(Block block, long bad) {
        boolean inside = bad >= block.address && bad < block.end();
        KasanReport report =
                warned(report(inside ? KasanReport.Kind.USE_AFTER_FREE : KasanReport.Kind.OUT_OF_BOUNDS, bad, block));
        if (inside) {
            Words.fill(block.address, block.size, FREED_BYTE);
        } else {
            Words.fill(block.raw, block.address - block.raw, ZONE_BYTE);
            Words.fill(block.end(), block.rawEnd - block.end(), ZONE_BYTE);
        }
        return report;
    }

    private static long first(long from, long to, byte expected) {
        for (long at = from; at < to; at++) {
            if (Words.getBytePlain(at) != expected) {
                return at;
            }
        }
        return 0;
    }

    private KasanReport report(KasanReport.Kind kind, long address, @Nullable Block block) {
        return block == null
                ? new KasanReport(kind, name, address, 0, 0, null, null)
                : new KasanReport(kind, name, address, block.address, block.size, block.allocated, block.freed.get());
    }

    private static KasanReport warned(KasanReport report) {
        Warn.warn("kasan-" + report.kind(), report.text());
        return report;
    }

    private static KernelBug thrown(KasanReport report) {
        warned(report);
        return new KernelBug(report.text());
    }

    static Throwable here() {
        return new Throwable("by thread " + Thread.currentThread().getName() + " ("
                + Thread.currentThread().threadId() + ")");
    }
}
