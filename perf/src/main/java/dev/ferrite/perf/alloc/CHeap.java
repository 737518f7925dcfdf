package dev.ferrite.perf.alloc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The C allocators, as pairs of method handles; each pair in a class of its own, so that the handles are constants and a
 * library that is missing is only missed by who uses it.
 */
@SuppressWarnings("restricted") // SAFETY: the signatures are the C library's
final class CHeap {
    static final String JEMALLOC = "libjemalloc.so.2";
    static final String MIMALLOC = "libmimalloc.so.2";
    static final String JEMALLOC_PACKAGE = "libjemalloc2";
    static final String MIMALLOC_PACKAGE = "libmimalloc2.0";

    private static final Linker.Option[] CRITICAL = {Linker.Option.critical(false)};

    private CHeap() {}

    private static MethodHandle handleOfAlloc(SymbolLookup library, String name, Linker.Option... options) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(JAVA_LONG, JAVA_LONG), options);
    }

    private static MethodHandle handleOfFree(SymbolLookup library, String name, Linker.Option... options) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(JAVA_LONG), options);
    }

    private static SymbolLookup libc() {
        return Linker.nativeLinker().defaultLookup();
    }

    private static SymbolLookup open(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    private static AssertionError impossible(Throwable e) {
        return new AssertionError("a C allocator cannot throw", e);
    }

    /** The C library's, called as any function. */
    static final class Malloc {
        private static final MethodHandle ALLOC = handleOfAlloc(libc(), "malloc");
        private static final MethodHandle FREE = handleOfFree(libc(), "free");

        private Malloc() {}

        static long alloc(long size) {
            try {
                return (long) ALLOC.invokeExact(size);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        static void free(long address) {
            try {
                FREE.invokeExact(address);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }
    }

    /** The C library's, without the change of thread state. */
    static final class MallocCritical {
        private static final MethodHandle ALLOC = handleOfAlloc(libc(), "malloc", CRITICAL);
        private static final MethodHandle FREE = handleOfFree(libc(), "free", CRITICAL);

        private MallocCritical() {}

        static long alloc(long size) {
            try {
                return (long) ALLOC.invokeExact(size);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        static void free(long address) {
            try {
                FREE.invokeExact(address);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }
    }

    /** jemalloc. */
    static final class Jemalloc {
        private static final MethodHandle ALLOC = handleOfAlloc(open(JEMALLOC), "malloc", CRITICAL);
        private static final MethodHandle FREE = handleOfFree(open(JEMALLOC), "free", CRITICAL);

        private Jemalloc() {}

        static long alloc(long size) {
            try {
                return (long) ALLOC.invokeExact(size);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        static void free(long address) {
            try {
                FREE.invokeExact(address);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }
    }

    /** mimalloc. */
    static final class Mimalloc {
        private static final MethodHandle ALLOC = handleOfAlloc(open(MIMALLOC), "mi_malloc", CRITICAL);
        private static final MethodHandle FREE = handleOfFree(open(MIMALLOC), "mi_free", CRITICAL);

        private Mimalloc() {}

        static long alloc(long size) {
            try {
                return (long) ALLOC.invokeExact(size);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        static void free(long address) {
            try {
                FREE.invokeExact(address);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }
    }
}
