package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Two threads bring the last two edges of a cycle at the same instant: one of them must report, and one only. Guava's
 * {@code CycleDetectingLockFactory} has a window there, known since 2015: each looks before the other has added.
 */
class LastEdgeRaceTest {
    private static final int ROUNDS = 1_000;

    /** What each round did, over all rounds. */
    private record Outcome(int none, int one, int more) {}

    @Test
    void exactlyOneOfTwoRacingThreadsReports() throws InterruptedException {
        assertThat(race(ReentrantLock::new, ROUNDS)).isEqualTo(new Outcome(0, ROUNDS, 0));
    }

    /** The same validator, but search and insertion are not one step: the test above would see it. */
    @Test
    void validatorWhoseGraphIsNotLockedIsCaught() throws InterruptedException {
        int wrong = 0;
        for (int batch = 0; wrong == 0 && batch < 100; batch++) {
            Outcome outcome = race(NoLock::new, ROUNDS / 10);
            wrong = outcome.none + outcome.more;
        }

        assertThat(wrong).isPositive();
    }

    private static Outcome race(Supplier<Lock> graphLock, int rounds) throws InterruptedException {
        List<Scene> scenes = new ArrayList<>();
        List<LockdepMap> firsts = new ArrayList<>();
        List<LockdepMap> seconds = new ArrayList<>();
        for (int r = 0; r < rounds; r++) {
            Scene scene = new Scene(graphLock.get(), new SlowSearch());
            LockdepMap a = scene.lock("a");
            LockdepMap b = scene.lock("b");
            scene.nest(a);
            scene.nest(b);
            scenes.add(scene);
            firsts.add(a);
            seconds.add(b);
        }
        AtomicInteger arrived = new AtomicInteger();
        Threads.run(2, me -> {
            for (int r = 0; r < rounds; r++) {
                HeldLocks held = scenes.get(r).thread();
                held.acquire((me == 0 ? firsts : seconds).get(r), Lockdep.EXCLUSIVE);
                arrived.incrementAndGet();
                for (int spins = 0; arrived.get() < 2 * (r + 1); spins++) {
                    if (spins < 1_000) {
                        Thread.onSpinWait();
                    } else {
                        Thread.yield();
                    }
                }
                try {
                    held.acquire((me == 0 ? seconds : firsts).get(r), Lockdep.EXCLUSIVE);
                } catch (RuntimeException e) {
                    // The graph that is not locked may break in any way.
                }
            }
        });
        int[] reports = new int[3];
        scenes.forEach(scene -> reports[Math.min(2, scene.reports.size())]++);
        return new Outcome(reports[0], reports[1], reports[2]);
    }

    /** Widens the window between search and insertion: it is a few hundred nanoseconds otherwise. */
    private static final class SlowSearch extends PathSearch {
        @Override
        List<Link> shortest(LockClass from, boolean reader, LockClass to, boolean shared) {
            List<Link> found = super.shortest(from, reader, to, shared);
            for (int i = 0; i < 100; i++) {
                Thread.onSpinWait();
            }
            Thread.yield();
            return found;
        }
    }

    /** A lock that lets everybody in. */
    private static final class NoLock implements Lock {
        @Override
        public void lock() {}

        @Override
        public void lockInterruptibly() {}

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            return true;
        }

        @Override
        public void unlock() {}

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }
    }
}
