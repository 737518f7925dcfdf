package dev.ferrite.perf.runtime;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link CounterAdd} by two threads. */
@Threads(2)
@Comparison(
        title = "Counter counted up, two threads",
        baseline = "bareGetAndAdd",
        goals = @Goal(id = "P40", subject = "counter", against = "bareGetAndAdd", atMost = 1.1),
        noGarbage = "counter")
public class CounterByTwo extends CounterAdd {}
