package dev.ferrite.perf.locks;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link LockContention} by two threads. */
@Threads(2)
@Comparison(
        title = "One lock, two threads",
        baseline = "reentrantLock",
        goals =
                @Goal(
                        id = "P8",
                        subject = "mutex",
                        against = {"reentrantLock", "stampedLock", "synchronizedBlock"},
                        atLeast = 1.0))
public class LockContendedByTwo extends LockContention {}
