package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The magazines of one platform thread, or of a stripe that virtual threads share.
 *
 * <pre>
 * memory of a heap, never unmapped
 *   +0                     int   lock      of a stripe: 0 free, 1 taken
 *   +64 + id * MAGAZINE    magazine of class id
 *
 * magazine
 *   +0   long  word     count | limit &lt;&lt; 32 | granule shift &lt;&lt; 48; limit 0 until its class is first used here
 *   +8   long  block[]  the free blocks, the hottest last
 * </pre>
 *
 * <p>Magazines are plain memory: only the owner touches them, or the holder of the stripe's lock. The count is written
 * opaque, for statistics read it from elsewhere.
 */
final class Heap {
    /** {@link #tid} of a heap without an owner: ready to be taken. */
    static final long NOBODY = -1;

    /** {@link #tid} of a heap that is being emptied, and of a stripe. */
    static final long CLOSED = -2;

    private static final long MAGAZINES = 64;
    private static final long MAGAZINE_BYTES = 8 + 2 * Batches.MOST * 8L + 56;
    static final int LIMIT_SHIFT = 32;
    static final int GRANULE_SHIFT = 48;
    static final int LIMIT_MASK = 0xFFFF;

    private static final VarHandle TID;

    static {
        try {
            TID = MethodHandles.lookup().findVarHandle(Heap.class, "tid", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Its number, for statistics. */
    final int number;

    /** Where the memory starts. */
    final long base;

    /**
     * The id of the owner, or one of the constants. Thread ids are positive and never used again. Read plain by the
     * fast path: only thread t ever writes t here, so a thread that reads its own id owns the heap, however late it
     * sees the writes of others.
     */
    long tid;

    /** The pool's compaction that this heap has followed; the owner's. */
    int followed;

    /** For each class, how many compactions found its magazine as {@link #seen} says. The owner's. */
    final byte[] idle;

    /** What told one state of a magazine from another at the last compaction: its count and top. The owner's. */
    final long[] seen;

    private volatile @Nullable WeakReference<Thread> owner;

    /** A heap for numbered classes {@code 0..classes-1}. */
    Heap(int classes, int number) {
        this.number = number;
        this.base = SlabMap.map(MAGAZINES + classes * MAGAZINE_BYTES, "kmalloc magazines");
        this.tid = CLOSED;
        this.idle = new byte[classes];
        this.seen = new long[classes];
    }

    long magazine(int id) {
        return base + MAGAZINES + id * MAGAZINE_BYTES;
    }

    static int count(long word) {
        return (int) word;
    }

    static int limit(long word) {
        return (int) (word >>> LIMIT_SHIFT) & LIMIT_MASK;
    }

    /** Whether a magazine is as it was at the last so many compactions, this one included. Asked by the owner. */
    boolean isIdle(int id, int compactions) {
        long magazine = magazine(id);
        int count = count(Words.getLongPlain(magazine));
        long now = count == 0 ? 0 : Words.getLongPlain(magazine + count * 8L) ^ count;
        if (seen[id] != now) {
            seen[id] = now;
            idle[id] = 0;
            return false;
        }
        if (idle[id] < compactions) {
            idle[id]++;
            return false;
        }
        return count > 0;
    }

    /** How many blocks of a class it holds, seen from anywhere. */
    int cached(int id) {
        return count(Words.getLongOpaque(magazine(id)));
    }

    /** Becomes the heap of a thread that has none. */
    void own(Thread thread) {
        owner = new WeakReference<>(thread);
        TID.setRelease(this, thread.threadId());
    }

    /**
     * Takes the heap away from an owner that is dead, or takes one without owner. What the dead thread wrote is
     * visible: the thread is terminated by {@code isAlive()}, or nobody can reach it any more.
     */
    boolean claim() {
        long now = (long) TID.getAcquire(this);
        if (now == NOBODY) {
            return TID.compareAndSet(this, NOBODY, CLOSED);
        }
        return now > 0 && ownerIsDead() && TID.compareAndSet(this, now, CLOSED);
    }

    /** Gives a claimed heap up. */
    void disown() {
        owner = null;
        TID.setRelease(this, NOBODY);
    }

    boolean ownerIsDead() {
        WeakReference<Thread> reference = owner;
        Thread thread = reference == null ? null : reference.get();
        return thread == null || !thread.isAlive();
    }

    /** Whether somebody died and left blocks here. */
    boolean isOrphan() {
        return (long) TID.getAcquire(this) > 0 && ownerIsDead();
    }

    boolean tryLock() {
        return Words.getIntOpaque(base) == 0 && Words.compareAndSetIntAcquire(base, 0, 1);
    }

    void unlock() {
        Words.setIntRelease(base, 0);
    }
}
