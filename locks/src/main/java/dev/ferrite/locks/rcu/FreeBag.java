package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Objects that share a callback: a bag is queued with its first object and filled until its batch is taken. */
final class FreeBag extends RcuHead {
    static final int ROOM = 256;

    /** Empty bags that a stripe keeps, 3 KiB each: what a busy writer fills during a grace period. */
    private static final int SPARES = 32;

    private static final Stripe[] STRIPES = new Stripe[8];

    static {
        for (int i = 0; i < STRIPES.length; i++) {
            STRIPES[i] = new Stripe();
        }
    }

    private final Stripe stripe;
    private final KmemCache[] caches = new KmemCache[ROOM];
    private final long[] addresses = new long[ROOM];
    private int count; // under the stripe's lock until it is sealed, the reclaimer's after that

    private FreeBag(Stripe stripe) {
        this.stripe = stripe;
    }

    static void add(Reclaimer reclaimer, KmemCache cache, long address) {
        Stripe stripe = STRIPES[(int) Thread.currentThread().threadId() & (STRIPES.length - 1)];
        stripe.lock.lock();
        try {
            FreeBag bag = stripe.open;
            if (bag == null) {
                bag = stripe.take();
                reclaimer.push(bag);
                stripe.open = bag;
            }
            bag.caches[bag.count] = cache;
            bag.addresses[bag.count] = address;
            bag.count++;
            if (bag.count == ROOM) {
                stripe.open = null;
            }
        } finally {
            stripe.lock.unlock();
        }
    }

    @Override
    int weight() {
        return ROOM;
    }

    /** Whatever is added from here on must wait for a later grace period. */
    @Override
    void seal() {
        stripe.lock.lock();
        try {
            if (this.equals(stripe.open)) {
                stripe.open = null;
            }
        } finally {
            stripe.lock.unlock();
        }
    }

    @Override
    protected void reclaim() {
        for (int i = 0; i < count; i++) {
            try {
                caches[i].free(addresses[i]);
            } catch (KernelBug e) {
                Warn.warn("rcu-callback", "deferred free failed: " + e.getMessage());
            }
        }
        count = 0;
        stripe.keep(this);
    }

    /** Threads that share a bag. */
    private static final class Stripe {
        final ReentrantLock lock = new ReentrantLock();

        @Nullable
        FreeBag open; // under lock; on the stack of the reclaimer, not taken yet

        private final ArrayDeque<FreeBag> spares = new ArrayDeque<>(SPARES); // under lock

        FreeBag take() {
            FreeBag bag = spares.pollLast();
            return bag == null ? new FreeBag(this) : bag;
        }

        void keep(FreeBag bag) {
            lock.lock();
            try {
                if (spares.size() < SPARES) {
                    spares.addLast(bag);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
