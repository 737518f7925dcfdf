package dev.ferrite.perf.lockdep;

import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;

/** What {@code Mutex} does for a pair, with the owner's check, on the same word, in a class that was never given a hook. */
final class UnhookedMutex implements AutoCloseable {
    private static final KmemCache WORDS = KmemCache.create("perf-unhooked", 56, 64);

    private final long word = WORDS.alloc();
    private long owner;

    UnhookedMutex() {
        MutexBackend.instance().init(word);
        if (Words.getIntOpaque(word) != 0) {
            throw new IllegalStateException("the new word is locked");
        }
    }

    UnhookedMutex lock() {
        MutexBackend.instance().lock(word);
        owner = Thread.currentThread().threadId();
        return this;
    }

    void check() {
        if (owner != Thread.currentThread().threadId()) {
            throw new IllegalStateException("not held");
        }
    }

    @Override
    public void close() {
        check();
        owner = 0;
        MutexBackend.instance().unlock(word, 0);
    }
}
