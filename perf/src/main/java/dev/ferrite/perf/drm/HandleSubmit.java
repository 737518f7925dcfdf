package dev.ferrite.perf.drm;

import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * What a submit does with its handles: two threads look lists of 64 up, random ones of 512, while both renew handles.
 *
 * <p>A score is of one lookup; all rows look the same lists up, which were made before, and add what they find. Two rates of
 * churn: a thread renews one handle, closing it and making a new one, after each submit, thus once in 64 lookups, or after
 * each 16th, thus once in 1024. The first is more than clients do, who keep their buffers for many submits; the second is what
 * is left when they reuse freed ones. What a renewal has to do beside what the peers do, {@link HandleLookup} says.
 *
 * <p>An int is what a client has for a handle, so boxing it is the map's own cost; one row has lists of boxes instead.
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(
        title = "Handle lookups of a submit while handles are renewed, two threads",
        baseline = "mapAlone",
        goals = {
            @Goal(id = "P19", subject = "facts", against = "mapAlone", atLeast = 2.0),
            @Goal(id = "P19", subject = "reference", against = "mapAndCount", atLeast = 2.0)
        })
public class HandleSubmit {
    private static final int LIST = 64;
    private static final int LISTS = 64;

    /** How many lookups there are for each handle that is renewed. */
    @Param({"64", "1024"})
    int lookupsPerRenewal;

    private final HandlePeers peers = new HandlePeers();

    /** One thread's lists, and the handle it renews. */
    @State(Scope.Thread)
    public static class Client {
        private static final AtomicInteger NEXT = new AtomicInteger();

        private final int[] handles = new int[LIST * LISTS];
        private final Integer[] boxes = new Integer[LIST * LISTS];
        private int own = HandlePeers.ownHandle(NEXT.getAndIncrement());
        private int submit;
        private int lookups;

        /** Random lists. */
        public Client() {
            int seed = own * 0x9E3779B9;
            for (int i = 0; i < handles.length; i++) {
                seed ^= seed << 13;
                seed ^= seed >>> 17;
                seed ^= seed << 5;
                handles[i] = HandlePeers.sharedHandle(seed);
                boxes[i] = handles[i];
            }
        }

        /** Where the next list starts. */
        int next() {
            lookups += LIST;
            return submit++ % LISTS * LIST;
        }

        /** Whether to renew the own handle now. */
        boolean renews(int lookupsPerRenewal) {
            if (lookups < lookupsPerRenewal) {
                return false;
            }
            lookups = 0;
            return true;
        }
    }

    /** The end. */
    @TearDown
    public void close() {
        peers.close();
    }

    /** Ours, the length alone. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long facts(Client client) {
        long sum = 0;
        DrmFile<?> file = peers.file;
        int[] handles = client.handles;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            sum += file.sizeOf(handles[i]);
        }
        renew(client);
        return sum;
    }

    /** Ours, with a reference. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long reference(Client client) {
        long sum = 0;
        DrmFile<?> file = peers.file;
        int[] handles = client.handles;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            GemObject<?> object = Objects.requireNonNull(file.lookupOrNull(handles[i]));
            sum += object.size();
            object.decRef();
        }
        renew(client);
        return sum;
    }

    private void renew(Client client) {
        if (client.renews(lookupsPerRenewal)) {
            client.own = peers.renew(client.own);
        }
    }

    private void renewInMap(Client client) {
        if (client.renews(lookupsPerRenewal)) {
            peers.renewInMap(client.own);
        }
    }

    /** The peer, the length alone. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long mapAlone(Client client) {
        long sum = 0;
        ConcurrentHashMap<Integer, HandlePeers.Counted> map = peers.map;
        int[] handles = client.handles;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            sum += Objects.requireNonNull(map.get(handles[i])).size;
        }
        renewInMap(client);
        return sum;
    }

    /** The same for a client whose handles are boxed already. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long mapOfBoxes(Client client) {
        long sum = 0;
        ConcurrentHashMap<Integer, HandlePeers.Counted> map = peers.map;
        Integer[] boxes = client.boxes;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            sum += Objects.requireNonNull(map.get(boxes[i])).size;
        }
        renewInMap(client);
        return sum;
    }

    /** The peer with a reference. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long mapAndCount(Client client) {
        long sum = 0;
        ConcurrentHashMap<Integer, HandlePeers.Counted> map = peers.map;
        int[] handles = client.handles;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            HandlePeers.Counted object = Objects.requireNonNull(map.get(handles[i]));
            if (object.tryGet()) {
                sum += object.size;
                object.put();
            }
        }
        renewInMap(client);
        return sum;
    }

    /** The peer, the length alone, with numbers for handles: a new one gets the lowest that is free. */
    @Benchmark
    @OperationsPerInvocation(LIST)
    public long mapAndNumbers(Client client) {
        long sum = 0;
        ConcurrentHashMap<Integer, HandlePeers.Counted> map = peers.map;
        int[] handles = client.handles;
        int start = client.next();
        for (int i = start; i < start + LIST; i++) {
            sum += Objects.requireNonNull(map.get(handles[i])).size;
        }
        if (client.renews(lookupsPerRenewal)) {
            client.own = peers.renewNumberInMap(client.own);
        }
        return sum;
    }
}
