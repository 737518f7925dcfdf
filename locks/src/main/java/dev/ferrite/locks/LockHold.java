package dev.ferrite.locks;

import dev.ferrite.offheap.config.ConfigOption;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

/**
 * A thread held a lock for long: a JFR event of the tracing twin ({@code -Dferrite.trace.locks=true} at start), which
 * reads the clock at every lock and unlock. Without the twin it costs nothing.
 */
@Name("dev.ferrite.LockHold")
@Label("Lock Hold")
@Description("A thread held a Ferrite lock for longer than a millisecond")
@Category({"Ferrite", "Locks"})
@Enabled(false)
final class LockHold extends Event {
    static final boolean TRACED = ConfigOption.TRACE_LOCKS.isOn();

    static final long LONG_NANOS = 1_000_000;

    @Label("Lock")
    String lock = "";

    @Label("Held")
    @Timespan(Timespan.NANOSECONDS)
    long held;

    static void report(String of, long nanos) {
        if (nanos >= LONG_NANOS) {
            LockHold event = new LockHold();
            event.lock = of;
            event.held = nanos;
            event.commit();
        }
    }
}
