package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.lockdep.CycleOracle.Wait;
import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs of locking against an oracle that knows no shortcut: nothing is missed, and nothing is made up. */
class RandomGraphTest {
    private static final int LOCKS = 6;
    private static final int SECTIONS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAcquisitionIsJudgedAsTheOracleDoes(long seed) {
        Random random = new Random(seed);
        int reported = 0;
        for (int round = 0; round < 25; round++) {
            Scene scene = new Scene();
            LockdepMap[] locks = scene.locks(LOCKS);
            CycleOracle oracle = new CycleOracle();
            boolean readers = random.nextBoolean();
            for (int section = 0; section < SECTIONS; section++) {
                reported += run(scene, locks, oracle, random, readers);
            }
            assertThat(oracle.hasCycle()).as("seed %d round %d", seed, round).isEqualTo(!scene.reports.isEmpty());
        }
        assertThat(reported).isPositive();
    }

    /** One thread takes some locks, in a random way, and releases them in a random order. */
    private static int run(Scene scene, LockdepMap[] locks, CycleOracle oracle, Random random, boolean readers) {
        HeldLocks thread = scene.thread();
        List<Integer> order = order(random, 1 + random.nextInt(4));
        List<Integer> modes = new ArrayList<>();
        int reported = 0;
        for (int i = 0; i < order.size(); i++) {
            int mode = readers ? random.nextInt(3) : Lockdep.EXCLUSIVE;
            boolean tried = random.nextInt(6) == 0;
            modes.add(mode);
            List<Wait> links = new ArrayList<>();
            for (int j = i - 1; j >= 0 && !tried; j--) {
                links.add(new Wait(
                        order.get(j), order.get(i), modes.get(j) != Lockdep.EXCLUSIVE, mode == Lockdep.RECURSIVE_READ));
            }
            int before = scene.reports.size();
            int expected = oracle.acquire(links);
            thread.acquire(locks[order.get(i)], mode | (tried ? Lockdep.TRY : 0));
            assertThat(scene.reports.size() - before).isEqualTo(expected > 0 ? 1 : 0);
            if (expected > 0) {
                reported++;
                assertThat(scene.reports.getLast().cycle()).hasSize(expected);
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        for (int place : places) {
            thread.release(locks[order.get(place)], modes.get(place));
        }
        assertThat(thread.depth).isZero();
        return reported;
    }

    private static List<Integer> order(Random random, int count) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < LOCKS; i++) {
            all.add(i);
        }
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    /** Threads that race: in which order the links come is open, but a cycle is reported if and only if there is one. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void racingThreadsAreJudgedAsAWhole(long seed) throws Exception {
        Random random = new Random(seed);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            CyclicBarrier start = new CyclicBarrier(2);
            int cycles = 0;
            for (int round = 0; round < 600; round++) {
                Scene scene = new Scene();
                LockdepMap[] locks = scene.locks(LOCKS);
                CycleOracle oracle = new CycleOracle();
                List<List<List<Integer>>> programs = List.of(program(random, oracle), program(random, oracle));
                List<Callable<Void>> threads = new ArrayList<>();
                for (List<List<Integer>> program : programs) {
                    threads.add(() -> {
                        start.await();
                        for (List<Integer> section : program) {
                            scene.nest(section.stream().map(i -> locks[i]).toArray(LockdepMap[]::new));
                        }
                        return null;
                    });
                }
                for (Future<Void> done : pool.invokeAll(threads)) {
                    done.get();
                }
                assertThat(scene.kinds()).allMatch(kind -> kind == Kind.CIRCULAR_DEPENDENCY);
                assertThat(!scene.reports.isEmpty())
                        .as("seed %d round %d: %s", seed, round, programs)
                        .isEqualTo(oracle.hasCycle());
                cycles += oracle.hasCycle() ? 1 : 0;
            }
            assertThat(cycles).isBetween(40, 560);
        }
    }

    private static List<List<Integer>> program(Random random, CycleOracle oracle) {
        List<List<Integer>> program = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Integer> section = List.copyOf(order(random, 2));
            oracle.acquire(List.of(new Wait(section.get(0), section.get(1), false, false)));
            program.add(section);
        }
        return program;
    }
}
