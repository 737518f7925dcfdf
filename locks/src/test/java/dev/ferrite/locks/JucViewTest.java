package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of {@code java.util.concurrent.locks}, for every view. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop", "JavaUtilDate"}) // the test of misuse and of each single call
class JucViewTest {
    enum View {
        MUTEX,
        REENTRANT,
        SPIN,
        OWN,
        WRITE;

        Lock make() {
            return switch (this) {
                case MUTEX -> Mutex.of("data", "juc").asJucLock();
                case REENTRANT -> Mutex.of("data", "juc").asReentrantJucLock();
                case SPIN -> SpinLock.of("data", "juc").asJucLock();
                case OWN ->
                    dev.ferrite.locks.Lock.of(new TicketBackend(), "data", "juc")
                            .asJucLock();
                case WRITE -> RwLock.of("data", "juc").asJucReadWriteLock().writeLock();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void tryLockWithTimeGivesUp(View view) throws InterruptedException {
        Lock lock = view.make();
        lock.lock();
        Threads.run(1, thread -> {
            try {
                assertThat(lock.tryLock()).isFalse();
                assertThat(lock.tryLock(0, TimeUnit.SECONDS)).isFalse();
                assertThat(lock.tryLock(3, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        lock.unlock();
        assertThat(lock.tryLock(1, TimeUnit.SECONDS)).isTrue();
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void interruptEndsAnInterruptibleWait(View view) throws InterruptedException {
        Lock lock = view.make();
        lock.lock();
        for (boolean timed : new boolean[] {false, true}) {
            AtomicReference<Object> outcome = new AtomicReference<>();
            Thread waiter = new Thread(() -> {
                try {
                    if (timed) {
                        outcome.set(lock.tryLock(1, TimeUnit.HOURS));
                    } else {
                        lock.lockInterruptibly();
                    }
                } catch (InterruptedException e) {
                    outcome.set("interrupted " + Thread.currentThread().isInterrupted());
                }
            });
            waiter.start();
            waiter.interrupt();
            Threads.join(waiter);
            assertThat(outcome.get()).isEqualTo("interrupted false");
        }
        lock.unlock();
        assertThat(lock.tryLock()).isTrue();
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void pendingInterruptIsThrownEvenIfTheLockIsFree(View view) {
        Lock lock = view.make();
        Thread.currentThread().interrupt();
        assertThatThrownBy(lock::lockInterruptibly).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lock.tryLock(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(lock.tryLock()).isTrue();
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void unlockAndSignalByOthersAreRefused(View view) throws InterruptedException {
        Lock lock = view.make();
        Condition condition = lock.newCondition();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::signalAll).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
        lock.lock();
        Threads.run(1, thread -> {
            assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
            assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
        });
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void conditionTimesOutAndKeepsTheLock(View view) throws InterruptedException {
        Lock lock = view.make();
        Condition condition = lock.newCondition();
        lock.lock();
        assertThat(condition.awaitNanos(1_000_000)).isNotPositive();
        assertThat(condition.await(1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(condition.awaitUntil(new Date(0))).isFalse();
        Threads.run(1, thread -> assertThat(lock.tryLock()).isFalse());
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void interruptedAwaitThrowsWithTheLockHeldAndTheFlagClear(View view) {
        Lock lock = view.make();
        Condition condition = lock.newCondition();
        lock.lock();
        Thread.currentThread().interrupt();
        assertThatThrownBy(condition::await).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> condition.awaitNanos(1_000_000_000)).isInstanceOf(InterruptedException.class);
        lock.unlock();
    }

    @ParameterizedTest
    @EnumSource
    void interruptAfterASignalIsNotThrownButStaysPending(View view) throws InterruptedException {
        Lock lock = view.make();
        Condition condition = lock.newCondition();
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            lock.lock();
            try {
                condition.await();
                outcome.set(Thread.currentThread().isInterrupted());
            } catch (InterruptedException e) {
                outcome.set(e);
            } finally {
                lock.unlock();
            }
        });
        waiter.start();
        Threads.await(() -> waiter.getState() == Thread.State.WAITING);
        lock.lock();
        condition.signal();
        waiter.interrupt();
        lock.unlock();
        Threads.join(waiter);
        assertThat(outcome.get()).isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource
    void boundedBufferLosesNothing(View view) throws InterruptedException {
        int each = view == View.OWN ? 500 : 5_000;
        Lock lock = view.make();
        Condition notEmpty = lock.newCondition();
        Condition notFull = lock.newCondition();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        long[] sums = new long[4];
        Threads.run(4, thread -> {
            for (int i = 1; i <= each; i++) {
                lock.lock();
                try {
                    if (thread < 2) {
                        while (queue.size() == 3) {
                            notFull.awaitUninterruptibly();
                        }
                        queue.add(i);
                        notEmpty.signal();
                    } else {
                        while (queue.isEmpty()) {
                            notEmpty.await();
                        }
                        sums[thread] += queue.remove();
                        notFull.signalAll();
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    lock.unlock();
                }
            }
        });
        assertThat(sums[2] + sums[3]).isEqualTo((long) each * (each + 1));
    }

    @Test
    void plainViewIsNotReentrantAndTheOtherIs() throws InterruptedException {
        Lock plain = View.MUTEX.make();
        plain.lock();
        assertThatThrownBy(plain::lock).isInstanceOf(KernelBug.class);
        assertThat(plain.tryLock()).isFalse();
        plain.unlock();

        Lock reentrant = View.REENTRANT.make();
        Condition condition = reentrant.newCondition();
        reentrant.lock();
        reentrant.lock();
        assertThat(reentrant.tryLock()).isTrue();
        assertThat(condition.awaitNanos(1)).isNotPositive();
        reentrant.unlock();
        reentrant.unlock();
        Threads.run(1, thread -> assertThat(reentrant.tryLock()).isFalse());
        reentrant.unlock();
        assertThatThrownBy(reentrant::unlock).isInstanceOf(IllegalMonitorStateException.class);
        Threads.run(1, thread -> {
            assertThat(reentrant.tryLock()).isTrue();
            reentrant.unlock();
        });
    }

    @Test
    void readersShareThroughTheView() throws InterruptedException {
        RwLock<String> ours = RwLock.of("data", "juc");
        ReadWriteLock view = ours.asJucReadWriteLock();
        view.readLock().lock();
        Threads.run(1, thread -> {
            assertThat(view.readLock().tryLock()).isTrue();
            assertThat(view.writeLock().tryLock()).isFalse();
            view.readLock().unlock();
        });
        view.readLock().unlock();
        assertThatThrownBy(() -> view.readLock().unlock()).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(() -> view.readLock().newCondition()).isInstanceOf(UnsupportedOperationException.class);
        try (var writer = ours.write()) {
            assertThat(writer.get()).isEqualTo("data");
            Threads.run(1, thread -> assertThat(view.readLock().tryLock()).isFalse());
        }
    }

    @Test
    void writerThatGivesUpLetsTheReadersBehindItIn() throws InterruptedException {
        RwLock<String> ours = RwLock.of("data", "juc");
        ReadWriteLock view = ours.asJucReadWriteLock();
        view.readLock().lock();
        Thread writer = new Thread(() -> {
            try {
                view.writeLock().lockInterruptibly();
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        writer.start();
        Threads.await(() -> writer.getState() == Thread.State.WAITING);
        Thread reader = new Thread(() -> {
            view.readLock().lock();
            view.readLock().unlock();
        });
        reader.start();
        Threads.await(() -> reader.getState() == Thread.State.WAITING);
        writer.interrupt();
        Threads.join(writer);
        Threads.join(reader);
        assertThat(ours.readers()).isEqualTo(1);
        view.readLock().unlock();
    }

    @Test
    void timedAndInterruptedWaitsUnderLoadForgetNobody() throws InterruptedException {
        Lock lock = View.MUTEX.make();
        ReadWriteLock rw = RwLock.of("data", "juc").asJucReadWriteLock();
        Threads.run(6, thread -> {
            for (int i = 0; i < 3_000; i++) {
                Lock target = i % 3 == 0 ? lock : i % 3 == 1 ? rw.readLock() : rw.writeLock();
                try {
                    if ((i + thread) % 5 == 0) {
                        Thread.currentThread().interrupt();
                    }
                    if (target.tryLock(20L * (i % 7), TimeUnit.MICROSECONDS)) {
                        if (i % 16 == 0) {
                            Thread.yield();
                        }
                        target.unlock();
                    }
                } catch (InterruptedException expected) {
                    assertThat((i + thread) % 5).isZero();
                }
            }
        });
        assertThat(lock.tryLock()).isTrue();
        assertThat(rw.writeLock().tryLock()).isTrue();
        lock.unlock();
        rw.writeLock().unlock();
    }
}
