package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Text in memory that is there already: appended to without allocating; what does not fit is left out. */
final class PanicText {
    private final MemorySegment memory;
    private int length;

    PanicText(MemorySegment memory) {
        this.memory = memory;
    }

    MemorySegment memory() {
        return memory;
    }

    int length() {
        return length;
    }

    PanicText clear() {
        length = 0;
        return this;
    }

    /** Appends characters as UTF-8. */
    PanicText add(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xc0 | c >> 6);
                put(0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                put(0xf0 | point >> 18);
                put(0x80 | (point >> 12 & 0x3f));
                put(0x80 | (point >> 6 & 0x3f));
                put(0x80 | (point & 0x3f));
            } else if (Character.isSurrogate(c)) {
                put('?');
            } else {
                put(0xe0 | c >> 12);
                put(0x80 | (c >> 6 & 0x3f));
                put(0x80 | (c & 0x3f));
            }
        }
        return this;
    }

    /** Appends a number of 0 or more. */
    PanicText add(long number) {
        return add(number, 1);
    }

    /** Appends a number of 0 or more with so many digits at least. */
    PanicText add(long number, int digits) {
        long power = 1;
        for (int i = 1; i < digits || number / power >= 10; i++) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            put('0' + (int) (number / power % 10));
        }
        return this;
    }

    private void put(int b) {
        if (length < memory.byteSize()) {
            memory.set(JAVA_BYTE, length++, (byte) b);
        }
    }
}
