package dev.ferrite.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.runtime.cred.Kuid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CurrentTaskTest {
    private static <T> T inThread(Callable<T> body) throws Exception {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "test");
        thread.start();
        T result = task.get();
        thread.join();
        return result;
    }

    @Test
    void pidIsTheThreadsAndTgidTheProcesss() throws Exception {
        int mine = CurrentTask.current().pid();
        int other = inThread(() -> {
            CurrentTask current = CurrentTask.current();
            Path link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            assertThat(link.getFileName()).hasToString(Integer.toString(current.pid()));
            assertThat(current.tgid()).isEqualTo((int) ProcessHandle.current().pid());
            return current.pid();
        });
        assertThat(other).isNotEqualTo(mine);
        assertThat(CurrentTask.current()).isSameAs(CurrentTask.current());
    }

    @Test
    void refusesAnotherThread() throws Exception {
        CurrentTask mine = CurrentTask.current();
        inThread(() -> {
            assertThatThrownBy(mine::pid).isInstanceOf(KernelBug.class).hasMessageContaining("another thread");
            assertThatThrownBy(mine::task).isInstanceOf(KernelBug.class);
            assertThatThrownBy(mine::schedule).isInstanceOf(KernelBug.class);
            return null;
        });
    }

    @Test
    void refusesAVirtualThread() throws Exception {
        FutureTask<Void> body = new FutureTask<>(() -> {
            assertThatThrownBy(CurrentTask::current)
                    .isInstanceOf(KernelBug.class)
                    .hasMessageContaining("virtual thread");
            return null;
        });
        Thread.startVirtualThread(body);
        body.get();
    }

    @Test
    void idsAreThoseOfTheProgramId() throws Exception {
        CurrentTask current = CurrentTask.current();
        assertThat(current.uid().intoUidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-ru")));
        assertThat(current.euid().intoUidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-u")));
        assertThat(current.euid()).isEqualTo(Kuid.currentEuid());
    }

    @Test
    void groupLeaderIsTheProcess() {
        try (ARef<Task> leader = CurrentTask.current().groupLeader();
                ARef<Task> found = Task.find((int) ProcessHandle.current().pid())) {
            assertThat(leader.get().pid())
                    .isEqualTo((int) ProcessHandle.current().pid());
            assertThat(leader.get()).isEqualTo(found.get());
        }
    }

    @Test
    void namesAreCutAsLinuxDoesAndSurviveEveryCharacter() throws Exception {
        inThread(() -> {
            CurrentTask current = CurrentTask.current();
            for (String name : new String[] {"plain", "a) R 1 2 (b", ") S 0\n(x)", "", "((((", "\t \\ \n"}) {
                current.setComm(name);
                assertThat(current.comm()).isEqualTo(name);
                try (ARef<Task> task = Task.find(current.pid())) {
                    assertThat(task.get().comm()).isEqualTo(name);
                    assertThat(task.get().state()).isEqualTo(TaskState.RUNNING);
                    assertThat(task.get().uid()).isEqualTo(current.uid());
                }
            }
            current.setComm("exactly15bytes!and more");
            assertThat(current.comm()).isEqualTo("exactly15bytes!");
            current.setComm("fourteen bytes\u00fc");
            assertThat(current.comm()).isEqualTo("fourteen bytes");
            assertThatThrownBy(() -> current.setComm("a\0b"))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
            return null;
        });
    }

    @Test
    void signalPendingDoesNotClear() throws Exception {
        inThread(() -> {
            CurrentTask current = CurrentTask.current();
            try (ARef<Task> task = current.task()) {
                assertThat(current.signalPending()).isFalse();
                assertThat(task.get().signalPending()).isFalse();
                Thread.currentThread().interrupt();
                assertThat(current.signalPending()).isTrue();
                assertThat(task.get().signalPending()).isTrue();
                assertThat(current.signalPending()).isTrue();
            }
            return null;
        });
    }

    @Test
    void referenceOutlivesTheThread() throws Exception {
        ARef<Task> kept = inThread(() -> CurrentTask.current().task());
        try (kept) {
            Task task = kept.get();
            assertThat(task.pid()).isPositive();
            assertThat(task.tgid()).isEqualTo((int) ProcessHandle.current().pid());
            assertThat(task.isAlive()).isFalse();
            assertThat(task.state()).isEqualTo(TaskState.DEAD);
            assertThat(task.getPidNs()).isNull();
            assertThat(task.tgidNrNs(null)).isZero();
            assertThat(task.mm()).isNull();
            assertThat(task.signalPending()).isFalse();
            assertThat(task.wakeUp()).isFalse();
            assertThatThrownBy(task::comm)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESRCH));
            assertThatThrownBy(task::nice)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESRCH));
        }
    }

    @Test
    void theHandleHoldsNoDescriptorAndNoDeadThread() throws Exception {
        CurrentTask.current();
        long descriptors = Fd.live();
        for (int i = 0; i < 200; i++) {
            inThread(() -> CurrentTask.current().pid());
        }
        assertThat(Fd.live()).isEqualTo(descriptors);
        Children.await(() -> {
            System.gc();
            return JavaTasks.size() < 50;
        });
    }
}
