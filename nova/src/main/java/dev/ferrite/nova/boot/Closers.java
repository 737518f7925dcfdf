package dev.ferrite.nova.boot;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was added, the last first, each of them whatever happens to the others. */
final class Closers implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() throws BootFailure {
        Throwable first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Throwable t) {
                if (first == null) {
                    first = t;
                } else {
                    first.addSuppressed(t);
                }
            }
        }
        if (first != null) {
            throw BootFailure.of(first);
        }
    }
}
