package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Forked;
import java.io.IOException;
import java.util.List;

/** Runs a main class of the tests in a JVM of its own, with switches that count at start only. */
final class ForkedJvm {
    private ForkedJvm() {}

    static Forked.Result run(Class<?> main, List<String> flags, String... arguments)
            throws IOException, InterruptedException {
        return Forked.run(main, flags, jar -> true, arguments);
    }
}
