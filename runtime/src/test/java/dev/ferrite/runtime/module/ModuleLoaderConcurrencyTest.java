package dev.ferrite.runtime.module;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ModuleLoaderConcurrencyTest {
    private static final int THREADS = 8;

    private final ModuleLoader loader = new ModuleLoader(KernelLog.create(64 * 1024));
    private final TestModule nova = new TestModule("nova");
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    @Test
    void initsAndExitsPairUpAndNeverOverlap() throws Exception {
        nova.init = self -> alone();
        nova.exit = this::alone;
        AtomicInteger loaded = new AtomicInteger();
        AtomicInteger unloaded = new AtomicInteger();
        inParallel(() -> {
            while (loaded.get() < 500) { // as long as it takes: how often two threads meet is the scheduler's affair
                if (ThreadLocalRandom.current().nextBoolean()) {
                    loaded.addAndGet(done(() -> loader.load(nova), Errno.EEXIST));
                } else {
                    unloaded.addAndGet(done(() -> loader.unload("nova"), Errno.ENOENT));
                }
            }
        });
        boolean live = loader.state("nova") == ModuleState.LIVE;
        assertThat(overlaps).hasValue(0);
        assertThat(nova.inits).hasValue(loaded.get());
        assertThat(nova.exits).hasValue(unloaded.get());
        assertThat(loaded.get()).isEqualTo(unloaded.get() + (live ? 1 : 0));
    }

    @Test
    void exitRunsOnceWhenAllUnloadTogether() throws Exception {
        for (int round = 1; round <= 300; round++) {
            loader.load(nova);
            AtomicInteger winners = new AtomicInteger();
            inParallel(() -> winners.addAndGet(done(() -> loader.unload("nova"), Errno.ENOENT)));
            assertThat(winners).hasValue(1);
            assertThat(nova.exits).hasValue(round);
        }
    }

    @Test
    void oneOfManyLoadsWins() throws Exception {
        for (int round = 1; round <= 300; round++) {
            AtomicInteger winners = new AtomicInteger();
            inParallel(() -> winners.addAndGet(done(() -> loader.load(nova), Errno.EEXIST)));
            assertThat(winners).hasValue(1);
            assertThat(nova.inits).hasValue(round);
            loader.unload("nova");
        }
    }

    @Test
    void moduleNeverExitsWhileSomebodyHoldsIt() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        nova.exit = () -> {
            if (holders.get() != 0) {
                overlaps.incrementAndGet();
            }
        };
        AtomicInteger held = new AtomicInteger();
        loader.load(nova);
        inParallel(() -> {
            for (int i = 0; held.get() < 20_000 || nova.exits.get() < 50; i++) {
                ThisModule self = requireNonNull(nova.self);
                if (self.tryGet()) {
                    holders.incrementAndGet();
                    held.incrementAndGet();
                    holders.decrementAndGet();
                    self.put();
                }
                if (i % 50 == 0 && done(() -> loader.unload("nova"), Errno.ENOENT, Errno.EBUSY) == 1) {
                    done(() -> loader.load(nova), Errno.EEXIST);
                }
            }
        });
        assertThat(overlaps).hasValue(0);
    }

    private void alone() {
        if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
        }
        LockSupport.parkNanos(1); // gives the others a chance to come in
        inside.decrementAndGet();
    }

    /** 1 if it was done, 0 if it failed in one of the ways it may. */
    private static int done(Runnable step, Errno... allowed) {
        try {
            step.run();
            return 1;
        } catch (ErrnoException e) {
            assertThat(e.errno()).isIn((Object[]) allowed);
            return 0;
        }
    }

    private static void inParallel(Runnable body) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                all.add(executor.submit(() -> {
                    start.await();
                    body.run();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
