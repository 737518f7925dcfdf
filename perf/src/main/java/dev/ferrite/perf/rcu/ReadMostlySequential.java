package dev.ferrite.perf.rcu;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;

/** {@link ReadMostlyTable} with keys that {@code Long.hashCode} spreads without a collision: a map's best case. */
@Comparison(
        title = "Table, 99.9 % reads, two threads, keys 0, 1, 2 ...",
        baseline = "concurrentHashMap",
        goals = {
            @Goal(id = "P12", subject = "rcuHashTable", against = "concurrentHashMap", atLeast = 1.2),
            @Goal(
                    id = "P12",
                    subject = "rcuHashTable",
                    against = {"stampedOptimistic", "readWriteLock"},
                    atLeast = 1.0),
        },
        noGarbage = "rcuHashTable")
public class ReadMostlySequential extends ReadMostlyTable {
    /** Full tables. */
    public ReadMostlySequential() {
        super(false);
    }
}
