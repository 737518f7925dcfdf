package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SrcuTest {
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void synchronizeWaitsForReadersThatBlockAndMigrate() throws InterruptedException {
        try (Srcu srcu = Srcu.create("test")) {
            CountDownLatch inside = new CountDownLatch(200);
            CountDownLatch leave = new CountDownLatch(1);
            AtomicInteger left = new AtomicInteger();
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                readers.add(Thread.ofVirtual().start(() -> {
                    try (var guard = srcu.readLock()) {
                        assertThat(guard.domain()).isSameAs(srcu);
                        inside.countDown();
                        await(leave);
                        left.incrementAndGet();
                    }
                }));
            }
            inside.await();
            assertThat(srcu.readers()).isEqualTo(200);
            AtomicInteger leftBefore = new AtomicInteger();
            Thread updater = new Thread(() -> {
                srcu.synchronize();
                leftBefore.set(left.get());
            });
            updater.start();
            Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
            leave.countDown();
            Threads.join(updater);
            assertThat(leftBefore).hasValue(200);
            for (Thread reader : readers) {
                Threads.join(reader);
            }
            assertThat(srcu.readers()).isZero();
        }
    }

    @Test
    void gracePeriodDoesNotWaitForLaterReaders() throws InterruptedException {
        try (Srcu srcu = Srcu.create("test")) {
            int before = srcu.enter();
            Thread updater = new Thread(srcu::synchronizeExpedited);
            updater.start();
            Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
            int after = srcu.enter();
            assertThat(after).isNotEqualTo(before);
            srcu.exit(before);
            Threads.join(updater);
            assertThat(srcu.readers()).isEqualTo(1);
            srcu.exit(after);
        }
    }

    @Test
    void domainsDoNotWaitForEachOther() {
        try (Srcu one = Srcu.create("one");
                Srcu other = Srcu.create("other")) {
            try (var guard = one.readLock()) {
                assertThat(guard.domain()).isSameAs(one);
                other.synchronize();
                Rcu.synchronize();
            }
        }
    }

    @Test
    void guardIsClosedByAnotherThreadOnce() throws InterruptedException {
        try (Srcu srcu = Srcu.create("test")) {
            SrcuGuard guard = srcu.readLock();
            Threads.run(1, number -> guard.close());
            assertThat(srcu.readers()).isZero();
            assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class);
            assertThat(srcu.readers()).isZero();
            assertThatThrownBy(() -> srcu.exit(2)).isInstanceOf(KernelBug.class);
            assertThatThrownBy(() -> srcu.exit(-1)).isInstanceOf(KernelBug.class);
        }
    }

    @Test
    void callbacksRunAfterReadersInOrderAndBeforeClose() {
        List<Integer> order = new ArrayList<>();
        AtomicBoolean early = new AtomicBoolean();
        Srcu srcu = Srcu.create("test");
        int index = srcu.enter();
        AtomicBoolean left = new AtomicBoolean();
        for (int i = 0; i < 100; i++) {
            int number = i;
            srcu.call(() -> {
                early.compareAndSet(false, !left.get());
                order.add(number);
            });
        }
        left.set(true);
        srcu.exit(index);
        srcu.close();
        assertThat(early).isFalse();
        assertThat(order).hasSize(100).isSorted();
        assertThatThrownBy(() -> srcu.call(() -> {})).isInstanceOf(KernelBug.class);
    }

    @Test
    void closeWithReadersIsAWarningAndLeavesItOpen() {
        Srcu srcu = Srcu.create("test");
        int index = srcu.enter();
        assertThat(Warnings.during(srcu::close)).singleElement().asString().contains("srcu-busy");
        srcu.exit(index);
        srcu.close();
        srcu.close();
        assertThatThrownBy(srcu::enter).isInstanceOf(KernelBug.class);
        srcu.synchronize();
    }

    @Test
    void tooManyExitsAreAWarning() {
        Srcu srcu = Srcu.create("test");
        srcu.exit(0);
        assertThat(Warnings.during(srcu::synchronize))
                .singleElement()
                .asString()
                .contains("srcu-unbalanced");
    }

    @Test
    void interruptDoesNotEndTheWaitAndStays() throws InterruptedException {
        try (Srcu srcu = Srcu.create("test")) {
            int index = srcu.enter();
            AtomicBoolean flag = new AtomicBoolean();
            AtomicLong readers = new AtomicLong(-1);
            Thread updater = new Thread(() -> {
                srcu.synchronize();
                readers.set(srcu.readers());
                flag.set(Thread.currentThread().isInterrupted());
            });
            updater.start();
            updater.interrupt();
            Threads.await(() -> updater.getState() == Thread.State.TIMED_WAITING);
            srcu.exit(index);
            Threads.join(updater);
            assertThat(readers).hasValue(0);
            assertThat(flag).isTrue();
        }
    }

    @Test
    void waitingInsideAnRcuSectionIsABug() {
        try (Srcu srcu = Srcu.create("test")) {
            try (var guard = Rcu.readLock()) {
                assertThat(guard.isHeld()).isTrue();
                assertThatThrownBy(srcu::synchronize).isInstanceOf(KernelBug.class);
                assertThatThrownBy(srcu::barrier).isInstanceOf(KernelBug.class);
            }
        }
    }
}
