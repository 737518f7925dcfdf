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
import java.util.BitSet;
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
 * From a handle to its object, among 512, from two threads; one operation in 64 closes a handle and makes a new one.
 *
 * <p>Two uses. A call that goes on to work with the object takes a reference and gives it back; the peer counts in the same
 * way, by an atomic in the object, for with the map alone the object could end under its user. A call that only asks for the
 * length takes none; the peer is a map and a field. Neither peer has to find the lowest free number for a new handle, nor to
 * keep a name, a permission to map and a count of handles with it, as a handle of DRM does; the last one finds the number.
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(
        title = "Handle lookup with churn, two threads",
        baseline = "mapAndCount",
        goals = {
            @Goal(id = "P19", subject = "reference", against = "mapAndCount", atLeast = 2.0),
            @Goal(id = "P19", subject = "facts", against = "mapAlone", atLeast = 2.0)
        })
public class HandleLookup {
    private static final int HANDLES = 512;
    private static final int CHURN = 64;
    private static final int OWNERS = 4;
    private static final int OWN = 32;

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
    private final BitSet numbers = new BitSet();

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

    /** One thread's random numbers, and the handle it renews, on a cache line that no other thread renews. */
    @State(Scope.Thread)
    public static class Turn {
        private static final AtomicInteger NEXT = new AtomicInteger();

        private int own = 1 + NEXT.getAndIncrement() % OWNERS * OWN;
        private int seed = own * 0x9E3779B9;
        private int turn;

        int handle() {
            seed ^= seed << 13;
            seed ^= seed >>> 17;
            seed ^= seed << 5;
            return 1 + OWNERS * OWN + (seed & HANDLES - 1);
        }

        boolean churns() {
            return ++turn % CHURN == 0;
        }
    }

    /** All handles. */
    public HandleLookup() {
        for (int i = 1; i <= OWNERS * OWN + HANDLES; i++) {
            create();
            map.put(i, new Counted());
            numbers.set(i);
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

    /** Closes the thread's own handle and makes a new one on the same object, which gets the lowest free number: the same. */
    private int renew(Turn turn) {
        GemObject<?> object = Objects.requireNonNull(file.lookupOrNull(turn.own));
        file.closeHandle(turn.own);
        turn.own = object.createHandle(file);
        object.decRef();
        return turn.own;
    }

    /** Ours, with a reference. */
    @Benchmark
    public long reference(Turn turn) {
        if (turn.churns()) {
            return renew(turn);
        }
        GemObject<?> object = Objects.requireNonNull(file.lookupOrNull(turn.handle()));
        long size = object.size();
        object.decRef();
        return size;
    }

    /** Ours, the length alone. */
    @Benchmark
    public long facts(Turn turn) {
        return turn.churns() ? renew(turn) : file.sizeOf(turn.handle());
    }

    private int renewInMap(Turn turn) {
        Counted object = Objects.requireNonNull(map.remove(turn.own));
        map.put(turn.own, object);
        return turn.own;
    }

    /** The peer with a reference. */
    @Benchmark
    public long mapAndCount(Turn turn) {
        if (turn.churns()) {
            return renewInMap(turn);
        }
        Counted object = Objects.requireNonNull(map.get(turn.handle()));
        if (!object.tryGet()) {
            return -1;
        }
        long size = object.size;
        object.put();
        return size;
    }

    /** The peer, the length alone. */
    @Benchmark
    public long mapAlone(Turn turn) {
        return turn.churns() ? renewInMap(turn) : Objects.requireNonNull(map.get(turn.handle())).size;
    }

    /** The same with numbers for handles, the lowest free one first. */
    @Benchmark
    public long mapAndNumbers(Turn turn) {
        if (!turn.churns()) {
            return Objects.requireNonNull(map.get(turn.handle())).size;
        }
        Counted object = Objects.requireNonNull(map.remove(turn.own));
        synchronized (numbers) {
            numbers.clear(turn.own);
        }
        synchronized (numbers) {
            turn.own = numbers.nextClearBit(1);
            numbers.set(turn.own);
        }
        map.put(turn.own, object);
        return turn.own;
    }
}
