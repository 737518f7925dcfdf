package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects warnings instead of printing them. */
final class Warnings implements AutoCloseable {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final WarnSink before = Warn.sink((category, message, site) -> seen.add(category + ": " + message));

    List<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        Warn.sink(before);
    }
}
