package dev.ferrite.drm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bugs that others had with the lives of buffers, one test each: what would happen to them cannot happen here. */
@Timeout(120)
class LifetimeTest {
    private static final long PAGE = Bench.PAGE;
    private static final int ROUNDS = 2_000;
    private static final int RDWR = Linux.PROT_READ | Linux.PROT_WRITE;

    private Bench bench;
    private EmulatedNode node;
    private long warnings;

    @BeforeEach
    void setUp() {
        warnings = warnings();
        bench = new Bench();
        bench.test.logging = false;
        node = bench.openPrivileged();
    }

    @AfterEach
    void tearDown() {
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(warnings()).isEqualTo(warnings);
    }

    private static long warnings() {
        return Warn.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Runs two actions at the same moment, many times, and something after each pair. */
    private static void race(int rounds, Callable<?> one, Callable<?> other, Callable<?> after) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < rounds; i++) {
                Future<?> running = threads.submit(() -> {
                    start.await();
                    return other.call();
                });
                start.await();
                one.call();
                running.get();
                after.call();
            }
        }
    }

    /** kmsxx, mpv, Kodi: an import gives the handle one has; closing "both" closes whatever has the number by then. */
    @Test
    void closingAnImportTwiceNeverClosesTheNextBuffer() {
        GemBuffer made = GemBuffer.adopt(node, Bench.create(node, PAGE), PAGE);
        GemBuffer imported;
        try (PrimeFd fd = made.exportPrime()) {
            imported = GemBuffer.importPrime(node, fd);
        }
        assertThat(imported.handle()).isEqualTo(made.handle());
        made.close();
        imported.close();
        GemBuffer next = GemBuffer.adopt(node, Bench.create(node, 2 * PAGE), 2 * PAGE);
        assertThat(next.handle()).as("the number is used again").isEqualTo(1);
        made.close();
        imported.close();
        assertThat(Bench.info(node, 1)).isEqualTo(2 * PAGE);
        next.close();
    }

    /** Two closes of one number, and a create that takes it: one close per buffer counts, however they meet. */
    @Test
    void aHandleIsClosedOncePerBuffer() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger created = new AtomicInteger();
        Callable<Void> work = () -> {
            for (int i = 0; i < 4; i++) {
                created.addAndGet(Bench.createBase(node, PAGE) > 0 ? 1 : 0);
                closed.addAndGet(Bench.gemClose(node, 1) == 0 ? 1 : 0);
                closed.addAndGet(Bench.gemClose(node, 1) == 0 ? 1 : 0);
                closed.addAndGet(Bench.gemClose(node, 2) == 0 ? 1 : 0);
            }
            return null;
        };
        race(ROUNDS, work, work, () -> null);
        assertThat(created).hasValue(ROUNDS * 8);
        assertThat(Bench.live().handles()).isEqualTo(created.get() - closed.get());
    }

    /** The kernel's handle-before-publication bug: a guessed number is closed while the create is still at work. */
    @Test
    void aGuessedHandleCannotBeClosedOrUsedBeforeItsCreateReturns() {
        AtomicInteger answers = new AtomicInteger();
        bench.test.inObjectOpen = () -> {
            answers.addAndGet(Bench.gemClose(node, 1) == Bench.EINVAL ? 1 : 0);
            answers.addAndGet(Bench.info(node, 1) == Bench.ENOENT ? 1 : 0);
            answers.addAndGet(Bench.flink(node, 1) == Bench.ENOENT ? 1 : 0);
            answers.addAndGet(Bench.exportFd(node, 1, 0) == Bench.ENOENT ? 1 : 0);
            answers.addAndGet(Bench.mapDumb(node, 1) == Bench.ENOENT ? 1 : 0);
        };
        assertThat(Bench.create(node, PAGE)).isEqualTo(1);
        assertThat(answers).hasValue(5);
        bench.test.inObjectOpen = null;
        assertThat(Bench.gemClose(node, 1)).isZero();
    }

    /** An offset that outlived its buffer: it maps nothing, and never the next one's pages without a handle on them. */
    @Test
    void anOffsetMapsNothingAfterItsBufferIsGone() {
        long offset = Bench.mapDumb(node, Bench.create(node, PAGE));
        assertThat(Bench.gemClose(node, 1)).isZero();
        assertThatThrownBy(() -> node.mmap(offset, PAGE, RDWR, true)).hasMessageContaining("EINVAL");
        try (EmulatedNode other = bench.openPrivileged()) {
            assertThat(Bench.mapDumb(other, Bench.create(other, PAGE)))
                    .as("the offset is used again")
                    .isEqualTo(offset);
            assertThatThrownBy(() -> node.mmap(offset, PAGE, RDWR, true)).hasMessageContaining("EACCES");
        }
    }

    /** A mapping of pages that were handed on: it keeps them, and the next buffer gets others. */
    @Test
    void aMappingKeepsItsPagesFromEverybodyElse() {
        GemBuffer buffer = GemBuffer.adopt(node, Bench.create(node, PAGE), PAGE);
        GemMapping mapping = buffer.mapConfined();
        mapping.segment().set(ValueLayout.JAVA_LONG, 0, 1);
        buffer.close();
        List<GemBuffer> others = new ArrayList<>();
        int handle;
        while ((handle = Bench.create(node, PAGE)) > 0) {
            GemBuffer other = GemBuffer.adopt(node, handle, PAGE);
            others.add(other);
            try (GemMapping written = other.mapConfined()) {
                written.segment().set(ValueLayout.JAVA_LONG, 0, 2);
            }
        }
        assertThat(handle).isEqualTo(Bench.ENOSPC);
        assertThat(others).as("all but the one that is mapped").hasSize(63);
        assertThat(mapping.segment().get(ValueLayout.JAVA_LONG, 0)).isEqualTo(1);
        mapping.close();
        assertThat(Bench.create(node, PAGE)).isPositive();
        others.forEach(GemBuffer::close);
    }

    /** mmap against the last close: the buffer's own bytes or an error, never a fault. */
    @Test
    void mmapAgainstTheLastCloseIsTheBufferOrAnError() throws Exception {
        int[] handle = new int[1];
        long[] offset = new long[1];
        Callable<Void> make = () -> {
            handle[0] = Bench.create(node, PAGE);
            offset[0] = Bench.mapDumb(node, handle[0]);
            return null;
        };
        make.call();
        race(
                ROUNDS,
                () -> {
                    try (GemMapping mapping = node.mmap(offset[0], PAGE, RDWR, true)) {
                        mapping.segment().set(ValueLayout.JAVA_LONG, 0, -1);
                    } catch (ErrnoException e) {
                        assertThat(e.errno()).isIn(Errno.EINVAL, Errno.EACCES);
                    }
                    return null;
                },
                () -> Bench.gemClose(node, handle[0]),
                make);
    }

    /** A name given while the last handle goes: it is dead at once, and opens nothing ever after. */
    @Test
    void aNameGivenInTheLastMomentIsDead() throws Exception {
        int[] handle = {Bench.createBase(node, PAGE)};
        AtomicInteger name = new AtomicInteger();
        AtomicInteger named = new AtomicInteger();
        race(
                ROUNDS,
                () -> {
                    name.set(Bench.flink(node, handle[0]));
                    named.addAndGet(name.get() > 0 ? 1 : 0);
                    return null;
                },
                () -> Bench.gemClose(node, handle[0]),
                () -> {
                    assertThat(name.get()).matches(found -> found > 0 || found == Bench.ENOENT);
                    assertThat(Bench.gemOpen(node, Math.max(1, name.get()))).isEqualTo(Bench.ENOENT);
                    handle[0] = Bench.createBase(node, PAGE);
                    return null;
                });
        assertThat(Bench.live().objects()).isEqualTo(1);
    }

    /** A stale name that is used again opens the buffer that has it now, whole, and never the dead one. */
    @Test
    void aNameUsedAgainIsTheNewBuffersAlone() {
        int first = Bench.createBase(node, PAGE);
        int name = Bench.flink(node, first);
        Bench.gemClose(node, first);
        int second = Bench.createBase(node, 3 * PAGE);
        assertThat(Bench.gemOpen(node, name)).as("nobody has it yet").isEqualTo(Bench.ENOENT);
        assertThat(Bench.flink(node, second)).as("used again").isEqualTo(name);
        assertThat(Bench.info(node, Bench.gemOpen(node, name))).isEqualTo(3 * PAGE);
    }

    /** Opening by name against the last close: a live handle on the buffer, or ENOENT. */
    @Test
    void openByNameAgainstTheLastCloseIsAllOrNothing() throws Exception {
        int[] handle = {Bench.createBase(node, PAGE)};
        int[] name = {Bench.flink(node, handle[0])};
        AtomicInteger opened = new AtomicInteger();
        race(
                ROUNDS,
                () -> {
                    opened.set(Bench.gemOpen(node, name[0]));
                    return null;
                },
                () -> Bench.gemClose(node, handle[0]),
                () -> {
                    if (opened.get() > 0) {
                        assertThat(Bench.info(node, opened.get())).isEqualTo(PAGE);
                        assertThat(Bench.gemClose(node, opened.get())).isZero();
                    } else {
                        assertThat(opened.get()).isEqualTo(Bench.ENOENT);
                    }
                    assertThat(Bench.live().objects()).isZero();
                    handle[0] = Bench.createBase(node, PAGE);
                    name[0] = Bench.flink(node, handle[0]);
                    return null;
                });
    }

    /** Import against the close of the handle it would return: the table of imports never names a dead handle. */
    @Test
    void importAgainstCloseOfTheSameHandleNeverReturnsADeadNumber() throws Exception {
        try (EmulatedNode keeper = bench.openPrivileged();
                PrimeFd fd = PrimeFd.adopt(
                        Bench.exportFd(keeper, Bench.create(keeper, PAGE), DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR))) {
            AtomicInteger imported = new AtomicInteger();
            int[] handle = {Bench.importFd(node, fd.fd())};
            race(
                    ROUNDS,
                    () -> {
                        imported.set(Bench.importFd(node, fd.fd()));
                        return null;
                    },
                    () -> Bench.gemClose(node, handle[0]),
                    () -> {
                        // The number was answered before or after the close; then it is dead, or a new handle: never a
                        // mix.
                        assertThat(imported.get()).isPositive();
                        int again = Bench.importFd(node, fd.fd());
                        assertThat(Bench.info(node, again)).isEqualTo(PAGE);
                        handle[0] = again;
                        return null;
                    });
            assertThat(Bench.live().objects()).isEqualTo(1);
            assertThat(Bench.live().handles()).isEqualTo(2);
        }
    }

    /** Export against the last close: a descriptor that keeps the buffer, or ENOENT; never a descriptor on nothing. */
    @Test
    void exportAgainstTheLastCloseKeepsTheBufferOrFails() throws Exception {
        int[] handle = {Bench.createBase(node, PAGE)};
        AtomicInteger fd = new AtomicInteger();
        race(
                ROUNDS / 4,
                () -> {
                    fd.set(Bench.exportFd(node, handle[0], DrmH.DRM_CLOEXEC));
                    return null;
                },
                () -> Bench.gemClose(node, handle[0]),
                () -> {
                    if (fd.get() >= 0) {
                        int back = Bench.importFd(node, fd.get());
                        assertThat(Bench.info(node, back)).isEqualTo(PAGE);
                        Bench.gemClose(node, back);
                        Linux.close(fd.get());
                    } else {
                        assertThat(fd.get()).isEqualTo(Bench.ENOENT);
                    }
                    assertThat(Bench.live().objects()).isZero();
                    handle[0] = Bench.createBase(node, PAGE);
                    return null;
                });
    }

    /** The reuse of a number while somebody looks it up: what is found was behind that number at that moment. */
    @Test
    void lookupDuringReuseFindsTheOldOrTheNewBufferNeverAMix() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger found = new AtomicInteger();
        Bench.createBase(node, PAGE);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Void> looking = threads.submit(() -> {
                while (!stop.get()) {
                    long size = Bench.info(node, 1);
                    assertThat(size == Bench.ENOENT || (size >= PAGE && size <= 8 * PAGE && size % PAGE == 0))
                            .as("size=%d", size)
                            .isTrue();
                    found.addAndGet(size > 0 ? 1 : 0);
                }
                return null;
            });
            // And on, if the other thread had no processor meanwhile; if it failed, it finds no more.
            for (int i = 0; i < 20_000 || (found.get() < 100 && !looking.isDone()); i++) {
                Bench.gemClose(node, 1);
                Bench.createBase(node, (1 + i % 8) * PAGE);
            }
            stop.set(true);
            looking.get();
            assertThat(found.get()).isPositive();
        }
    }
}
