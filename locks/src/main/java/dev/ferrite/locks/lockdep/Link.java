package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.Nullable;

/**
 * One link of a cycle of classes: a thread that held one class and locked the next, when this was seen first.
 *
 * @param from the class that was held
 * @param to the class that was locked then
 * @param shared whether the first was held as a reader
 * @param recursive whether the second was locked as a recursive reader
 * @param thread the name and the number of the thread
 * @param heldAt the stack that locked the first, when that chain of locks was seen first; null if it is not known
 * @param lockedAt the stack that locked the second
 */
public record Link(
        String from,
        String to,
        boolean shared,
        boolean recursive,
        String thread,
        @Nullable Throwable heldAt,
        Throwable lockedAt) {

    static Link of(Edge edge, int kind) {
        Chain at = edge.first(kind);
        if (at == null) {
            throw new IllegalStateException("edge kind was never seen: " + edge + " kind=" + kind);
        }
        Throwable heldAt = null;
        for (Chain outer = at.parent; outer != null && heldAt == null; outer = outer.parent) {
            if (outer.lockClass == edge.from && (outer.mode() != Lockdep.EXCLUSIVE) == Edge.shared(kind)) {
                heldAt = outer.at;
            }
        }
        return new Link(
                edge.from.name, edge.to.name, Edge.shared(kind), Edge.recursive(kind), at.thread, heldAt, at.at);
    }
}
