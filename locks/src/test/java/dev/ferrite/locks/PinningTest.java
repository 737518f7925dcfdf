package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No virtual thread keeps its carrier while it waits: the JVM tells of each that does. */
class PinningTest {
    private static final int THREADS = 20_000;

    /** Parks while it is initialised, which pins on the JVMs before 26: the proof that the recording would tell. */
    private static final class PinsWhenInitialised {
        static final long VALUE;

        static {
            LockSupport.parkNanos(1_000_000);
            VALUE = System.nanoTime();
        }

        private PinsWhenInitialised() {}
    }

    private static boolean isOfTheProof(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod()
                                .getType()
                                .getName()
                                .endsWith(PinsWhenInitialised.class.getSimpleName()));
    }

    /** All threads queue up for two locks, some of whose holders yield; then all wait until the last one is there. */
    private static void queueUpAndWait(int threads, ThreadFactory factory) throws InterruptedException {
        RwLock<int[]> rwLock = RwLock.of(new int[1], "pinning");
        Mutex<int[]> mutex = Mutex.of(new int[1], "pinning");
        CondVar here = CondVar.of("pinning");
        Threads.run(threads, factory, number -> {
            try (var guard = rwLock.write()) {
                if (++guard.get()[0] % 64 == 0) {
                    Thread.yield();
                }
            }
            try (var guard = mutex.lock()) {
                if (++guard.get()[0] % 64 == 0) {
                    Thread.yield();
                }
                while (guard.get()[0] < threads) {
                    here.wait(guard);
                }
                here.notifyOne(); // the last one starts the chain
            }
        });
    }

    @Test
    void waitingForALockOrAConditionPinsNoCarrier(@TempDir Path folder) throws Exception {
        // Classes pin while they are initialised, once in a JVM: that is not what this test is about.
        queueUpAndWait(200, Thread.ofPlatform().factory());
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            Threads.join(Thread.startVirtualThread(
                    () -> assertThat(PinsWhenInitialised.VALUE).isNotZero()));
            queueUpAndWait(THREADS, Thread.ofVirtual().factory());
            recording.stop();
            recording.dump(file);
        }

        var pinned = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .toList();
        if (Runtime.version().feature() < 26) {
            assertThat(pinned.stream().filter(PinningTest::isOfTheProof)).isNotEmpty();
        }
        assertThat(pinned.stream().filter(event -> !isOfTheProof(event))).isEmpty();
    }
}
