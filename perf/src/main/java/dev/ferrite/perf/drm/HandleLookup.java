package dev.ferrite.perf.drm;

import dev.ferrite.drm.core.GemObject;
import dev.ferrite.perf.report.Comparison;
import java.util.Objects;
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
 *
 * <p>For comparison, without a goal: an operation makes a random number, in about the time of a lookup, and a 64th of a
 * renewal, so even a lookup that took no time could not be twice as fast here. {@link HandleSubmit} measures lookups.
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(title = "Handle lookup with churn, two threads", baseline = "mapAndCount")
public class HandleLookup {
    private static final int CHURN = 64;

    private final HandlePeers peers = new HandlePeers();

    /** One thread's random numbers, and the handle it renews, on a cache line that no other thread renews. */
    @State(Scope.Thread)
    public static class Turn {
        private static final AtomicInteger NEXT = new AtomicInteger();

        private int own = HandlePeers.ownHandle(NEXT.getAndIncrement());
        private int seed = own * 0x9E3779B9;
        private int turn;

        int handle() {
            seed ^= seed << 13;
            seed ^= seed >>> 17;
            seed ^= seed << 5;
            return HandlePeers.sharedHandle(seed);
        }

        boolean churns() {
            return ++turn % CHURN == 0;
        }
    }

    /** The end. */
    @TearDown
    public void close() {
        peers.close();
    }

    private int renew(Turn turn) {
        turn.own = peers.renew(turn.own);
        return turn.own;
    }

    /** Ours, with a reference. */
    @Benchmark
    public long reference(Turn turn) {
        if (turn.churns()) {
            return renew(turn);
        }
        GemObject<?> object = Objects.requireNonNull(peers.file.lookupOrNull(turn.handle()));
        long size = object.size();
        object.decRef();
        return size;
    }

    /** Ours, the length alone. */
    @Benchmark
    public long facts(Turn turn) {
        return turn.churns() ? renew(turn) : peers.file.sizeOf(turn.handle());
    }

    private int renewInMap(Turn turn) {
        peers.renewInMap(turn.own);
        return turn.own;
    }

    /** The peer with a reference. */
    @Benchmark
    public long mapAndCount(Turn turn) {
        if (turn.churns()) {
            return renewInMap(turn);
        }
        HandlePeers.Counted object = Objects.requireNonNull(peers.map.get(turn.handle()));
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
        return turn.churns() ? renewInMap(turn) : Objects.requireNonNull(peers.map.get(turn.handle())).size;
    }

    /** The same with numbers for handles, the lowest free one first. */
    @Benchmark
    public long mapAndNumbers(Turn turn) {
        if (!turn.churns()) {
            return Objects.requireNonNull(peers.map.get(turn.handle())).size;
        }
        turn.own = peers.renewNumberInMap(turn.own);
        return turn.own;
    }
}
