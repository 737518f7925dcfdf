package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random calls on one file against a sorted map: every answer equal. */
class HandleTableModelTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersAreThoseOfTheModel(long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, Long> model = new TreeMap<>();
        try (Bench bench = new Bench();
                EmulatedNode node = bench.openCard()) {
            bench.test.logging = false;
            int most = 200 + random.nextInt(400);
            for (int i = 0; i < 20_000; i++) {
                int handle = random.nextInt(most + 3);
                switch (random.nextInt(4)) {
                    case 0, 1 -> {
                        if (model.size() < most) {
                            long pages = 1L + random.nextInt(9);
                            int lowest = 1;
                            while (model.containsKey(lowest)) {
                                lowest++;
                            }
                            assertThat(Bench.createBase(node, pages * Bench.PAGE))
                                    .isEqualTo(lowest);
                            model.put(lowest, pages * Bench.PAGE);
                        }
                    }
                    case 2 -> {
                        int expected = model.remove(handle) == null ? Bench.EINVAL : 0;
                        assertThat(Bench.gemClose(node, handle)).isEqualTo(expected);
                    }
                    default -> {
                        long expected = model.getOrDefault(handle, (long) Bench.ENOENT);
                        assertThat(Bench.info(node, handle)).isEqualTo(expected);
                    }
                }
            }
            assertThat(Bench.live().handles()).isEqualTo(model.size());
        }
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }
}
