package dev.ferrite.runtime.log;

import dev.ferrite.offheap.Copy;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The text of a record as the words that go into the ring: encoded before a slot is claimed, so that no foreign code
 * runs, and nothing can fail, between claim and publication.
 *
 * <p>One a thread, reused: nothing is allocated once it has grown to the longest text of its thread.
 */
final class LogText {
    /*
     * A short string goes the JDK's way, Copy.ascii: one test and one copy, both intrinsic, if it is ASCII. If it is not,
     * the JDK has allocated its bytes, and it goes the other way, and so do the next texts of this thread, four times as
     * many with each that was not ASCII.
     *
     * The other way, for long strings and for texts that are none: getChars into an array, an intrinsic whatever the
     * string's coder is, while a loop over charAt branches on the coder for each character; then eight characters at a
     * time are tested and packed.
     *
     * Measured, 36 characters: 11 ns the first way, some ten more the other; by a segment that may be closed, or is an array's,
     * instead of an address, 17. Packing four characters of the array at a time takes 21 to 25: it was written in other
     * pieces than it is read in.
     *
     * What lies behind a text in its last word means nothing.
     */
    private static final ThreadLocal<LogText> OWN = ThreadLocal.withInitial(LogText::new);

    private static final VarHandle BYTES8 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_CHARS = 96;
    static final int LEAST_PATIENCE = 64;
    private static final int MOST_PATIENCE = 1 << 22;

    /** Bytes of the longest text, and what Copy.ascii puts behind it. */
    private static final int ROOM = LogRing.MAX_TEXT_BYTES + Long.BYTES;

    /** How much precedes the text in a slot, from {@link LogSlot#TIME} on. */
    private static final int BEFORE = LogSlot.HEAD_TEXT - LogSlot.TIME;

    private char[] chars = new char[FIRST_CHARS];
    private @Nullable String subsystem;
    private boolean busy;

    /** How many texts still go the other way, and how many will the next time: what is not ASCII costs an allocation. */
    private int otherWay;

    private int patience = LEAST_PATIENCE;

    /** Keeps the memory; null on the heap twin. */
    private final @Nullable MemorySegment room;

    /** Where the text is: the subsystem, filled up to a word, then the message, then the fields. */
    final long address;

    int subsystemBytes;
    int messageBytes;
    int fieldBytes;
    boolean cut;

    /** Where its thread writes. */
    final LogPlace place;

    LogText() {
        this(new LogPlace());
    }

    private LogText(LogPlace place) {
        this.place = place;
        room = HeapWords.enabled() ? null : Arena.ofAuto().allocate(BEFORE + ROOM, Long.BYTES);
        long start = room == null ? HeapWords.allocate(BEFORE + ROOM) : room.address();
        address = start + BEFORE;
        Words.setLongPlain(
                start + LogSlot.THREAD - LogSlot.TIME, Thread.currentThread().threadId());
    }

    /** Puts the words before the text. */
    void head(long nanos, long meta) {
        Words.setLongPlain(address - BEFORE, nanos);
        Words.setLongPlain(address + (LogSlot.META - LogSlot.HEAD_TEXT), meta);
    }

    /** Copies the words that go into the first slot: time, thread, meta, and so many of the text. */
    void copyHead(int words, long to) {
        Copy.words(address - BEFORE, to, BEFORE + (long) words * Long.BYTES);
    }

    /** Copies words of the text. */
    void copy(int index, int words, long to) {
        Copy.words(address + (long) index * Long.BYTES, to, (long) words * Long.BYTES);
    }

    private void word(int index, long value) {
        // SAFETY: the callers stay below the limit they were given, which is at most MAX_TEXT_BYTES.
        Words.setLongPlain(address + (long) index * Long.BYTES, value);
    }

    /** The calling thread's own; a fresh one if this thread is already at it, in a text's own methods. */
    static LogText own() {
        LogText own = OWN.get();
        return own.busy ? new LogText(own.place) : own;
    }

    /** How many words the text takes. */
    int length() {
        return LogSlot.words(subsystemBytes) + LogSlot.words(messageBytes) + LogSlot.words(fieldBytes);
    }

    /** Encodes subsystem and message, cut to {@code maxBytes}, the filling included. */
    void set(String subsystem, CharSequence message, int maxBytes) {
        name(subsystem);
        int at = LogSlot.words(subsystemBytes);
        fieldBytes = 0;
        if (message instanceof String) {
            messageBytes = encode(message, at, maxBytes - at * Long.BYTES); // it has no methods that log
            return;
        }
        busy = true;
        try {
            messageBytes = encode(message, at, maxBytes - at * Long.BYTES);
        } finally {
            busy = false;
        }
    }

    /** Adds fields to a text that was set; those that do not fit are left out, and the record counts as cut. */
    void fields(LogFields fields, int maxBytes) {
        boolean messageCut = cut;
        int at = length();
        int limit = maxBytes - at * Long.BYTES;
        String text = fields.text(limit);
        fieldBytes = encode(text, at, limit);
        cut = messageCut || text.length() < fields.length();
    }

    /** Takes bytes for a message, cut to {@code maxBytes} at a code point if they are UTF-8. */
    void set(String subsystem, byte[] utf8, int offset, int length, int maxBytes) {
        name(subsystem);
        int at = LogSlot.words(subsystemBytes);
        int bytes = prefix(utf8, offset, length, maxBytes - at * Long.BYTES);
        int i = 0;
        for (; i + 8 <= bytes; i += 8) {
            word(at++, (long) BYTES8.get(utf8, offset + i));
        }
        long tail = 0;
        for (int shift = 0; i < bytes; i++, shift += 8) {
            tail |= (utf8[offset + i] & 0xffL) << shift;
        }
        if ((bytes & 7) != 0) {
            word(at, tail);
        }
        messageBytes = bytes;
        fieldBytes = 0;
        cut = bytes < length;
    }

    /** The words of the last subsystem are still there: nearly always it is the same literal again. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // another object of the same name is encoded again
    private void name(String name) {
        if (name != subsystem) {
            subsystemBytes = encode(name, 0, LogRing.MAX_SUBSYSTEM_BYTES);
            subsystem = name;
        }
    }

    private int encode(CharSequence text, int at, int limit) {
        if (text instanceof String string && otherWay == 0 && string.length() <= limit && hasRoom(string, at)) {
            if (isAscii(string, at)) {
                cut = false;
                return string.length();
            }
            otherWay = patience;
            patience = Math.min(patience * 4, MOST_PATIENCE);
        }
        return encodeChars(text, at, limit);
    }

    /** Whether any string of this length, and what Copy.ascii puts behind it, fits. */
    private boolean hasRoom(String string, int at) {
        return room != null && at * 8L + 3L * string.length() + Long.BYTES + 1 <= ROOM;
    }

    /** Copies a string that is ASCII; false if it is not, and then what was copied does not count. */
    private boolean isAscii(String string, int at) {
        return Copy.ascii(string, address + (long) at * Long.BYTES);
    }

    private int encodeChars(CharSequence text, int at, int limit) {
        otherWay = Math.max(0, otherWay - 1);
        int all = text.length();
        int length = Math.min(all, limit);
        cut = length < all;
        int padded = (length + 7) & -8;
        if (padded > chars.length) {
            grow(padded);
        }
        text.getChars(0, length, chars, 0);
        if (cut && length > 0 && Character.isHighSurrogate(chars[length - 1])) {
            length--;
        }
        for (int i = length; i < padded; i++) {
            chars[i] = 0;
        }
        return pack(chars, length, at) ? length : encodeSlow(length, at, limit);
    }

    /** Packs the low bytes of characters, filled up with zeros to a multiple of eight; false if one is not ASCII. */
    private boolean pack(char[] c, int length, int at) {
        int any = 0;
        for (int i = 0, word = at; i < length; i += 8, word++) {
            any |= c[i] | c[i + 1] | c[i + 2] | c[i + 3] | c[i + 4] | c[i + 5] | c[i + 6] | c[i + 7];
            int low = c[i] | (c[i + 1] << 8) | (c[i + 2] << 16) | (c[i + 3] << 24);
            int high = c[i + 4] | (c[i + 5] << 8) | (c[i + 6] << 16) | (c[i + 7] << 24);
            word(word, (low & 0xFFFF_FFFFL) | ((long) high << 32));
        }
        return any < 0x80;
    }

    private void grow(int characters) {
        chars = new char[Math.max(characters, chars.length * 2)];
    }

    /** UTF-8 of the first {@code length} characters; a lone surrogate becomes {@code ?}, as in {@link String}. */
    private int encodeSlow(int length, int at, int limit) {
        int bytes = 0;
        int word = at;
        long packed = 0;
        for (int i = 0; i < length; ) {
            int point = Character.codePointAt(chars, i, length);
            i += Character.charCount(point);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                point = '?';
            }
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes + size > limit) {
                cut = true;
                break;
            }
            for (int more = utf8(point), n = size; n > 0; n--, more >>>= 8) {
                packed |= (more & 0xffL) << ((bytes & 7) << 3);
                if ((++bytes & 7) == 0) {
                    word(word++, packed);
                    packed = 0;
                }
            }
        }
        if ((bytes & 7) != 0) {
            word(word, packed);
        }
        return bytes;
    }

    /** The UTF-8 bytes of a code point, the first one lowest. */
    private static int utf8(int point) {
        if (point < 0x80) {
            return point;
        }
        int last = 0x80 | (point & 0x3f);
        if (point < 0x800) {
            return 0xc0 | (point >> 6) | (last << 8);
        }
        int third = 0x80 | ((point >> 6) & 0x3f);
        if (point < 0x10000) {
            return 0xe0 | (point >> 12) | (third << 8) | (last << 16);
        }
        return 0xf0 | (point >> 18) | ((0x80 | ((point >> 12) & 0x3f)) << 8) | (third << 16) | (last << 24);
    }

    /** The longest prefix that is no longer than {@code limit} and ends where a code point does. */
    private static int prefix(byte[] utf8, int offset, int length, int limit) {
        if (length <= limit) {
            return length;
        }
        int end = limit;
        while (end > 0 && limit - end < 4 && (utf8[offset + end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }
}
