package dev.ferrite.perf.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Loops in C, compiled here and now and called in this process, so that they meet the same address space and the same
 * pages. One call into C makes {@link #LOOPS} rounds.
 */
@SuppressWarnings("restricted") // SAFETY: the shapes are those of the source below
final class CLibrary {
    /** Rounds of one call. */
    static final int LOOPS = 100;

    private static final String SOURCE = """
            #include <string.h>
            #include <sys/ioctl.h>
            #include <sys/mman.h>

            long map_unmap(int fd, long offset, long bytes, int touch) {
                long failed = 0;
                for (int i = 0; i < 100; i++) {
                    char *p = mmap(0, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, offset);
                    if (p == MAP_FAILED) { failed++; continue; }
                    if (touch) *(volatile long *) p = i;
                    munmap(p, bytes);
                }
                return failed;
            }

            long ask(int fd, int request) {
                long failed = 0;
                int value;
                for (int i = 0; i < 100; i++) failed += ioctl(fd, request, &value) != 0;
                return failed;
            }

            #define EACH_COUNTS asm volatile("" ::: "memory")
            void set(long to, int value, long bytes) {
                for (int i = 0; i < 100; i++) { memset((void *) to, value, bytes); EACH_COUNTS; }
            }
            void copy(long to, long from, long bytes) {
                for (int i = 0; i < 100; i++) { memcpy((void *) to, (void *) from, bytes); EACH_COUNTS; }
            }
            """;

    private static final SymbolLookup LIBRARY = compiled();
    private static final MethodHandle MAP_UNMAP =
            handle("map_unmap", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    private static final MethodHandle ASK = handle("ask", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT));
    private static final MethodHandle SET = handle("set", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT, JAVA_LONG));
    private static final MethodHandle COPY = handle("copy", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private CLibrary() {}

    private static MethodHandle handle(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(name), shape);
    }

    private static SymbolLookup compiled() {
        try {
            Path folder = Files.createTempDirectory("ferrite-perf");
            Path source = folder.resolve("drm.c");
            Path library = folder.resolve("drm.so");
            try {
                Files.writeString(source, SOURCE);
                Process gcc = new ProcessBuilder(
                                "gcc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!gcc.waitFor(60, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
                    throw new IllegalStateException("gcc failed: " + said);
                }
                return SymbolLookup.libraryLookup(library, Arena.global());
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(library);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while gcc ran", e);
        }
    }

    private static void check(long failed, String what) {
        if (failed != 0) {
            throw new IllegalStateException(what + " failed " + failed + " times");
        }
    }

    /** mmap and munmap, {@link #LOOPS} times. */
    static void mapUnmap(int fd, long offset, long bytes, boolean touch) {
        try {
            check((long) MAP_UNMAP.invokeExact(fd, offset, bytes, touch ? 1 : 0), "mmap");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** ioctl with an int behind it, {@link #LOOPS} times. */
    static void ask(int fd, int request) {
        try {
            check((long) ASK.invokeExact(fd, request), "ioctl");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** memset, {@link #LOOPS} times. */
    static void memset(long to, int value, long bytes) {
        try {
            SET.invokeExact(to, value, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** memcpy, {@link #LOOPS} times. */
    static void memcpy(long to, long from, long bytes) {
        try {
            COPY.invokeExact(to, from, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
