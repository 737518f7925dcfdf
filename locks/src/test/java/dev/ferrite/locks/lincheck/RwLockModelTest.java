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

    private static RwLock<int[]> lock() {
        return RwLock.of(new int[2], "model");
    }

    /** Between the writer's section and its own reading no other writer comes. */
    @Test
    void downgradedWriterReadsWhatItWrote() {
        ModelCheck.program(() -> {
            var lock = lock();
            int[] seen = new int[2];
            ModelCheck.together(
                    () -> seen[0] = writeAndReadDowngraded(lock, 1), () -> seen[1] = writeAndReadDowngraded(lock, 2));
            ModelCheck.require(seen[0] == 1 && seen[1] == 2, "read " + seen[0] + " and " + seen[1]);
            ModelCheck.require(isFree(lock), "still held");
        });
    }

    private static int writeAndReadDowngraded(RwLock<int[]> lock, int value) {
        var writer = lock.write();
        writer.get()[0] = value;
        try (var reader = writer.downgrade()) {
            return reader.get()[0];
        }
    }

    private static boolean isFree(RwLock<int[]> lock) {
        return lock.readers() == 0 && !lock.isWriteLocked();
    }

    /** A reader that was there before the downgrade is let in beside the one that downgraded, or after it. */
    @Test
    void downgradeLetsReadersInAndForgetsNoWriter() {
        ModelCheck.program(() -> {
            var lock = lock();
            ModelCheck.together(
                    () -> writeAndReadDowngraded(lock, 1),
                    () -> lock.read().close(),
                    () -> lock.write().close());
            ModelCheck.require(isFree(lock), "still held");
        });
    }

    /** Of two that only try, on a free lock, one gets it: nobody is refused by one that is refused. */
    @Test
    void ofTwoThatTryToWriteOneOrBothSucceed() {
        ModelCheck.program(() -> {
            var lock = lock();
            boolean[] got = new boolean[2];
            ModelCheck.together(() -> got[0] = tryIncrement(lock), () -> got[1] = tryIncrement(lock));
            ModelCheck.require(got[0] || got[1], "both refused");
            try (var guard = lock.read()) {
                int expected = (got[0] ? 1 : 0) + (got[1] ? 1 : 0);
                ModelCheck.require(guard.get()[0] == expected && guard.get()[1] == expected, "an increment is lost");
            }
            ModelCheck.require(isFree(lock), "still held");
        });
    }

    private static boolean tryIncrement(RwLock<int[]> lock) {
        try (var guard = lock.tryWrite()) {
            if (guard != null) {
                guard.get()[0]++;
                guard.get()[1]++;
            }
            return guard != null;
        }
    }

    @Test
    void readersThatTryAreRefusedByWritersOnlyAndSeeWholeSections() {
        ModelCheck.program(() -> {
            var lock = lock();
            boolean[] got = new boolean[3];
            ModelCheck.together(
                    () -> got[0] = tryIncrement(lock), () -> got[1] = tryRead(lock), () -> got[2] = tryRead(lock));
            ModelCheck.require(got[0] || got[1] || got[2], "all refused");
            ModelCheck.require(got[0] || (got[1] && got[2]), "a reader was refused beside readers");
            ModelCheck.require(isFree(lock), "still held");
        });
    }

    private static boolean tryRead(RwLock<int[]> lock) {
        try (var guard = lock.tryRead()) {
            if (guard != null) {
                ModelCheck.require(guard.get()[0] == guard.get()[1], "half a section");
            }
            return guard != null;
        }
    }

    /** While a writer waits, and the reader it waits for stays, no new reader enters; then the writer does. */
    @Test
    void waitingWriterBarsNewReadersUntilItHasWritten() {
        ModelCheck.program(() -> {
            var lock = lock();
            var first = lock.read();
            int[] written = new int[1];
            ModelCheck.together(
                    () -> {
                        boolean refused = false;
                        for (int i = 0; i < 3; i++) {
                            var second = lock.tryRead();
                            ModelCheck.require(second == null || !refused, "a reader passed the waiting writer");
                            refused |= second == null;
                            if (second != null) {
                                second.close();
                            }
                        }
                        first.close();
                    },
                    () -> {
                        try (var guard = lock.write()) {
                            written[0] = ++guard.get()[0];
                        }
                    });
            ModelCheck.require(written[0] == 1 && isFree(lock), "the writer was forgotten");
        });
    }
}
