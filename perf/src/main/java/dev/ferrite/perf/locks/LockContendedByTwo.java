package dev.ferrite.perf.locks;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.report.NativePeer;
import org.openjdk.jmh.annotations.Threads;

/** {@link LockContention} by two threads. */
@Threads(2)
@Comparison(
        title = "One lock, two threads",
        baseline = "reentrantLock",
        natives = {
            @NativePeer(
                    name = "pthreadMutex",
                    source = "locks.c",
                    args = {"mutex", "16"}),
            @NativePeer(
                    name = "pthreadSpin",
                    source = "locks.c",
                    args = {"spin", "16"}),
            @NativePeer(
                    name = "rustMutex",
                    source = "locks.rs",
                    args = {"mutex", "16"}),
        },
        goals =
                @Goal(
                        id = "P8",
                        subject = "mutex",
                        against = {"reentrantLock", "stampedLock", "synchronizedBlock"},
                        atLeast = 1.0))
public class LockContendedByTwo extends LockContention {}
