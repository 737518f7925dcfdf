package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.Warn;

/**
 * The shared side of one class of blocks: its depot of batches and its slabs with free blocks.
 *
 * <p>Only magazines talk to it, a batch at a time. Lock-free; a call costs one or two CAS, or some more where it goes
 * to the slabs.
 */
public final class SlabClass {
    /*
     * Algorithm note.
     *
     * A slab's word is HELD << 32 | free (int). free counts blocks AT_SLAB and blocks not carved yet.
     *
     *   HELD  free              meaning                          who may change it
     *   0     < threshold       in no stack                      a thread that returns blocks: adds, may set HELD
     *   1     any               in the partial stack, or aside   the returner adds; the holder subtracts what it took;
     *                           with it during a trim, or in the only the holder clears HELD, only at < threshold
     *                           hands of one thread, the holder
     *
     * Setting HELD makes one thread the holder, in the CAS that finds free >= threshold; it pushes the slab to the
     * partial stack; whoever pops it is the holder then. Only the holder scans, carves, and takes the slab out of the
     * class. It is illegal to clear HELD while the slab is in the stack: the next returner would push it twice.
     *
     * A block's way back: state CACHED -> AT_SLAB (release), then free += 1 (CAS). The holder's way: sees AT_SLAB
     * (acquire), state -> CACHED, then free -= 1. The count may lag behind the states, so it may be short, even below
     * zero for a moment, never too high once the holder has subtracted. So: the holder sees free == capacity => every
     * block's return is complete and no thread knows an address in the slab. Then, and only then, the slab may leave
     * the class.
     *
     * Content. What a user wrote before free is ordered before the state's release store, or before the release CAS of
     * the batch's push; the next user's alloc comes after the acquire of the very same byte, or of the pop. So nobody
     * sees another's late writes.
     *
     * Why a slab below the threshold stays out of the stack: a scan for one free block among thousands would cost more
     * than the block is worth. At most 1/256 of a slab is stranded by it.
     */
    private static final long HELD = 1L << 32;

    /** Bytes of shared words a class. */
    static final long CONTROL_BYTES = 256;

    private static final long DEPOT = 0;
    private static final long DEPOT_COUNT = 64;
    private static final int DEPOT_BATCHES = 8;
    private static final long PARTIAL = 128;
    private static final long OUT = 192;
    private static final long REMOTE = 200;
    private static final long SLABS = 208;
    private static final long EMPTIED = 212;
    private static final long ASIDE = 216;

    /** A look at so many slabs is cheap; and one empty slab in so many is worth a look at all. */
    private static final int FEW = 16;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    final int id;
    final String name;
    final int size;
    final int granuleShift;
    final int capacity;
    final int batch;
    final boolean typeStable;

    /** How many compactions ago a magazine took blocks; racy, a hint. */
    private int unused;

    private final SlabPool pool;
    private final SlabMap map;
    private final Batches batches;
    private final int threshold;
    private final long control;
    private final IndexStack depot;
    private final IndexStack partial;
    private final IndexStack aside;

    SlabClass(SlabPool pool, int id, String name, int size, boolean typeStable, long control) {
        this.pool = pool;
        this.map = pool.map;
        this.batches = pool.batches;
        this.id = id;
        this.name = name;
        this.size = size;
        this.granuleShift = Math.min(Integer.numberOfTrailingZeros(size), SlabMap.KIND_SHIFT);
        this.capacity = (int) (SlabMap.SLAB_BYTES / size);
        this.batch = Math.clamp((32 << 10) / size, 2, Batches.MOST);
        this.threshold = Math.max(1, capacity >>> 8);
        this.typeStable = typeStable;
        this.control = control;
        this.depot = batches.stack(control + DEPOT);
        this.partial = map.stack(control + PARTIAL);
        this.aside = map.stack(control + ASIDE);
    }

    /**
     * The number of the class in its pool.
     *
     * @return 0 or more
     */
    public int id() {
        return id;
    }

    /**
     * The size of its blocks.
     *
     * @return bytes, a multiple of 8
     */
    public int size() {
        return size;
    }

    /**
     * Takes free blocks for a magazine.
     *
     * @param to where their addresses go
     * @param reach {@code SlabPool.MAPPED}, {@code RESERVE} or {@code FRESH}
     * @param heap the heap of the magazine
     * @return how many, 1 to {@code batch}, or {@code -ENOMEM}
     */
    int fill(long to, int reach, int heap) {
        unused = 0;
        int full = depot.pop();
        if (full >= 0) {
            Words.getAndAddInt(control + DEPOT_COUNT, -1);
            int count = batches.count(full);
            Words.copy(batches.blocks(full), to, count * 8L);
            boolean remote = batches.from(full) != heap;
            batches.give(full);
            if (remote) {
                Words.getAndAddLong(control + REMOTE, count);
            }
            return left(count);
        }
        for (int slab = partial.pop(); slab >= 0; slab = partial.pop()) {
            int count = take(slab, to);
            if (count > 0) {
                return left(count);
            }
        }
        int slab = pool.slab(this, reach);
        return slab < 0 ? slab : left(take(slab, to));
    }

    /** Gives free blocks back, at most a batch: as a batch while the depot is small, else to their slabs. */
    void drain(long from, int count, int heap) {
        Words.getAndAddLong(control + OUT, -count);
        int full = depotIsFull() ? -1 : batches.take();
        if (full < 0) {
            toSlabs(from, count);
            return;
        }
        Words.copy(from, batches.blocks(full), count * 8L);
        batches.filled(full, count, heap);
        Words.getAndAddInt(control + DEPOT_COUNT, 1);
        depot.push(full);
    }

    /** Gives free blocks back to their slabs, at most a batch. */
    void drainHome(long from, int count) {
        Words.getAndAddLong(control + OUT, -count);
        toSlabs(from, count);
    }

    /** Sends the batches home if no magazine took blocks lately, and slabs back where enough are empty. */
    void compact() {
        if (typeStable) {
            return;
        }
        boolean idle = ++unused > SlabPool.IDLE;
        if (idle) {
            drainDepot();
        }
        int slabs = slabs();
        if (Words.getIntOpaque(control + EMPTIED) * FEW > slabs || (idle && slabs > 0 && slabs <= FEW)) {
            trim();
        }
    }

    /** Gives all batches back to their slabs. */
    void drainDepot() {
        for (int full = depot.pop(); full >= 0; full = depot.pop()) {
            Words.getAndAddInt(control + DEPOT_COUNT, -1);
            toSlabs(batches.blocks(full), batches.count(full));
            batches.give(full);
        }
    }

    /** Gives slabs whose blocks are all at home back to the pool. Others may trim at the same time. */
    void trim() {
        if (typeStable) {
            return;
        }
        Words.setIntOpaque(control + EMPTIED, 0);
        int most = slabs();
        for (int looked = 0; looked < most; looked++) {
            int slab = partial.pop();
            if (slab < 0) {
                break;
            }
            if (free(Words.getLongAcquire(SlabMap.word(map.record(slab)))) == capacity) {
                release(slab);
            } else {
                aside.push(slab);
            }
        }
        for (int slab = aside.pop(); slab >= 0; slab = aside.pop()) {
            partial.push(slab);
        }
    }

    /** Makes a slab that belongs to nobody one of this class; the caller holds it. */
    void adopt(int slab) {
        long record = map.record(slab);
        SlabMap.carved(record, 0);
        SlabMap.cursor(record, 0);
        Words.setLongOpaque(SlabMap.word(record), HELD | capacity);
        SlabMap.kind(record, id | (SlabMap.SLAB_SHIFT - granuleShift) << SlabMap.KIND_SHIFT);
        Words.getAndAddInt(control + SLABS, 1);
    }

    /** Blocks in magazines or in use. */
    long out() {
        return Words.getLongOpaque(control + OUT);
    }

    /** Blocks that came to a magazine in a batch that another heap filled. */
    long remote() {
        return Words.getLongOpaque(control + REMOTE);
    }

    int slabs() {
        return Words.getIntOpaque(control + SLABS);
    }

    /** Blocks that wait in the depot, about. */
    long depotBlocks() {
        return (long) Words.getIntOpaque(control + DEPOT_COUNT) * batch;
    }

    private int left(int count) {
        Words.getAndAddLong(control + OUT, count);
        return count;
    }

    /**
     * The depot carries blocks between threads that free and threads that allocate; it is no store: what it held on to would
     * keep sparse slabs alive, and be handed out again from there. (An eighth of the class instead of eight batches kept
     * 3.7 bytes held for a byte asked for, after seven in ten blocks were freed at random, where this came down to 2.1 in
     * sixteen turnovers. Taking from the fullest slab first made no difference to that.) While the class is sparse, all
     * blocks go home, for the next ones come from slabs that were full until lately, and the others run empty.
     */
    private boolean depotIsFull() {
        return Words.getIntOpaque(control + DEPOT_COUNT) >= DEPOT_BATCHES || isSparse();
    }

    /**
     * How many blocks go to a magazine and from it at once: half of what it holds. Fewer while the class is sparse: a large
     * magazine serves a thread out of what it freed, and what it freed lies in slabs that should run empty.
     */
    int portion() {
        return isSparse() ? Math.max(2, batch >>> 3) : batch;
    }

    /** Whether a quarter of the class, and four slabs' worth at least, is neither in use nor in a magazine. */
    private boolean isSparse() {
        long all = (long) slabs() * capacity;
        return all - out() > Math.max(4L * capacity, all >>> 2);
    }

    /** Takes up to a batch of blocks from a slab that the caller holds, and lets go of it. */
    private int take(int slab, long to) {
        long record = map.record(slab);
        long word = SlabMap.word(record);
        int carved = SlabMap.carved(record);
        int most = portion();
        int count = 0;
        if (free(Words.getLongAcquire(word)) > capacity - carved) {
            count = scan(slab, record, carved, to, most);
        }
        for (; count < most && carved < capacity; carved++, count++) {
            long block = map.address(slab) + (long) carved * size;
            Words.setBytePlain(state(record, block), SlabMap.CACHED);
            Words.setLongPlain(to + count * 8L, block);
        }
        SlabMap.carved(record, carved);
        if (count == 0) {
            // The count promised blocks that are not there: a block was given back twice at the same time. The slab
            // stays held and out of the stack for ever: lost, but nobody's memory is handed out twice.
            Warn.once("kmalloc-slab-lost", name + ": the free count of a slab is wrong: 0x" + Long.toHexString(record));
            return 0;
        }
        letGo(slab, word, count);
        return count;
    }

    /** Collects blocks that were given back, starting where the last scan ended. */
    private int scan(int slab, long record, int carved, long to, int most) {
        long states = record + SlabMap.STATES;
        int length = (int) ((((long) carved * size) >>> granuleShift) + 7) & -8;
        int at = SlabMap.cursor(record) < length ? SlabMap.cursor(record) : 0;
        int count = 0;
        for (int looked = 0; looked < length && count < most; looked += 8) {
            long eight = Words.getLongOpaque(states + at) ^ (ONES * SlabMap.AT_SLAB);
            if (((eight - ONES) & ~eight & TOPS) != 0) {
                // One of the eight is AT_SLAB; look at each, with acquire: it pairs with the release in toSlabs.
                for (int i = at; i < at + 8 && count < most; i++) {
                    if (Words.getByteAcquire(states + i) == SlabMap.AT_SLAB) {
                        Words.setBytePlain(states + i, SlabMap.CACHED);
                        Words.setLongPlain(to + count * 8L, map.address(slab) + ((long) i << granuleShift));
                        count++;
                    }
                }
            }
            if (count < most) {
                at = at + 8 < length ? at + 8 : 0;
            }
        }
        SlabMap.cursor(record, at);
        return count;
    }

    /** Subtracts what the holder took; the slab goes back to the stack, or out of it while it has too little. */
    private void letGo(int slab, long word, int taken) {
        for (; ; ) {
            long before = Words.getLongOpaque(word);
            int free = free(before) - taken;
            boolean keep = free >= threshold;
            if (Words.compareAndSetLong(word, before, (keep ? HELD : 0) | (free & 0xFFFF_FFFFL))) {
                if (keep) {
                    partial.push(slab);
                }
                return;
            }
        }
    }

    private void toSlabs(long from, int count) {
        int run = 0;
        int slab = -1;
        for (int i = 0; i < count; i++) {
            long block = Words.getLongPlain(from + i * 8L);
            int of = map.slabOf(block);
            long state = state(map.record(of), block);
            if (Words.getBytePlain(state) != SlabMap.CACHED) {
                Warn.warn("kmalloc-double-free", name + ": given back twice at once: 0x" + Long.toHexString(block));
                continue;
            }
            if (of != slab && run > 0) {
                returned(slab, run);
                run = 0;
            }
            slab = of;
            run++;
            Words.setByteRelease(state, SlabMap.AT_SLAB);
        }
        if (run > 0) {
            returned(slab, run);
        }
    }

    /** Adds returned blocks to a slab's count; the one who crosses the threshold becomes its holder. */
    private void returned(int slab, int count) {
        long word = SlabMap.word(map.record(slab));
        for (; ; ) {
            long before = Words.getLongOpaque(word);
            int free = free(before) + count;
            boolean take = (before & HELD) == 0 && free >= threshold;
            long after = (take ? HELD : before & HELD) | (free & 0xFFFF_FFFFL);
            if (Words.compareAndSetLong(word, before, after)) {
                if (take && free == capacity && !typeStable && slabs() > 1) {
                    release(slab);
                    return;
                }
                if (take) {
                    partial.push(slab);
                }
                if (free == capacity && !typeStable && slabs() > 1) {
                    Words.getAndAddInt(control + EMPTIED, 1);
                    pool.noteEmpty();
                }
                return;
            }
        }
    }

    /** Gives a slab back to the pool; the caller holds it, and all its blocks are at home. */
    private void release(int slab) {
        long record = map.record(slab);
        SlabMap.kind(record, 0);
        Words.fill(record + SlabMap.STATES, SlabMap.SLAB_BYTES >>> granuleShift, (byte) 0);
        Words.setLongOpaque(SlabMap.word(record), 0);
        Words.getAndAddInt(control + SLABS, -1);
        pool.takeBack(slab);
    }

    private long state(long record, long block) {
        return record + SlabMap.STATES + (((block - map.base) & (SlabMap.SLAB_BYTES - 1)) >>> granuleShift);
    }

    private static int free(long word) {
        return (int) word;
    }
}
