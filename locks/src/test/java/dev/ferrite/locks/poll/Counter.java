package dev.ferrite.locks.poll;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.uapi.EpollH;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that is readable while its off-heap count is above zero. */
final class Counter implements PollSource {
    private static final KmemCache WORDS = KmemCache.create("poll-test", Long.BYTES, Long.BYTES);

    final PollCondVar changed;
    final AtomicInteger looks = new AtomicInteger();
    final long word = WORDS.alloc();

    Counter(PollCondVar changed) {
        this.changed = changed;
        Words.setLongVolatile(word, 0);
    }

    Counter() {
        this(PollCondVar.of("counter"));
    }

    @Override
    public int poll(PollTable table) {
        table.registerWait(this, changed);
        looks.getAndIncrement();
        return Words.getLongAcquire(word) > 0 ? EpollH.EPOLLIN : 0;
    }

    /** A store, no fence behind it: the notification has to bring its own. */
    void set(long value) {
        Words.setLongRelease(word, value);
    }

    void put() {
        Words.getAndAddLong(word, 1);
        changed.notifyOne();
    }

    /** Takes all there is. */
    long drain() {
        return Words.getAndSetLong(word, 0);
    }
}
