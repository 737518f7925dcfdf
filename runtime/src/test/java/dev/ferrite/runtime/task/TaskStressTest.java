package dev.ferrite.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.runtime.cred.Kuid;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads and processes that end while they are asked, and numbers that are given out again. */
@Timeout(120)
class TaskStressTest {
    private static boolean gone(Runnable question) {
        try {
            question.run();
            return false;
        } catch (ErrnoException e) {
            if (!e.errno().equals(Errno.ESRCH)) {
                throw e;
            }
            return true;
        }
    }

    @Test
    void answersOfDyingThreadsAreTheirOwnOrEsrch() throws InterruptedException {
        long descriptors = Fd.live();
        int threads = 400;
        ConcurrentHashMap<Integer, ARef<Task>> known = new ConcurrentHashMap<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicInteger answers = new AtomicInteger();
        AtomicInteger esrch = new AtomicInteger();
        Thread[] askers = new Thread[2];
        boolean[] done = new boolean[1];
        Kuid me = Kuid.currentUid();
        for (int a = 0; a < askers.length; a++) {
            askers[a] = new Thread(() -> {
                try {
                    while (!isDone(done)) {
                        known.forEach((number, ref) -> {
                            Task task = ref.get();
                            boolean dead = gone(() -> {
                                assertThat(task.comm()).isEqualTo("dying-" + number);
                                assertThat(task.uid()).isEqualTo(me);
                                assertThat(task.nice()).isBetween(-20, 19);
                                try (ARef<Task> found = Task.find(task.pid())) {
                                    assertThat(found.get().equals(task))
                                            .isEqualTo(found.get().comm().equals("dying-" + number));
                                }
                            });
                            (dead ? esrch : answers).incrementAndGet();
                        });
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                }
            });
            askers[a].start();
        }
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread dying = new Thread(() -> {
                CurrentTask current = CurrentTask.current();
                current.setComm("dying-" + number);
                ARef<Task> mine = current.task();
                known.put(number, mine);
                Thread.yield();
            });
            dying.start();
            if (i % 4 == 0) {
                dying.join();
            }
            ARef<Task> old = i < 20 ? null : known.get(i - 20);
            if (old != null) {
                PidReuse.next(old.get().pid());
            }
        }
        Children.await(() -> (answers.get() > 100 && esrch.get() > 100) || failure.get() != null);
        synchronized (done) {
            done[0] = true;
        }
        for (Thread asker : askers) {
            asker.join();
        }
        known.values().forEach(ARef::close);
        assertThat(failure.get()).isNull();
        Children.await(() -> Fd.live() == descriptors);
    }

    private static boolean isDone(boolean[] done) {
        synchronized (done) {
            return done[0];
        }
    }

    @Test
    void processesThatEndWhileTheyAreAskedAreWholeOrGone() throws Exception {
        int whole = 0;
        int gone = 0;
        int rounds = 0;
        // More, if each has always ended before it was asked.
        while (rounds < 60 || (whole == 0 && rounds < 5_000)) {
            rounds++;
            Process process = new ProcessBuilder("true").start();
            int pid = (int) process.pid();
            try {
                while (true) {
                    try (ARef<Task> task = Task.find(pid)) {
                        assertThat(task.get().tgid()).isEqualTo(pid);
                        String comm = task.get().comm();
                        assertThat(comm).isIn("true", "java", "jspawnhelper");
                        task.get().state();
                        whole++;
                    }
                }
            } catch (ErrnoException e) {
                assertThat(e.errno()).isEqualTo(Errno.ESRCH);
                gone++;
            }
            process.waitFor();
        }
        assertThat(gone).isEqualTo(rounds);
        assertThat(whole).isPositive();
    }
}
