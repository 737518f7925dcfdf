package dev.ferrite.offheap.trace;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** What is known of one owner, from its acquisition until the collector takes it. Never keeps the owner alive. */
final class OwnerTrace extends PhantomReference<Object> {
    static final String MOVED = "given away";

    final String kind;
    final String what;
    final int hash;
    final @Nullable Runnable reclaim;
    volatile @Nullable String name;

    /** Both change together: a reader sees one life. */
    private Site acquired;

    private @Nullable Site released;

    OwnerTrace(Object owner, ReferenceQueue<Object> queue, String kind, String what, @Nullable Runnable reclaim) {
        super(owner, queue);
        this.kind = kind;
        this.what = what;
        this.hash = System.identityHashCode(owner);
        this.reclaim = reclaim;
        this.acquired = new Site("acquired");
    }

    synchronized void acquiredAgain() {
        acquired = new Site("acquired");
        released = null;
    }

    synchronized void released(String verb) {
        Site site = new Site(verb);
        site.initCause(acquired);
        released = site;
    }

    synchronized boolean isReleased() {
        return released != null;
    }

    synchronized boolean isMoved() {
        return released != null && released.verb().equals(MOVED);
    }

    synchronized Throwable story() {
        return released == null ? acquired : released;
    }

    synchronized OwnerReport report() {
        return new OwnerReport(kind, what, name, acquired, released);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Each entry is its own: entries are looked up by a {@link Key}. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    /** Finds the entry of an owner. */
    record Key(Object owner) {
        @Override
        public int hashCode() {
            return System.identityHashCode(owner);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OwnerTrace trace && trace.refersTo(owner);
        }
    }
}
