package dev.ferrite.perf.drm;

import dev.ferrite.drm.core.BaseObject;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.DrmNodes;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * Handle to object with a reference, and the reference given back; one operation in 64 closes a handle and makes a new one.
 *
 * <p>The peers hold objects that are counted in the same way, by an atomic on the heap; with the map alone a looked-up object
 * could end under its user. What a map does without counting is there for scale.
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(
        title = "Handle lookup with churn, two threads",
        baseline = "concurrentHashMap",
        goals = @Goal(id = "P19", subject = "drmFile", against = "concurrentHashMap", atLeast = 2.0))
public class HandleLookup {
    private static final int HANDLES = 512;
    private static final int CHURN = 64;

    private final Driver<String, Object> driver = Driver.<String, Object>builder(
                    new DriverInfo(0, 0, 0, "perf", "Handles"))
            .features(Driver.GEM | Driver.RENDER)
            .build();
    private final ARef<Device<String>> device = Device.create(driver, "perf", made -> "perf");
    private final Registration registration = Registration.register(device.get());
    private final DrmFile<?> file = DrmNodes.open(
            Objects.requireNonNull(device.get().nodeName(NodeType.RENDER)), Linux.O_RDWR, Caller.unprivileged());
    private final DriverObject<String, String> hooks = DriverObject.of((on, size) -> "");
    private final ConcurrentHashMap<Integer, Counted> map = new ConcurrentHashMap<>();

    /** An object of the peer. */
    private static final class Counted {
        private final AtomicInteger count = new AtomicInteger(1);
        final long size = 4096;

        boolean tryGet() {
            int now;
            do {
                now = count.get();
                if (now == 0) {
                    return false;
                }
            } while (!count.compareAndSet(now, now + 1));
            return true;
        }

        void put() {
            count.getAndDecrement();
        }
    }

    /** One thread's random numbers, and the handle it renews. */
    @State(Scope.Thread)
    public static class Turn {
        private static final AtomicInteger NEXT = new AtomicInteger();

        private final int own = 1 + NEXT.getAndIncrement() % 16;
        private int seed = own * 0x9E3779B9;
        private int turn;

        int handle() {
            seed ^= seed << 13;
            seed ^= seed >>> 17;
            seed ^= seed << 5;
            return 17 + (seed & HANDLES - 1);
        }

        boolean churns() {
            return ++turn % CHURN == 0;
        }
    }

    /** All handles. */
    public HandleLookup() {
        for (int i = 1; i <= HANDLES + 16; i++) {
            create();
            map.put(i, new Counted());
        }
    }

    private int create() {
        try (var object = BaseObject.create(device.get(), 4096, hooks)) {
            return object.get().createHandle(file);
        }
    }

    /** The end. */
    @TearDown
    public void close() {
        file.close();
        registration.close();
        device.close();
    }

    /** Ours. */
    @Benchmark
    public long drmFile(Turn turn) {
        if (turn.churns()) {
            file.closeHandle(turn.own);
            return create();
        }
        GemObject<?> object = Objects.requireNonNull(file.lookupOrNull(turn.handle()));
        long size = object.size();
        object.decRef();
        return size;
    }

    /** The peer. */
    @Benchmark
    public long concurrentHashMap(Turn turn) {
        if (turn.churns()) {
            Objects.requireNonNull(map.remove(turn.own)).put();
            map.put(turn.own, new Counted());
            return 0;
        }
        Counted object = Objects.requireNonNull(map.get(turn.handle()));
        if (!object.tryGet()) {
            return -1;
        }
        long size = object.size;
        object.put();
        return size;
    }

    /** The peer without a count: whoever has looked an object up does not keep it. */
    @Benchmark
    public long concurrentHashMapUncounted(Turn turn) {
        if (turn.churns()) {
            map.remove(turn.own);
            map.put(turn.own, new Counted());
            return 0;
        }
        return Objects.requireNonNull(map.get(turn.handle())).size;
    }
}
