package dev.ferrite.locks.lockdep;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what a validator must say, by brute force: keeps every link there ever was and closes the relation "can wait for"
 * over all of them, as a matrix.
 */
final class CycleOracle {
    /** Held {@code from}, as a reader or not; waited for {@code to}, as a recursive reader or not. */
    record Wait(int from, int to, boolean shared, boolean recursive) {
        boolean canWaitFor(Wait next) {
            return to == next.from && !(recursive && next.shared);
        }
    }

    /** The links that are part of no cycle. */
    private final List<Wait> accepted = new ArrayList<>();

    private final List<Wait> all = new ArrayList<>();
    private final List<Wait> refused = new ArrayList<>();

    /** One acquisition with what is held, nearest first: the length of the shortest new cycle, or 0. */
    int acquire(List<Wait> links) {
        int shortest = 0;
        for (Wait link : links) {
            if (!all.contains(link)) {
                all.add(link);
            }
            if (accepted.contains(link) || refused.contains(link)) {
                continue;
            }
            int length = shortestCycle(accepted, link);
            if (length == 0) {
                accepted.add(link);
            } else {
                refused.add(link);
                shortest = shortest == 0 ? length : Math.min(shortest, length);
            }
        }
        return shortest;
    }

    /** Whether all that was ever done can end in a deadlock. */
    boolean hasCycle() {
        return all.stream().anyMatch(link -> shortestCycle(all, link) > 0);
    }

    /** The length of the shortest closed way through a link and others; 0 if there is none. */
    private static int shortestCycle(List<Wait> links, Wait through) {
        List<Wait> nodes = new ArrayList<>(links);
        nodes.remove(through);
        nodes.add(through);
        int last = nodes.size() - 1;
        int[][] steps = new int[nodes.size()][nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < nodes.size(); j++) {
                steps[i][j] = nodes.get(i).canWaitFor(nodes.get(j)) ? 1 : 1_000_000;
            }
        }
        for (int k = 0; k < nodes.size(); k++) {
            for (int i = 0; i < nodes.size(); i++) {
                for (int j = 0; j < nodes.size(); j++) {
                    steps[i][j] = Math.min(steps[i][j], steps[i][k] + steps[k][j]);
                }
            }
        }
        return steps[last][last] < 1_000_000 ? steps[last][last] : 0;
    }
}
