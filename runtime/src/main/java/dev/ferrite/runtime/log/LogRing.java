package dev.ferrite.runtime.log;

import static dev.ferrite.runtime.log.LogSlot.ABANDONED;
import static dev.ferrite.runtime.log.LogSlot.CONT;
import static dev.ferrite.runtime.log.LogSlot.CONT_TEXT;
import static dev.ferrite.runtime.log.LogSlot.CONT_WORDS;
import static dev.ferrite.runtime.log.LogSlot.HEAD;
import static dev.ferrite.runtime.log.LogSlot.HEAD_TEXT;
import static dev.ferrite.runtime.log.LogSlot.HEAD_WORDS;
import static dev.ferrite.runtime.log.LogSlot.META;
import static dev.ferrite.runtime.log.LogSlot.SKIPPED;
import static dev.ferrite.runtime.log.LogSlot.SLOT;
import static dev.ferrite.runtime.log.LogSlot.STATE;
import static dev.ferrite.runtime.log.LogSlot.THREAD;
import static dev.ferrite.runtime.log.LogSlot.TIME;
import static dev.ferrite.runtime.log.LogSlot.WRITING;
import static dev.ferrite.runtime.log.LogSlot.kind;
import static dev.ferrite.runtime.log.LogSlot.meta;
import static dev.ferrite.runtime.log.LogSlot.sequence;
import static dev.ferrite.runtime.log.LogSlot.slotsFor;
import static dev.ferrite.runtime.log.LogSlot.state;
import static dev.ferrite.runtime.log.LogSlot.words;
import static java.lang.ref.Reference.reachabilityFence;

import dev.ferrite.offheap.Words;

/**
 * A stripe of the log and its protocol: a ring of 128-byte slots that many threads write and many read, without locks. The
 * counterpart of the kernel's {@code printk_ringbuffer}.
 *
 * <p>A record takes one slot, or several in a row when it is long. Writers never wait: they overwrite the oldest.
 */
final class LogRing {
    /*
     * Layout. Everything is 64-bit words, so nothing straddles a word or a slot, and text is packed eight bytes a word,
     * the first byte lowest. The subsystem comes first; the message begins at the next word.
     *
     *   +0    tail     the sequence number of the next slot: the only word every writer changes
     *   +128  dropped  records given up because every slot was stuck
     *   +136  extra    slots that are no record: all but the first of a long one, and what a claim gave up
     *   +256  the slots, see LogSlot
     *
     * State of a slot, for a writer that owns sequence number S (S modulo the number of slots is the slot):
     *
     *   kind       sequence   meaning                              who may change it, to what
     *   EMPTY      0          never used                           owner of S, by CAS, to WRITING(S)
     *   WRITING    older      a slow writer is still inside        that writer only; S marks `skipped` and goes on
     *   WRITING    S          we are inside                        we only, by a release store, to HEAD, CONT, ABANDONED
     *   HEAD, CONT older      a record; readers may be reading it  owner of S, by CAS, to WRITING(S)
     *   ABANDONED  older      nothing                              owner of S, by CAS, to WRITING(S)
     *   any        newer      we slept for a whole lap             not us: claim again
     *
     * Exclusion. Sequence numbers come from one getAndAdd, so each has one owner. A slot is written only by the one
     * whose CAS put WRITING(S) there, and nobody replaces WRITING but that writer. So two writers are never inside one
     * slot, however long one of them sleeps; this is what a ring that only bumps an index does not have. States of a
     * slot only grow, so a CAS that fails has guessed wrong, once, or was overtaken by another writer, and the loop in
     * `takeSlow` ends.
     *
     * Progress. Every step is bounded but for `claim`, which tries again only when a slot of its claim is held by a
     * writer a full lap behind, or was taken by one a full lap ahead: somebody else made progress. When that happened as
     * often as there are slots, the record is dropped and counted. Nobody ever waits.
     *
     * Reading (a sequence lock per slot).
     *
     *   writer                                       reader
     *   W1 CAS state -> WRITING(S)                   R1 state.acquire == HEAD(S)?
     *   W2 releaseFence                              R2 load words, opaque
     *   W3 store words                               R3 acquireFence
     *   W4 state.release = HEAD(S)                   R4 state.opaque == HEAD(S)?
     *
     * If R1 sees HEAD(S), W4 happens before R2, so the loads see S's words or later ones. If a load in R2 sees a word of
     * a later owner S', the fences W2 and R3 pair: W1 of S' precedes that store, R4 follows that load, so R4 sees
     * WRITING(S') or newer and the copy is thrown away. States never repeat, so R1 = R4 means that nobody was between.
     * A long record is read the same way with every slot of it checked at R4; its continuation slots are released before
     * its head, so whoever acquires the head sees them in state CONT, or overwritten.
     *
     * `skipped` tells a reader that waits at S that S will never come. The writer that gives up S raises it to S; only
     * equality matters: at a higher value the tail is more than a lap ahead, and the reader sees that first.
     */
    /** The most slots one record takes: 2 KiB of text or so. */
    static final int MAX_SLOTS_PER_RECORD = 16;

    /** The most bytes of text in any ring. */
    static final int MAX_TEXT_BYTES = (HEAD_WORDS + (MAX_SLOTS_PER_RECORD - 1) * CONT_WORDS) * Long.BYTES;

    static final int MAX_SUBSYSTEM_BYTES = 40;

    // What read() answers, besides a record.
    static final int RECORD = 0;
    static final int NONE = 1;
    static final int PENDING = 2;
    static final int SKIP = 3;
    static final int OVERWRITTEN = 4;

    static final int HEADER = 256;
    private static final int TAIL = 0;
    private static final int DROPPED = 128;
    private static final int EXTRA = 136;

    private final long base;
    private final long first;
    private final int slots;
    private final int maxSlots;
    private final int maxText;

    /** Keeps the memory mapped. */
    private final Object memory;

    /** A ring in memory that is zero or was a ring of so many slots, and stays mapped while {@code memory} is reachable. */
    LogRing(long base, int slots, Object memory) {
        this.base = base;
        this.first = base + HEADER;
        this.slots = slots;
        this.maxSlots = Math.min(MAX_SLOTS_PER_RECORD, slots / 4);
        this.maxText = (HEAD_WORDS + (maxSlots - 1) * CONT_WORDS) * Long.BYTES;
        this.memory = memory;
    }

    /** What a ring takes. */
    static long bytes(int slots) {
        return HEADER + (long) slots * SLOT;
    }

    int slots() {
        return slots;
    }

    /** The most bytes of text (subsystem, filled up to a word, and message) a record takes. */
    int maxText() {
        return maxText;
    }

    long tail() {
        try {
            return Words.getLongVolatile(base + TAIL);
        } finally {
            reachabilityFence(memory);
        }
    }

    /** The number of the oldest slot that is not overwritten. */
    long oldest() {
        return Math.max(0, tail() - slots);
    }

    /** How many records were written since the log began; one that is being written counts already. */
    long records() {
        try {
            long extra = Words.getLongVolatile(base + EXTRA); // first: it must not be ahead of the tail
            return Words.getLongVolatile(base + TAIL) - extra;
        } finally {
            reachabilityFence(memory);
        }
    }

    long dropped() {
        try {
            return Words.getLongVolatile(base + DROPPED);
        } finally {
            reachabilityFence(memory);
        }
    }

    // ---- Writing

    /** Writes a record, and tells the thread's place. Allocates nothing, and cannot fail once it has its slots. */
    void write(LogLevel level, long nanos, LogText text) {
        int length = text.length();
        int count = slotsFor(length);
        try {
            text.head(nanos, meta(text, level, count)); // before the claim, which lets these stores reach the cache
            long sequence = claim(count);
            text.place.wrote(sequence, count);
            if (sequence < 0) {
                return;
            }
            long slot = slot(sequence);
            text.copyHead(Math.min(length, HEAD_WORDS), slot + TIME);
            if (count > 1) {
                putRestSlow(sequence, count, text, length);
            }
            Words.setLongRelease(slot + STATE, state(sequence, HEAD));
        } finally {
            reachabilityFence(text);
            reachabilityFence(memory);
        }
    }

    /** Fills and publishes the slots after the first; the first one publishes them all. */
    private void putRestSlow(long sequence, int count, LogText text, int length) {
        Words.getAndAddLong(base + EXTRA, count - 1L);
        for (int i = HEAD_WORDS; i < length; i += CONT_WORDS) {
            text.copy(i, Math.min(length - i, CONT_WORDS), textWord(sequence, i));
        }
        for (int i = 1; i < count; i++) {
            Words.setLongRelease(slot(sequence + i) + STATE, state(sequence + i, CONT));
        }
    }

    /** Takes {@code count} slots in a row for the caller alone: the first sequence number, or -1 if it had to give up. */
    long claim(int count) {
        for (int tries = 0; tries < slots; tries++) {
            long sequence = Words.getAndAddLong(base + TAIL, count);
            if (count == 1) {
                if (take(sequence)) {
                    Words.releaseFence();
                    return sequence;
                }
            } else if (takeAllSlow(sequence, count)) {
                Words.releaseFence();
                return sequence;
            }
            Words.getAndAddLong(base + EXTRA, count);
        }
        Words.getAndAddLong(base + DROPPED, 1);
        return -1;
    }

    /**
     * Takes the slot of a sequence number: false if a slow writer is inside, or a newer one has been there.
     *
     * <p>It is nearly always the record of a lap ago that lies there. Guessing it, instead of looking, gets the cache line
     * from the processor that wrote it once and for writing, not for reading first.
     */
    private boolean take(long sequence) {
        long slot = slot(sequence);
        long guess = sequence < slots ? 0 : state(sequence - slots, HEAD);
        long found = Words.compareAndExchangeLong(slot + STATE, guess, state(sequence, WRITING));
        return found == guess || takeSlow(slot, sequence, found);
    }

    private boolean takeSlow(long slot, long sequence, long found) {
        for (long state = found; ; ) {
            if (state != 0 && (kind(state) == WRITING || sequence(state) > sequence)) {
                if (sequence(state) < sequence) {
                    skipSlow(slot, sequence);
                }
                return false;
            }
            long now = Words.compareAndExchangeLong(slot + STATE, state, state(sequence, WRITING));
            if (now == state) {
                return true;
            }
            state = now;
        }
    }

    private boolean takeAllSlow(long sequence, int count) {
        int taken = 0;
        for (int i = 0; i < count; i++) {
            if (take(sequence + i)) {
                taken++;
            }
        }
        if (taken < count) {
            for (int i = 0; i < count; i++) {
                long state = slot(sequence + i) + STATE;
                if (Words.getLongOpaque(state) == state(sequence + i, WRITING)) {
                    Words.setLongRelease(state, state(sequence + i, ABANDONED));
                }
            }
        }
        return taken == count;
    }

    private static void skipSlow(long slot, long sequence) {
        for (long was = Words.getLongOpaque(slot + SKIPPED);
                was < sequence && !Words.compareAndSetLong(slot + SKIPPED, was, sequence);
                was = Words.getLongOpaque(slot + SKIPPED)) {
            Thread.onSpinWait();
        }
    }

    // ---- Reading

    /**
     * Copies the record of a sequence number into a cursor.
     *
     * @return {@link #RECORD}; {@link #NONE} if nobody claimed it yet; {@link #PENDING} if its writer is still at it;
     *     {@link #SKIP} if no record begins here; {@link #OVERWRITTEN} if it is gone
     */
    int read(long sequence, LogCursor to) {
        try {
            return readSlot(sequence, to);
        } finally {
            reachabilityFence(memory);
        }
    }

    private int readSlot(long sequence, LogCursor to) {
        long tail = Words.getLongVolatile(base + TAIL);
        if (sequence >= tail) {
            return NONE;
        }
        if (tail - sequence > slots) {
            return OVERWRITTEN;
        }
        long slot = slot(sequence);
        long state = Words.getLongAcquire(slot + STATE);
        if (state == 0 || sequence(state) < sequence) {
            return Words.getLongAcquire(slot + SKIPPED) == sequence && sequence > 0 ? SKIP : PENDING;
        }
        if (sequence(state) > sequence) {
            return OVERWRITTEN;
        }
        return switch (kind(state)) {
            case WRITING -> PENDING;
            case HEAD -> copyOut(sequence, slot, to) ? RECORD : OVERWRITTEN;
            default -> SKIP;
        };
    }

    private boolean copyOut(long sequence, long slot, LogCursor to) {
        long meta = Words.getLongOpaque(slot + META);
        int messageBytes = (int) (meta & 0xffff);
        int subsystemBytes = (int) (meta >> 16 & 0xff);
        int count = (int) (meta >> 32 & 0xffff);
        int fieldBytes = (int) (meta >>> 48);
        int words = words(subsystemBytes) + words(messageBytes) + words(fieldBytes);
        if (count > maxSlots || words > HEAD_WORDS + (count - 1) * CONT_WORDS) {
            return false; // torn: the state has changed by now
        }
        to.sequence = sequence;
        to.count = count;
        to.nanos = Words.getLongOpaque(slot + TIME);
        to.thread = Words.getLongOpaque(slot + THREAD);
        to.level = (int) (meta >> 24 & 7);
        to.truncated = (meta >> 28 & 1) != 0;
        to.subsystemBytes = subsystemBytes;
        to.messageBytes = messageBytes;
        to.fieldBytes = fieldBytes;
        for (int word = 0; word < words; word++) {
            to.text[word] = Words.getLongOpaque(textWord(sequence, word));
        }
        Words.acquireFence();
        for (int i = 1; i < count; i++) {
            if (Words.getLongOpaque(slot(sequence + i) + STATE) != state(sequence + i, CONT)) {
                return false;
            }
        }
        return Words.getLongOpaque(slot + STATE) == state(sequence, HEAD);
    }

    // ---- Arithmetic

    private long slot(long sequence) {
        return first + (sequence & (slots - 1)) * SLOT;
    }

    private long textWord(long sequence, int word) {
        if (word < HEAD_WORDS) {
            return slot(sequence) + HEAD_TEXT + (long) word * Long.BYTES;
        }
        int beyond = word - HEAD_WORDS;
        return slot(sequence + 1 + beyond / CONT_WORDS) + CONT_TEXT + (long) (beyond % CONT_WORDS) * Long.BYTES;
    }
}
