package dev.ferrite.jcstress.harness;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends forked JVMs that hang: a lost wake-up must fail the run, not stop it.
 *
 * <p>jcstress has a limit of its own for the measured part of a test, and none for the part before, in which the actors
 * already run. What is ended here comes back from jcstress as an error of that test.
 */
final class Watchdog implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;

    private final Duration limit;
    private final PrintStream terminal;
    private final Thread thread;
    private final Set<Long> ended = new HashSet<>();

    /**
     * Watches the children of this process until closed.
     *
     * @param limit how old a child may get
     * @param terminal where it is said when one is ended
     */
    Watchdog(Duration limit, PrintStream terminal) {
        this.limit = limit;
        this.terminal = terminal;
        this.thread = Thread.ofPlatform().daemon().name("stress-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            for (; ; ) {
                check();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException closed) {
            // the end
        }
    }

    /** Ends the children that are too old. */
    synchronized void check() {
        var oldest = Instant.now().minus(limit);
        ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info().startInstant().filter(oldest::isAfter).isPresent())
                .filter(child -> ended.add(child.pid()))
                .forEach(child -> {
                    child.destroyForcibly();
                    terminal.printf("stress: ended a JVM that ran for more than %d s%n", limit.toSeconds());
                });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
