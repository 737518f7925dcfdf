package dev.ferrite.offheap.alloc.slab;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heap of the calling thread.
 *
 * <p>A platform thread looks into a table at its thread id: four loads, no {@link ThreadLocal}. The table is a cache; on
 * a miss the thread's {@code ThreadLocal} knows. A virtual thread owns nothing: it locks one of a few stripes for the
 * time of one operation, within which it cannot be unmounted, and goes to the next stripe when one is taken, so it never
 * waits. A thread that ends leaves its heap behind; the next new thread inherits it with all blocks, and a pool short of
 * memory empties it.
 */
final class Heaps {
    private static final int TABLE = 1 << 12;

    private final int classes;
    private final Heap[] table = new Heap[TABLE];
    private final Heap[] stripes;
    private final AtomicInteger numbers;

    /** Replaced as a whole, under the monitor; an array, for walking a list makes an iterator. */
    private volatile Heap[] all;

    @SuppressWarnings("ThreadLocalUsage") // one a pool, and pools are few and live as long as the process
    private final ThreadLocal<Heap> own = new ThreadLocal<>();

    Heaps(int classes, int stripeCount) {
        this.classes = classes;
        Heap nobody = new Heap(0, -1);
        Arrays.fill(table, nobody);
        this.stripes = new Heap[Integer.highestOneBit(Math.max(2, stripeCount))];
        this.numbers = new AtomicInteger(stripes.length);
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new Heap(classes, i);
        }
        this.all = stripes.clone();
    }

    /** The heap of this thread, or null: a virtual thread, a thread's first time, or a slot shared by two threads. */
    @Nullable
    Heap mine() {
        long tid = Thread.currentThread().threadId();
        Heap heap = table[(int) tid & (TABLE - 1)];
        return heap.tid == tid ? heap : null;
    }

    /** The heap of a platform thread that {@link #mine} did not find. */
    Heap attachSlow(Thread thread) {
        Heap heap = own.get();
        if (heap == null) {
            heap = inheritOrMake();
            heap.own(thread);
            own.set(heap);
            int slot = (int) thread.threadId() & (TABLE - 1);
            Heap there = table[slot];
            if (there.tid < 0 || there.ownerIsDead()) {
                table[slot] = heap;
            }
        }
        return heap;
    }

    /** A locked stripe, or null when all are taken. */
    @Nullable
    Heap lockStripe(long tid) {
        int start = (int) ((tid * 0x9E37_79B9_7F4A_7C15L) >>> 40);
        for (int i = 0; i < stripes.length; i++) {
            Heap stripe = stripes[(start + i) & (stripes.length - 1)];
            if (stripe.tryLock()) {
                return stripe;
            }
        }
        return null;
    }

    /** Blocks of a class in all magazines, about. */
    long cached(int id) {
        long sum = 0;
        for (Heap heap : all) {
            sum += heap.cached(id);
        }
        return sum;
    }

    /** Empties the heaps of ended threads; says how many there were. */
    int reap(Consumer<Heap> empty) {
        int reaped = 0;
        for (Heap heap : all) {
            if (heap.isOrphan() && heap.claim()) {
                empty.accept(heap);
                heap.disown();
                reaped++;
            }
        }
        return reaped;
    }

    /** Does something to the stripes that nobody uses at the moment. */
    void eachIdleStripe(Consumer<Heap> action) {
        for (Heap stripe : stripes) {
            if (stripe.tryLock()) {
                try {
                    action.accept(stripe);
                } finally {
                    stripe.unlock();
                }
            }
        }
    }

    /** How many heaps there are, stripes included. */
    int count() {
        return all.length;
    }

    private Heap inheritOrMake() {
        for (Heap heap : all) {
            if (heap.claim()) {
                return heap;
            }
        }
        Heap heap = new Heap(classes, numbers.getAndIncrement());
        add(heap);
        return heap;
    }

    private synchronized void add(Heap heap) {
        Heap[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = heap;
        all = longer;
    }
}
