package dev.ferrite.perf.rcu;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;

/** {@link ReadPair} by one thread. */
@Comparison(
        title = "Read-side section, one thread",
        baseline = "volatileReadOffHeap",
        goals = @Goal(id = "P11", subject = "rcu", against = "stampedLockOptimistic", atMost = 1.0),
        noGarbage = {"rcu", "rcuNested", "srcu"})
public class ReadPairByOne extends ReadPair {}
