package dev.ferrite.offheap.trace;

import org.jspecify.annotations.Nullable;

/**
 * One owner's story.
 *
 * @param kind such as {@code reference}
 * @param what such as {@code Arc<timespec>}
 * @param name what its owner calls it; null if nobody named it
 * @param acquired the thread and the stack that acquired it
 * @param released the thread and the stack that released it; null while it is open
 */
public record OwnerReport(
        String kind,
        String what,
        @Nullable String name,
        Throwable acquired,
        @Nullable Throwable released) {
    /**
     * The story as text.
     *
     * @param problem such as {@code was released twice}
     * @return one line for the owner, then the stacks
     */
    public String text(String problem) {
        return title() + " " + problem + ":" + sites();
    }

    String title() {
        return kind + " " + what + (name == null ? "" : " '" + name + "'");
    }

    String sites() {
        return Site.lines(acquired) + (released == null ? "" : Site.lines(released));
    }
}
