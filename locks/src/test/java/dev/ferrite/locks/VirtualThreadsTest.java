package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.park.ParkingLot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads that wait leave their carriers, by the JVM's own account, and dumps show what they wait for. */
@Timeout(120)
class VirtualThreadsTest {
    private static final int MANY = 1_000;

    private interface Body {
        void run() throws Exception;
    }

    private static List<RecordedEvent> pinnedDuring(Path folder, Body body) throws Exception {
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            body.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static List<Thread> startMany(Runnable body) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            threads.add(Thread.startVirtualThread(body));
        }
        return threads;
    }

    private static void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            Threads.join(thread);
        }
    }

    /** A class initialiser runs on a native frame, which no virtual thread can leave. */
    private static final class Pinning {
        static {
            LockSupport.parkNanos(1_000_000);
        }

        static void touch() {}
    }

    @Test
    void pinnedThreadWouldBeSeen(@TempDir Path folder) throws Exception {
        assertThat(pinnedDuring(folder, () -> Threads.join(Thread.startVirtualThread(Pinning::touch))))
                .isNotEmpty();
    }

    /**
     * Runs it twice, and tells of the second time: a class pins while it is loaded and initialised, once in a JVM, and that
     * is not what these tests are about. For the same reason what waits for a class loader does not count.
     */
    private static List<RecordedEvent> pinnedWhenWarm(Path folder, Body body) throws Exception {
        body.run();
        return pinnedDuring(folder, body).stream()
                .filter(event -> !isClassLoading(event))
                .toList();
    }

    private static boolean isClassLoading(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("jdk.internal.loader."));
    }

    @Test
    void waitingForAMutexPinsNoCarrier(@TempDir Path folder) throws Exception {
        assertThat(pinnedWhenWarm(folder, VirtualThreadsTest::allWaitForAMutex)).isEmpty();
    }

    private static void allWaitForAMutex() throws InterruptedException {
        Mutex<int[]> mutex = Mutex.of(new int[1], "pinning");
        List<Thread> threads;
        try (var guard = mutex.lock()) {
            threads = startMany(() -> {
                try (var mine = mutex.lock()) {
                    mine.get()[0]++;
                }
            });
            Threads.await(() -> ParkingLot.parked(mutex.word()) == MANY);
            assertThat(guard.get()[0]).isZero();
        }
        joinAll(threads);
        try (var guard = mutex.lock()) {
            assertThat(guard.get()[0]).isEqualTo(MANY);
        }
    }

    @Test
    void waitingForAConditionPinsNoCarrier(@TempDir Path folder) throws Exception {
        assertThat(pinnedWhenWarm(folder, VirtualThreadsTest::allWaitForACondition))
                .isEmpty();
    }

    private static void allWaitForACondition() throws InterruptedException {
        Mutex<boolean[]> mutex = Mutex.of(new boolean[1], "pinning");
        CondVar changed = CondVar.of("pinning");
        List<Thread> threads = startMany(() -> {
            try (var guard = mutex.lock()) {
                while (!guard.get()[0]) {
                    changed.wait(guard);
                }
            }
        });
        Threads.await(() -> changed.waiters() == MANY);
        try (var guard = mutex.lock()) {
            guard.get()[0] = true;
        }
        changed.notifyAllWaiters();
        joinAll(threads);
    }

    @Test
    void waitingForACompletionPinsNoCarrier(@TempDir Path folder) throws Exception {
        assertThat(pinnedWhenWarm(folder, VirtualThreadsTest::allWaitForACompletion))
                .isEmpty();
    }

    private static void allWaitForACompletion() throws InterruptedException {
        Completion completion = Completion.of("pinning");
        List<Thread> threads = startMany(completion::waitForCompletion);
        Threads.await(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        completion.completeAll();
        joinAll(threads);
    }

    @Test
    void fightingForASpinLockPinsNoCarrier(@TempDir Path folder) throws Exception {
        assertThat(pinnedWhenWarm(folder, VirtualThreadsTest::allFightForASpinLock))
                .isEmpty();
    }

    private static void allFightForASpinLock() throws InterruptedException {
        SpinLock<int[]> lock = SpinLock.of(new int[1], "pinning");
        joinAll(startMany(() -> {
            for (int i = 0; i < 100; i++) {
                try (var guard = lock.lock()) {
                    guard.get()[0]++;
                }
            }
        }));
        try (var guard = lock.lock()) {
            assertThat(guard.get()[0]).isEqualTo(100 * MANY);
        }
    }

    private static void dumpTo(Path file) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String pid = Long.toString(ProcessHandle.current().pid());
        Process process = new ProcessBuilder(
                        jcmd.toString(), pid, "Thread.dump_to_file", "-format=json", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** What {@code jcmd PID Thread.dump_to_file -format=json} writes, virtual threads included. */
    @Test
    void dumpNamesTheLockThatAVirtualThreadWaitsFor(@TempDir Path folder) throws Exception {
        Path file = folder.toAbsolutePath().resolve("threads.json");
        Mutex<String> mutex = Mutex.of("data", "dumped");
        Thread waiter;
        try (var guard = mutex.lock()) {
            waiter = Thread.ofVirtual()
                    .name("waits-for-dumped")
                    .start(() -> mutex.lock().close());
            Threads.await(() -> ParkingLot.parked(mutex.word()) == 1 && waiter.getState() == Thread.State.WAITING);
            dumpTo(file);
            assertThat(LockSupport.getBlocker(waiter)).isSameAs(mutex);
            assertThat(guard.isHeld()).isTrue();
        }
        Threads.join(waiter);
        String dump = Files.readString(file);
        int at = dump.indexOf("waits-for-dumped");
        assertThat(at).isPositive();
        assertThat(dump.substring(at, dump.indexOf("MutexWaiting", at)))
                .contains("dev.ferrite.locks.Mutex@" + Integer.toHexString(System.identityHashCode(mutex)));
    }
}
