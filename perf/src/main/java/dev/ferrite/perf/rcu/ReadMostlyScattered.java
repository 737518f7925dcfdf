package dev.ferrite.perf.rcu;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;

/** {@link ReadMostlyTable} with keys that look random, such as identifiers and addresses. */
@Comparison(
        title = "Table, 99.9 % reads, two threads, scattered keys",
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
public class ReadMostlyScattered extends ReadMostlyTable {
    /** Full tables. */
    public ReadMostlyScattered() {
        super(true);
    }
}
