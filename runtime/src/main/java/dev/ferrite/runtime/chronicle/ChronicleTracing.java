package dev.ferrite.runtime.chronicle;

import dev.ferrite.offheap.trace.OwnerReport;
import dev.ferrite.offheap.trace.Tracing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.openhft.chronicle.core.StackTrace;
import net.openhft.chronicle.core.io.AbstractCloseable;

/**
 * Feeds what our tracing twin knows to Chronicle's: every owner of ours that is open stands in Chronicle's list of open
 * resources, with the stack that acquired it, so that one check finds the leaks of both.
 *
 * <p>{@snippet :
 * AbstractCloseable.enableCloseableTracing();
 * ... the test ...
 * ChronicleTracing.feed();
 * AbstractCloseable.assertCloseablesClosed();
 * }
 *
 * <p>Our twin must be on for the kinds that are wanted ({@code -Dferrite.trace.refs=true} and its kin), and Chronicle's
 * tracing enabled before. Nothing happens between two calls of {@link #feed}. Thread-safe.
 */
public final class ChronicleTracing {
    private static final List<String> KINDS = List.of(Tracing.REFERENCE, Tracing.BOX, Tracing.MAPPING, Tracing.GUARD);

    /** By the stack of the acquisition, which each owner has for itself: throwables are equal only to themselves. */
    private static final Map<Throwable, Mirror> MIRRORS = new HashMap<>();

    private ChronicleTracing() {}

    /**
     * Brings Chronicle's list up to date with the owners that are open now: adds what is new, closes what was released.
     *
     * @return how many of our owners are open
     */
    public static synchronized int feed() {
        Set<Throwable> gone = new HashSet<>(MIRRORS.keySet());
        for (String kind : KINDS) {
            for (OwnerReport report : Tracing.live(kind)) {
                gone.remove(report.acquired());
                MIRRORS.computeIfAbsent(report.acquired(), site -> new Mirror(report));
            }
        }
        for (Throwable site : gone) {
            Mirror mirror = MIRRORS.remove(site);
            if (mirror != null) {
                mirror.close();
            }
        }
        return MIRRORS.size();
    }

    /** Stands for an owner of ours. Not its owner: closing it closes nothing. */
    private static final class Mirror extends AbstractCloseable {
        private final OwnerReport report;

        Mirror(OwnerReport report) {
            this.report = report;
            singleThreadedCheckDisabled(true);
        }

        @Override
        public StackTrace createdHere() {
            StackTrace here = new StackTrace(toString());
            here.setStackTrace(report.acquired().getStackTrace());
            return here;
        }

        @Override
        protected void performClose() {}

        @Override
        public String toString() {
            return report.kind() + " " + report.what() + (report.name() == null ? "" : " '" + report.name() + "'");
        }
    }
}
