package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Words;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeqLockTest extends LockContractTest {
    @Override
    <T> Lock<T, ?> lock(T data) {
        return SeqLock.of(data, "seq-test");
    }

    @Test
    void readersNeverKeepHalfAWrite() throws InterruptedException {
        long cell = CELLS.alloc();
        Words.setLongPlain(cell, 0);
        Words.setLongPlain(cell + 8, 0);
        SeqLock<Long> lock = SeqLock.of(cell, "seq-test");
        AtomicInteger torn = new AtomicInteger();
        Threads.run(4, thread -> {
            for (int i = 0; i < 200_000; i++) {
                if (thread == 0) {
                    try (var guard = lock.lock()) {
                        long at = guard.get();
                        Words.setLongOpaque(at, i);
                        Words.setLongOpaque(at + 8, -i);
                    }
                } else if (lock.read(at -> Words.getLongOpaque(at) + Words.getLongOpaque(at + 8)) != 0) {
                    torn.getAndIncrement();
                }
            }
        });
        assertThat(torn.get()).isZero();
        CELLS.free(cell);
    }

    @Test
    void readerNoticesAWriterThatCameBetween() {
        SeqLock<String> lock = SeqLock.of("data", "seq-test");
        int seq = lock.begin();
        assertThat(lock.retry(seq)).isFalse();
        lock.lock().close();
        assertThat(lock.retry(seq)).isTrue();
        assertThat(lock.begin()).isEqualTo(seq + 2);
    }
}
