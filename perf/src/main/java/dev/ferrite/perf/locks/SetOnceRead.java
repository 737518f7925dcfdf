package dev.ferrite.perf.locks;

import dev.ferrite.locks.SetOnce;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A value that was set once is read. The peer is an acquire load of a reference whose type is a parameter, as ours: each
 * use of such a value checks its class, once, which {@link #acquireLoad} of a field of the very class need not.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Read of a value that was set once",
        baseline = "atomicReference",
        goals = @Goal(id = "P27", subject = "setOnce", against = "atomicReference", atMost = 1.02),
        noGarbage = "setOnce")
public class SetOnceRead {
    private static final VarHandle CELL;

    static {
        try {
            CELL = MethodHandles.lookup().findVarHandle(Cell.class, "value", Counter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** As far away as the value of the others: behind one reference. */
    private static final class Cell {
        @SuppressWarnings("unused") // through CELL
        private Counter value = new Counter();
    }

    private final Cell cell = new Cell();
    private final SetOnce<Counter> setOnce = new SetOnce<>();
    private final AtomicReference<Counter> reference = new AtomicReference<>(new Counter());

    /** Sets the value. */
    public SetOnceRead() {
        setOnce.populate(new Counter());
    }

    /** Ours. */
    @Benchmark
    public long setOnce() {
        var value = setOnce.asRef();
        return value == null ? 0 : value.value;
    }

    /** An acquire load of a field of the value's own class, and a look whether it is set: the least there is. */
    @Benchmark
    public long acquireLoad() {
        var value = (Counter) CELL.getAcquire(cell);
        return value == null ? 0 : value.value;
    }

    /** The reference of j.u.c., read by acquire. */
    @Benchmark
    public long atomicReference() {
        var value = reference.getAcquire();
        return value == null ? 0 : value.value;
    }
}
