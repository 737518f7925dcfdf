package dev.ferrite.drm.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void handsOutTheLowestFree() {
        Random random = new Random(7);
        IdSet ids = new IdSet(1, Integer.MAX_VALUE);
        TreeSet<Long> taken = new TreeSet<>();
        for (int i = 0; i < 50_000; i++) {
            if (taken.isEmpty() || random.nextInt(5) < 3) {
                long lowest = 1;
                for (long id : taken) {
                    if (id != lowest) {
                        break;
                    }
                    lowest++;
                }
                assertThat(ids.reserve()).isEqualTo(lowest);
                taken.add(lowest);
            } else {
                Long id = taken.ceiling(random.nextLong(taken.last()) + 1);
                if (id != null) {
                    ids.release(id);
                    taken.remove(id);
                    assertThat(ids.isTaken(id)).isFalse();
                }
            }
            if (taken.size() > 300) {
                taken.forEach(ids::release);
                taken.clear();
            }
        }
    }

    @Test
    void endsWhereItWasToldTo() {
        IdSet ids = new IdSet(128, 191);
        for (int id = 128; id <= 191; id++) {
            assertThat(ids.reserve()).isEqualTo(id);
        }
        assertThat(ids.reserve()).isEqualTo(-1);
        ids.release(150);
        assertThat(ids.reserve()).isEqualTo(150);
    }

    @Test
    void refusesToTakeBackWhatIsFree() {
        IdSet ids = new IdSet(1, 10);
        long id = ids.reserve();
        ids.release(id);
        assertThatThrownBy(() -> ids.release(id)).hasMessageContaining("id=1");
        assertThatThrownBy(() -> ids.release(0)).hasMessageContaining("id=0");
        assertThatThrownBy(() -> ids.release(11)).hasMessageContaining("id=11");
    }
}
