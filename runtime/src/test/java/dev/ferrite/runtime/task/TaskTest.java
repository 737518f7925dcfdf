package dev.ferrite.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.cred.Kuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskTest {
    private static void assertErrno(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    private static void assertGone(Task task) {
        assertThat(task.isAlive()).isFalse();
        assertThat(task.state()).isEqualTo(TaskState.DEAD);
        assertThat(task.signalPending()).isFalse();
        assertThat(task.tgidNrNs(null)).isZero();
        assertThat(task.getPidNs()).isNull();
        assertThat(task.mm()).isNull();
        assertThat(task.wakeUp()).isFalse();
        assertErrno(Errno.ESRCH, task::comm);
        assertErrno(Errno.ESRCH, task::uid);
        assertErrno(Errno.ESRCH, task::euid);
        assertErrno(Errno.ESRCH, task::cred);
        assertErrno(Errno.ESRCH, task::affinity);
        assertErrno(Errno.ESRCH, task::scheduler);
        assertErrno(Errno.ESRCH, task::nice);
        assertErrno(Errno.ESRCH, () -> task.rlimit(Rlimit.Resource.CPU));
        assertErrno(Errno.ESRCH, () -> task.setNice(5));
        assertErrno(Errno.ESRCH, () -> task.setAffinity(new BitSet()));
    }

    @Test
    void numbersThatNobodyCanHaveAreEinval() {
        assertErrno(Errno.EINVAL, () -> Task.find(0));
        assertErrno(Errno.EINVAL, () -> Task.find(-1));
        assertErrno(Errno.EINVAL, () -> Task.find(Integer.MIN_VALUE));
        assertErrno(Errno.ESRCH, () -> Task.find(Integer.MAX_VALUE));
    }

    @Test
    void factsOfAProcess() throws Exception {
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            Children.awaitComm(sleep.pid(), "sleep");
            try (ARef<Task> ref = Task.find((int) sleep.pid());
                    ARef<Task> again = Task.find((int) sleep.pid());
                    ARef<Task> leader = ref.get().groupLeader();
                    ARef<Credential> cred = ref.get().cred()) {
                Task task = ref.get();
                assertThat(task.pid()).isEqualTo((int) sleep.pid());
                assertThat(task.tgid()).isEqualTo((int) sleep.pid());
                assertThat(task).isEqualTo(again.get()).hasSameHashCodeAs(again.get());
                assertThat(leader.get()).isSameAs(task);
                assertThat(task.uid()).isEqualTo(Kuid.currentUid());
                assertThat(task.euid()).isEqualTo(Kuid.currentEuid());
                assertThat(cred.get().uid()).isEqualTo(task.uid());
                assertThat(task.isAlive()).isTrue();
                Children.await(() -> task.state() == TaskState.INTERRUPTIBLE);
                assertThat(task.state().letter())
                        .isEqualTo(Children.output("ps", "-o", "stat=", "-p", "" + task.pid())
                                .charAt(0));
                assertThat(task.tgidNrNs(null)).isEqualTo(task.pid());
                assertThat(task.nice())
                        .isEqualTo(Integer.parseInt(Children.output("ps", "-o", "ni=", "-p", "" + task.pid())));
                assertThat(task.wakeUp()).isFalse();
                assertThat(bootTime().plus(task.startTime()).toEpochMilli())
                        .isCloseTo(
                                sleep.info().startInstant().orElseThrow().toEpochMilli(),
                                // both count from a boot time in whole seconds
                                within(1100L));
            }
        }
    }

    private static Instant bootTime() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/stat"))) {
            if (line.startsWith("btime ")) {
                return Instant.ofEpochSecond(Long.parseLong(line.substring(6)));
            }
        }
        throw new AssertionError("no btime");
    }

    @Test
    void aTaskThatHasEndedIsEsrch() throws Exception {
        long descriptors = Fd.live();
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            try (ARef<Task> ref = Task.find((int) sleep.pid())) {
                Children.end(sleep);
                assertThat(ref.get().pid()).isEqualTo((int) sleep.pid());
                assertGone(ref.get());
                assertErrno(Errno.ESRCH, () -> Task.find((int) sleep.pid()));
            }
        }
        assertThat(Fd.live()).isEqualTo(descriptors);
    }

    @Test
    void aZombieHasEndedButIsThere() throws Exception {
        try (Children children = new Children()) {
            // The sleep which the shell becomes never waits for the shell's child.
            Process parent = children.start("sh", "-c", "sleep 60 & echo $!; exec sleep 60");
            int pid = Integer.parseInt(Children.firstLine(parent));
            Children.awaitComm(parent.pid(), "sleep");
            Children.awaitComm(pid, "sleep");
            try (ARef<Task> ref = Task.find(pid)) {
                Task task = ref.get();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                Children.await(() -> task.state() == TaskState.ZOMBIE);
                assertThat(task.isAlive()).isFalse();
                assertThat(task.comm()).isEqualTo("sleep");
                assertThat(task.mm()).isNull();
                assertThat(task.tgidNrNs(null))
                        .as("keeps its number until somebody waits")
                        .isEqualTo(pid);
                Children.end(parent);
                // Somebody else inherits it; a container's first process may never wait for it.
                assertThat(task.isAlive()).isFalse();
            }
        }
    }

    @Test
    void aNumberThatIsReusedIsAnotherTask() throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (Children children = new Children()) {
                Process first = children.start("sleep", "60");
                int pid = (int) first.pid();
                try (ARef<Task> ref = Task.find(pid)) {
                    Children.end(first);
                    if (!PidReuse.next(pid)) {
                        abort("needs a writable ns_last_pid (root)");
                    }
                    Process second = children.start("sleep", "60");
                    if (second.pid() != pid) {
                        continue;
                    }
                    Children.awaitComm(pid, "sleep");
                    assertGone(ref.get());
                    try (ARef<Task> other = Task.find(pid)) {
                        assertThat(other.get().isAlive()).isTrue();
                        assertThat(other.get()).isNotEqualTo(ref.get());
                    }
                    assertThat(second.isAlive()).isTrue();
                    return;
                }
            }
        }
        throw new AssertionError("the number was never given out again in 200 attempts");
    }

    @Test
    void namesOfProgramsMayHoldAnything(@TempDir Path folder) throws Exception {
        for (String name : new String[] {"a) S 1 (b", "x\ny) R", "longer than fifteen bytes"}) {
            Path program = folder.resolve(name);
            Files.copy(Path.of("/bin/sleep"), program, StandardCopyOption.COPY_ATTRIBUTES);
            String comm = name.substring(0, Math.min(15, name.length()));
            try (Children children = new Children()) {
                Process sleep = children.start(program.toString(), "60");
                Children.awaitComm(sleep.pid(), comm);
                try (ARef<Task> task = Task.find((int) sleep.pid())) {
                    assertThat(task.get().comm()).isEqualTo(comm);
                    assertThat(task.get().isAlive()).isTrue();
                    assertThat(task.get().startTime()).isPositive();
                }
            }
        }
    }

    @Test
    void aNameThatIsNotUtf8IsKeptAsBytes() throws Exception {
        try (Children children = new Children()) {
            Process shell =
                    children.start("bash", "-c", "printf 'a\\377\\n' > /proc/self/comm; echo x; exec 3<&0; read y");
            // printf is a builtin, but /proc/self is then bash itself, whose name it is
            Children.firstLine(shell);
            try (ARef<Task> task = Task.find((int) shell.pid())) {
                assertThat(task.get().commBytes()).startsWith('a', 0xFF);
                assertThat(task.get().comm()).startsWith("a\uFFFD");
            }
        }
    }

    @Test
    void aThreadThatNeverAskedIsFoundByItsNumber() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        int[] tid = new int[1];
        Thread thread = new Thread(() -> {
            tid[0] = Linux.gettid();
            started.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        started.await();
        try (ARef<Task> ref = Task.find(tid[0])) {
            assertThat(ref.get().pid()).isEqualTo(tid[0]);
            assertThat(ref.get().tgid()).isEqualTo((int) ProcessHandle.current().pid());
            assertThat(ref.get().isAlive()).isTrue();
            end.countDown();
            thread.join();
            Children.await(() -> !ref.get().isAlive());
            assertGone(ref.get());
        }
    }

    @Test
    void theCallersOwnTaskIsTheSameObject() {
        try (ARef<Task> mine = CurrentTask.current().task();
                ARef<Task> found = Task.find(CurrentTask.current().pid())) {
            assertThat(found.get()).isSameAs(mine.get());
        }
    }

    @Test
    void affinityIsSetAndRead() {
        try (ARef<Task> ref = CurrentTask.current().task()) {
            Task task = ref.get();
            BitSet before = task.affinity();
            assertThat(before.cardinality()).isPositive();
            BitSet one = new BitSet();
            one.set(before.nextSetBit(0));
            task.setAffinity(one);
            try {
                assertThat(task.affinity()).isEqualTo(one);
            } finally {
                task.setAffinity(before);
            }
            assertErrno(Errno.EINVAL, () -> task.setAffinity(new BitSet()));
            BitSet far = new BitSet();
            far.set(1 << 20);
            assertErrno(Errno.EINVAL, () -> task.setAffinity(far));
            assertThat(task.affinity()).isEqualTo(before);
        }
    }

    @Test
    void schedulingIsSetAndRead() throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (ARef<Task> ref = CurrentTask.current().task()) {
                Task task = ref.get();
                assertThat(task.scheduler()).isEqualTo(new SchedAttr(SchedAttr.Policy.NORMAL, task.nice(), 0));
                task.setScheduler(new SchedAttr(SchedAttr.Policy.BATCH, 7, 0));
                assertThat(task.scheduler()).isEqualTo(new SchedAttr(SchedAttr.Policy.BATCH, 7, 0));
                assertErrno(Errno.EINVAL, () -> task.setScheduler(new SchedAttr(SchedAttr.Policy.FIFO, 0, 200)));
                assertErrno(Errno.EINVAL, () -> task.setScheduler(new SchedAttr(SchedAttr.Policy.NORMAL, 0, 1)));
                assertErrno(Errno.EINVAL, () -> task.setScheduler(new SchedAttr(SchedAttr.Policy.OTHER, 0, 0)));
                task.setNice(11);
                assertThat(task.nice()).isEqualTo(11);
                assertErrno(Errno.EINVAL, () -> task.setNice(20));
            }
        });
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((dead, e) -> failure[0] = e);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }

    @Test
    void limitsAreSetAndRead() throws Exception {
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            Children.awaitComm(sleep.pid(), "sleep");
            try (ARef<Task> ref = Task.find((int) sleep.pid())) {
                Task task = ref.get();
                long[] mine = Linux.rlimit(Linux.RLIMIT_MEMLOCK);
                assertThat(task.rlimit(Rlimit.Resource.MEMLOCK)).isEqualTo(new Rlimit(mine[0], mine[1]));
                task.setRlimit(Rlimit.Resource.CORE, new Rlimit(0, 0));
                assertThat(task.rlimit(Rlimit.Resource.CORE)).isEqualTo(new Rlimit(0, 0));
                assertErrno(Errno.EINVAL, () -> task.setRlimit(Rlimit.Resource.NOFILE, new Rlimit(20, 10)));
                assertThat(new Rlimit(3, Rlimit.INFINITY)).hasToString("soft=3 hard=unlimited");
                for (Rlimit.Resource resource : Rlimit.Resource.values()) {
                    assertThat(task.rlimit(resource)).isNotNull();
                }
            }
        }
    }
}
