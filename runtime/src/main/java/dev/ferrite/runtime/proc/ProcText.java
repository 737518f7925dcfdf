package dev.ferrite.runtime.proc;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one {@code /proc} file, and a cursor in it.
 *
 * <p>The kernel makes the text of a file such as {@code status} in one go, at the first read, so one object is one
 * look. Files of many records ({@code maps}) are made page by page. Parsing reads bytes and makes no strings. Text that
 * is not as the kernel's documentation says is an {@link ErrnoException} with {@code EINVAL} that shows the place.
 */
public final class ProcText {
    private static final int FIRST = 8192;
    private static final int LARGEST = 1 << 30;

    private final String name;
    private final byte[] bytes;
    private final int end;
    private int at;

    /**
     * A text that is there already.
     *
     * @param name what messages call it
     * @param bytes the text
     */
    public ProcText(String name, byte[] bytes) {
        this(name, bytes, bytes.length);
    }

    private ProcText(String name, byte[] bytes, int end) {
        this.name = name;
        this.bytes = bytes;
        this.end = end;
    }

    /**
     * Reads an open file from its start to its end.
     *
     * @param fd the file; its position moves not
     * @param name what messages call it
     * @return the text
     * @throws ErrnoException ESRCH if the task is gone, EFBIG above 1 GiB, and what else the kernel says
     */
    public static ProcText read(int fd, String name) {
        byte[] text = new byte[FIRST];
        int length = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(FIRST * 8, 8);
            for (; ; ) {
                long got = Linux.pread(fd, buffer.address(), buffer.byteSize(), length);
                if (got == Errno.EINTR.negated()) {
                    continue;
                }
                if (Errno.check(got, "read " + name) == 0) {
                    return new ProcText(name, text, length);
                }
                if (got > LARGEST - length) {
                    throw new ErrnoException(Errno.EFBIG, "read " + name + " length=" + (length + got));
                }
                if (got > text.length - length) {
                    text = Arrays.copyOf(text, Math.max(text.length * 2, length + (int) got));
                }
                MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, text, length, (int) got);
                length += (int) got;
            }
        }
    }

    /**
     * Reads a file by its path.
     *
     * @param path the absolute path
     * @return the text
     * @throws ErrnoException as the kernel says
     */
    public static ProcText read(String path) {
        int fd = (int) Errno.check(Linux.open(path, Linux.O_RDONLY | Linux.O_CLOEXEC, 0), "open " + path);
        try {
            return read(fd, path);
        } finally {
            Linux.close(fd);
        }
    }

    /**
     * How long the text is.
     *
     * @return bytes
     */
    public int length() {
        return end;
    }

    /**
     * Where the cursor is.
     *
     * @return bytes from the start
     */
    public int position() {
        return at;
    }

    /**
     * Moves the cursor.
     *
     * @param position bytes from the start
     */
    public void position(int position) {
        at = position;
    }

    /**
     * Whether the cursor is behind the last byte.
     *
     * @return true at the end
     */
    public boolean atEnd() {
        return at >= end;
    }

    /**
     * Looks at the byte under the cursor.
     *
     * @return 0 to 255, or -1 at the end
     */
    public int peek() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    /**
     * Moves behind {@code key:} at the start of a line, and behind the blanks that follow.
     *
     * @param key the word in front of the colon
     * @return false if no line has it; the cursor is where it was
     */
    public boolean seek(String key) {
        int length = key.length();
        int line = 0;
        while (line + length < end) {
            if (bytes[line + length] == ':' && startsWith(line, key)) {
                at = line + length + 1;
                skipBlanks();
                return true;
            }
            line = indexOf('\n', line) + 1;
            if (line == 0) {
                return false;
            }
        }
        return false;
    }

    /**
     * {@link #seek}, for a key that must be there.
     *
     * @param key the word in front of the colon
     * @return this
     * @throws ErrnoException EINVAL if no line has it
     */
    public ProcText line(String key) {
        if (!seek(key)) {
            throw new ErrnoException(Errno.EINVAL, name + " has no line " + key);
        }
        return this;
    }

    /** Moves behind spaces and tabs. */
    public void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Moves to the start of the next line. */
    public void skipLine() {
        int newline = indexOf('\n', at);
        at = newline < 0 ? end : newline + 1;
    }

    /**
     * Moves behind a byte that must be next.
     *
     * @param wanted the byte
     */
    public void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed("'" + wanted + "'");
        }
        at++;
    }

    /**
     * Reads one byte.
     *
     * @return 0 to 255
     */
    public int next() {
        if (at >= end) {
            throw malformed("a character");
        }
        return bytes[at++] & 0xFF;
    }

    /**
     * Reads a decimal number, with a sign if it has one, and the blanks behind it.
     *
     * @return the number
     */
    public long number() {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        long value = digits(10);
        skipBlanks();
        return negative ? -value : value;
    }

    /**
     * Reads a hexadecimal number without sign or prefix, and the blanks behind it.
     *
     * @return the number, unsigned
     */
    public long hex() {
        long value = digits(16);
        skipBlanks();
        return value;
    }

    /**
     * Whether a digit is under the cursor.
     *
     * @return true for 0 to 9
     */
    public boolean atDigit() {
        return Character.digit(peek(), 10) >= 0;
    }

    /**
     * The rest of the line, without its newline; moves behind it.
     *
     * @return the text, bytes that are not UTF-8 replaced
     */
    public String rest() {
        int newline = indexOf('\n', at);
        int stop = newline < 0 ? end : newline;
        String text = new String(bytes, at, stop - at, StandardCharsets.UTF_8);
        at = newline < 0 ? end : newline + 1;
        return text;
    }

    /**
     * The word under the cursor, up to a blank or newline, and the blanks behind it.
     *
     * @return the word
     */
    public String word() {
        int start = at;
        while (at < end && bytes[at] > ' ') {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        skipBlanks();
        return word;
    }

    /** Moves behind the last occurrence of a byte, which must be there. */
    void behindLast(char wanted) {
        for (int i = end - 1; i >= 0; i--) {
            if (bytes[i] == wanted) {
                at = i + 1;
                return;
            }
        }
        throw malformed("'" + wanted + "'");
    }

    /**
     * The whole text without one newline at its end.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, end > 0 && bytes[end - 1] == '\n' ? end - 1 : end);
    }

    /**
     * Whether another text has the same bytes.
     *
     * @param other the other text
     * @return true if they are equal
     */
    public boolean sameText(ProcText other) {
        return Arrays.equals(bytes, 0, end, other.bytes, 0, other.end);
    }

    private long digits(int radix) {
        long value = 0;
        int start = at;
        for (; at < end; at++) {
            int digit = Character.digit(bytes[at], radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
        }
        if (at == start) {
            throw malformed("a number");
        }
        return value;
    }

    private boolean startsWith(int from, String key) {
        for (int i = 0; i < key.length(); i++) {
            if (bytes[from + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(char wanted, int from) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private ErrnoException malformed(String wanted) {
        int from = Math.max(0, Math.min(at, end) - 20);
        String place = new String(bytes, from, Math.min(end - from, 40), StandardCharsets.UTF_8);
        return new ErrnoException(
                Errno.EINVAL, name + ": expected " + wanted + " at byte " + at + " near \"" + place + "\"");
    }
}
