package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.RwLock.ReadGuard;
import dev.ferrite.locks.RwLock.WriteGuard;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RwLockTest {
    private static final class Pair {
        long a;
        long b;
    }

    private final RwLock<Pair> lock = RwLock.of(new Pair(), "test");

    @Test
    void readersShareAndWritersExclude() {
        ReadGuard<Pair> one = lock.read();
        ReadGuard<Pair> two = lock.read();
        assertThat(lock.readers()).isEqualTo(2);
        assertThat(lock.tryWrite()).isNull();
        one.close();
        assertThat(lock.tryWrite()).isNull();
        two.close();
        try (WriteGuard<Pair> writer = lock.tryWrite()) {
            assertThat(writer).isNotNull();
            assertThat(lock.isWriteLocked()).isTrue();
            assertThat(lock.tryRead()).isNull();
            assertThat(lock.tryWrite()).isNull();
        }
        assertThat(lock.readers()).isZero();
        assertThat(lock.isWriteLocked()).isFalse();
    }

    @Test
    void misuseIsReported() throws InterruptedException {
        ReadGuard<Pair> reader = lock.read();
        reader.close();
        assertThatThrownBy(reader::close).isInstanceOf(KernelBug.class);
        assertThatThrownBy(reader::get).isInstanceOf(KernelBug.class);
        try (WriteGuard<Pair> writer = lock.write()) {
            assertThat(writer.get().a).isZero();
            assertThatThrownBy(lock::write).isInstanceOf(KernelBug.class).hasMessageContaining("recursive");
            assertThatThrownBy(lock::read).isInstanceOf(KernelBug.class).hasMessageContaining("recursive");
            Threads.run(1, thread -> {
                assertThatThrownBy(writer::get).isInstanceOf(KernelBug.class);
                assertThatThrownBy(writer::close).isInstanceOf(KernelBug.class);
                assertThatThrownBy(writer::downgrade).isInstanceOf(KernelBug.class);
            });
        }
    }

    @Test
    void readersNeverSeeHalfAWrite() throws InterruptedException {
        AtomicInteger torn = new AtomicInteger();
        Threads.run(6, thread -> {
            for (int i = 0; i < 20_000; i++) {
                if (thread < 2 || i % 50 == 0) {
                    try (WriteGuard<Pair> writer = lock.write()) {
                        writer.get().a++;
                        writer.get().b++;
                    }
                } else {
                    try (ReadGuard<Pair> reader = lock.read()) {
                        if (reader.get().a != reader.get().b) {
                            torn.getAndIncrement();
                        }
                    }
                }
            }
        });
        assertThat(torn.get()).isZero();
        try (ReadGuard<Pair> reader = lock.read()) {
            assertThat(reader.get().a).isEqualTo(2 * 20_000 + 4 * 400);
        }
    }

    /** Reading twice in one thread: without a writer nothing happens, with one that waits both would wait for ever. */
    @Test
    void secondReadOfAThreadWaitsBehindTheWriterThatWaitsForItsFirst() throws InterruptedException {
        var view = lock.asJucReadWriteLock().readLock();
        ReadGuard<Pair> first = lock.read();
        assertThat(view.tryLock(1, TimeUnit.MILLISECONDS)).as("nobody waits").isTrue();
        view.unlock();
        Thread writer = new Thread(() -> lock.write().close());
        writer.start();
        Threads.await(() -> writer.getState() == Thread.State.WAITING);
        assertThat(lock.tryRead()).isNull();
        assertThat(view.tryLock(20, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(writer.isAlive()).isTrue();
        assertThat(first.get()).isNotNull();
        first.close();
        Threads.join(writer);
        lock.read().close();
    }

    @Test
    void waitingWriterHoldsOffNewReaders() throws InterruptedException {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ReadGuard<Pair> first = lock.read();
        Thread writer = new Thread(() -> {
            try (WriteGuard<Pair> guard = lock.write()) {
                guard.get().a++;
                order.add("writer");
            }
        });
        writer.start();
        Threads.await(() -> writer.getState() == Thread.State.WAITING);
        assertThat(lock.tryRead()).isNull();
        Thread reader = new Thread(() -> {
            try (ReadGuard<Pair> guard = lock.read()) {
                order.add("reader " + guard.get().a);
            }
        });
        reader.start();
        Threads.await(() -> reader.getState() == Thread.State.WAITING);
        first.close();
        Threads.join(writer);
        Threads.join(reader);
        assertThat(order).containsExactly("writer", "reader 1");
    }

    @Test
    void leavingWriterLetsAllWaitingReadersIn() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(5);
        List<Thread> readers = new ArrayList<>();
        try (WriteGuard<Pair> writer = lock.write()) {
            assertThat(writer.get().a).isZero();
            for (int i = 0; i < 5; i++) {
                Thread reader = new Thread(() -> {
                    try (ReadGuard<Pair> guard = lock.read()) {
                        inside.countDown();
                        inside.await(); // returns only if all are inside together
                        assertThat(guard.get()).isNotNull();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                readers.add(reader);
                reader.start();
            }
            for (Thread reader : readers) {
                Threads.await(() -> reader.getState() == Thread.State.WAITING);
            }
        }
        for (Thread reader : readers) {
            Threads.join(reader);
        }
        assertThat(inside.getCount()).isZero();
    }

    @Test
    void downgradeKeepsWritersOut() throws InterruptedException {
        WriteGuard<Pair> writer = lock.write();
        writer.get().a = 1;
        AtomicBoolean wrote = new AtomicBoolean();
        Thread second = new Thread(() -> {
            try (WriteGuard<Pair> guard = lock.write()) {
                guard.get().a = 2;
                wrote.set(true);
            }
        });
        second.start();
        Threads.await(() -> second.getState() == Thread.State.WAITING);
        ReadGuard<Pair> reader = writer.downgrade();
        assertThat(reader.get().a).isEqualTo(1);
        assertThat(wrote.get()).isFalse();
        assertThatThrownBy(writer::close).isInstanceOf(KernelBug.class);
        reader.close();
        Threads.join(second);
        assertThat(wrote.get()).isTrue();
    }

    @Test
    void downgradeLetsWaitingReadersIn() throws InterruptedException {
        WriteGuard<Pair> writer = lock.write();
        Thread other = new Thread(() -> lock.read().close());
        other.start();
        Threads.await(() -> other.getState() == Thread.State.WAITING);
        try (ReadGuard<Pair> reader = writer.downgrade()) {
            Threads.join(other);
            assertThat(reader.get().a).isZero();
        }
    }

    @Test
    void nobodyIsForgottenUnderEveryMixOfCalls() throws InterruptedException {
        Threads.run(8, thread -> {
            for (int i = 0; i < 5_000; i++) {
                switch ((i + thread) % 4) {
                    case 0 -> lock.write().close();
                    case 1 -> lock.write().downgrade().close();
                    case 2 -> {
                        ReadGuard<Pair> guard = lock.tryRead();
                        if (guard != null) {
                            guard.close();
                        }
                    }
                    default -> lock.read().close();
                }
                if (i % 64 == 0) {
                    Thread.yield();
                }
            }
        });
        assertThat(lock.readers()).isZero();
        assertThat(lock.isWriteLocked()).isFalse();
        lock.write().close();
    }
}
