package dev.ferrite.perf.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final List<String> ALL = List.of("a", "b", "c", "d", "e", "f");

    @Test
    void eachRoundStartsElsewhereAndEverySecondRunsBackwards() {
        assertThat(Order.ofRound(ALL, 0, 3)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(Order.ofRound(ALL, 1, 3)).containsExactly("b", "a", "f", "e", "d", "c");
        assertThat(Order.ofRound(ALL, 2, 3)).containsExactly("e", "f", "a", "b", "c", "d");
    }

    @Test
    void everyRoundRunsEveryBenchmarkOnceAndNoneIsAlwaysFirst() {
        Set<String> first = new HashSet<>();
        for (int round = 0; round < 7; round++) {
            var order = Order.ofRound(ALL, round, 7);
            assertThat(order).containsExactlyInAnyOrderElementsOf(ALL);
            first.add(order.getFirst());
        }
        assertThat(first).hasSizeGreaterThan(3);
    }
}
