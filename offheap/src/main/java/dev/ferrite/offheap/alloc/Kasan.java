package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.config.ConfigOption;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The debug twin of the allocators, after the kernel's address sanitizer: {@code -Dferrite.kasan=true} at start.
 *
 * <p>On: every block lies between redzones, is filled with a pattern when it is handed out and another when it comes
 * back, waits in a quarantine of 16 MiB an allocator before its memory is used again, and remembers the stacks of its
 * allocation and its free. Boxes have an arena each, so an access through a segment after close is an exception at the
 * very access. A block costs microseconds and some hundred bytes.
 *
 * <p>Found at the moment: double free, free of what is no block, use of a closed box. Found when a block is given back,
 * leaves the quarantine, or at {@link #sweep}: writes outside a block, writes after free. Raw reads are found only where
 * the reader asks with {@link #check}: raw accesses are not instrumented.
 *
 * <p>Off: {@link #ENABLED} is a constant the compiler folds; no byte and no instruction is left of it.
 */
public final class Kasan {
    /** Whether the twin is on: read here, once, when the allocators are first used. */
    public static final boolean ENABLED = ConfigOption.KASAN.isOn();

    private static final CopyOnWriteArrayList<Source> SOURCES = new CopyOnWriteArrayList<>();

    private Kasan() {}

    /** What the twin watches: one allocator's or cache's blocks. */
    interface Source {
        void sweep(List<KasanReport> found);

        void leaks(List<KasanReport> found);

        void check(long address, long bytes);
    }

    static void watch(Source source) {
        SOURCES.add(source);
    }

    /**
     * Checks that a raw access is within one block in use: {@code kasan_check_byte} and friends. Memory that is not
     * near any watched block passes. Does nothing while the twin is off.
     *
     * @param address the first byte
     * @param bytes how many
     * @throws KernelBug with the report, if the range touches a redzone or a freed block
     */
    public static void check(long address, long bytes) {
        if (ENABLED) {
            for (Source source : SOURCES) {
                source.check(address, bytes);
            }
        }
    }

    /** What is wrong with an access to an address, or null. */
    static @Nullable KernelBug bugAt(long address) {
        try {
            check(address, 1);
            return null;
        } catch (KernelBug bug) {
            return bug;
        }
    }

    /**
     * Looks at all redzones and at all freed blocks still in quarantine. Blocks that are written meanwhile are fine;
     * blocks that are given back meanwhile are looked at then.
     *
     * @return what was found, each reported as a WARN, too; empty while the twin is off
     */
    public static List<KasanReport> sweep() {
        List<KasanReport> found = new ArrayList<>();
        SOURCES.forEach(source -> source.sweep(found));
        return found;
    }

    /**
     * All blocks in use, as reports with the stack of their allocation: what leaked, when nothing should be left.
     *
     * @return one report a block; empty while the twin is off
     */
    public static List<KasanReport> leaks() {
        List<KasanReport> found = new ArrayList<>();
        SOURCES.forEach(source -> source.leaks(found));
        return found;
    }
}
