package dev.ferrite.locks.ref;

import static dev.ferrite.locks.ref.RefCount.MAX;
import static dev.ferrite.locks.ref.RefCount.SATURATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefCountTest {
    private static final KmemCache CELLS = KmemCache.create("test-refcount", 4, 4);

    private final long word = CELLS.alloc();
    private final List<String> warnings = new ArrayList<>();
    private WarnSink before;

    @BeforeEach
    void listen() {
        Warn.reset();
        before = Warn.sink((category, message, site) -> warnings.add(category));
    }

    @AfterEach
    void restore() {
        Warn.sink(before);
        Warn.reset();
        CELLS.free(word);
    }

    /** One row a cell of the table of the kernel's semantics: operation, count before, result, count after, warning. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "inc,              0,           -,     -1073741824, refcount-add-on-0",
        "inc,              1,           -,     2,           ",
        "inc,              7,           -,     8,           ",
        "inc,              2147483647,  -,     -1073741824, refcount-saturated",
        "inc,              -1073741824, -,     -1073741824, refcount-saturated",
        "incNotZero,       0,           false, 0,           ",
        "incNotZero,       1,           true,  2,           ",
        "incNotZero,       7,           true,  8,           ",
        "incNotZero,       2147483647,  true,  -1073741824, refcount-not-zero-saturated",
        "incNotZero,       -1073741824, true,  -1073741824, refcount-not-zero-saturated",
        "incNotZeroAcquire,0,           false, 0,           ",
        "incNotZeroAcquire,1,           true,  2,           ",
        "incNotZeroAcquire,7,           true,  8,           ",
        "incNotZeroAcquire,2147483647,  true,  -1073741824, refcount-not-zero-saturated",
        "incNotZeroAcquire,-1073741824, true,  -1073741824, refcount-not-zero-saturated",
        "incNotZeroGuess1, 0,          false, 0,           ",
        "incNotZeroGuess1, 1,          true, 2,           ",
        "incNotZeroGuess1, 7,          true, 8,           ",
        "incNotZeroGuess1, 2147483647, true, -1073741824, refcount-not-zero-saturated",
        "incNotZeroGuess1, -1073741824, true, -1073741824, refcount-not-zero-saturated",
        "dec,              0,           -,     -1073741824, refcount-dec-hit-0",
        "dec,              1,           -,     -1073741824, refcount-dec-hit-0",
        "dec,              7,           -,     6,           ",
        "dec,              2147483647,  -,     2147483646,  ",
        "dec,              -1073741824, -,     -1073741824, refcount-dec-hit-0",
        "decAndTest,       0,           false, -1073741824, refcount-underflow",
        "decAndTest,       1,           true,  0,           ",
        "decAndTest,       7,           false, 6,           ",
        "decAndTest,       2147483647,  false, 2147483646,  ",
        "decAndTest,       -1073741824, false, -1073741824, refcount-underflow",
        "subAndTest3,      0,           false, -1073741824, refcount-underflow",
        "subAndTest3,      2,           false, -1073741824, refcount-underflow",
        "subAndTest3,      3,           true,  0,           ",
        "subAndTest3,      7,           false, 4,           ",
        "subAndTest3,      2147483647,  false, 2147483644,  ",
        "subAndTest3,      -1073741824, false, -1073741824, refcount-underflow",
        "decIfOne,         0,           false, 0,           ",
        "decIfOne,         1,           true,  0,           ",
        "decIfOne,         7,           false, 7,           ",
        "decIfOne,         2147483647,  false, 2147483647,  ",
        "decIfOne,         -1073741824, false, -1073741824, ",
        "decNotOne,        0,           true,  0,           refcount-underflow",
        "decNotOne,        1,           false, 1,           ",
        "decNotOne,        7,           true,  6,           ",
        "decNotOne,        2147483647,  true,  2147483646,  ",
        "decNotOne,        -1073741824, true,  -1073741824, ",
    })
    void cell(String operation, int old, String result, int after, String warning) {
        RefCount.set(word, old);
        assertThat(apply(operation)).isEqualTo(result);
        assertThat(RefCount.read(word)).isEqualTo(after);
        assertThat(warnings).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    private String apply(String operation) {
        return switch (operation) {
            case "inc" -> {
                RefCount.inc(word);
                yield "-";
            }
            case "dec" -> {
                RefCount.dec(word);
                yield "-";
            }
            case "incNotZero" -> String.valueOf(RefCount.incNotZero(word));
            case "incNotZeroAcquire" -> String.valueOf(RefCount.incNotZeroAcquire(word));
            case "incNotZeroGuess1" -> String.valueOf(RefCount.incNotZeroAcquire(word, 1));
            case "decAndTest" -> String.valueOf(RefCount.decAndTest(word));
            case "subAndTest3" -> String.valueOf(RefCount.subAndTest(word, 3));
            case "decIfOne" -> String.valueOf(RefCount.decIfOne(word));
            case "decNotOne" -> String.valueOf(RefCount.decNotOne(word));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    @Test
    void eachKindOfWarningSpeaksOnceAndCountsOn() {
        for (int i = 0; i < 5; i++) {
            RefCount.set(word, 0);
            RefCount.inc(word);
        }
        assertThat(warnings).containsExactly(RefCount.WARN_ADD_UAF);
        assertThat(Warn.countOf(RefCount.WARN_ADD_UAF)).isEqualTo(5);
    }

    @Test
    void saturatedCountNeverFrees() throws InterruptedException {
        RefCount.set(word, SATURATED);
        AtomicInteger freed = new AtomicInteger();
        Threads.run(4, thread -> {
            for (int i = 0; i < 250_000; i++) {
                if (((i + thread) & 1) == 0) {
                    RefCount.inc(word);
                } else if (RefCount.decAndTest(word)) {
                    freed.getAndIncrement();
                }
            }
        });
        assertThat(freed.get()).isZero();
        assertThat(RefCount.read(word)).isLessThan(0);
    }

    @Test
    void lastOfManyDropsFreesExactlyOnce() throws InterruptedException {
        int threads = 8;
        int each = 50_000;
        RefCount.set(word, 1);
        AtomicInteger freed = new AtomicInteger();
        for (int i = 0; i < threads; i++) {
            RefCount.inc(word);
        }
        Threads.run(threads, thread -> {
            for (int i = 0; i < each; i++) {
                RefCount.inc(word);
                if (RefCount.decAndTest(word)) {
                    freed.getAndIncrement();
                }
            }
            if (RefCount.decAndTest(word)) {
                freed.getAndIncrement();
            }
        });
        assertThat(freed.get()).isZero();
        assertThat(RefCount.read(word)).isEqualTo(1);
        assertThat(RefCount.decAndTest(word)).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void decAndLockLocksForTheLastOnly() {
        Mutex<String> mutex = Mutex.of("table", "refcount-test");
        RefCount.set(word, 2);
        assertThat(RefCount.decAndLock(word, mutex)).isNull();
        assertThat(mutex.isLocked()).isFalse();
        try (var guard = RefCount.decAndLock(word, mutex)) {
            assertThat(guard).isNotNull();
            assertThat(mutex.isLocked()).isTrue();
        }
        assertThat(RefCount.read(word)).isZero();
    }

    @Test
    void constantsAreTheKernels() {
        assertThat(MAX).isEqualTo(0x7FFF_FFFF);
        assertThat(SATURATED).isEqualTo(0xC000_0000).isEqualTo(Integer.MIN_VALUE / 2);
    }
}
