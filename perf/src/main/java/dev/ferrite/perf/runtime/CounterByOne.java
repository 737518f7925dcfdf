package dev.ferrite.perf.runtime;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link CounterAdd} by one thread. */
@Threads(1)
@Comparison(
        title = "Counter counted up, one thread",
        baseline = "bareGetAndAdd",
        goals = @Goal(id = "P40", subject = "counter", against = "bareGetAndAdd", atMost = 1.1),
        noGarbage = "counter")
public class CounterByOne extends CounterAdd {}
