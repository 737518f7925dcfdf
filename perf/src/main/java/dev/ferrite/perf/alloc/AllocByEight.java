package dev.ferrite.perf.alloc;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link AllocThreads} by eight. */
@Threads(8)
@Comparison(
        title = "Allocate and free, eight threads",
        baseline = "malloc",
        goals = @Goal(id = "P3", subject = "kmalloc", against = "malloc", atMost = 0.5),
        noGarbage = "kmalloc")
public class AllocByEight extends AllocThreads {}
