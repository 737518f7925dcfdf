package dev.ferrite.offheap.trace;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Collects the WARNs of a test, as {@code category: message}. But not of what other tests lost, which the collector may
 * find at any time.
 */
final class Heard implements AutoCloseable {
    final List<String> warnings = new CopyOnWriteArrayList<>();
    private final WarnSink before;

    Heard() {
        before = Warn.sink((category, message, site) -> {
            if (!category.endsWith("-leak") || message.contains("at " + Heard.class.getPackageName() + ".")) {
                warnings.add(category + ": " + message);
            }
        });
    }

    @Override
    public void close() {
        Warn.sink(before);
    }
}
