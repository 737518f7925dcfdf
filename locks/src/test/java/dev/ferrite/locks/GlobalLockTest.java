package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GlobalLockTest {
    @Test
    void useBeforeInitIsRefused() {
        GlobalLock<String> global = GlobalLock.uninit("TABLE", () -> Mutex.of("data", "TABLE"));
        assertThatThrownBy(global::lock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TABLE");
        assertThatThrownBy(global::tryLock).isInstanceOf(IllegalStateException.class);
        global.init();
        try (var guard = global.lock()) {
            assertThat(guard.get()).isEqualTo("data");
            assertThat(global.tryLock()).isNull();
        }
    }

    @Test
    void protectedValueStaysShutBeforeInitAndASecondInitChangesNothing() {
        GlobalLock<String> global = GlobalLock.uninit("TABLE", () -> Mutex.of("data", "TABLE"));
        GlobalLockedBy<Integer> value = global.protect(42);
        try (var other = Mutex.of("x", "other").lock()) {
            assertThatThrownBy(() -> value.access(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before init");
        }
        global.init();
        try (var guard = global.lock()) {
            assertThatThrownBy(global::init)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("initialised already");
            assertThat(value.access(guard)).isEqualTo(42);
            assertThatThrownBy(global::lock).isInstanceOf(KernelBug.class).hasMessageContaining("recursive");
        }
    }

    @Test
    void exactlyOneInitSucceeds() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            AtomicInteger inits = new AtomicInteger();
            GlobalLock<String> global = GlobalLock.uninit("TABLE", () -> SpinLock.of("data", "TABLE"));
            Threads.run(4, thread -> {
                try {
                    global.init();
                    inits.getAndIncrement();
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessageContaining("initialised already");
                }
            });
            assertThat(inits.get()).isEqualTo(1);
        }
    }

    @Test
    void initThatFailsMayBeTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        GlobalLock<String> global = GlobalLock.uninit("TABLE", () -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalArgumentException("first");
            }
            return Mutex.of("data", "TABLE");
        });
        assertThatThrownBy(global::init).hasMessage("first");
        assertThatThrownBy(global::lock).isInstanceOf(IllegalStateException.class);
        global.init();
        global.lock().close();
    }

    @Test
    void protectedValueOpensToItsOwnGuardOnly() {
        GlobalLock<String> one = GlobalLock.uninit("ONE", () -> Mutex.of("1", "ONE"));
        GlobalLock<String> two = GlobalLock.uninit("TWO", () -> Mutex.of("2", "TWO"));
        one.init();
        two.init();
        GlobalLockedBy<Integer> value = one.protect(42);
        Guard<String> guard = one.lock();
        assertThat(value.access(guard)).isEqualTo(42);
        try (var other = two.lock()) {
            assertThatThrownBy(() -> value.access(other)).isInstanceOf(KernelBug.class);
        }
        guard.close();
        assertThatThrownBy(() -> value.access(guard)).isInstanceOf(KernelBug.class);
    }

    @Test
    void lockedByOpensToItsOwnGuardOnly() throws InterruptedException {
        Mutex<String> owner = Mutex.of("x", "owner");
        Mutex<String> sameClass = Mutex.of("x", "owner");
        LockedBy<Integer> value = LockedBy.of(owner, 42);
        try (var guard = owner.lock();
                var wrong = sameClass.lock()) {
            assertThat(value.access(guard)).isEqualTo(42);
            assertThatThrownBy(() -> value.access(wrong))
                    .isInstanceOf(KernelBug.class)
                    .hasMessageContaining("mismatched owners");
            Threads.run(
                    1, thread -> assertThatThrownBy(() -> value.access(guard)).isInstanceOf(KernelBug.class));
        }
        Guard<String> closed = owner.lock();
        closed.close();
        assertThatThrownBy(() -> value.access(closed)).isInstanceOf(KernelBug.class);
    }
}
