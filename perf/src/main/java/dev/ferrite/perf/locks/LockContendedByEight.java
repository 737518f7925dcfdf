package dev.ferrite.perf.locks;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link LockContention} by eight threads. */
@Threads(8)
@Comparison(
        title = "One lock, eight threads",
        baseline = "reentrantLock",
        goals =
                @Goal(
                        id = "P8",
                        subject = "mutex",
                        against = {"reentrantLock", "stampedLock", "synchronizedBlock"},
                        atLeast = 1.0))
public class LockContendedByEight extends LockContention {}
