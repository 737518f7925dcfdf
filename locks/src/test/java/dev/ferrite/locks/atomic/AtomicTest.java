package dev.ferrite.locks.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.alloc.KmemCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AtomicTest {
    private static final KmemCache CELLS = KmemCache.create("test-atomic", 8, 8);

    private final long word = CELLS.alloc();

    @AfterEach
    void free() {
        AtomicI64.storeRelaxed(word, 0);
        CELLS.free(word);
    }

    @Test
    void intOperationsReturnWhatWasThere() {
        AtomicI32.storeRelaxed(word, 1);
        AtomicI32.storeRelease(word, 2);
        assertThat(AtomicI32.loadRelaxed(word)).isEqualTo(2);
        assertThat(AtomicI32.loadAcquire(word)).isEqualTo(2);
        assertThat(AtomicI32.xchgRelaxed(word, 3)).isEqualTo(2);
        assertThat(AtomicI32.xchgAcquire(word, 4)).isEqualTo(3);
        assertThat(AtomicI32.xchgRelease(word, 5)).isEqualTo(4);
        assertThat(AtomicI32.xchgFull(word, 6)).isEqualTo(5);
        assertThat(AtomicI32.fetchAddRelaxed(word, 1)).isEqualTo(6);
        assertThat(AtomicI32.fetchAddAcquire(word, 1)).isEqualTo(7);
        assertThat(AtomicI32.fetchAddRelease(word, 1)).isEqualTo(8);
        assertThat(AtomicI32.fetchAddFull(word, Integer.MAX_VALUE)).isEqualTo(9);
        assertThat(AtomicI32.loadRelaxed(word)).isEqualTo(Integer.MIN_VALUE + 8);
        AtomicI32.storeRelaxed(word, 0);
        assertThat(AtomicI32.cmpxchgRelaxed(word, 0, 1)).isTrue();
        assertThat(AtomicI32.cmpxchgAcquire(word, 1, 2)).isTrue();
        assertThat(AtomicI32.cmpxchgRelease(word, 2, 3)).isTrue();
        assertThat(AtomicI32.cmpxchgFull(word, 3, 4)).isTrue();
        assertThat(AtomicI32.cmpxchgFull(word, 3, 5)).isFalse();
    }

    @Test
    void longOperationsReturnWhatWasThere() {
        long big = 1L << 40;
        AtomicI64.storeRelaxed(word, big);
        AtomicI64.storeRelease(word, big + 2);
        assertThat(AtomicI64.loadRelaxed(word)).isEqualTo(big + 2);
        assertThat(AtomicI64.loadAcquire(word)).isEqualTo(big + 2);
        assertThat(AtomicI64.xchgRelaxed(word, 3)).isEqualTo(big + 2);
        assertThat(AtomicI64.xchgAcquire(word, 4)).isEqualTo(3);
        assertThat(AtomicI64.xchgRelease(word, 5)).isEqualTo(4);
        assertThat(AtomicI64.xchgFull(word, 6)).isEqualTo(5);
        assertThat(AtomicI64.fetchAddRelaxed(word, big)).isEqualTo(6);
        assertThat(AtomicI64.fetchAddAcquire(word, 1)).isEqualTo(big + 6);
        assertThat(AtomicI64.fetchAddRelease(word, 1)).isEqualTo(big + 7);
        assertThat(AtomicI64.fetchAddFull(word, 1)).isEqualTo(big + 8);
        assertThat(AtomicI64.cmpxchgRelaxed(word, big + 9, 1)).isTrue();
        assertThat(AtomicI64.cmpxchgAcquire(word, 1, 2)).isTrue();
        assertThat(AtomicI64.cmpxchgRelease(word, 2, 3)).isTrue();
        assertThat(AtomicI64.cmpxchgFull(word, 3, 4)).isTrue();
        assertThat(AtomicI64.cmpxchgFull(word, 3, 5)).isFalse();
    }

    @Test
    void addsFromManyThreadsAreAllThere() throws InterruptedException {
        AtomicI64.storeRelaxed(word, 0);
        Threads.run(4, thread -> {
            for (int i = 0; i < 50_000; i++) {
                AtomicI64.fetchAddFull(word, 1);
                AtomicI64.fetchAddRelaxed(word, 1);
            }
        });
        assertThat(AtomicI64.loadAcquire(word)).isEqualTo(400_000);
    }
}
