package dev.ferrite.perf.locks;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.run.LongestWait;
import org.openjdk.jmh.annotations.Threads;

/** {@link LockWait} of eight threads. */
@Threads(8)
@Comparison(
        title = "Longest wait for one lock, eight threads",
        baseline = "reentrantLock",
        metric = LongestWait.LABEL,
        goals =
                @Goal(
                        id = "P8",
                        subject = "mutex",
                        against = {"reentrantLock", "stampedLock", "synchronizedBlock"},
                        atMost = 1.0))
public class LockWaitOfEight extends LockWait {}
