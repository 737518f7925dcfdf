package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.trace.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the tracing twins know of guards: where they were locked and closed, and how long they were held. */
class GuardsTracedTest {
    private final RwLock<String> rwLock = RwLock.of("data", "traced");

    @BeforeEach
    void needsTheTwins() {
        assumeTrue(Tracing.GUARDS && LockHold.TRACED, "runs in the execution 'trace', with the twins on");
    }

    private static boolean isOpen(String what) {
        return Tracing.live(Tracing.GUARD).stream()
                .anyMatch(report -> report.what().equals(what));
    }

    private RwLock.ReadGuard<String> readHere() {
        return rwLock.read();
    }

    private RwLock.WriteGuard<String> writeHere() {
        return rwLock.write();
    }

    private static void closeHere(AutoCloseable guard) throws Exception {
        guard.close();
    }

    private static void tellsBothSites(ThrowingCallable misuse, String locked, String closed) {
        assertThatThrownBy(misuse)
                .isInstanceOf(KernelBug.class)
                .cause()
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(closed)))
                .cause()
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(locked)));
    }

    @Test
    void closedReadGuardNamesWhereItWasLockedAndClosed() throws Exception {
        var guard = readHere();
        assertThat(isOpen("read of RwLock traced")).isTrue();
        closeHere(guard);
        assertThat(isOpen("read of RwLock traced")).isFalse();
        tellsBothSites(guard::get, "readHere", "closeHere");
        tellsBothSites(guard::close, "readHere", "closeHere");
    }

    @Test
    void closedWriteGuardNamesWhereItWasLockedAndClosed() throws Exception {
        var guard = writeHere();
        assertThat(isOpen("write of RwLock traced")).isTrue();
        closeHere(guard);
        assertThat(isOpen("write of RwLock traced")).isFalse();
        tellsBothSites(guard::get, "writeHere", "closeHere");
    }

    @Test
    void downgradeEndsTheWriterAndBeginsAReader() {
        try (var reader = rwLock.write().downgrade()) {
            assertThat(reader.get()).isEqualTo("data");
            assertThat(isOpen("write of RwLock traced")).isFalse();
            assertThat(isOpen("read of RwLock traced")).isTrue();
        }
        assertThat(isOpen("read of RwLock traced")).isFalse();
    }

    @Test
    void longHoldsAreRecordedAndShortOnesAreNot(@TempDir Path folder) throws Exception {
        Mutex<String> mutex = Mutex.of("data", "held-long");
        Path file = folder.resolve("holds.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.ferrite.LockHold");
            recording.start();
            try (var guard = mutex.lock();
                    var writer = rwLock.write()) {
                long end = System.nanoTime() + 2 * LockHold.LONG_NANOS;
                while (System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
                assertThat(guard.isHeld() && writer.get().equals("data")).isTrue();
            }
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> holds = RecordingFile.readAllEvents(file);
        assertThat(holds).extracting(event -> event.getString("lock")).containsExactly("traced", "held-long");
        assertThat(holds)
                .allSatisfy(event ->
                        assertThat(event.getDuration("held").toNanos()).isGreaterThanOrEqualTo(LockHold.LONG_NANOS));
    }
}
