package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pool: an address range, its classes, and the fast path of allocate and free.
 *
 * <p>A pool lives as long as the process. Thread-safe, lock-free; nothing is allocated on the Java heap once a thread
 * has made its first call.
 */
public final class SlabPool {
    /*
     * Algorithm note: the fast path.
     *
     * alloc: heap = table[tid]; pop the magazine; state CACHED -> USED.
     * free:  state USED -> CACHED; push to the magazine of the class that the slab's record names.
     *
     * All of it is plain: a magazine has one owner, and a block in it is nobody else's. The state byte is a neighbour
     * of other blocks' bytes, which other threads write at the same time; bytes do not tear.
     *
     * Order of the writes. An exception that nobody expects (StackOverflowError) may come between any two: the count
     * goes down before the block is handed out, and goes up after the block lies in the magazine, so what is lost is
     * one block, and no block is ever in two places.
     *
     * What free detects, always: an address outside the range, inside a block, in a slab without a class, of another
     * class, and a block that is free.
     *
     * What it does not promise: two frees of one block that run at the same instant on two threads may both pass the
     * check, for it is a load and a store and no CAS, which would cost as much as all the rest. alloc looks at the state
     * again and refuses a block that is in use, and so does the way back to the slab; what slips through gives that one
     * block two owners, and no other block any harm. The owner types end a block by CAS, so they cannot get here. And a
     * second free after the block found a new owner looks like the owner's free; only a quarantine tells them apart. The
     * KASAN twin sees both.
     */

    /** Take blocks only from slabs that have been in use before. */
    public static final int MAPPED = 0;

    /** The above, and the emergency reserve. */
    public static final int RESERVE = 1;

    /** Slabs in use before, and fresh ones, whose pages the kernel has yet to find. */
    public static final int FRESH = 2;

    /** Most classes a pool can have. */
    public static final int CLASSES = 256;

    /** A class is idle, in a magazine or as a whole, that so many compactions found unused. */
    static final int IDLE = 4;

    /** A compaction comes after so many visits of magazines at the least. */
    private static final int LEAST_VISITS = 16;

    /** And so many nanoseconds after the last one. */
    private static final long PAUSE_NANOS = 500_000;

    private static final int ENOMEM = Errno.ENOMEM.negated();

    final SlabMap map;
    final Batches batches;

    private final long base;
    private final long bytes;
    private final long records;
    private final Heaps heaps;
    private final Options options;
    private final SlabClass[] classes = new SlabClass[CLASSES];
    private final AtomicInteger classCount = new AtomicInteger();
    private final AtomicInteger empties = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger compactions = new AtomicInteger();
    private final AtomicLong nextCompaction = new AtomicLong(System.nanoTime());
    private final AtomicInteger compacting = new AtomicInteger();
    private final long control;
    private final SlabSupply supply;

    /** Made once, for an allocation should make no object. */
    private final Consumer<Heap> emptying = this::empty;

    private final Consumer<Heap> following = this::follow;

    /**
     * What a pool is made of.
     *
     * @param name for messages
     * @param budget most bytes of slabs; rounded down to slabs of 256 KiB, at least one
     * @param prefault whether a slab's pages are all there before its first block is handed out
     * @param lock whether slabs are locked into memory
     * @param hugePages whether the kernel is asked for huge pages
     * @param reserve bytes of slabs kept for {@link #RESERVE}
     */
    public record Options(String name, long budget, boolean prefault, boolean lock, boolean hugePages, long reserve) {}

    /**
     * Maps the range; takes no memory yet but the reserve.
     *
     * @param options the options
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM if there is no such range of addresses
     */
    public SlabPool(Options options) {
        this.options = options;
        this.map = new SlabMap(options.budget());
        this.base = map.base;
        this.bytes = map.bytes;
        this.records = map.records;
        this.control = SlabMap.map((CLASSES + 1) * SlabClass.CONTROL_BYTES, "kmalloc control");
        long heads = control + CLASSES * SlabClass.CONTROL_BYTES;
        this.batches = new Batches(Math.clamp(bytes >>> 13, 64, 1 << 16), heads + 128);
        this.heaps = new Heaps(CLASSES, 2 * Runtime.getRuntime().availableProcessors());
        this.supply = new SlabSupply(map, options, heads);
    }

    /**
     * Adds a class.
     *
     * @param name for messages
     * @param size bytes a block, a multiple of 8, at most 64 KiB
     * @param typeStable whether its slabs stay its own for ever, and start zeroed
     * @return the class, or null when the pool has {@link #CLASSES} already
     */
    public synchronized @Nullable SlabClass addClass(String name, int size, boolean typeStable) {
        int id = classCount.get();
        if (id == CLASSES) {
            return null;
        }
        SlabClass made = new SlabClass(this, id, name, size, typeStable, control + id * SlabClass.CONTROL_BYTES);
        classes[id] = made;
        classCount.setRelease(id + 1);
        return made;
    }

    // ---- The fast path

    /**
     * Takes a block.
     *
     * @param id the class
     * @param reach {@link #MAPPED}, {@link #RESERVE} or {@link #FRESH}
     * @return its address, or {@code -ENOMEM}
     */
    public long alloc(int id, int reach) {
        Heap heap = heaps.mine();
        return heap != null ? take(heap, id, reach) : allocElsewhere(id, reach);
    }

    /**
     * Gives a block back.
     *
     * @param address what {@link #alloc} returned
     * @param low the lowest class it may be of
     * @param high the highest class it may be of
     * @throws KernelBug if it is no such block, or free already
     */
    public void free(long address, int low, int high) {
        long offset = address - base;
        if (Long.compareUnsigned(offset, bytes) >= 0) {
            throw refuse(address, low, high);
        }
        long record = records + (offset >>> SlabMap.SLAB_SHIFT) * SlabMap.RECORD_BYTES;
        int kind = SlabMap.kind(record);
        int shift = SlabMap.SLAB_SHIFT - (kind >>> SlabMap.KIND_SHIFT);
        long state = record + SlabMap.STATES + ((offset & (SlabMap.SLAB_BYTES - 1)) >>> shift);
        int id = kind & SlabMap.KIND_CLASS;
        if (Words.getBytePlain(state) != SlabMap.USED || (offset & ((1L << shift) - 1)) != 0 || id < low || id > high) {
            throw refuse(address, low, high);
        }
        Heap heap = heaps.mine();
        if (heap != null) {
            put(heap, id, address, state);
        } else {
            freeElsewhere(id, address, state);
        }
    }

    private long take(Heap heap, int id, int reach) {
        long magazine = heap.magazine(id);
        long word = Words.getLongPlain(magazine);
        if (Heap.count(word) == 0) {
            return takeSlow(heap, id, reach);
        }
        long block = Words.getLongPlain(magazine + ((word & 0xFFFF_FFFFL) << 3));
        Words.setLongOpaque(magazine, word - 1);
        long offset = block - base;
        long state = records
                + (offset >>> SlabMap.SLAB_SHIFT) * SlabMap.RECORD_BYTES
                + SlabMap.STATES
                + ((offset & (SlabMap.SLAB_BYTES - 1)) >>> (int) (word >>> Heap.GRANULE_SHIFT));
        if (Words.getBytePlain(state) != SlabMap.CACHED) {
            throw stolen(block, id);
        }
        Words.setBytePlain(state, SlabMap.USED);
        return block;
    }

    private void put(Heap heap, int id, long address, long state) {
        long magazine = heap.magazine(id);
        long word = Words.getLongPlain(magazine);
        if (Heap.count(word) >= Heap.limit(word)) {
            word = putSlow(heap, id);
        }
        Words.setBytePlain(state, SlabMap.CACHED);
        Words.setLongPlain(magazine + 8 + ((word & 0xFFFF_FFFFL) << 3), address);
        Words.setLongOpaque(magazine, word + 1);
    }

    // ---- The slow path

    /** Fills an empty magazine and takes from it. */
    private long takeSlow(Heap heap, int id, int reach) {
        if (reach == FRESH) {
            SleepHook.mightSleep();
        }
        followCompaction(heap);
        SlabClass central = classes[id];
        long magazine = heap.magazine(id);
        int count = central.fill(magazine + 8, reach, heap.number);
        if (count < 0) {
            return count;
        }
        Words.setLongOpaque(magazine, header(central) | count);
        visited();
        return take(heap, id, reach);
    }

    /** Makes room in a full magazine, or sets up one never used; returns its word. */
    private long putSlow(Heap heap, int id) {
        SlabClass central = classes[id];
        long magazine = heap.magazine(id);
        int count = Heap.count(Words.getLongPlain(magazine));
        int portion = central.portion();
        int gone = Math.clamp(count - portion, 0, central.batch);
        int kept = count - gone;
        if (gone > 0) {
            // The oldest half goes, or more if the class became sparse; the count is down before anybody else can have
            // them.
            Words.setLongOpaque(magazine, header(central));
            central.drain(magazine + 8, gone, heap.number);
            Words.copy(magazine + 8 + gone * 8L, magazine + 8, kept * 8L);
        }
        long word = header(central, portion) | kept;
        Words.setLongOpaque(magazine, word);
        visited();
        followCompaction(heap);
        return Words.getLongPlain(magazine);
    }

    private static long header(SlabClass central) {
        return header(central, central.portion());
    }

    private static long header(SlabClass central, int portion) {
        return ((2L * portion) << Heap.LIMIT_SHIFT) | ((long) central.granuleShift << Heap.GRANULE_SHIFT);
    }

    private long allocElsewhere(int id, int reach) {
        Thread thread = Thread.currentThread();
        if (!thread.isVirtual()) {
            return take(heaps.attachSlow(thread), id, reach);
        }
        for (; ; ) {
            Heap stripe = heaps.lockStripe(thread.threadId());
            if (stripe != null) {
                try {
                    return take(stripe, id, reach);
                } finally {
                    stripe.unlock();
                }
            }
            Thread.onSpinWait();
        }
    }

    private void freeElsewhere(int id, long address, long state) {
        Thread thread = Thread.currentThread();
        if (!thread.isVirtual()) {
            put(heaps.attachSlow(thread), id, address, state);
            return;
        }
        for (; ; ) {
            Heap stripe = heaps.lockStripe(thread.threadId());
            if (stripe != null) {
                try {
                    put(stripe, id, address, state);
                    return;
                } finally {
                    stripe.unlock();
                }
            }
            Thread.onSpinWait();
        }
    }

    // ---- Slabs

    /** A slab for a class, held by the caller, or {@code -ENOMEM}. */
    int slab(SlabClass central, int reach) {
        int slab = find(reach);
        if (slab < 0) {
            return slab;
        }
        if (central.typeStable && SlabMap.carved(map.record(slab)) != 0) {
            Words.fill(map.address(slab), SlabMap.SLAB_BYTES, (byte) 0);
        }
        central.adopt(slab);
        return slab;
    }

    private int find(int reach) {
        int slab = supply.spare();
        if (slab >= 0) {
            return slab;
        }
        int reaped = heaps.reap(emptying);
        if (reaped > 0 || empties.get() > 0) {
            trimClasses();
            slab = supply.spare();
            if (slab >= 0) {
                return slab;
            }
        }
        if (reach == FRESH) {
            slab = supply.fresh();
        } else if (reach == RESERVE) {
            slab = supply.reserved();
        }
        if (slab >= 0) {
            return slab;
        }
        shrink();
        slab = supply.spare();
        return slab >= 0 ? slab : ENOMEM;
    }

    void takeBack(int slab) {
        supply.takeBack(slab);
    }

    // ---- Compaction

    /*
     * A free block that waits in a magazine or the depot keeps its whole slab from going back; when a program turns to
     * other sizes, a few hundred such blocks of every class it used before can hold more memory than it lives on. So now
     * and then blocks of classes that nobody took from lately are sent home, and empty slabs collected where there are enough of
     * them. A compaction that finds nothing looks at every magazine, which costs microseconds, so it comes after 16 visits
     * of magazines and half a millisecond at the least. Other threads' magazines are theirs: each sends its own idle blocks home when it comes to the slow path and
     * sees that there was a compaction.
     */

    /** Somebody saw a slab with all blocks at home that waits in its class. */
    void noteEmpty() {
        empties.setPlain(1);
    }

    /** Called at the end of each visit of a magazine, when nothing is half done. */
    private void visited() {
        if (visits.incrementAndGet() >= Math.max(LEAST_VISITS, supply.inUse() >>> 4)) {
            visits.set(0);
            long due = nextCompaction.get();
            long now = System.nanoTime();
            if (now - due >= 0 && nextCompaction.compareAndSet(due, now + PAUSE_NANOS)) {
                compact();
            }
        }
    }

    private void compact() {
        if (!compacting.compareAndSet(0, 1)) {
            return;
        }
        try {
            compactions.getAndIncrement();
            heaps.reap(emptying);
            heaps.eachIdleStripe(following);
            for (int id = 0; id < classCount.getAcquire(); id++) {
                classes[id].compact();
            }
            supply.decay();
        } finally {
            compacting.setRelease(0);
        }
    }

    private void followCompaction(Heap heap) {
        if (heap.followed != compactions.getPlain()) {
            follow(heap);
        }
    }

    /** Sends the blocks of classes that a heap does not use home to their slabs; the caller owns the heap. */
    private void follow(Heap heap) {
        heap.followed = compactions.getOpaque();
        for (int id = 0; id < classCount.getAcquire(); id++) {
            if (heap.isIdle(id, IDLE) && !classes[id].typeStable) {
                sendHome(heap, id);
            }
        }
    }

    private void sendHome(Heap heap, int id) {
        SlabClass central = classes[id];
        long magazine = heap.magazine(id);
        for (int count = heap.cached(id); count > 0; count = heap.cached(id)) {
            int gone = Math.min(count, central.batch);
            int kept = count - gone;
            Words.setLongOpaque(magazine, header(central) | kept);
            central.drainHome(magazine + 8 + kept * 8L, gone);
        }
    }

    private void trimClasses() {
        empties.set(0);
        for (int id = 0; id < classCount.getAcquire(); id++) {
            classes[id].trim();
        }
    }

    /**
     * Brings all free blocks that no running thread holds back to their slabs, and slabs without blocks in use back to
     * the pool. Costs microseconds to milliseconds.
     */
    public void shrink() {
        heaps.reap(emptying);
        // A virtual thread may hold one stripe itself; that one stays as it is.
        heaps.eachIdleStripe(emptying);
        Heap mine = heaps.mine();
        if (mine != null) {
            empty(mine);
        }
        for (int id = 0; id < classCount.getAcquire(); id++) {
            classes[id].drainDepot();
        }
        trimClasses();
    }

    /**
     * Gives the pages of spare slabs back to the kernel; the address range stays.
     *
     * @return bytes given back
     */
    public long releasePages() {
        shrink();
        return supply.releasePages();
    }

    private void empty(Heap heap) {
        for (int id = 0; id < classCount.getAcquire(); id++) {
            sendHome(heap, id);
        }
    }

    // ---- Questions

    /**
     * Whether an address lies in the pool's range.
     *
     * @param address any number
     * @return true inside
     */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - base, bytes) < 0;
    }

    /**
     * The class of a block in use.
     *
     * @param address its first byte
     * @return the class's number, or -1 if no block in use starts there
     */
    public int classOf(long address) {
        if (!contains(address)) {
            return -1;
        }
        int kind = SlabMap.kind(map.record(map.slabOf(address)));
        int shift = SlabMap.SLAB_SHIFT - (kind >>> SlabMap.KIND_SHIFT);
        boolean start = ((address - base) & ((1L << shift) - 1)) == 0;
        return start && Words.getBytePlain(map.stateOf(address)) == SlabMap.USED ? kind & SlabMap.KIND_CLASS : -1;
    }

    /**
     * What a class holds; exact when nobody allocates or frees.
     *
     * @param central the class
     * @return the numbers
     */
    public Numbers numbers(SlabClass central) {
        long out = central.out();
        long cached = heaps.cached(central.id);
        long live = Math.max(0, out - cached);
        int slabs = central.slabs();
        return new Numbers(
                central.size, slabs, slabs * SlabMap.SLAB_BYTES, live, cached, central.depotBlocks(), central.remote());
    }

    /**
     * The numbers of one class.
     *
     * @param size bytes a block
     * @param slabs slabs it has
     * @param slabBytes their bytes
     * @param live blocks in use
     * @param cached blocks in magazines
     * @param depot blocks in batches, about
     * @param remote blocks that a magazine got from a batch that another heap filled
     */
    public record Numbers(int size, int slabs, long slabBytes, long live, long cached, long depot, long remote) {}

    /**
     * The bytes of slabs without a class that have pages; they count as used until they decay.
     *
     * @return bytes
     */
    public long spareBytes() {
        return supply.spareBytes();
    }

    /**
     * The bytes of all slabs that have ever been used: what the pool takes from the machine at most.
     *
     * @return bytes
     */
    public long touchedBytes() {
        return supply.touchedBytes();
    }

    /**
     * The budget in bytes.
     *
     * @return a multiple of 256 KiB
     */
    public long budget() {
        return bytes;
    }

    /**
     * How many heaps were made: the most threads that were alive at once, and the stripes.
     *
     * @return the count
     */
    public int heaps() {
        return heaps.count();
    }

    private KernelBug refuse(long address, int low, int high) {
        String where = options.name() + ": free of 0x" + Long.toHexString(address) + ": ";
        if (!contains(address)) {
            return new KernelBug(where + "not from this allocator");
        }
        int kind = SlabMap.kind(map.record(map.slabOf(address)));
        int id = kind & SlabMap.KIND_CLASS;
        if (kind == 0) {
            return new KernelBug(where + "double free, or never allocated: no block is there");
        }
        String name = classes[id].name;
        if (id < low || id > high) {
            return new KernelBug(where + "belongs to " + name + ", freed through " + classes[low].name);
        }
        int shift = SlabMap.SLAB_SHIFT - (kind >>> SlabMap.KIND_SHIFT);
        byte state = Words.getBytePlain(map.stateOf(address));
        if (state == 0 || ((address - base) & ((1L << shift) - 1)) != 0) {
            return new KernelBug(where + "not the start of a block of " + name);
        }
        return new KernelBug(where + "double free of a block of " + name);
    }

    private KernelBug stolen(long block, int id) {
        return new KernelBug(String.format(
                Locale.ROOT,
                "%s: free block 0x%x of %s is in use: it was freed twice at the same time",
                options.name(),
                block,
                classes[id].name));
    }
}
