package dev.ferrite.perf.lockdep;

import com.google.common.util.concurrent.CycleDetectingLockFactory;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One thread locks, increments, unlocks; the validator is off, or on and has seen it before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Lock and unlock, uncontended, under the lock validator",
        baseline = "validatorOff",
        goals = {
            @Goal(id = "P13", subject = "validatorOff", against = "withoutHooks", atMost = 1.05),
            @Goal(id = "P13", subject = "validatorOn", against = "validatorOff", atMost = 6),
        },
        noGarbage = {"validatorOff", "validatorOn", "validatorOnNested"})
public class LockdepPair {
    private static final String ON = "-Dferrite.lockdep=true";

    private final UnhookedMutex unhooked = new UnhookedMutex();
    private final Mutex<long[]> mutex = Mutex.of(new long[1], "perf");
    private final Mutex<long[]> inner = Mutex.of(new long[1], "perf-inner");
    private final ReentrantLock guava = CycleDetectingLockFactory.newInstance(CycleDetectingLockFactory.Policies.THROW)
            .newReentrantLock("perf");
    private long value;

    /** The same lock in a class that has no hooks. */
    @Benchmark
    public long withoutHooks() {
        try (var guard = unhooked.lock()) {
            guard.check();
            return ++value;
        }
    }

    /** As everybody runs it. */
    @Benchmark
    public long validatorOff() {
        try (var guard = mutex.lock()) {
            return ++guard.get()[0];
        }
    }

    /** Each acquisition validated: one look into the table of chains. */
    @Benchmark
    @Fork(jvmArgsPrepend = ON)
    public long validatorOn() {
        checkOn();
        try (var guard = mutex.lock()) {
            return ++guard.get()[0];
        }
    }

    /** Two locks, one inside the other. */
    @Benchmark
    @Fork(jvmArgsPrepend = ON)
    public long validatorOnNested() {
        checkOn();
        try (var outer = mutex.lock();
                var guard = inner.lock()) {
            return ++outer.get()[0] + ++guard.get()[0];
        }
    }

    private static void checkOn() {
        if (!Lockdep.ON) {
            throw new IllegalStateException("the validator is off in this fork");
        }
    }

    /** The peer: looks for cycles whenever a lock is taken, on a ReentrantLock. */
    @Benchmark
    public long guavaCycleDetecting() {
        guava.lock();
        try {
            return ++value;
        } finally {
            guava.unlock();
        }
    }
}
