package dev.ferrite.perf.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of the benchmarks in each round. */
final class Order {
    private Order() {}

    /**
     * Starts each round at another place, and runs every second one backwards: neighbours stay neighbours, but each
     * comes first as often as the other, and none is always measured at the start or the end of a round.
     *
     * @param all the benchmarks
     * @param round counted from 0
     * @param rounds how many there will be
     * @param <T> whatever is ordered
     * @return all of them
     */
    static <T> List<T> ofRound(List<T> all, int round, int rounds) {
        List<T> order = new ArrayList<>(all);
        Collections.rotate(order, -(int) ((long) all.size() * round / rounds));
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }
}
