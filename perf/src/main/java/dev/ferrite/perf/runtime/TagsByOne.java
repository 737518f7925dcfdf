package dev.ferrite.perf.runtime;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link TagContention} by one thread. */
@Threads(1)
@Comparison(
        title = "Tag taken and given back, one thread",
        baseline = "mpmcQueue",
        goals =
                @Goal(
                        id = "P22",
                        subject = "tagSet",
                        against = {"mpmcQueue", "semaphoreAndBitmap"},
                        atMost = 0.8),
        noGarbage = "tagSet")
public class TagsByOne extends TagContention {}
