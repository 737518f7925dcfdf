package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads on the same handles: every count is zero at the end, hooks are called in pairs, nothing warns. */
@Timeout(120)
class StressTest {
    private static final int THREADS = 4;
    private static final int STEPS = 8_000;

    private static void onAllThreads(Callable<Void> task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(task));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }

    @Test
    void createLookupAndCloseOfTheSameHandles() throws Exception {
        long warnings = warnings();
        try (Bench bench = new Bench()) {
            EmulatedNode node = bench.openRender();
            bench.test.logging = false;
            AtomicIntegerArray seen = new AtomicIntegerArray(3);
            onAllThreads(() -> {
                Random random = new Random(Thread.currentThread().threadId());
                for (int i = 0; i < 50_000; i++) {
                    int guess = 1 + random.nextInt(8);
                    switch (random.nextInt(4)) {
                        case 0 -> {
                            if (Bench.live().objects() < 32) {
                                seen.addAndGet(0, Bench.createBase(node, Bench.PAGE) > 0 ? 1 : 0);
                            }
                        }
                        case 1 -> seen.addAndGet(1, Bench.gemClose(node, guess) == 0 ? 1 : 0);
                        default -> {
                            long size = Bench.info(node, guess);
                            assertThat(size == Bench.PAGE || size == Bench.ENOENT)
                                    .as("size %d", size)
                                    .isTrue();
                            seen.addAndGet(2, size > 0 ? 1 : 0);
                        }
                    }
                }
                return null;
            });
            assertThat(seen.get(0)).isPositive();
            assertThat(seen.get(1)).isPositive();
            assertThat(seen.get(2)).isPositive();
            assertThat(Bench.live().handles()).isEqualTo(seen.get(0) - seen.get(1));
            node.close();
            assertThat(bench.test.opens).hasValue(seen.get(0));
            assertThat(bench.test.closes).hasValue(seen.get(0));
        }
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(warnings()).isEqualTo(warnings);
    }

    /**
     * Lookups against closes that free the object, whose header then lives on as another object's: each creator keeps an
     * unrelated object that got the header just freed. More threads than processors on purpose: a lookup that is
     * interrupted half-way is what this is about.
     */
    @Test
    void lookupAgainstTheLastCloseNeverMeetsAnotherObject() throws Exception {
        long warnings = warnings();
        try (Bench bench = new Bench()) {
            bench.test.logging = false;
            DrmFile<?> file = DrmNodes.open(bench.render, Linux.O_RDWR, Caller.unprivileged());
            AtomicBoolean stop = new AtomicBoolean();
            List<Future<Void>> lookers = new ArrayList<>();
            List<Future<Void>> creators = new ArrayList<>();
            try (var threads = Executors.newCachedThreadPool()) {
                for (int i = 0; i < THREADS; i++) {
                    lookers.add(threads.submit(() -> lookUntil(stop, file)));
                    creators.add(threads.submit(() -> createAndClose(bench, file)));
                }
                for (Future<Void> one : creators) {
                    one.get();
                }
                stop.set(true);
                for (Future<Void> one : lookers) {
                    one.get();
                }
            } finally {
                stop.set(true);
            }
            file.close();
        }
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(warnings()).isEqualTo(warnings);
    }

    private static Void lookUntil(AtomicBoolean stop, DrmFile<?> file) {
        while (!stop.get()) {
            for (int handle = 1; handle <= THREADS; handle++) {
                GemObject<?> object = file.lookupOrNull(handle);
                if (object != null) {
                    if (object.references() < 1) {
                        throw new AssertionError("a dead object was found");
                    }
                    object.decRef();
                }
            }
        }
        return null;
    }

    private static Void createAndClose(Bench bench, DrmFile<?> file) {
        GemObject<?> unrelated =
                bench.test.newObject(bench.device.get(), Bench.PAGE, true).intoRaw();
        for (int i = 0; i < 100_000; i++) {
            int handle;
            try (var object = bench.test.newObject(bench.device.get(), Bench.PAGE, true)) {
                handle = object.get().createHandle(file);
            }
            if (file.closeHandle(handle) != 0) {
                throw new AssertionError("handle " + handle + " was closed by somebody else");
            }
            GemObject<?> next =
                    bench.test.newObject(bench.device.get(), Bench.PAGE, true).intoRaw();
            unrelated.decRef();
            unrelated = next;
        }
        unrelated.decRef();
        return null;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingAtOnce(boolean unplugInTheMiddle) throws Exception {
        long warnings = warnings();
        Bench bench = new Bench(256 * Bench.PAGE, TestDriver.Parts.ALL);
        bench.test.logging = false;
        List<EmulatedNode> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(bench.openPrivileged());
        }
        AtomicInteger steps = new AtomicInteger();
        FutureTask<Void> unplug = new FutureTask<>(bench.registration::unplug, null);
        onAllThreads(() -> {
            Random random = new Random(Thread.currentThread().threadId());
            List<Integer> fds = new ArrayList<>();
            List<GemMapping> mappings = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                if (steps.incrementAndGet() == THREADS * STEPS / 2 && unplugInTheMiddle) {
                    Thread.ofPlatform().start(unplug);
                }
                step(nodes.get(random.nextInt(nodes.size())), random, fds, mappings);
            }
            fds.forEach(Linux::close);
            mappings.forEach(GemMapping::close);
            return null;
        });
        if (unplugInTheMiddle) {
            unplug.get();
            assertThat(Bench.create(nodes.getFirst(), Bench.PAGE)).isEqualTo(Bench.ENODEV);
        }
        nodes.forEach(EmulatedNode::close);
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
        assertThat(warnings()).isEqualTo(warnings);
    }

    private static void step(EmulatedNode node, Random random, List<Integer> fds, List<GemMapping> mappings) {
        int handle = 1 + random.nextInt(12);
        switch (random.nextInt(10)) {
            case 0, 1 -> Bench.create(node, (1L + random.nextInt(3)) * Bench.PAGE);
            case 2, 3 -> Bench.gemClose(node, handle);
            case 4 -> Bench.info(node, handle);
            case 5 -> {
                int name = Bench.flink(node, handle);
                if (name > 0) {
                    Bench.gemOpen(node, random.nextInt(4) == 0 ? name + 1 : name);
                }
            }
            case 6 -> {
                int fd = Bench.exportFd(node, handle, DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR);
                if (fd >= 0) {
                    fds.add(fd);
                }
            }
            case 7 -> {
                if (!fds.isEmpty()) {
                    Bench.importFd(node, fds.get(random.nextInt(fds.size())));
                }
            }
            case 8 -> {
                if (!fds.isEmpty()) {
                    Linux.close(fds.removeLast());
                }
                if (mappings.size() > 8) {
                    mappings.removeLast().close();
                }
            }
            default -> {
                long offset = Bench.mapDumb(node, handle);
                if (offset > 0) {
                    try {
                        GemMapping mapping =
                                node.mmap(offset, Bench.PAGE, Linux.PROT_READ | Linux.PROT_WRITE, random.nextBoolean());
                        mapping.segment().fill((byte) handle);
                        mappings.add(mapping);
                    } catch (ErrnoException e) {
                        assertThat(e.errno().code())
                                .as("the handle was closed meanwhile, or the device unplugged")
                                .isIn(13, 19, 22);
                    }
                }
            }
        }
    }

    private static long warnings() {
        return Warn.counts().values().stream().mapToLong(Long::longValue).sum();
    }
}
