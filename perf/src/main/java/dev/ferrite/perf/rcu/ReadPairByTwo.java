package dev.ferrite.perf.rcu;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link ReadPair} by two threads: what costs the same as with one scales. */
@Threads(2)
@Comparison(
        title = "Read-side section, two threads",
        baseline = "volatileReadOffHeap",
        goals = @Goal(id = "P11", subject = "rcu", against = "stampedLockOptimistic", atMost = 1.0),
        noGarbage = {"rcu", "rcuNested", "srcu"})
public class ReadPairByTwo extends ReadPair {}
