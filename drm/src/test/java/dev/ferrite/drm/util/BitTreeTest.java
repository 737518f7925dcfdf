package dev.ferrite.drm.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitTreeTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 63, 64, 65, 4096, 4097, 262_144, 1_000_003})
    void behavesLikeASortedSet(long capacity) {
        Random random = new Random(capacity);
        BitTree tree = new BitTree(capacity);
        TreeSet<Long> model = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            long member = random.nextLong(capacity);
            if (random.nextInt(3) > 0) {
                tree.set(member);
                model.add(member);
            } else {
                tree.clear(member);
                model.remove(member);
            }
            long from = random.nextLong(capacity + 2);
            Long next = model.ceiling(from);
            assertThat(tree.get(member)).isEqualTo(model.contains(member));
            assertThat(tree.next(from)).as("next from %d", from).isEqualTo(next == null ? -1 : next);
            assertThat(tree.first()).isEqualTo(model.isEmpty() ? -1 : model.first());
        }
    }

    @Test
    void refusesACapacityOutOfRange() {
        assertThatThrownBy(() -> new BitTree(0)).hasMessageContaining("capacity=0");
        assertThatThrownBy(() -> new BitTree((1L << 36) + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
