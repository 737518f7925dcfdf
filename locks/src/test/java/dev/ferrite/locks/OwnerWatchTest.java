package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads that end with a lock held: reported, and those who wait for it wait on. */
class OwnerWatchTest {
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final OwnerWatch watch = new OwnerWatch();
    private WarnSink before = (category, message, site) -> {};

    @BeforeEach
    void listen() {
        before = Warn.sink((category, message, site) -> {
            if (category.equals(OwnerWatch.CATEGORY)) {
                warnings.add(message);
            }
        });
    }

    @AfterEach
    void stopListening() {
        Warn.sink(before);
    }

    /** A thread that locks, and ends when it is told to, without unlocking. */
    private static final class Keeper {
        private final CountDownLatch locked = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        final Thread thread;

        Keeper(Thread.Builder kind, Runnable lock) throws InterruptedException {
            thread = kind.start(() -> {
                lock.run();
                locked.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            locked.await();
        }

        void end() throws InterruptedException {
            end.countDown();
            Threads.join(thread);
        }
    }

    private static Thread waiter(Runnable lock) {
        Thread waiter = Thread.ofPlatform().name("waiter").start(lock);
        Threads.await(() -> waiter.getState() == Thread.State.WAITING);
        return waiter;
    }

    private long of(Object lock) {
        return warnings.stream()
                .filter(message -> message.startsWith(String.valueOf(lock)))
                .count();
    }

    @Test
    void threadThatEndsWithAMutexIsReportedOnceAndTheWaiterWaitsOn() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("data", "kept");
        Keeper keeper = new Keeper(Thread.ofPlatform().name("keeper"), mutex::lock);
        Thread waiter = waiter(() -> mutex.lock().close());
        watch.look();
        watch.look();
        assertThat(of(mutex)).as("the owner lives").isZero();
        keeper.end();
        watch.look();
        watch.look();
        assertThat(warnings)
                .filteredOn(message -> message.startsWith(String.valueOf(mutex)))
                .first()
                .asString()
                .startsWith("Mutex kept held by thread " + keeper.thread.threadId()
                        + " (keeper), which has ended; thread " + waiter.threadId() + " (waiter) waits");
        assertThat(of(mutex)).as("by this watch, and by that of the process").isLessThanOrEqualTo(2);
        assertThat(waiter.getState()).isEqualTo(Thread.State.WAITING);
        assertThat(mutex.tryLock()).isNull();
        MutexBackend.instance().unlock(mutex.word(), 0); // as the keeper should have
        Threads.join(waiter);
    }

    @Test
    void ownerThatEndedBeforeAnybodyWaitedIsReportedAsNotToBeFound() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("data", "kept-before");
        new Keeper(Thread.ofPlatform(), mutex::lock).end();
        Thread waiter = waiter(() -> mutex.lock().close());
        for (int i = 0; i < OwnerWatch.LOOKS; i++) {
            assertThat(of(mutex)).isZero();
            watch.look();
        }
        watch.look();
        assertThat(warnings)
                .anyMatch(message ->
                        message.contains("Mutex kept-before") && message.contains("it has ended, or is virtual"));
        MutexBackend.instance().unlock(mutex.word(), 0);
        Threads.join(waiter);
    }

    @Test
    void writerOfARwLockIsWatchedToo() throws InterruptedException {
        RwLock<String> rwLock = RwLock.of("data", "kept-rw");
        Keeper keeper = new Keeper(Thread.ofPlatform(), rwLock::write);
        Thread reader = waiter(() -> rwLock.read().close());
        watch.look();
        keeper.end();
        watch.look();
        assertThat(warnings)
                .anyMatch(message ->
                        message.contains("RwLock kept-rw held for writing by thread " + keeper.thread.threadId()));
        RwLockWord.releaseWrite(rwLock.word);
        Threads.join(reader);
    }

    @Test
    void spinnersAreToldOfToo() throws InterruptedException {
        SpinLock<String> spinLock = SpinLock.of("data", "kept-spin");
        Keeper keeper = new Keeper(Thread.ofPlatform(), spinLock::lock);
        Thread spinner = Thread.ofPlatform().start(() -> spinLock.lock().close());
        watch.spins(spinLock);
        watch.look();
        keeper.end();
        watch.spins(spinLock);
        watch.look();
        assertThat(warnings).anyMatch(message -> message.contains("SpinLock kept-spin"));
        assertThat(spinner.isAlive()).isTrue();
        SpinLockBackend.instance().unlock(spinLock.word(), 0);
        Threads.join(spinner);
    }

    @Test
    @SuppressWarnings("try") // closed before the end of the block
    void ownersThatUnlockBeforeTheyEndAreNotReported() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("data", "given-back");
        for (int i = 0; i < 20; i++) {
            try (var guard = mutex.lock()) {
                Thread waiter = waiter(() -> mutex.lock().close());
                watch.look();
                guard.close();
                Threads.join(waiter);
                watch.look();
                assertThat(mutex.tryLock()).isSameAs(guard);
            }
        }
        assertThat(warnings).noneMatch(message -> message.contains("given-back"));
    }

    @Test
    void watchOfTheProcessLooksByItself() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("data", "kept-by-itself");
        SpinLock<String> spinLock = SpinLock.of("data", "kept-spin-by-itself");
        Keeper keeper = new Keeper(Thread.ofPlatform().name("keeper"), () -> {
            mutex.lock();
            spinLock.lock();
        });
        Thread virtual = Thread.startVirtualThread(() -> mutex.lock().close());
        Thread spinner = Thread.ofPlatform().start(() -> spinLock.lock().close());
        Threads.await(() -> ParkingLot.parked(mutex.word()) == 1);
        Thread.sleep(2_000); // it looks once a second: if it meets them while their owner lives, it has less to wait
        keeper.end();
        try {
            Threads.await(() -> of(mutex) > 0 && of(spinLock) > 0);
        } finally { // or the spinner takes a processor from all tests that follow
            MutexBackend.instance().unlock(mutex.word(), 0);
            SpinLockBackend.instance().unlock(spinLock.word(), 0);
        }
        Threads.join(virtual);
        Threads.join(spinner);
    }
}
