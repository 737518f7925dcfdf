package dev.ferrite.offheap.trace;

import dev.ferrite.offheap.config.ConfigOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The switches of the tracing twin, its reports, and the calls by which owners tell it their lives.
 *
 * <p>An owner has a kind, such as {@code reference}, which names its WARNs: {@code reference-leak} when one becomes
 * unreachable without a release, {@code reference-double-release} when one is released again, with the stacks of its
 * acquisition and of both releases. What is still open is told by {@link #live} and {@link #report}, and at the exit of
 * the process as WARN {@code trace-exit}. Several kinds can be on at once; each is an option of its own, because a stack
 * at every lock costs more than one at every box.
 *
 * <p>On, an acquisition and a release cost a stack trace each (microseconds) and keep some hundred bytes until the owner
 * is collected. Off, nothing: each call of this class stands behind one of the constants below, and no other class of
 * this package is even loaded.
 *
 * <p>Owners of your own may use the same calls, behind a constant of your own. Thread-safe.
 */
public final class Tracing {
    /** Whether boxes and vectors are traced ({@code trace.boxes}). */
    public static final boolean BOXES = ConfigOption.TRACE_BOXES.isOn();

    /** Whether references are traced ({@code trace.refs}). */
    public static final boolean REFS = ConfigOption.TRACE_REFS.isOn();

    /** Whether mappings are traced ({@code trace.mappings}). */
    public static final boolean MAPPINGS = ConfigOption.TRACE_MAPPINGS.isOn();

    /** Whether guards are traced ({@code trace.guards}). */
    public static final boolean GUARDS = ConfigOption.TRACE_GUARDS.isOn();

    /** The kind of boxes and vectors. */
    public static final String BOX = "box";

    /** The kind of references. */
    public static final String REFERENCE = "reference";

    /** The kind of mappings. */
    public static final String MAPPING = "mapping";

    /** The kind of guards. */
    public static final String GUARD = "guard";

    private Tracing() {}

    // ---- Reports

    /**
     * The owners of a kind that are open now.
     *
     * @param kind such as {@link #REFERENCE}
     * @return a snapshot in no order; empty while that kind is not traced
     */
    public static List<OwnerReport> live(String kind) {
        return OwnerTable.live(kind);
    }

    /**
     * How many owners of a kind became unreachable without a release. Reported, reclaimed and then counted, soon after the
     * collector has found them.
     *
     * @param kind such as {@link #REFERENCE}
     * @return the count since start; 0 while that kind is not traced
     */
    public static long leaked(String kind) {
        return OwnerTable.leaked(kind);
    }

    /**
     * All owners that are open now, of all kinds that are traced, those of one place together.
     *
     * @return several lines: what, how many, who acquired it and where; empty if there are none
     */
    public static String report() {
        return OwnerTable.report();
    }

    // ---- What owners tell

    /**
     * An owner begins to own, on the calling thread. A guard does so again and again.
     *
     * @param owner compared by identity, and not kept alive
     * @param kind such as {@link #REFERENCE}
     * @param what for reports, such as {@code Arc<timespec>}
     */
    public static void acquired(Object owner, String kind, String what) {
        OwnerTable.acquired(owner, kind, what, null);
    }

    /**
     * As {@link #acquired(Object, String, String)}, for an owner whose resource can be saved when it was lost.
     *
     * @param owner compared by identity, and not kept alive
     * @param kind such as {@link #BOX}
     * @param what for reports
     * @param reclaim runs on a thread of the twin after the leak was reported; must not refer to the owner
     */
    public static void acquired(Object owner, String kind, String what, Runnable reclaim) {
        OwnerTable.acquired(owner, kind, what, reclaim);
    }

    /**
     * Gives an open owner a name for reports.
     *
     * @param owner the owner
     * @param name such as {@code index of the cache}
     */
    public static void named(Object owner, String name) {
        OwnerTable.named(owner, name);
    }

    /**
     * An owner ends, on the calling thread.
     *
     * @param owner the owner
     */
    public static void released(Object owner) {
        OwnerTable.released(owner, "released");
    }

    /**
     * An owner gives away what it owned, on the calling thread: releasing it after that is no mistake.
     *
     * @param owner the owner
     */
    public static void moved(Object owner) {
        OwnerTable.released(owner, OwnerTrace.MOVED);
    }

    /**
     * An owner was released that had been released before: WARN {@code KIND-double-release}, with the stacks of its
     * acquisition and of both releases. Nothing if it had given away what it owned.
     *
     * @param owner the owner
     */
    public static void releasedAgain(Object owner) {
        OwnerTable.releasedAgain(owner);
    }

    // ---- What counts tell, which have no owner objects

    /**
     * A count begins: what was known of its word is forgotten.
     *
     * @param word the address
     */
    public static void countBegins(long word) {
        WordHistory.begin(word);
    }

    /**
     * A count is about to change, by the calling thread; the last few steps are kept.
     *
     * @param word the address
     * @param what such as {@code inc}
     */
    public static void countSteps(long word, String what) {
        WordHistory.step(word, what);
    }

    /**
     * The last steps of a count.
     *
     * @param word the address
     * @return several lines with the stack of each step, oldest first; empty if none is known
     */
    public static String countHistory(long word) {
        return WordHistory.of(word);
    }

    // ---- For exceptions

    /**
     * Where an owner was released and, as the cause of that, where it was acquired: a cause for the exception that its
     * misuse throws.
     *
     * @param owner the owner
     * @return the newest of both sites; null if the owner is not traced
     */
    public static @Nullable Throwable story(Object owner) {
        return OwnerTable.story(owner);
    }

    /**
     * Adds what is known of an owner to the exception that its misuse throws.
     *
     * @param failure an exception without a cause
     * @param owner the owner
     * @param <X> its type
     * @return the exception
     */
    public static <X extends Throwable> X explain(X failure, Object owner) {
        Throwable story = story(owner);
        if (story != null) {
            failure.initCause(story);
        }
        return failure;
    }
}
