package dev.ferrite.perf.rejected;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;

/** The reader of RCU found through a {@link ThreadLocal} instead of a table at the thread id; everything else is as there. */
public final class ThreadLocalReader {
    private static final KmemCache WORDS = KmemCache.create("perf-reader", 128, 128);
    private static final long EPOCH = newWord(1);
    private static final ThreadLocal<ThreadLocalReader> OWN = ThreadLocal.withInitial(ThreadLocalReader::new);

    private final long word = newWord(0);
    private final long tid = Thread.currentThread().threadId();

    private ThreadLocalReader() {}

    private static long newWord(long value) {
        long word = WORDS.alloc();
        Words.setLongRelease(word, value);
        return word;
    }

    /**
     * Begins a section.
     *
     * @return the way out
     */
    public static ThreadLocalReader enter() {
        ThreadLocalReader reader = OWN.get();
        long now = Words.getLongPlain(reader.word);
        if (now == 0) {
            Words.setLongRelease(reader.word, Words.getLongAcquire(EPOCH));
        } else {
            Words.setLongRelease(reader.word, now + 1);
        }
        Words.acquireFence();
        return reader;
    }

    /** Ends it. */
    public void exit() {
        if (tid != Thread.currentThread().threadId()) {
            throw new IllegalStateException("another thread's section: tid=" + tid);
        }
        long now = Words.getLongPlain(word);
        if (((int) now & 0xFFFF) == 1) {
            Words.setLongRelease(word, 0);
        } else {
            Words.setLongRelease(word, now - 1);
        }
    }
}
