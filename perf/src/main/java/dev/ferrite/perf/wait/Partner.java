package dev.ferrite.perf.wait;

import dev.ferrite.perf.run.Histogram;
import dev.ferrite.perf.run.Waits;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A second thread that gives the turn back whenever it gets it. Each subject says how a turn is given and awaited. */
@State(Scope.Benchmark)
public abstract class Partner {
    private final Histogram waits = new Histogram();

    /** How many turns the partner gives back before it ends: known when the last one is given. */
    private volatile long turns = Long.MAX_VALUE;

    private long served;
    private @Nullable Thread thread;

    /** For the subjects. */
    protected Partner() {}

    /** The measured thread's half: gives the turn and waits until it comes back. */
    abstract void serve() throws InterruptedException;

    /** The partner's half: waits for the turn and gives it back. */
    abstract void answer() throws InterruptedException;

    final void timedRoundTrip() throws InterruptedException {
        long start = System.nanoTime();
        serve();
        served++;
        waits.record(System.nanoTime() - start);
    }

    /** Starts the partner. */
    @Setup(Level.Trial)
    public void start() {
        thread = Thread.ofPlatform().daemon().name("partner").start(() -> {
            try {
                for (long answered = 0; answered < turns; answered++) {
                    answer();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
        waits.clear();
    }

    /** Tells the profiler. */
    @TearDown(Level.Iteration)
    public void report() {
        Waits.report(waits);
    }

    /** Ends the partner with a last round trip. */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        turns = served + 1;
        serve();
        if (thread != null) {
            thread.join();
        }
    }
}
