package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Catches warnings that a test provokes. */
final class Warnings {
    private Warnings() {}

    /** What was warned about while something ran, as {@code category: message}. */
    static List<String> during(Runnable action) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Warn.reset();
        WarnSink before = Warn.sink((category, message, site) -> seen.add(category + ": " + message));
        try {
            action.run();
        } finally {
            Warn.sink(before);
        }
        return seen;
    }
}
