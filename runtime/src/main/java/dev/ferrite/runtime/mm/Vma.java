package dev.ferrite.runtime.mm;

import dev.ferrite.runtime.proc.ProcText;

/**
 * One mapped range: {@code struct vm_area_struct}, as far as Linux shows it.
 *
 * @param start the first byte
 * @param end the byte behind the last one; compare unsigned
 * @param flags {@link #READ}, {@link #WRITE}, {@link #EXEC}, {@link #SHARED}
 * @param offset where in the file it starts, in bytes
 * @param devMajor the file system's device, upper number; 0 without a file
 * @param devMinor the file system's device, lower number; 0 without a file
 * @param inode the file; 0 without one
 * @param name the file's path, or a name in brackets such as {@code [heap]}; empty for anonymous memory
 */
public record Vma(long start, long end, int flags, long offset, int devMajor, int devMinor, long inode, String name) {
    /** May be read. */
    public static final int READ = 1;

    /** May be written. */
    public static final int WRITE = 2;

    /** May be executed. */
    public static final int EXEC = 4;

    /** Writes reach everybody who maps the file. */
    public static final int SHARED = 8;

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long length() {
        return end - start;
    }

    /**
     * Whether an address lies in it.
     *
     * @param address the address
     * @return true if so
     */
    public boolean contains(long address) {
        return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /** Whether some byte of a range lies in it. */
    boolean overlaps(long address, long length) {
        return Long.compareUnsigned(start, address + length) < 0 && Long.compareUnsigned(address, end) < 0;
    }

    /** Parses a line of {@code maps}, or the first one of a record of {@code smaps}. */
    static Vma parse(ProcText text) {
        long start = text.hex();
        text.expect('-');
        long end = text.hex();
        int flags = flag(text, 'r', READ) | flag(text, 'w', WRITE) | flag(text, 'x', EXEC) | flag(text, 's', SHARED);
        text.skipBlanks();
        long offset = text.hex();
        int major = (int) text.hex();
        text.expect(':');
        int minor = (int) text.hex();
        long inode = text.number();
        return new Vma(start, end, flags, offset, major, minor, inode, unescape(text.rest()));
    }

    private static int flag(ProcText text, char letter, int flag) {
        return text.next() == letter ? flag : 0;
    }

    /** The kernel writes a newline in a path as {@code \012}, and nothing else so. */
    private static String unescape(String name) {
        return name.indexOf('\\') < 0 ? name : name.replace("\\012", "\n");
    }

    /** As a line of {@code maps}, without padding. */
    @Override
    public String toString() {
        return Long.toHexString(start) + "-" + Long.toHexString(end) + " " + ((flags & READ) != 0 ? 'r' : '-')
                + ((flags & WRITE) != 0 ? 'w' : '-') + ((flags & EXEC) != 0 ? 'x' : '-')
                + ((flags & SHARED) != 0 ? 's' : 'p') + " " + Long.toHexString(offset) + " "
                + Integer.toHexString(devMajor) + ":" + Integer.toHexString(devMinor) + " " + inode + " " + name;
    }
}
