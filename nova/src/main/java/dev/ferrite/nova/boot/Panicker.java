package dev.ferrite.nova.boot;

import dev.ferrite.runtime.panic.Panic;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Panics at a given time, to see what is left: of the picture, of the log, and of the process nothing. */
final class Panicker implements AutoCloseable {
    private final @Nullable Thread thread;

    private Panicker(@Nullable Duration after) {
        this.thread = after == null ? null : new Thread(() -> panic(after), "boot-panic");
    }

    /** Starts the clock; does nothing without a time. */
    static Panicker start(@Nullable Duration after) {
        Panicker panicker = new Panicker(after);
        if (panicker.thread != null) {
            panicker.thread.setDaemon(true);
            panicker.thread.start();
        }
        return panicker;
    }

    private static void panic(Duration after) {
        long end = System.nanoTime() + after.toNanos();
        for (long left = after.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        throw Panic.panic("asked for by --panic-at, " + after.toMillis() + " ms after the first tile");
    }

    /** Waits for the panic where the work was done sooner: the pictures stay until then. */
    @Override
    public void close() {
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
