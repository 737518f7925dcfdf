package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupts that do not stop during a wait: none ends one that is not interruptible, none is lost, and nobody hangs. */
@Timeout(120)
class InterruptStormTest {
    /** How many interrupts a waiter gets before it may end. */
    private static final int STORM = 2_000;

    /** What is waited for, and how. */
    enum Wait {
        MUTEX,
        SPIN,
        OWN_BACKEND,
        RW_READ,
        RW_WRITE,
        CONDITION,
        COMPLETION;

        /** Locks or the like, so that {@link Waited#await} waits. */
        Waited start() {
            return switch (this) {
                case MUTEX -> locked(Mutex.of("data", "storm"));
                case SPIN -> locked(SpinLock.of("data", "storm"));
                case OWN_BACKEND -> locked(Lock.of(new TicketBackend(), "data", "storm"));
                case RW_READ -> {
                    RwLock<String> lock = RwLock.of("data", "storm");
                    var guard = lock.write();
                    yield new Waited(() -> lock.read().close(), guard::close);
                }
                case RW_WRITE -> {
                    RwLock<String> lock = RwLock.of("data", "storm");
                    var guard = lock.read();
                    yield new Waited(() -> lock.write().close(), guard::close);
                }
                case CONDITION -> condition();
                case COMPLETION -> {
                    Completion completion = Completion.of("storm");
                    yield new Waited(completion::waitForCompletion, completion::complete);
                }
            };
        }

        private static Waited locked(Lock<String, ?> lock) {
            Guard<String> guard = lock.lock();
            return new Waited(() -> lock.lock().close(), guard::close);
        }

        private static Waited condition() {
            Mutex<boolean[]> mutex = Mutex.of(new boolean[1], "storm");
            CondVar changed = CondVar.of("storm");
            return new Waited(
                    () -> {
                        try (var guard = mutex.lock()) {
                            while (!guard.get()[0]) {
                                changed.wait(guard);
                            }
                        }
                    },
                    () -> {
                        try (var guard = mutex.lock()) {
                            guard.get()[0] = true;
                            changed.notifyOne();
                        }
                    });
        }
    }

    /** A wait, and what ends it, by the thread that started it. */
    record Waited(Runnable await, Runnable end) {}

    @ParameterizedTest
    @EnumSource(Wait.class)
    void platformThreadWaitsOnAndKeepsItsInterrupt(Wait wait) throws InterruptedException {
        stormOver(wait, Thread.ofPlatform().factory());
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void virtualThreadWaitsOnAndKeepsItsInterrupt(Wait wait) throws InterruptedException {
        stormOver(wait, Thread.ofVirtual().factory());
    }

    private static void stormOver(Wait wait, ThreadFactory factory) throws InterruptedException {
        Waited waited = wait.start();
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread waiter = factory.newThread(() -> {
            waited.await().run();
            kept.set(Thread.currentThread().isInterrupted());
        });
        waiter.start();
        for (int i = 0; i < STORM; i++) {
            waiter.interrupt();
            if (i % 64 == 0) {
                Thread.yield(); // let it park between some of them
            }
        }
        assertThat(waiter.isAlive()).isTrue();
        AtomicBoolean over = new AtomicBoolean();
        Thread storm = Thread.ofPlatform().start(() -> {
            for (int i = 0; !over.get(); i++) {
                waiter.interrupt();
                if (i % 64 == 0) {
                    // Each takes a monitor of the JDK's that the waiter needs, too, and that is not fair.
                    LockSupport.parkNanos(50_000);
                }
            }
        });
        try {
            waited.end().run();
            Threads.join(waiter);
        } finally {
            over.set(true);
        }
        Threads.join(storm);
        assertThat(kept.get()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void waitThatBeginsInterruptedWaitsAllTheSame(Wait wait) throws InterruptedException {
        Waited waited = wait.start();
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            Thread.currentThread().interrupt();
            waited.await().run();
            kept.set(Thread.currentThread().isInterrupted());
        });
        waiter.start();
        if (wait != Wait.SPIN && wait != Wait.OWN_BACKEND) {
            Threads.await(() -> waiter.getState() == Thread.State.WAITING);
        }
        assertThat(kept.get()).isNull();
        waited.end().run();
        Threads.join(waiter);
        assertThat(kept.get()).isTrue();
    }
}
