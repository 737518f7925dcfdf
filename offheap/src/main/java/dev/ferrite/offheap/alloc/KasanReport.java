package dev.ferrite.offheap.alloc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding of {@link Kasan}.
 *
 * @param kind what is wrong
 * @param allocator whose block it is
 * @param address the address that was misused
 * @param block the block's first byte
 * @param size the block's bytes, as asked for
 * @param allocated where it was allocated; null if no block is known
 * @param freed where it was freed; null while it is in use
 */
public record KasanReport(
        Kind kind,
        String allocator,
        long address,
        long block,
        long size,
        @Nullable Throwable allocated,
        @Nullable Throwable freed) {
    private static final int FRAMES = 16;

    /** What can be wrong. */
    public enum Kind {
        /** An access to a block after its free. */
        USE_AFTER_FREE("use-after-free"),
        /** A second free of a block. */
        DOUBLE_FREE("double-free"),
        /** A free of an address that is no block. */
        INVALID_FREE("invalid-free"),
        /** An access beside a block. */
        OUT_OF_BOUNDS("out-of-bounds"),
        /** A block that nobody gave back. */
        LEAK("memory-leak");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name as the kernel writes it. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The report as the kernel would write it.
     *
     * @return several lines, with both stacks
     */
    public String text() {
        StringBuilder text = new StringBuilder(512);
        text.append(String.format(Locale.ROOT, "BUG: KASAN: %s in %s at 0x%x", kind, allocator, address));
        if (allocated != null) {
            long offset = address - block;
            text.append(String.format(
                    Locale.ROOT,
                    ": %d bytes %s of a block of %d bytes [0x%x, 0x%x)",
                    place(offset),
                    side(offset),
                    size,
                    block,
                    block + size));
            stack(text, "Allocated", allocated);
        }
        if (freed != null) {
            stack(text, "Freed", freed);
        }
        return text.toString();
    }

    private long place(long offset) {
        return offset < 0 ? -offset : offset < size ? offset : offset - size;
    }

    private String side(long offset) {
        return offset < 0 ? "to the left" : offset < size ? "inside" : "to the right";
    }

    private static void stack(StringBuilder text, String what, Throwable at) {
        text.append(System.lineSeparator())
                .append(what)
                .append(' ')
                .append(at.getMessage())
                .append(':');
        StackTraceElement[] frames = at.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            text.append(System.lineSeparator()).append("  ").append(frames[i]);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
