package dev.ferrite.runtime.log;

/** The layout of a slot of {@link LogRing}, and the packing of its words. */
final class LogSlot {
    /*
     *   first   +0  state   +8 skipped   +16 time   +24 thread   +32 meta   +40 text, 11 words
     *   others  +0  state   +8 skipped   +16 text, 14 words
     *
     *   state   sequence << 3 | kind
     *   meta    bytes of the message (16 bits), of the subsystem (8), level (4), cut (4), number of slots (16),
     *           of the fields (16)
     *   text    eight bytes a word, the first one lowest; the subsystem first, the message from the next word on,
     *           then likewise the fields: KEY=value, with a NUL between two
     */
    static final int SLOT = 128;

    static final int STATE = 0;
    static final int SKIPPED = 8;
    static final int TIME = 16;
    static final int THREAD = 24;
    static final int META = 32;
    static final int HEAD_TEXT = 40;
    static final int CONT_TEXT = 16;
    static final int HEAD_WORDS = (SLOT - HEAD_TEXT) / Long.BYTES;
    static final int CONT_WORDS = (SLOT - CONT_TEXT) / Long.BYTES;

    static final int WRITING = 1;
    static final int HEAD = 2;
    static final int CONT = 3;
    static final int ABANDONED = 4;
    static final int KIND_BITS = 3;

    private LogSlot() {}

    static long meta(LogText text, LogLevel level, int count) {
        return text.messageBytes
                | (long) text.subsystemBytes << 16
                | (long) level.number() << 24
                | (text.cut ? 1L << 28 : 0)
                | (long) count << 32
                | (long) text.fieldBytes << 48;
    }

    static int slotsFor(int words) {
        return words <= HEAD_WORDS ? 1 : 1 + (words - HEAD_WORDS + CONT_WORDS - 1) / CONT_WORDS;
    }

    static int words(int bytes) {
        return (bytes + Long.BYTES - 1) >> 3;
    }

    static long state(long sequence, int kind) {
        return sequence << KIND_BITS | kind;
    }

    static int kind(long state) {
        return (int) state & ((1 << KIND_BITS) - 1);
    }

    static long sequence(long state) {
        return state >>> KIND_BITS;
    }
}
