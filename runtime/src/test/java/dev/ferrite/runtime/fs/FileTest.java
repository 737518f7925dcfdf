package dev.ferrite.runtime.fs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.cred.Kuid;
import dev.ferrite.runtime.security.SecuredFile;
import dev.ferrite.runtime.security.SecurityHooks;
import dev.ferrite.runtime.security.SecurityPolicy;
import dev.ferrite.runtime.task.Rlimit;
import dev.ferrite.runtime.task.Task;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileTest {
    private static final int F_GETFD = 1;
    private static final int FD_CLOEXEC = 1;

    private long descriptors;

    @BeforeEach
    void before() {
        descriptors = Fd.live();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(Fd.live()).isEqualTo(descriptors);
    }

    private static void assertErrno(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    private static long write(int fd, String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(text);
            return Linux.write(fd, bytes.address(), text.length());
        }
    }

    @Test
    void anOpenFileHasFlagsPositionAndOpener(@TempDir Path folder) {
        String path = folder.resolve("file").toString();
        try (ARef<File> ref = File.open(path, Linux.O_RDWR | Linux.O_CREAT | Linux.O_NONBLOCK, 0600)) {
            File file = ref.get();
            assertThat(file.flags() & (Linux.O_RDWR | Linux.O_NONBLOCK)).isEqualTo(Linux.O_RDWR | Linux.O_NONBLOCK);
            assertThat(file.name()).isEqualTo(path);
            assertThat(file.position()).isZero();
            assertThat(write(file.fd(), "hello")).isEqualTo(5);
            assertThat(file.position()).isEqualTo(5);
            assertThat(Linux.fcntl(file.fd(), F_GETFD, 0)).isEqualTo(FD_CLOEXEC);
            Credential opener = requireNonNull(file.cred());
            assertThat(opener.euid()).isEqualTo(Kuid.currentEuid());
            try (ARef<File> again = File.fget(file.fd());
                    ARef<File> other = File.open(path, Linux.O_RDONLY, 0)) {
                assertThat(again.get().cred()).isSameAs(opener);
                assertThat(again.get().position()).isEqualTo(5);
                assertThat(again.get().isSameFile(file)).isTrue();
                assertThat(other.get().isSameFile(file)).isFalse();
                assertThat(other.get().position()).isZero();
                assertThat(other.get().cred()).isNotSameAs(opener);
            }
        }
    }

    @Test
    void numbersThatAreNotOpenAreEbadf() {
        assertErrno(Errno.EBADF, () -> File.fget(-1));
        assertErrno(Errno.EBADF, () -> File.fget(Integer.MAX_VALUE));
        int fd = Linux.eventfd(0, Linux.O_CLOEXEC);
        try (ARef<File> file = File.fget(fd)) {
            Linux.close(fd);
            assertErrno(Errno.EBADF, () -> File.fget(fd));
            assertThat(write(file.get().fd(), "12345678"))
                    .as("the file lives on")
                    .isEqualTo(8);
        }
        assertErrno(Errno.EINVAL, () -> File.open("/dev/null\0/x", 0, 0));
        assertErrno(Errno.ENOENT, () -> File.open("/no/such/file", 0, 0));
    }

    @Test
    void aFileOpenedElsewhereHasNoKnownOpener() throws Exception {
        int fd = Linux.open("/dev/zero", Linux.O_RDONLY | Linux.O_CLOEXEC, 0);
        try (ARef<File> file = File.fget(fd)) {
            assertThat(file.get().cred()).isNull();
            assertThat(file.get().name()).isEqualTo("/dev/zero");
        }
        try (ARef<File> file = File.adopt(Fd.own(fd, "open"))) {
            assertThat(file.get().cred()).isNotNull();
            assertThat(file.get().name()).isEqualTo("/dev/zero");
        }
        int number;
        try (ARef<File> file = File.open("/dev/null", 0, 0)) {
            number = file.get().fd();
        }
        // The number may be given to a file of somebody else, whose opener this was not.
        int other = Linux.open("/dev/null", Linux.O_RDONLY | Linux.O_CLOEXEC, 0);
        assertThat(other).isEqualTo(number);
        try (ARef<File> file = File.fget(other)) {
            assertThat(file.get().cred()).isNull();
        }
        Linux.close(other);
        int event = Linux.eventfd(0, Linux.O_CLOEXEC);
        Linux.close(event);
        assertErrno(Errno.EBADF, () -> File.fget(event));
    }

    @Test
    void aPipeHasNoPosition() throws Exception {
        Process cat = new ProcessBuilder("cat").start();
        try (ARef<File> fifo = File.open("/proc/" + cat.pid() + "/fd/0", Linux.O_WRONLY, 0)) {
            assertErrno(Errno.ESPIPE, () -> fifo.get().position());
        } finally {
            cat.destroyForcibly().waitFor();
        }
    }

    @Test
    void aReservedNumberIsNotOpenUntilItIsInstalled() {
        try (FileDescriptorReservation reservation = FileDescriptorReservation.getUnusedFd()) {
            int number = reservation.reservedFd();
            assertErrno(Errno.EBADF, () -> File.fget(number));
            assertThat(write(number, "x")).isEqualTo(Errno.EBADF.negated());
            ARef<File> file = File.open("/dev/null", Linux.O_RDWR, 0);
            Credential opener = file.get().cred();
            try (Fd installed = reservation.fdInstall(file)) {
                assertThat(installed.value()).isEqualTo(number);
                assertThat(file.isOpen()).as("the reference is used up").isFalse();
                assertThat(write(number, "x")).isEqualTo(1);
                assertThat(Linux.fcntl(number, F_GETFD, 0)).isEqualTo(FD_CLOEXEC);
                try (ARef<File> found = File.fget(number)) {
                    assertThat(found.get().cred()).isSameAs(opener);
                    assertThat(found.get().name()).isEqualTo("/dev/null");
                }
                assertThatThrownBy(reservation::reservedFd).isInstanceOf(IllegalStateException.class);
                try (ARef<File> second = File.open("/dev/null", Linux.O_RDWR, 0)) {
                    assertThatThrownBy(() -> reservation.fdInstall(second)).isInstanceOf(IllegalStateException.class);
                    assertThat(second.isOpen()).isTrue();
                }
            }
            assertErrno(Errno.EBADF, () -> File.fget(number));
        }
    }

    @Test
    void aReservationGivenBackIsFreeAgain() {
        FileDescriptorReservation reservation = FileDescriptorReservation.getUnusedFdFlags(0);
        int number = reservation.reservedFd();
        reservation.close();
        reservation.close();
        try (ARef<File> file = File.open("/dev/null", 0, 0)) {
            assertThat(file.get().fd()).isEqualTo(number);
            assertThatThrownBy(() -> reservation.fdInstall(file)).isInstanceOf(IllegalStateException.class);
            assertThat(file.isOpen()).isTrue();
            try (ARef<File> found = File.fget(number)) {
                assertThat(found.get().isSameFile(file.get())).isTrue();
            }
        }
        assertErrno(Errno.EINVAL, () -> FileDescriptorReservation.getUnusedFdFlags(Linux.O_NONBLOCK));
    }

    @Test
    void aReservationInstalledWithoutTheFlagIsPassedOnByExec() {
        try (FileDescriptorReservation reservation = FileDescriptorReservation.getUnusedFdFlags(0);
                Fd installed = reservation.fdInstall(File.open("/dev/null", 0, 0))) {
            assertThat(Linux.fcntl(installed.value(), F_GETFD, 0)).isZero();
        }
    }

    @Test
    void aReservationBelongsToItsThread() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try (FileDescriptorReservation reservation = FileDescriptorReservation.getUnusedFd()) {
            Thread other = new Thread(() -> {
                try {
                    reservation.reservedFd();
                } catch (KernelBug e) {
                    thrown.set(e);
                }
            });
            other.start();
            other.join();
            assertThat(thrown.get()).isInstanceOf(KernelBug.class);
        }
    }

    @Test
    void aFullTableIsEmfile() {
        List<FileDescriptorReservation> all = new ArrayList<>();
        // The soft limit of a JVM is its hard one, which may be a million: so the limit is lowered, for this process.
        try (ARef<Task> me = Task.find((int) ProcessHandle.current().pid())) {
            Rlimit before = me.get().rlimit(Rlimit.Resource.NOFILE);
            // Room for what the JVM opens meanwhile is not needed: class files are open already.
            int free;
            try (FileDescriptorReservation probe = FileDescriptorReservation.getUnusedFd()) {
                free = probe.reservedFd();
            }
            me.get().setRlimit(Rlimit.Resource.NOFILE, new Rlimit(free + 3, before.hard()));
            try {
                assertErrno(Errno.EMFILE, () -> {
                    for (int i = 0; i < 1000; i++) {
                        all.add(FileDescriptorReservation.getUnusedFd());
                    }
                });
                assertErrno(Errno.EMFILE, () -> File.fget(0));
                assertThat(all).hasSizeBetween(1, 3);
            } finally {
                me.get().setRlimit(Rlimit.Resource.NOFILE, before);
                all.forEach(FileDescriptorReservation::close);
            }
        }
    }

    @Test
    void policiesAreAskedBeforeOpenAndIoctl() {
        SecurityPolicy policy = new SecurityPolicy() {
            @Override
            public int fileOpen(Credential opener, SecuredFile file) {
                return file.name().equals("/dev/zero") ? Errno.EPERM.negated() : 0;
            }

            @Override
            public int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
                return command == 7 ? Errno.EACCES.negated() : 0;
            }
        };
        try (ARef<File> file = File.open("/dev/null", 0, 0)) {
            assertThat(file.get().ioctl(7, 0)).isEqualTo(Errno.ENOTTY.negated());
            try (SecurityHooks.Registration registration = SecurityHooks.register(policy)) {
                assertErrno(Errno.EPERM, () -> File.open("/dev/zero", 0, 0));
                File.open("/dev/null", 0, 0).close();
                assertThat(file.get().ioctl(7, 0)).isEqualTo(Errno.EACCES.negated());
                assertThat(file.get().ioctl(8, 0)).isEqualTo(Errno.ENOTTY.negated());
                assertThat(registration).isNotNull();
            }
        }
    }

    @Test
    void aLookupNeverSeesAPlaceholder() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int number;
        try (FileDescriptorReservation probe = FileDescriptorReservation.getUnusedFd()) {
            number = probe.reservedFd();
        }
        Thread looker = new Thread(() -> {
            try {
                while (!done.get()) {
                    for (int fd = number; fd < number + 6; fd++) {
                        try (ARef<File> file = File.fget(fd)) {
                            // Of all that is opened here only the placeholder is /dev/null.
                            assertThat(file.get().name()).isNotEqualTo("/dev/null");
                        } catch (ErrnoException e) {
                            assertThat(e.errno()).isEqualTo(Errno.EBADF);
                        }
                    }
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        looker.start();
        for (int i = 0; i < 3_000; i++) {
            try (FileDescriptorReservation reservation = FileDescriptorReservation.getUnusedFd()) {
                if (i % 2 == 0) {
                    reservation.fdInstall(File.open("/dev/zero", 0, 0)).close();
                }
            }
        }
        done.set(true);
        looker.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    void everyFileOfThisProcessCanBeFound() throws Exception {
        try (var numbers = Files.list(Path.of("/proc/self/fd"))) {
            for (Path path : (Iterable<Path>) numbers::iterator) {
                try (ARef<File> file =
                        File.fget(Integer.parseInt(path.getFileName().toString()))) {
                    assertThat(file.get().name()).isNotEmpty();
                    file.get().flags();
                } catch (ErrnoException e) {
                    assertThat(e.errno()).isEqualTo(Errno.EBADF);
                }
            }
        }
    }
}
