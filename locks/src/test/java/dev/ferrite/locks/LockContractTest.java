package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every lock owes, whatever its backend. */
abstract class LockContractTest {
    static final KmemCache CELLS = KmemCache.create("test-lock", 56, 64);

    static final class Counter {
        long value;
    }

    abstract <T> Lock<T, ?> lock(T data);

    /** Work for one thread of a contended test: fewer rounds for backends that wait badly on two processors. */
    int rounds() {
        return 100_000;
    }

    int virtualThreads() {
        return 500;
    }

    @Test
    void onlyOneThreadIsInside() throws InterruptedException {
        Lock<Counter, ?> lock = lock(new Counter());
        Threads.run(8, thread -> {
            for (int i = 0; i < rounds(); i++) {
                try (var guard = lock.lock()) {
                    guard.get().value++;
                }
            }
        });
        try (var guard = lock.lock()) {
            assertThat(guard.get().value).isEqualTo(8L * rounds());
        }
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void tryLockNeverWaitsAndExcludes() throws InterruptedException {
        Lock<Counter, ?> lock = lock(new Counter());
        long[] taken = new long[4];
        Threads.run(4, thread -> {
            for (int i = 0; i < rounds(); i++) {
                try (var guard = lock.tryLock()) {
                    if (guard != null) {
                        guard.get().value++;
                        taken[thread]++;
                    }
                }
            }
        });
        try (var guard = lock.lock()) {
            assertThat(guard.get().value).isEqualTo(taken[0] + taken[1] + taken[2] + taken[3]);
        }
    }

    @Test
    void tryLockOfAHeldLockGivesNothing() throws InterruptedException {
        Lock<String, ?> lock = lock("data");
        try (var guard = lock.lock()) {
            assertThat(guard.get()).isEqualTo("data");
            assertThat(lock.tryLock()).isNull();
            Threads.run(1, thread -> assertThat(lock.tryLock()).isNull());
        }
        try (var guard = lock.tryLock()) {
            assertThat(guard).isNotNull();
        }
    }

    @Test
    void guardKnowsItsLock() {
        Lock<String, ?> one = lock("one");
        Lock<String, ?> two = lock("two");
        try (var guard = one.lock()) {
            assertThat(guard.lockRef()).isSameAs(one).isNotSameAs(two);
            assertThat(guard.isHeld()).isTrue();
            assertThatCode(one::assertHeld).doesNotThrowAnyException();
            assertThatThrownBy(two::assertHeld).isInstanceOf(KernelBug.class);
        }
    }

    @Test
    void closedGuardRefusesEverything() {
        Lock<String, ?> lock = lock("data");
        Guard<String> guard = lock.lock();
        guard.close();
        assertThatThrownBy(guard::get).isInstanceOf(KernelBug.class).hasMessageContaining("guard is closed");
        assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class).hasMessageContaining("close on the guard");
        assertThat(guard.isHeld()).isFalse();
        assertThat(lock.isLocked()).isFalse();
        try (var again = lock.lock()) {
            assertThat(again.get()).isEqualTo("data");
        }
    }

    @Test
    void guardOfAnotherThreadRefusesEverything() throws InterruptedException {
        Lock<String, ?> lock = lock("data");
        try (Guard<String> guard = lock.lock()) {
            Threads.run(1, thread -> {
                assertThatThrownBy(guard::get)
                        .isInstanceOf(KernelBug.class)
                        .hasMessageContaining("holds it")
                        .hasMessageContaining(lock.name());
                assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class);
            });
            assertThat(lock.isLocked()).isTrue();
            assertThat(guard.get()).isEqualTo("data");
        }
    }

    @Test
    void recursionIsReportedInsteadOfDeadlocking() {
        Lock<String, ?> lock = lock("data");
        try (var guard = lock.lock()) {
            assertThat(guard.isHeld()).isTrue();
            assertThatThrownBy(lock::lock).isInstanceOf(KernelBug.class).hasMessageContaining("recursive");
            assertThat(guard.get()).isEqualTo("data");
        }
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void interruptDoesNotEndTheWaitAndIsKept() throws InterruptedException {
        Lock<Counter, ?> lock = lock(new Counter());
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            try (var guard = lock.lock()) {
                guard.get().value = 2;
                kept.set(Thread.currentThread().isInterrupted());
            }
        });
        try (var guard = lock.lock()) {
            waiter.start();
            for (int i = 0; i < 50; i++) {
                waiter.interrupt();
                Thread.onSpinWait();
            }
            guard.get().value = 1;
            assertThat(waiter.isAlive()).isTrue();
        }
        Threads.join(waiter);
        assertThat(kept.get()).isTrue();
        try (var guard = lock.lock()) {
            assertThat(guard.get().value).isEqualTo(2);
        }
    }

    @Test
    void doUnlockedRelocksAlsoAfterAnException() throws InterruptedException {
        Lock<Counter, ?> lock = lock(new Counter());
        try (var guard = lock.lock()) {
            guard.doUnlocked(() -> {
                assertThat(lock.isLocked()).isFalse();
                try (var inner = lock.lock()) {
                    inner.get().value = 7;
                }
            });
            assertThat(guard.get().value).isEqualTo(7);
            assertThatThrownBy(() -> guard.doUnlocked(() -> {
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("inside");
            assertThat(guard.isHeld()).isTrue();
            Threads.run(1, thread -> assertThat(lock.tryLock()).isNull());
        }
    }

    @Test
    void virtualThreadsExclude() throws InterruptedException {
        Lock<Counter, ?> lock = lock(new Counter());
        Threads.run(virtualThreads(), Thread.ofVirtual().factory(), thread -> {
            for (int i = 0; i < 100; i++) {
                try (var guard = lock.lock()) {
                    guard.get().value++;
                }
            }
        });
        try (var guard = lock.lock()) {
            assertThat(guard.get().value).isEqualTo(100L * virtualThreads());
        }
    }
}
