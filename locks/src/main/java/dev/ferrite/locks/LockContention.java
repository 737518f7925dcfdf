package dev.ferrite.locks;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/**
 * A thread waited for a lock: a JFR event, off by default. Its duration is the wait. Switched on by
 * {@code dev.ferrite.LockContention#enabled=true}; off it costs a test on the slow path and nothing elsewhere.
 */
@Name("dev.ferrite.LockContention")
@Label("Lock Contention")
@Description("A thread waited for a Ferrite lock")
@Category({"Ferrite", "Locks"})
@Enabled(false)
final class LockContention extends Event {
    /** Stands for all of them while nobody records: a wait makes no garbage then. */
    private static final LockContention OFF = new LockContention();

    @Label("Lock")
    String lock = "";

    @Label("Kind")
    String kind = "";

    @Label("Acquired")
    @Description("Whether the wait ended with the lock, and not by a time or an interrupt")
    boolean acquired;

    /** Starts to count the wait. */
    static LockContention started() {
        LockStats.CONTENDED.increment();
        OwnerWatch.start();
        if (!OFF.isEnabled()) {
            return OFF;
        }
        LockContention event = new LockContention();
        event.begin();
        return event;
    }

    /** Whether nobody records it. */
    boolean isOff() {
        return this == OFF;
    }

    /** The wait is over, and the lock is there. */
    void acquired(Lock<?, ?> of) {
        ended(of.name(), of.getClass().getSimpleName(), true);
    }

    /** The wait is over. */
    void ended(String name, String of, boolean taken) {
        if (this == OFF) {
            return;
        }
        end();
        if (shouldCommit()) {
            lock = name;
            kind = of;
            acquired = taken;
            commit();
        }
    }
}
