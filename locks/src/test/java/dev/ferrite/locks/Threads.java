package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Threads for tests: started together, joined with a bound, failures rethrown. */
public final class Threads {
    /** Generous: a test that needs it has hung, however slow the machine. */
    public static final long PATIENCE_MILLIS = 60_000;

    private Threads() {}

    /** Runs bodies 0..count-1 on platform threads that start together. */
    public static void run(int count, IntConsumer body) throws InterruptedException {
        run(count, Thread.ofPlatform().factory(), body);
    }

    /** Runs bodies 0..count-1 on threads of a factory that start together. */
    public static void run(int count, java.util.concurrent.ThreadFactory factory, IntConsumer body)
            throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = factory.newThread(() -> {
                try {
                    start.await();
                    body.accept(number);
                } catch (Throwable t) {
                    failure.compareAndSet(null, t);
                }
            });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            join(thread);
        }
        if (failure.get() != null) {
            throw new AssertionError("a thread failed", failure.get());
        }
    }

    /** Waits for a thread's end. */
    public static void join(Thread thread) throws InterruptedException {
        thread.join(PATIENCE_MILLIS);
        assertThat(thread.isAlive())
                .as("thread %s still runs", thread.getName())
                .isFalse();
    }

    /** Looks until something is true; for states that have no event to wait for, such as "is parked". */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not true").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
