package dev.ferrite.nova.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes the device away at a given time, to see what its users do. */
final class Unplugger implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final @Nullable Thread thread;

    private Unplugger(Runnable unplug, @Nullable Duration after) {
        this.thread = after == null ? null : new Thread(() -> unplug(unplug, after), "boot-unplug");
    }

    /** Starts the clock; does nothing without a time. */
    static Unplugger start(Runnable unplug, @Nullable Duration after) {
        Unplugger unplugger = new Unplugger(unplug, after);
        if (unplugger.thread != null) {
            unplugger.thread.start();
        }
        return unplugger;
    }

    private void unplug(Runnable unplug, Duration after) {
        try {
            if (!over.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                unplug.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the clock, and waits for an unplug that has begun. */
    @Override
    public void close() {
        over.countDown();
        if (thread != null) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
