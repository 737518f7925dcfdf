package dev.ferrite.runtime.metrics;

import dev.ferrite.runtime.counters.Counters;
import dev.ferrite.runtime.counters.Reading;
import java.util.Locale;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Counters in JFR recordings: an event {@code dev.ferrite.Counter} a counter, once a second while a recording runs that
 * does not say otherwise ({@code dev.ferrite.Counter#period=100ms}, {@code #enabled=false}). Costs nothing while none does.
 */
public final class CounterEvents implements AutoCloseable {
    private final Runnable hook;

    private CounterEvents(Runnable hook) {
        this.hook = hook;
    }

    /**
     * Begins now.
     *
     * @param counters what to record
     * @return ends it
     * @throws IllegalStateException if this JVM has no flight recorder
     */
    public static CounterEvents install(Counters counters) {
        Runnable hook = () -> emit(counters);
        FlightRecorder.addPeriodicEvent(CounterEvent.class, hook);
        return new CounterEvents(hook);
    }

    /**
     * Begins when JFR does: now if a recording was ever started, else together with the first one. Loads next to nothing
     * until then. It cannot be taken back.
     *
     * @param counters what to record
     */
    public static void installWithRecorder(Counters counters) {
        if (!FlightRecorder.isAvailable()) {
            return;
        }
        FlightRecorder.addListener(new FlightRecorderListener() {
            @Override
            public void recorderInitialized(FlightRecorder recorder) {
                FlightRecorder.addPeriodicEvent(CounterEvent.class, () -> emit(counters));
            }
        });
    }

    private static void emit(Counters counters) {
        for (Reading reading : counters.read()) {
            CounterEvent event = new CounterEvent();
            event.name = reading.name();
            event.kind = reading.kind().name().toLowerCase(Locale.ROOT);
            event.value = reading.value();
            event.commit();
        }
    }

    /** Ends it. Does nothing the second time. */
    @Override
    public void close() {
        FlightRecorder.removePeriodicEvent(hook);
    }
}
