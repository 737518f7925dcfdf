package dev.ferrite.offheap.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxTest {
    private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

    @Test
    void processAndThreadHaveNumbers() throws InterruptedException {
        assertThat(Linux.getpid()).isEqualTo((int) ProcessHandle.current().pid());
        AtomicInteger other = new AtomicInteger();
        Thread thread = new Thread(() -> other.set(Linux.gettid()));
        thread.start();
        thread.join();
        assertThat(other.get()).isPositive().isNotEqualTo(Linux.gettid());
    }

    @Test
    void errorsAreNegativeErrno() {
        assertThat(Linux.open("/nonexistent/file", Linux.O_RDONLY, 0)).isEqualTo(Errno.ENOENT.negated());
        assertThat(Linux.close(-1)).isEqualTo(Errno.EBADF.negated());
        assertThat(Linux.ioctl(-1, 0x6400, 0)).isEqualTo(Errno.EBADF.negated());
        assertThat(Linux.ftruncate(-1, 0)).isEqualTo(Errno.EBADF.negated());
        assertThat(Linux.munmap(1, 1)).isEqualTo(Errno.EINVAL.negated());
        assertThat(Linux.mmap(0, 0, RW, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS, -1, 0))
                .isEqualTo(Errno.EINVAL.negated());
        assertThat(Linux.fstat(-1).error()).isEqualTo(Errno.EBADF.negated());
        assertThat(Linux.membarrier(-1)).isNegative();
        assertThat(Linux.rlimit(9999)).isEmpty();
    }

    @Test
    void fileIsWrittenAndReadAndRemoved(@TempDir Path folder) throws Exception {
        String path = folder.resolve("file").toString();
        try (Arena arena = Arena.ofConfined();
                Fd fd = Fd.own(Linux.open(path, Linux.O_RDWR | Linux.O_CREAT | Linux.O_EXCL, 0600), "open " + path)) {
            MemorySegment text = arena.allocateFrom("ferrite");
            assertThat(Linux.write(fd.value(), text.address(), 7)).isEqualTo(7);
            assertThat(Linux.pwrite(fd.value(), text.address(), 2, 7)).isEqualTo(2);
            MemorySegment back = arena.allocate(16);
            assertThat(Linux.pread(fd.value(), back.address(), 16, 2)).isEqualTo(7);
            assertThat(back.getString(0)).isEqualTo("rritefe");
            assertThat(Linux.read(fd.value(), back.address(), 16)).isEqualTo(2);
            assertThat(Linux.ftruncate(fd.value(), 3)).isZero();
            assertThat(Linux.fstat(fd.value()).size()).isEqualTo(3);
            assertThat(Linux.fallocate(fd.value(), 0, 0, 8192)).isZero();
            assertThat(Linux.fstat(fd.value()).size()).isEqualTo(8192);
            assertThat(Linux.fstat(fd.value()).blocks()).isGreaterThanOrEqualTo(16);
        }
        assertThat(Files.readString(Path.of(path))).startsWith("fer");
        assertThat(Linux.unlink(path)).isZero();
        assertThat(Linux.unlink(path)).isEqualTo(Errno.ENOENT.negated());
    }

    @Test
    void memfdIsSharedByMappingsAndSealed() {
        try (Fd fd = Fd.own(
                        Linux.memfdCreate("ferrite-test", Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING),
                        "memfd_create");
                Fd copy = Fd.own(Linux.dup(fd.value()), "dup")) {
            assertThat(copy.value()).isNotEqualTo(fd.value());
            assertThat(Linux.fstat(copy.value())).isEqualTo(Linux.fstat(fd.value()));
            assertThat(Linux.ftruncate(fd.value(), 2 * Pages.SIZE)).isZero();
            int seals = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW | Linux.F_SEAL_SEAL;
            assertThat(Linux.fcntl(fd.value(), Linux.F_ADD_SEALS, seals)).isZero();
            assertThat(Linux.fcntl(fd.value(), Linux.F_GET_SEALS, 0)).isEqualTo(seals);
            assertThat(Linux.ftruncate(fd.value(), Pages.SIZE)).isEqualTo(Errno.EPERM.negated());
            long before = Mapping.live();
            try (Mapping one = Mapping.shared(fd.value(), 0, 2 * Pages.SIZE, RW, Linux.MAP_SHARED);
                    Mapping two =
                            Mapping.confined(copy.value(), Pages.SIZE, Pages.SIZE, Linux.PROT_READ, Linux.MAP_SHARED)) {
                assertThat(Mapping.live()).isEqualTo(before + 2);
                one.segment().set(ValueLayout.JAVA_LONG, Pages.SIZE + 8, 42);
                assertThat(two.asByteBuffer().getLong(8)).isEqualTo(42);
                assertThatThrownBy(() -> two.segment().set(ValueLayout.JAVA_LONG, 8, 1))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(Words.getLongPlain(one.segment().address() + Pages.SIZE + 8))
                        .isEqualTo(42);
            }
            assertThat(Mapping.live()).isEqualTo(before);
        }
    }

    @Test
    void closedMappingRefusesEveryView() {
        Mapping mapping = Mapping.shared(-1, 0, Pages.SIZE, RW, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);
        ByteBuffer buffer = mapping.asByteBuffer();
        buffer.putLong(0, 1);
        mapping.close();
        mapping.close();
        assertThat(mapping.isOpen()).isFalse();
        assertThatThrownBy(() -> buffer.getLong(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> mapping.segment().get(ValueLayout.JAVA_LONG, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mappingThatCannotBeIsAnExceptionWithTheValues() {
        long before = Mapping.live();
        assertThatThrownBy(() -> Mapping.shared(-1, 0, 4096, RW, Linux.MAP_SHARED))
                .isInstanceOf(ErrnoException.class)
                .hasMessage("mmap fd=-1 offset=0 length=4096: EBADF (Bad file descriptor)");
        assertThat(Mapping.live()).isEqualTo(before);
    }

    @Test
    void descriptorIsClosedOnceAndSaysSo() {
        long live = Fd.live();
        Fd fd = Fd.own(Linux.eventfd(0, Linux.O_CLOEXEC | Linux.O_NONBLOCK), "eventfd");
        int number = fd.value();
        assertThat(Fd.live()).isEqualTo(live + 1);
        fd.close();
        fd.close();
        assertThat(fd.isOpen()).isFalse();
        assertThat(Fd.live()).isEqualTo(live);
        assertThat(fd).hasToString("fd closed, was " + number);
        assertThatThrownBy(fd::value)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("descriptor is closed: was=" + number);
        assertThatThrownBy(() -> Fd.own(Errno.EMFILE.negated(), "eventfd"))
                .isInstanceOf(ErrnoException.class)
                .hasMessageStartingWith("eventfd: EMFILE");
    }

    @Test
    void pollSeesWhatIsThereAndTimesOut() {
        try (Arena arena = Arena.ofConfined();
                Fd event = Fd.own(Linux.eventfd(0, Linux.O_CLOEXEC | Linux.O_NONBLOCK), "eventfd")) {
            assertThat(Linux.poll(event.value(), Linux.POLLIN, 0)).isZero();
            assertThat(Linux.poll(event.value(), Linux.POLLIN, 1_000_000)).isZero();
            MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1L);
            assertThat(Linux.write(event.value(), one.address(), 8)).isEqualTo(8);
            assertThat(Linux.poll(event.value(), Linux.POLLIN | Linux.POLLOUT, -1))
                    .isEqualTo(Linux.POLLIN | Linux.POLLOUT);
        }
        assertThat(Linux.poll(1_000_000, Linux.POLLIN, 0)).isEqualTo(Linux.POLLNVAL);
    }

    @Test
    void futexSleepsUntilWoken() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            long word = arena.allocate(8, 8).address();
            assertThat(Linux.futexWait(word, 1, -1)).isEqualTo(Errno.EAGAIN.negated());
            assertThat(Linux.futexWait(word, 0, 1_000_000)).isEqualTo(Errno.ETIMEDOUT.negated());
            Thread sleeper = new Thread(() -> {
                while (Words.getIntAcquire(word) == 0) {
                    Linux.futexWait(word, 0, -1);
                }
            });
            sleeper.start();
            Words.setIntRelease(word, 1);
            while (sleeper.isAlive()) {
                Linux.futexWake(word, 1);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void pageSizeIsThePlatforms() {
        assertThat(Pages.SIZE).isGreaterThanOrEqualTo(4096).isLessThanOrEqualTo(65536);
        assertThat(Long.bitCount(Pages.SIZE)).isEqualTo(1);
        assertThat(Pages.align(0)).isZero();
        assertThat(Pages.align(1)).isEqualTo(Pages.SIZE);
        assertThat(Pages.align(Pages.SIZE)).isEqualTo(Pages.SIZE);
        assertThatThrownBy(() -> Pages.align(Long.MAX_VALUE)).isInstanceOf(ErrnoException.class);
        assertThatThrownBy(() -> Pages.align(-1)).isInstanceOf(ErrnoException.class);
    }

    @Test
    void limitsAreReadable() {
        assertThat(Linux.rlimit(Linux.RLIMIT_NOFILE)).hasSize(2);
    }

    @Test
    void virtualThreadsMakeCallsToo() throws InterruptedException {
        AtomicInteger wrong = new AtomicInteger();
        Thread[] threads = new Thread[100];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                if (Linux.close(-1) != Errno.EBADF.negated()) {
                    wrong.getAndIncrement();
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong.get()).isZero();
    }
}
