package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.runtime.counters.Reading.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All counters and gauges of a process, by name.
 *
 * <p>{@snippet :
 * private static final Counter REQUESTS = Counters.system().counter("shop_requests", "Requests answered");
 * ...
 * REQUESTS.increment();
 * }
 *
 * <p>What Ferrite's floors count themselves is sampled when somebody looks, so it costs them nothing. Who can look: this
 * process ({@link #read}); others on this machine, after {@link #publish} ({@link SharedCounters}, {@code ferrite top});
 * JFR, JMX and a monitoring system (package {@code dev.ferrite.runtime.metrics}). Nothing is started, opened or read
 * before one of these is asked for.
 *
 * <p>Thread-safe. Registering and reading take a lock; counting does not.
 */
public final class Counters {
    /** The most counters and gauges there are at a time. */
    public static final int MAX = 512;

    /** The longest name, in characters. */
    public static final int MAX_NAME = 100;

    /** The longest help, in characters. */
    public static final int MAX_HELP = 120;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern RESERVED = Pattern.compile(".*_(total|created|info|bucket|count|sum)");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private @Nullable PublishedCounters published;

    private record Entry(
            Kind kind,
            String help,
            LongSupplier value,
            @Nullable Counter counter) {}

    private Counters() {}

    /**
     * The counters of this process, those of the floors below among them.
     *
     * @return always the same
     */
    public static Counters system() {
        return SystemCounters.ALL;
    }

    /**
     * Counters of their own, none at first.
     *
     * @return a new set
     */
    public static Counters create() {
        return new Counters();
    }

    /** The lazy holder: made by the first call of {@link #system()}. */
    private static final class SystemCounters {
        static final Counters ALL = make();

        private static Counters make() {
            Counters all = new Counters();
            new FloorCounters().register(all);
            for (CounterSource source : ServiceLoader.load(CounterSource.class, Counters.class.getClassLoader())) {
                source.register(all);
            }
            return all;
        }
    }

    // ---- Registering

    /**
     * The counter of a name, made when it is first asked for.
     *
     * @param name {@code [a-z][a-z0-9_]*}, at most {@link #MAX_NAME}; without an ending that OpenMetrics gives a meaning
     *     to, such as {@code _total}
     * @param help what it counts, one line of at most {@link #MAX_HELP}
     * @return the counter, the same for everybody who gives this name
     * @throws IllegalArgumentException if the name or the help is not as said, or the name is a sampled number's
     * @throws IllegalStateException if there are {@link #MAX}
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public synchronized Counter counter(String name, String help) {
        Entry known = entries.get(name);
        if (known != null && known.counter != null) {
            return known.counter;
        }
        check(name, help);
        Counter counter = new Counter(name, help, CounterMemory.word());
        entries.put(name, new Entry(Kind.COUNTER, help, counter::get, counter));
        return counter;
    }

    /**
     * Adds a number that only grows, and that somebody counts already.
     *
     * @param name see {@link #counter}
     * @param help see {@link #counter}
     * @param value gives the count; called by whoever reads, ten times a second while published; must not block
     * @return takes it out again
     * @throws IllegalArgumentException if the name is taken, or the name or the help is not as said
     * @throws IllegalStateException if there are {@link #MAX}
     */
    public Sampled sampledCounter(String name, String help, LongSupplier value) {
        return sampled(name, Kind.COUNTER, help, value);
    }

    /**
     * Adds a number that goes up and down.
     *
     * @param name see {@link #counter}
     * @param help see {@link #counter}
     * @param value gives the number; see {@link #sampledCounter}
     * @return takes it out again
     * @throws IllegalArgumentException if the name is taken, or the name or the help is not as said
     * @throws IllegalStateException if there are {@link #MAX}
     */
    public Sampled gauge(String name, String help, LongSupplier value) {
        return sampled(name, Kind.GAUGE, help, value);
    }

    /** A number that is sampled; closing it takes it out. */
    @FunctionalInterface
    public interface Sampled extends AutoCloseable {
        @Override
        void close();
    }

    private synchronized Sampled sampled(String name, Kind kind, String help, LongSupplier value) {
        check(name, help);
        Entry entry = new Entry(kind, help, value, null);
        entries.put(name, entry);
        return () -> remove(name, entry);
    }

    private synchronized void remove(String name, Entry entry) {
        entries.remove(name, entry);
    }

    private void check(String name, String help) {
        if (name.length() > MAX_NAME
                || !NAME.matcher(name).matches()
                || RESERVED.matcher(name).matches()) {
            throw new IllegalArgumentException("a counter's name is [a-z][a-z0-9_]*, at most " + MAX_NAME
                    + " characters, and has no ending such as _total: '" + name + "'");
        }
        if (help.length() > MAX_HELP || help.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "help of " + name + " is one line of at most " + MAX_HELP + " characters: '" + help + "'");
        }
        if (entries.containsKey(name)) {
            throw new IllegalArgumentException("there is a counter " + name + " already");
        }
        if (entries.size() >= MAX) {
            throw new IllegalStateException("there are " + MAX + " counters already, no room for " + name);
        }
    }

    // ---- Reading

    /**
     * All values now, in the order they were registered. Each is exact where its counter is; together they are of one
     * moment only if nobody counts. A number whose supplier throws is left out, with one WARN.
     *
     * @return a snapshot
     */
    public List<Reading> read() {
        List<Map.Entry<String, Entry>> all;
        synchronized (this) {
            all = new ArrayList<>(entries.entrySet());
        }
        List<Reading> readings = new ArrayList<>(all.size());
        for (Map.Entry<String, Entry> named : all) {
            Entry entry = named.getValue();
            try {
                readings.add(new Reading(named.getKey(), entry.kind, entry.help, entry.value.getAsLong()));
            } catch (RuntimeException e) {
                Warn.once("counter-" + named.getKey(), "counter " + named.getKey() + " cannot be read: " + e);
            }
        }
        return readings;
    }

    /**
     * Shows them to other processes of this user from now on: their values are copied into shared memory, in Agrona's
     * layout, by a daemon thread. Needs no Agrona itself.
     *
     * @param period how often, 1 ms or more
     * @return ends it
     * @throws IOException with one sentence, if there is no descriptor or no memory for it
     * @throws IllegalArgumentException if the period is shorter
     * @throws IllegalStateException if they are published already
     */
    public synchronized PublishedCounters publish(Duration period) throws IOException {
        if (published != null && published.isOpen()) {
            throw new IllegalStateException("these counters are published already");
        }
        published = PublishedCounters.start(this, period);
        return published;
    }
}
