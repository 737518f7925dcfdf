package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SetOnceTest {
    @Test
    void isEmptyThenSetForGood() {
        SetOnce<String> once = new SetOnce<>();
        assertThat(once.asRef()).isNull();
        assertThat(once.populate("first")).isTrue();
        assertThat(once.populate("second")).isFalse();
        assertThat(once.asRef()).isEqualTo("first");
    }

    @Test
    void ofManyRacersOneWins() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            SetOnce<Integer> once = new SetOnce<>();
            AtomicInteger winners = new AtomicInteger();
            AtomicInteger winner = new AtomicInteger(-1);
            Threads.run(8, thread -> {
                if (once.populate(thread)) {
                    winners.getAndIncrement();
                    winner.set(thread);
                }
            });
            assertThat(winners.get()).isEqualTo(1);
            assertThat(once.asRef()).isEqualTo(winner.get());
        }
    }
}
