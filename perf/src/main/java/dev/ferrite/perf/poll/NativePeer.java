package dev.ferrite.perf.poll;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two threads in C with an eventfd and an epoll instance each, compiled here and now. */
final class NativePeer implements AutoCloseable {
    private static final String SOURCE = """
            #include <pthread.h>
            #include <stdint.h>
            #include <stdlib.h>
            #include <unistd.h>
            #include <sys/epoll.h>
            #include <sys/eventfd.h>

            struct peer { int event[2]; int epoll[2]; pthread_t echo; volatile int stop; };

            static void tell(struct peer *p, int side) {
                uint64_t one = 1;
                if (write(p->event[side], &one, 8) != 8) abort();
            }

            static long hear(struct peer *p, int side) {
                struct epoll_event events[4];
                uint64_t count = 0;
                if (epoll_wait(p->epoll[side], events, 4, -1) < 1) abort();
                if (read(p->event[side], &count, 8) != 8) abort();
                return (long) count;
            }

            static void *echo(void *arg) {
                struct peer *p = arg;
                while (!p->stop) { hear(p, 1); tell(p, 0); }
                return 0;
            }

            void *peer_start(void) {
                struct peer *p = calloc(1, sizeof *p);
                for (int i = 0; i < 2; i++) {
                    struct epoll_event e = { .events = EPOLLIN };
                    p->event[i] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
                    p->epoll[i] = epoll_create1(EPOLL_CLOEXEC);
                    if (epoll_ctl(p->epoll[i], EPOLL_CTL_ADD, p->event[i], &e)) abort();
                }
                if (pthread_create(&p->echo, 0, echo, p)) abort();
                return p;
            }

            long peer_round_trip(struct peer *p) { tell(p, 1); return hear(p, 0); }

            void peer_stop(struct peer *p) {
                p->stop = 1;
                tell(p, 1);
                pthread_join(p->echo, 0);
                for (int i = 0; i < 2; i++) { close(p->event[i]); close(p->epoll[i]); }
                free(p);
            }
            """;

    private final Arena arena;
    private final MethodHandle roundTrip;
    private final MethodHandle stop;
    private final MemorySegment peer;

    @SuppressWarnings("restricted") // SAFETY: the shapes are those of the source above
    private NativePeer(Arena arena, Path library) throws Throwable {
        this.arena = arena;
        Linker linker = Linker.nativeLinker();
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
        MethodHandle start = linker.downcallHandle(symbols.findOrThrow("peer_start"), FunctionDescriptor.of(ADDRESS));
        roundTrip = linker.downcallHandle(
                symbols.findOrThrow("peer_round_trip"), FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        stop = linker.downcallHandle(symbols.findOrThrow("peer_stop"), FunctionDescriptor.ofVoid(ADDRESS));
        peer = (MemorySegment) start.invokeExact();
    }

    /** Compiles and starts; throws {@link UncheckedIOException} if there is no compiler. */
    static NativePeer start() {
        try {
            Path folder = Files.createTempDirectory("ferrite-perf");
            Path source = folder.resolve("peer.c");
            Path library = folder.resolve("peer.so");
            try {
                Files.writeString(source, SOURCE);
                compile(source, library);
                return new NativePeer(Arena.ofShared(), library);
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(library);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while gcc ran", e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Path source, Path library) throws IOException, InterruptedException {
        Process gcc = new ProcessBuilder(
                        "gcc", "-O2", "-shared", "-fPIC", "-pthread", "-o", library.toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!gcc.waitFor(60, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
            throw new IllegalStateException("gcc failed: " + said);
        }
    }

    long roundTrip() {
        try {
            return (long) roundTrip.invokeExact(peer);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            stop.invokeExact(peer);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        arena.close();
    }
}
