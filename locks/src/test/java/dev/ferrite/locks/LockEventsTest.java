package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.park.ParkingLot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockEventsTest {
    @Test
    void contentionIsRecordedWhenSwitchedOn(@TempDir Path folder) throws Exception {
        assertThat(record(folder.resolve("on.jfr"), true)).singleElement().satisfies(event -> {
            assertThat(event.getString("lock")).isEqualTo("events-test");
            assertThat(event.getString("kind")).isEqualTo("Mutex");
            assertThat(event.getDuration()).isPositive();
        });
        assertThat(record(folder.resolve("off.jfr"), false)).isEmpty();
    }

    private static List<RecordedEvent> record(Path file, boolean on) throws Exception {
        Mutex<String> mutex = Mutex.of("data", "events-test");
        try (Recording recording = new Recording()) {
            if (on) {
                recording.enable("dev.ferrite.LockContention");
            }
            recording.start();
            Thread waiter = new Thread(() -> mutex.lock().close());
            try (var guard = mutex.lock()) {
                waiter.start();
                Threads.await(() -> ParkingLot.parked(mutex.word()) == 1);
                assertThat(guard.isHeld()).isTrue();
            }
            Threads.join(waiter);
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.ferrite.LockContention"))
                .toList();
    }

    @Test
    void waitsForARwLockTellTheSideAndHowTheyEnded(@TempDir Path folder) throws Exception {
        RwLock<String> rwLock = RwLock.of("data", "events-rw");
        Path file = folder.resolve("rw.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.ferrite.LockContention");
            recording.start();
            try (var writer = rwLock.write()) {
                var view = rwLock.asJucReadWriteLock();
                Threads.run(1, thread -> {
                    try {
                        assertThat(view.writeLock().tryLock(1, TimeUnit.MILLISECONDS))
                                .isFalse();
                        assertThat(view.readLock().tryLock(1, TimeUnit.MILLISECONDS))
                                .isFalse();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                assertThat(writer.get()).isEqualTo("data");
                assertThat(rwLock)
                        .hasToString("RwLock events-rw held for writing by thread "
                                + Thread.currentThread().threadId());
            }
            recording.stop();
            recording.dump(file);
        }
        assertThat(RecordingFile.readAllEvents(file))
                .extracting(event -> event.getString("kind") + " " + event.getBoolean("acquired"))
                .containsExactly("RwLock write false", "RwLock read false");
    }

    @Test
    void threadDumpNamesTheLockAndItsOwner() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("data", "dump-test");
        Thread waiter = new Thread(() -> mutex.lock().close());
        try (var guard = mutex.lock()) {
            waiter.start();
            Threads.await(() -> ParkingLot.parked(mutex.word()) == 1 && waiter.getState() == Thread.State.WAITING);
            assertThat(LockSupport.getBlocker(waiter)).isSameAs(mutex);
            assertThat(mutex)
                    .hasToString("Mutex dump-test held by thread "
                            + Thread.currentThread().threadId());
            assertThat(guard.isHeld()).isTrue();
        }
        Threads.join(waiter);
        assertThat(mutex).hasToString("Mutex dump-test");
    }
}
