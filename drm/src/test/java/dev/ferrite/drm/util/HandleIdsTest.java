package dev.ferrite.drm.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleIdsTest {
    private static int lowestFree(SortedSet<Integer> taken) {
        int lowest = 1;
        for (int number : taken) {
            if (number != lowest) {
                break;
            }
            lowest++;
        }
        return lowest;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 300})
    void handsOutTheLowestFree(int most) {
        Random random = new Random(most);
        HandleIds ids = new HandleIds();
        TreeSet<Integer> taken = new TreeSet<>();
        for (int i = 0; i < 30_000; i++) {
            if (taken.isEmpty() || (taken.size() < most && random.nextInt(5) < 3)) {
                int lowest = lowestFree(taken);
                assertThat(ids.reserve()).isEqualTo(lowest);
                taken.add(lowest);
            } else {
                int number = taken.ceiling(random.nextInt(taken.last()) + 1);
                ids.release(number);
                taken.remove(number);
            }
        }
    }

    @Test
    void numbersWithoutRoomInTheWordAreHandedOutInOrder() {
        HandleIds ids = new HandleIds();
        int edge = (1 << 21) - 1; // the last one with room
        for (int number = 1; number <= edge + 100; number++) {
            if (ids.reserve() != number) {
                throw new AssertionError("not the lowest: " + number);
            }
        }
        Random random = new Random(21);
        TreeSet<Integer> free = new TreeSet<>();
        for (int i = 0; i < 30_000; i++) {
            if (free.isEmpty() || (free.size() < 8 && random.nextBoolean())) {
                int number = random.nextInt(10) == 0 ? 1 + random.nextInt(50) : edge - 20 + random.nextInt(40);
                if (free.add(number)) {
                    ids.release(number);
                }
            } else {
                assertThat(ids.reserve()).isEqualTo(free.pollFirst());
            }
        }
        while (!free.isEmpty()) {
            assertThat(ids.reserve()).isEqualTo(free.pollFirst());
        }
        assertThat(ids.reserve()).isEqualTo(edge + 101);
    }

    @Test
    void threadsNeverGetTheSameNumberAndLeaveAllFree() throws Exception {
        HandleIds ids = new HandleIds();
        var taken = ConcurrentHashMap.<Integer>newKeySet();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> highest = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int seed = thread;
                highest.add(pool.submit(() -> churn(ids, taken, new Random(seed))));
            }
            for (var one : highest) {
                // Each holds at most 10: nobody ever needs a number above what all can hold.
                assertThat(one.get()).isLessThanOrEqualTo(40);
            }
        }
        assertThat(taken).isEmpty();
        for (int number = 1; number <= 50; number++) {
            assertThat(ids.reserve()).isEqualTo(number);
        }
    }

    private static int churn(HandleIds ids, ConcurrentHashMap.KeySetView<Integer, Boolean> taken, Random random) {
        List<Integer> own = new ArrayList<>();
        int highest = 0;
        for (int i = 0; i < 100_000 || !own.isEmpty(); i++) {
            if (i < 100_000 && own.size() < 10 && random.nextBoolean()) {
                int number = ids.reserve();
                if (!taken.add(number)) {
                    throw new AssertionError("given twice: " + number);
                }
                highest = Math.max(highest, number);
                own.add(number);
            } else if (!own.isEmpty()) {
                int at = random.nextInt(own.size());
                int number = own.get(at);
                own.set(at, own.getLast());
                own.removeLast();
                taken.remove(number);
                ids.release(number);
            }
        }
        return highest;
    }
}
