package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpinLockTest extends LockContractTest {
    @Override
    <T> Lock<T, ?> lock(T data) {
        return SpinLock.of(data, "spin-test");
    }

    @Test
    void sitsInMemoryOfOnesOwn() {
        long cell = CELLS.alloc();
        SpinLockBackend.instance().init(cell + 8);
        SpinLock<String> lock = SpinLock.fromRaw(cell + 8, "data", "embedded");
        try (var guard = lock.lock()) {
            assertThat(guard.lockRef().word()).isEqualTo(cell + 8);
            assertThat(SpinLockBackend.instance().isLocked(cell + 8)).isTrue();
        }
        assertThat(SpinLockBackend.instance().isLocked(cell + 8)).isFalse();
        CELLS.free(cell);
    }

    @Test
    void misalignedWordIsRefused() {
        assertThatThrownBy(() -> SpinLock.fromRaw(4, "data", "odd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word=0x4");
    }

    @Test
    void waiterOfAHeldLockNeverParks() throws InterruptedException {
        SpinLock<String> lock = SpinLock.of("data", "spin-test");
        Thread waiter = new Thread(() -> lock.lock().close());
        try (var guard = lock.lock()) {
            assertThat(guard.isHeld()).isTrue();
            waiter.start();
            for (int i = 0; i < 2_000; i++) {
                assertThat(waiter.getState()).isNotIn(Thread.State.WAITING, Thread.State.TIMED_WAITING);
            }
        }
        Threads.join(waiter);
    }
}
