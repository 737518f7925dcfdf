package dev.ferrite.runtime.counters;

import static java.lang.ref.Reference.reachabilityFence;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.share.RegionOwner;
import dev.ferrite.runtime.share.RegionView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters that another process on this machine {@linkplain Counters#publish publishes}: what {@code ferrite top}
 * shows. Whoever may look into the process may read them: the same user, and root. Read-only; thread-safe; Linux only.
 */
public final class SharedCounters {
    private static final String WHAT = "counters";

    private final RegionView view;

    private SharedCounters(RegionView view) {
        this.view = view;
    }

    /**
     * A process that publishes counters.
     *
     * @param pid its process id
     * @param command what it was started as, shortened
     */
    public record Owner(long pid, String command) {}

    /**
     * The processes whose counters can be read, by process id; this one is not among them.
     *
     * @return a snapshot
     */
    public static List<Owner> owners() {
        return RegionOwner.find(CountersHeader.REGION).stream()
                .map(owner -> new Owner(owner.pid(), owner.command()))
                .toList();
    }

    /**
     * Opens the counters of a process.
     *
     * @param pid its process id
     * @return its counters
     * @throws IOException with one sentence: Agrona or its flag is missing here, no such process, it publishes none, it is
     *     another user's, or they are of another version
     */
    public static SharedCounters open(long pid) throws IOException {
        return open(Long.valueOf(pid));
    }

    /**
     * Opens the counters of the only process that publishes some.
     *
     * @return its counters
     * @throws IOException with one sentence: there is none, or there are several, which it names
     */
    public static SharedCounters openOnly() throws IOException {
        return open((@Nullable Long) null);
    }

    private static SharedCounters open(@Nullable Long pid) throws IOException {
        AgronaNeeds.check();
        RegionView view = RegionOwner.view(CountersHeader.REGION, WHAT, pid, CountersHeader.METADATA);
        CountersHeader.check(view);
        return new SharedCounters(view);
    }

    /**
     * Whose they are.
     *
     * @return the process
     */
    public Owner owner() {
        return new Owner(view.owner().pid(), view.owner().command());
    }

    /**
     * Whether the process still publishes them.
     *
     * @return false when they will not change any more
     */
    public boolean isAlive() {
        return view.isAlive();
    }

    /**
     * When the process copied its values last.
     *
     * @return about a {@linkplain #period() period} ago, or more if the process is stopped
     */
    public Instant copied() {
        try {
            return Instant.ofEpochMilli(Words.getLongAcquire(view.address() + CountersHeader.COPIED));
        } finally {
            reachabilityFence(this);
        }
    }

    /**
     * How often the process copies its values.
     *
     * @return the period
     */
    public Duration period() {
        try {
            return Duration.ofMillis(Words.getLongPlain(view.address() + CountersHeader.PERIOD));
        } finally {
            reachabilityFence(this);
        }
    }

    /**
     * All values, as of {@link #copied()}.
     *
     * @return a snapshot
     */
    public List<Reading> read() {
        try {
            return AgronaTable.read(view.address());
        } finally {
            reachabilityFence(this);
        }
    }
}
