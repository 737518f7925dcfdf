package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an atomic section waits for must not wait for a sleeper, by whatever way. */
class UsageRulesTest {
    private final Scene scene = new Scene();
    private final LockdepMap spin = scene.lock("spin", WaitType.SPIN);
    private final LockdepMap mutex = scene.lock("mutex", WaitType.SLEEP);
    private final LockdepMap x = scene.lock("x");
    private final LockdepMap y = scene.lock("y");
    private final LockdepMap z = scene.lock("z");

    private void atomically(LockdepMap lock) {
        scene.nest(spin, lock);
    }

    private void asleepWith(LockdepMap lock) {
        scene.nest(lock, mutex);
    }

    /** Every order in which the three facts can become known. */
    @ParameterizedTest
    @ValueSource(strings = {"alc", "acl", "lac", "lca", "cal", "cla"})
    void atomicSectionThatWaitsForASleeperByWayOfOthersIsReportedWhicheverFactComesLast(String order) {
        for (int i = 0; i < order.length(); i++) {
            assertThat(scene.reports).isEmpty();
            switch (order.charAt(i)) {
                case 'a' -> atomically(x);
                case 'l' -> {
                    scene.nest(x, y);
                    scene.nest(y, z);
                }
                default -> asleepWith(z);
            }
        }

        assertThat(scene.kinds()).containsExactly(Kind.INCONSISTENT_USAGE);
        assertThat(scene.reports.getFirst().classes()).containsExactly("x", "y", "z");
        assertThat(scene.reports.getFirst().text())
                .contains("Locks of class x are locked in atomic context")
                .contains("Their holders wait for y")
                .contains("Their holders wait for z")
                .contains("Locks of class z are held by threads that sleep");
    }

    @Test
    void sleeperThatWaitsForALockOfAtomicSectionsIsNot() {
        atomically(x);
        scene.nest(y, x);
        asleepWith(y);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void linkThatIsOnlyTriedIsNot() {
        atomically(x);
        asleepWith(y);
        HeldLocks thread = scene.thread();
        thread.acquire(x, Lockdep.EXCLUSIVE);
        thread.acquire(y, Lockdep.EXCLUSIVE | Lockdep.TRY);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void recursiveReadersInAtomicSectionsAndReadersThatSleepAreNot() {
        held(spin, Lockdep.EXCLUSIVE, x, Lockdep.RECURSIVE_READ);
        held(x, Lockdep.RECURSIVE_READ, mutex, Lockdep.EXCLUSIVE);

        assertThat(scene.reports).isEmpty();

        held(x, Lockdep.EXCLUSIVE, mutex, Lockdep.EXCLUSIVE);
        assertThat(scene.kinds()).containsExactly(Kind.INCONSISTENT_USAGE);
    }

    @Test
    void readersInAtomicSectionsThatAWaitingWriterBarsAre() {
        held(spin, Lockdep.EXCLUSIVE, x, Lockdep.READ);
        held(x, Lockdep.RECURSIVE_READ, mutex, Lockdep.EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.INCONSISTENT_USAGE);
    }

    @Test
    void wayThatARecursiveReaderBreaksIsNotOne() {
        atomically(x);
        held(x, Lockdep.EXCLUSIVE, y, Lockdep.RECURSIVE_READ);
        held(y, Lockdep.RECURSIVE_READ, mutex, Lockdep.EXCLUSIVE);
        assertThat(scene.reports).isEmpty();

        held(x, Lockdep.EXCLUSIVE, y, Lockdep.EXCLUSIVE);
        assertThat(scene.kinds()).containsExactly(Kind.INCONSISTENT_USAGE);
    }

    private void held(LockdepMap outer, int outerMode, LockdepMap inner, int innerMode) {
        HeldLocks thread = scene.thread();
        thread.acquire(outer, outerMode);
        thread.acquire(inner, innerMode);
        thread.release(inner, innerMode);
        thread.release(outer, outerMode);
    }

    /** Random facts in a random order about locks that have an order, against what they mean taken together. */
    @Test
    void reportsIfAndOnlyIfThereIsAWay() {
        int reported = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 6;
            Scene one = new Scene();
            LockdepMap[] locks = one.locks(n);
            LockdepMap spinning = one.lock("spinning", WaitType.SPIN);
            LockdepMap sleeping = one.lock("sleeping", WaitType.SLEEP);
            boolean[][] way = new boolean[n][n];
            boolean[] atomic = new boolean[n];
            boolean[] asleep = new boolean[n];
            List<LockdepMap[]> facts = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                way[i][i] = true;
                atomic[i] = random.nextInt(4) == 0;
                asleep[i] = random.nextInt(4) == 0;
                if (atomic[i]) {
                    facts.add(new LockdepMap[] {spinning, locks[i]});
                }
                if (asleep[i]) {
                    facts.add(new LockdepMap[] {locks[i], sleeping});
                }
                for (int j = i + 1; j < n; j++) {
                    way[i][j] = random.nextInt(5) == 0;
                    if (way[i][j]) {
                        facts.add(new LockdepMap[] {locks[i], locks[j]});
                    }
                }
            }
            Collections.shuffle(facts, new java.util.Random(seed));
            facts.forEach(one::nest);

            assertThat(one.reports.isEmpty()).as("seed %d", seed).isNotEqualTo(isBroken(way, atomic, asleep));
            reported += one.reports.isEmpty() ? 0 : 1;
        }
        assertThat(reported).isBetween(400, 1_600);
    }

    private static boolean isBroken(boolean[][] way, boolean[] atomic, boolean[] asleep) {
        int n = atomic.length;
        boolean broken = false;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    way[i][j] |= way[i][k] && way[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                broken |= way[i][j] && atomic[i] && asleep[j];
            }
        }
        return broken;
    }
}
