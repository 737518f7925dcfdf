package dev.ferrite.perf.alloc;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KVec;
import dev.ferrite.offheap.uapi.Pollfd;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Pushes a thousand structs of 8 bytes into a row that starts empty and grows, then drops the row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(VecPush.COUNT)
@Comparison(
        title = "Push into a growing row, for each struct",
        baseline = "arrayList",
        goals = @Goal(id = "P3", subject = "kvec", against = "arrayList", atMost = 4))
public class VecPush {
    static final int COUNT = 1000;

    private final MemorySegment value = Arena.global().allocate(Pollfd.LAYOUT);

    /** Ours: a copy of a struct each. */
    @Benchmark
    public long kvec() {
        try (var vec = KVec.create(Pollfd.TYPE)) {
            for (int i = 0; i < COUNT; i++) {
                Pollfd.fd(value, i);
                vec.push(value, Gfp.GFP_KERNEL);
            }
            return Pollfd.fd(vec.get(COUNT - 1));
        }
    }

    /** Ours, written in place. */
    @Benchmark
    public long kvecInit() {
        try (var vec = KVec.create(Pollfd.TYPE)) {
            for (int i = 0; i < COUNT; i++) {
                int fd = i;
                vec.pushInit(slot -> Pollfd.fd(slot, fd), Gfp.GFP_KERNEL);
            }
            return Pollfd.fd(vec.get(COUNT - 1));
        }
    }

    /** A list of objects on the heap, which the collector frees. */
    @Benchmark
    public long arrayList() {
        var list = new ArrayList<long[]>(1);
        for (int i = 0; i < COUNT; i++) {
            list.add(new long[] {i});
        }
        return list.get(COUNT - 1)[0];
    }

    /** A primitive array on the heap, grown by hand: the least that can be done. */
    @Benchmark
    public long array() {
        long[] row = new long[1];
        for (int i = 0; i < COUNT; i++) {
            if (i == row.length) {
                row = Arrays.copyOf(row, 2 * i);
            }
            row[i] = i;
        }
        return row[COUNT - 1];
    }
}
