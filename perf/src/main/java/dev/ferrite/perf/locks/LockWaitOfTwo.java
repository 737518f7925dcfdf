package dev.ferrite.perf.locks;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.run.Waits;
import org.openjdk.jmh.annotations.Threads;

/** {@link LockWait} of two threads. */
@Threads(2)
@Comparison(
        title = "Waiting for one lock, two threads",
        baseline = "reentrantLock",
        metric = {Waits.P50, Waits.P999, Waits.LONGEST},
        goals =
                @Goal(
                        id = "P8",
                        subject = "mutex",
                        metric = {Waits.P999, Waits.LONGEST},
                        against = {"reentrantLock", "stampedLock", "synchronizedBlock"},
                        atMost = 1.0))
public class LockWaitOfTwo extends LockWait {}
