package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.alloc.RawBytes;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredFreeTest {
    private static final KmemCache OBJECTS = KmemCache.create("deferred-free", 64, 64);

    @Test
    void objectsAreFreedAfterTheReadersNotBefore() throws InterruptedException {
        Rcu.barrier();
        long before = OBJECTS.live();
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean leave = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            try (var _ = Rcu.readLock()) {
                inside.countDown();
                while (!leave.get()) {
                    Thread.onSpinWait();
                }
            }
        });
        reader.start();
        inside.await();
        for (int i = 0; i < 3 * FreeBag.ROOM + 7; i++) {
            Rcu.free(OBJECTS, OBJECTS.alloc());
        }
        assertThat(OBJECTS.live() - before).isEqualTo(3L * FreeBag.ROOM + 7);
        assertThat(Rcu.pending()).isGreaterThanOrEqualTo(3L * FreeBag.ROOM);
        leave.set(true);
        Threads.join(reader);
        Rcu.barrier();
        assertThat(OBJECTS.live()).isEqualTo(before);
        Threads.await(() -> Rcu.pending() == 0); // barrier()'s own callback is counted until it has returned
    }

    @Test
    void manyThreadsFreeMuchMoreThanABatchHolds() throws InterruptedException {
        Rcu.barrier();
        long before = OBJECTS.live();
        Threads.run(4, number -> {
            for (int i = 0; i < 50_000; i++) {
                if (i % 1000 == 0) {
                    long object = OBJECTS.alloc(); // may sleep, and so not inside
                    try (var _ = Rcu.readLock()) {
                        Rcu.free(OBJECTS, object);
                    }
                } else {
                    Rcu.free(OBJECTS, OBJECTS.alloc());
                }
            }
        });
        Rcu.barrier();
        assertThat(OBJECTS.live()).isEqualTo(before);
    }

    @Test
    void callbacksBeyondABatchAllRun() {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 3 * Reclaimer.HURRY_AT; i++) {
            Rcu.call(runs::incrementAndGet);
        }
        Rcu.barrier();
        assertThat(runs).hasValue(3 * Reclaimer.HURRY_AT);
    }

    @Test
    void ownersAreClosed() {
        AtomicInteger closed = new AtomicInteger();
        var warnings = Warnings.during(() -> {
            Rcu.free((AutoCloseable) closed::incrementAndGet);
            Rcu.free((AutoCloseable) () -> {
                throw new IOException("on purpose");
            });
            Rcu.free((AutoCloseable) closed::incrementAndGet);
            Rcu.barrier();
        });
        assertThat(closed).hasValue(2);
        assertThat(warnings).singleElement().asString().contains("rcu-callback").contains("on purpose");
    }

    @Test
    void boxIsClosedForItsOwner() {
        KBox<RawBytes> box = KBox.zeroed(RawBytes.type(64, 8), Gfp.GFP_KERNEL);
        try (var _ = Rcu.readLock()) {
            Rcu.free(box);
            assertThat(box.address()).isPositive();
        }
        Rcu.barrier();
        assertThatThrownBy(box::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed twice");
    }

    @Test
    void doubleFreeIsAWarningAndTheOthersAreFreed() {
        Rcu.barrier();
        long before = OBJECTS.live();
        long object = OBJECTS.alloc();
        long other = OBJECTS.alloc();
        var warnings = Warnings.during(() -> {
            Rcu.free(OBJECTS, object);
            Rcu.free(OBJECTS, object);
            Rcu.free(OBJECTS, other);
            Rcu.barrier();
        });
        assertThat(warnings).singleElement().asString().contains("deferred free failed");
        assertThat(OBJECTS.live()).isEqualTo(before);
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> Rcu.free(nothing())).isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings("NullAway") // the point of the test
    private static AutoCloseable nothing() {
        return null;
    }
}
