package dev.ferrite.locks;

import dev.ferrite.offheap.Words;

/**
 * A backend of one's own: a ticket lock, strictly first come first served. Word: int next ticket at 0, int now served
 * at 4; held while they differ.
 */
final class TicketBackend implements Backend {
    @Override
    public int wordBytes() {
        return 8;
    }

    @Override
    public void init(long word) {
        Words.setIntOpaque(word, 0);
        Words.setIntRelease(word + 4, 0);
    }

    @Override
    public long lock(long word) {
        int ticket = Words.getAndAddInt(word, 1);
        while (Words.getIntAcquire(word + 4) != ticket) {
            Thread.yield();
        }
        return ticket & 0xFFFF_FFFFL;
    }

    @Override
    public long tryLock(long word) {
        int served = Words.getIntAcquire(word + 4);
        return Words.compareAndSetIntAcquire(word, served, served + 1) ? served & 0xFFFF_FFFFL : NOT_ACQUIRED;
    }

    @Override
    public void unlock(long word, long state) {
        Words.setIntRelease(word + 4, (int) state + 1);
    }

    @Override
    public boolean isLocked(long word) {
        return Words.getIntOpaque(word) != Words.getIntOpaque(word + 4);
    }
}
