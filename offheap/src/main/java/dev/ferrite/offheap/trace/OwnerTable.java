package dev.ferrite.offheap.trace;

import dev.ferrite.offheap.diag.Warn;
import java.lang.ref.ReferenceQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All owners that are traced and not collected. Loaded only while the twin is on. */
final class OwnerTable {
    /** Keyed by the owner's identity; looked up by {@link OwnerTrace.Key}. */
    private static final ConcurrentHashMap<Object, OwnerTrace> OWNERS = new ConcurrentHashMap<>();

    private static final ConcurrentHashMap<String, LongAdder> LEAKED = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    static {
        Thread.ofPlatform().daemon().name("ferrite-trace").start(OwnerTable::watch);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(OwnerTable::reportAtExit));
    }

    private OwnerTable() {}

    static void acquired(Object owner, String kind, String what, @Nullable Runnable reclaim) {
        OwnerTrace before = find(owner);
        if (before != null) {
            before.acquiredAgain();
            return;
        }
        OwnerTrace trace = new OwnerTrace(owner, COLLECTED, kind, what, reclaim);
        OWNERS.put(trace, trace);
    }

    private static @Nullable OwnerTrace find(Object owner) {
        return OWNERS.get(new OwnerTrace.Key(owner));
    }

    static void released(Object owner, String verb) {
        OwnerTrace trace = find(owner);
        if (trace != null) {
            trace.released(verb);
        }
    }

    static void releasedAgain(Object owner) {
        OwnerTrace trace = find(owner);
        if (trace != null && trace.isReleased() && !trace.isMoved()) {
            String message = trace.report().text("was released twice") + Site.lines(new Site("released again"));
            Warn.warn(trace.kind + "-double-release", message);
        }
    }

    static void named(Object owner, String name) {
        OwnerTrace trace = find(owner);
        if (trace != null) {
            trace.name = name;
        }
    }

    static @Nullable Throwable story(Object owner) {
        OwnerTrace trace = find(owner);
        return trace == null ? null : trace.story();
    }

    static List<OwnerReport> live(String kind) {
        return OWNERS.values().stream()
                .filter(trace -> trace.kind.equals(kind) && !trace.isReleased())
                .map(OwnerTrace::report)
                .toList();
    }

    static long leaked(String kind) {
        LongAdder count = LEAKED.get(kind);
        return count == null ? 0 : count.sum();
    }

    static String report() {
        Map<String, Integer> places = new LinkedHashMap<>();
        OWNERS.values().stream()
                .filter(trace -> !trace.isReleased())
                .map(OwnerTrace::report)
                .map(report -> report.title() + report.sites())
                .sorted()
                .forEach(text -> places.merge(text, 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        places.forEach(
                (place, count) -> text.append(count).append(" x ").append(place).append(System.lineSeparator()));
        return text.toString();
    }

    private static void watch() {
        for (; ; ) {
            try {
                lost((OwnerTrace) COLLECTED.remove());
            } catch (InterruptedException notMine) {
                // Nobody has a reason to interrupt this thread.
            }
        }
    }

    private static void lost(OwnerTrace trace) {
        OWNERS.remove(trace);
        if (trace.isReleased()) {
            return;
        }
        try {
            Warn.warn(trace.kind + "-leak", trace.report().text("was lost without a release"));
            if (trace.reclaim != null) {
                trace.reclaim.run();
            }
        } catch (RuntimeException e) {
            System.err.println("ferrite-trace: " + trace.what + ": " + e);
        } finally {
            // Last: who sees the count finds the report made and the resource given back.
            LEAKED.computeIfAbsent(trace.kind, kind -> new LongAdder()).increment();
        }
    }

    private static void reportAtExit() {
        String open = report();
        if (!open.isEmpty()) {
            Warn.warn("trace-exit", "still open at exit:" + System.lineSeparator() + open);
        }
    }
}
