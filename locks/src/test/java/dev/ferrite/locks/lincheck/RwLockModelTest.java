package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.RwLock;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link RwLock}: sections are atomic, downgrades included, and whoever waits is let in. */
class RwLockModelTest {
    /** Two plain numbers under the lock, kept equal. */
    public static class Pair {
        private final RwLock<int[]> lock = RwLock.of(new int[2], "model");

        @Operation
        public int increment() {
            try (var guard = lock.write()) {
                guard.get()[0]++;
                return ++guard.get()[1];
            }
        }

        @Operation
        public int read() {
            try (var guard = lock.read()) {
                return guard.get()[0] * 1000 + guard.get()[1];
            }
        }

        @Operation
        public int incrementAndReadDowngraded() {
            var writer = lock.write();
            writer.get()[0]++;
            writer.get()[1]++;
            try (var reader = writer.downgrade()) {
                return reader.get()[0] * 1000 + reader.get()[1];
            }
        }
    }

    @Test
    void sectionsAreAtomic() {
        ModelCheck.linearizable(Pair.class);
    }

    @Test
    void readersAndWritersLetEachOtherIn() {
        ModelCheck.program(() -> {
            var pair = new Pair();
            ModelCheck.together(pair::increment, pair::read, pair::incrementAndReadDowngraded);
            ModelCheck.require(pair.read() == 2002, "an increment is lost");
        });
    }
}
