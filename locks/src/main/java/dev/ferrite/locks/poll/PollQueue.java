package dev.ferrite.locks.poll;

/** The pollers of a condition variable at one moment; never changed, replaced as a whole. */
final class PollQueue {
    static final PollQueue EMPTY = new PollQueue(new PollEntry[0], new PollEntry[0]);

    /** What a closed condition variable has for ever. */
    static final PollQueue CLOSED = new PollQueue(new PollEntry[0], new PollEntry[0]);

    /** Those that every notification wakes: the newest first, as each came in at the head of the queue. */
    final PollEntry[] shared;

    /** Those that stand in line among the threads: the oldest first. */
    final PollEntry[] exclusive;

    private PollQueue(PollEntry[] shared, PollEntry[] exclusive) {
        this.shared = shared;
        this.exclusive = exclusive;
    }

    PollQueue with(PollEntry entry) {
        if (!entry.exclusive()) {
            return new PollQueue(insert(shared, 0, entry), exclusive);
        }
        int at = exclusive.length;
        while (at > 0 && exclusive[at - 1].arrival() > entry.arrival()) {
            at--;
        }
        return new PollQueue(shared, insert(exclusive, at, entry));
    }

    /** Without an entry; the same queue if it is not there. */
    PollQueue without(PollEntry entry) {
        int at = indexOf(shared, entry);
        if (at >= 0) {
            return new PollQueue(remove(shared, at), exclusive);
        }
        at = indexOf(exclusive, entry);
        return at < 0 ? this : new PollQueue(shared, remove(exclusive, at));
    }

    int size() {
        return shared.length + exclusive.length;
    }

    @SuppressWarnings("ReferenceEquality") // the same poller may be there twice
    private static int indexOf(PollEntry[] entries, PollEntry entry) {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] == entry) {
                return i;
            }
        }
        return -1;
    }

    private static PollEntry[] insert(PollEntry[] entries, int at, PollEntry entry) {
        PollEntry[] longer = new PollEntry[entries.length + 1];
        System.arraycopy(entries, 0, longer, 0, at);
        longer[at] = entry;
        System.arraycopy(entries, at, longer, at + 1, entries.length - at);
        return longer;
    }

    private static PollEntry[] remove(PollEntry[] entries, int at) {
        PollEntry[] shorter = new PollEntry[entries.length - 1];
        System.arraycopy(entries, 0, shorter, 0, at);
        System.arraycopy(entries, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }
}
