package dev.ferrite.runtime.mm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.task.Children;
import dev.ferrite.runtime.task.CurrentTask;
import dev.ferrite.runtime.task.Task;
import dev.ferrite.runtime.task.TaskState;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MmTest {
    private static final int READ_WRITE = Linux.PROT_READ | Linux.PROT_WRITE;
    private static final int ANONYMOUS = Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS;
    private static final long HUGE = 2 << 20;

    private static ARef<MmWithUser> own() {
        return requireNonNull(CurrentTask.current().mm().mmgetNotZero());
    }

    @Test
    void aMappingIsFoundByEveryAddressOfIt() {
        long page = Pages.SIZE;
        try (ARef<MmWithUser> mm = own();
                Mapping mapping = Mapping.confined(-1, 0, 4 * page, Linux.PROT_NONE, ANONYMOUS | Linux.MAP_NORESERVE)) {
            long start = mapping.segment().address();
            // Alone between others: the neighbours have another protection.
            assertThat(Linux.mmap(start + page, page, READ_WRITE, ANONYMOUS | Linux.MAP_FIXED, -1, 0))
                    .isEqualTo(start + page);
            try (MmapReadGuard guard = mm.get().mmapReadLock()) {
                for (long address : new long[] {start + page, start + page + 1, start + 2 * page - 1}) {
                    Vma vma = requireNonNull(guard.vmaLookup(address));
                    assertThat(vma.start()).isEqualTo(start + page);
                    assertThat(vma.length()).isEqualTo(page);
                    assertThat(vma.flags()).isEqualTo(Vma.READ | Vma.WRITE);
                    assertThat(vma).isEqualTo(MmapReadGuard.lookIn(guard.vmas().list(), address));
                }
                assertThat(requireNonNull(guard.vmaLookup(start)).flags()).isZero();
                assertThat(guard.vmaLookup(0)).isNull();
            }
        }
    }

    @Test
    void theIoctlAndTheTextSayTheSame() {
        try (ARef<MmWithUser> mm = own();
                MmapReadGuard guard = mm.get().mmapReadLock()) {
            Vmas vmas = guard.vmas();
            assertThat(vmas.list()).hasSizeGreaterThan(20);
            int same = 0;
            for (Vma vma : vmas.list()) {
                // The stack and the heap may grow between the two looks; most others do not.
                if (vma.equals(guard.vmaLookup(vma.start()))) {
                    same++;
                }
                assertThat(Long.compareUnsigned(vma.start(), vma.end())).isNegative();
            }
            assertThat(same).isGreaterThan(vmas.list().size() * 3 / 4);
        }
    }

    @Test
    void factsOfAFile() throws Exception {
        Path program =
                Path.of(ProcessHandle.current().info().command().orElseThrow()).toRealPath();
        int fd = Linux.open(program.toString(), Linux.O_RDONLY | Linux.O_CLOEXEC, 0);
        try (Fd file = Fd.own(fd, "open");
                ARef<MmWithUser> mm = own();
                Mapping mapping =
                        Mapping.confined(file.value(), Pages.SIZE, Pages.SIZE, Linux.PROT_READ, Linux.MAP_SHARED);
                MmapReadGuard guard = mm.get().mmapReadLock()) {
            Vma vma = requireNonNull(guard.vmaLookup(mapping.segment().address()));
            assertThat(vma.name()).isEqualTo(program.toString());
            assertThat(vma.offset()).isEqualTo(Pages.SIZE);
            assertThat(vma.inode()).isEqualTo(Linux.fstat(file.value()).inode());
            assertThat(vma.flags()).isEqualTo(Vma.READ | Vma.SHARED);
            assertThat(vma.toString()).contains(" r--s 1000 ");
        }
    }

    @Test
    void memoryThatIsWrittenIsResidentAndDirty() {
        long length = 64 * Pages.SIZE;
        try (ARef<MmWithUser> mm = own();
                Mapping mapping = Mapping.confined(-1, 0, length, READ_WRITE, Linux.MAP_SHARED | Linux.MAP_ANONYMOUS)) {
            assertThat(one(mm.get().usageOf(mapping)).usage().rss()).isZero();
            for (long at = 0; at < length / 2; at += Pages.SIZE) {
                mapping.segment().set(ValueLayout.JAVA_BYTE, at, (byte) 1);
            }
            VmaUsage usage = one(mm.get().usageOf(mapping));
            assertThat(usage.usage().rss()).isEqualTo(length / 2);
            assertThat(usage.usage().dirty()).isEqualTo(length / 2);
            assertThat(usage.kernelPageSize()).isEqualTo(Pages.SIZE);
            assertThat(usage.vmFlags()).startsWith("rd wr");
            assertThat(usage.usage().huge()).isZero();
        }
    }

    private static VmaUsage one(List<VmaUsage> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    @Test
    void hugePagesAreFoundWhereTheyAre() {
        try (ARef<MmWithUser> mm = own();
                Mapping mapping = Mapping.confined(-1, 0, 6 * HUGE, READ_WRITE, ANONYMOUS)) {
            long aligned = (mapping.segment().address() + HUGE - 1) & -HUGE;
            long offset = aligned - mapping.segment().address();
            Linux.madvise(aligned + HUGE, HUGE, Linux.MADV_HUGEPAGE);
            for (long at = 0; at < mapping.segment().byteSize(); at += Pages.SIZE) {
                mapping.segment().set(ValueLayout.JAVA_BYTE, at, (byte) 1);
            }
            long huge = 0;
            for (VmaUsage usage : mm.get().usageOf(mapping)) {
                huge += usage.usage().anonHuge();
            }
            if (huge == 0) {
                abort("this machine gave no huge page (none free, or transparent huge pages are off)");
            }
            List<HugeRange> ranges = mm.get().hugePagesOf(mapping);
            assertThat(ranges.stream().mapToLong(HugeRange::length).sum()).isEqualTo(huge);
            assertThat(ranges).anySatisfy(range -> {
                assertThat(range.address()).isLessThanOrEqualTo(aligned + HUGE);
                assertThat(range.address() + range.length()).isGreaterThanOrEqualTo(aligned + 2 * HUGE);
            });
            assertThat(offset).isNotNegative();
        }
    }

    @Test
    void allOfItIsWhatTheRollupSays() throws Exception {
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            Children.awaitComm(sleep.pid(), "sleep");
            try (ARef<Task> task = Task.find((int) sleep.pid());
                    ARef<Mm> mm = requireNonNull(task.get().mm())) {
                Children.await(() -> task.get().state() == TaskState.INTERRUPTIBLE);
                try (ARef<MmWithUser> used = requireNonNull(mm.get().mmgetNotZero())) {
                    MmUsage usage = used.get().usage();
                    String rollup = Files.readString(Path.of("/proc/" + sleep.pid() + "/smaps_rollup"));
                    assertThat(usage.rss()).isEqualTo(kilobytes(rollup, "Rss:"));
                    assertThat(usage.anonymous()).isEqualTo(kilobytes(rollup, "Anonymous:"));
                    assertThat(usage.privateDirty()).isEqualTo(kilobytes(rollup, "Private_Dirty:"));
                    // each range's is rounded down to a kilobyte, and others of its pages come and go
                    assertThat(usage.pss()).isCloseTo(kilobytes(rollup, "Pss:"), within(200L * 1024));
                    try (MmapReadGuard guard = used.get().mmapReadLock()) {
                        assertThat(guard.vmas().stable()).isTrue();
                        assertThat(guard.vmas().list())
                                .anyMatch(vma -> vma.name().endsWith("/sleep"));
                    }
                }
            }
        }
    }

    private static long kilobytes(String text, String key) {
        for (String line : text.lines().toList()) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new AssertionError("no " + key);
    }

    @Test
    void afterTheEndThereIsNoUser() throws Exception {
        assertThat(CurrentTask.current().mm()).isSameAs(Mm.ofThisProcess());
        long descriptors = Fd.live();
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            Children.awaitComm(sleep.pid(), "sleep");
            try (ARef<Task> task = Task.find((int) sleep.pid());
                    ARef<Mm> mm = requireNonNull(task.get().mm());
                    ARef<MmWithUser> used = requireNonNull(mm.get().mmgetNotZero())) {
                Children.end(sleep);
                assertThat(mm.get().mmgetNotZero()).isNull();
                assertThat(task.get().mm()).isNull();
                try (MmapReadGuard guard = used.get().mmapReadLock()) {
                    assertEsrch(guard::vmas);
                    assertEsrch(() -> guard.vmaLookup(0x1000));
                }
                assertEsrch(used.get()::usage);
            }
        }
        assertThat(Fd.live()).isEqualTo(descriptors);
    }

    private static void assertEsrch(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESRCH));
    }

    @Test
    void anExecIsTheEndOfTheAddressSpace() throws Exception {
        try (Children children = new Children()) {
            Process shell = children.start("sh", "-c", "echo ready; read line; exec sleep 60");
            assertThat(Children.firstLine(shell)).isEqualTo("ready");
            try (ARef<Task> task = Task.find((int) shell.pid());
                    ARef<Mm> old = requireNonNull(task.get().mm())) {
                shell.getOutputStream().write('\n');
                shell.getOutputStream().flush();
                Children.awaitComm(shell.pid(), "sleep");
                assertThat(task.get().isAlive()).isTrue();
                assertThat(old.get().mmgetNotZero()).isNull();
                try (ARef<Mm> mm = requireNonNull(task.get().mm())) {
                    requireNonNull(mm.get().mmgetNotZero()).close();
                }
            }
        }
    }

    @Test
    void aKernelThreadHasNone() {
        try (ARef<Task> kthreadd = Task.find(2)) {
            if (!kthreadd.get().comm().equals("kthreadd")) {
                abort("this machine shows no kernel thread");
            }
            assertThat(kthreadd.get().mm()).isNull();
        } catch (ErrnoException e) {
            abort("this machine shows no kernel thread: " + e.getMessage());
        }
    }

    @Test
    void readersShareAndAWriterExcludes() throws Exception {
        try (ARef<MmWithUser> mm = own()) {
            try (MmapReadGuard one = mm.get().mmapReadLock();
                    MmapReadGuard two = requireNonNull(mm.get().mmapReadTrylock())) {
                assertThat(one.vmas().list()).isNotEmpty();
                assertThat(two.vmas().list()).isNotEmpty();
            }
            RwLock.WriteGuard<Mm> writer = mm.get().mmapWriteLock();
            assertThat(mm.get().mmapReadTrylock()).isNull();
            writer.close();
            MmapReadGuard guard = requireNonNull(mm.get().mmapReadTrylock());
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    guard.vmas();
                } catch (KernelBug e) {
                    thrown.set(e);
                }
            });
            other.start();
            other.join();
            assertThat(thrown.get()).isInstanceOf(KernelBug.class);
            guard.close();
            guard.close();
            assertThatThrownBy(guard::vmas).isInstanceOf(IllegalStateException.class);
            mm.get().mmapWriteLock().close();
        }
    }

    @Test
    void thousandsOfRangesAreListed() {
        long page = Pages.SIZE;
        int ranges = 8_000;
        try (ARef<MmWithUser> mm = own();
                Mapping mapping = Mapping.confined(-1, 0, 2L * ranges * page, Linux.PROT_NONE, ANONYMOUS)) {
            long start = mapping.segment().address();
            for (int i = 0; i < ranges; i++) {
                Linux.mmap(start + 2L * i * page, page, Linux.PROT_READ, ANONYMOUS | Linux.MAP_FIXED, -1, 0);
            }
            try (MmapReadGuard guard = mm.get().mmapReadLock()) {
                long mine = guard.vmas().list().stream()
                        .filter(vma -> vma.start() >= start
                                && vma.end() <= start + mapping.segment().byteSize())
                        .count();
                assertThat(mine).isBetween(2L * ranges - 2, 2L * ranges);
                assertThat(guard.vmaLookup(start + (ranges - 2L) * page)).isNotNull();
            }
            assertThat(mm.get().usageOf(mapping)).hasSizeBetween(2 * ranges - 2, 2 * ranges + 2);
        }
    }

    @Test
    void aListIsSortedAndWholeWhileOthersMap() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread mapper = new Thread(() -> {
            while (!done.get()) {
                Mapping.confined(-1, 0, Pages.SIZE, Linux.PROT_READ, Linux.MAP_SHARED | Linux.MAP_ANONYMOUS)
                        .close();
            }
        });
        mapper.start();
        try (ARef<MmWithUser> mm = own();
                MmapReadGuard guard = mm.get().mmapReadLock();
                Mapping mapping = Mapping.confined(-1, 0, Pages.SIZE, READ_WRITE, ANONYMOUS)) {
            for (int i = 0; i < 30; i++) {
                Vmas vmas = guard.vmas();
                assertThat(MmapReadGuard.lookIn(vmas.list(), mapping.segment().address()))
                        .isNotNull();
                if (vmas.stable()) {
                    for (int v = 1; v < vmas.list().size(); v++) {
                        assertThat(Long.compareUnsigned(
                                        vmas.list().get(v - 1).end(),
                                        vmas.list().get(v).start()))
                                .isNotPositive();
                    }
                }
            }
        } finally {
            done.set(true);
            mapper.join();
        }
    }

    @Test
    void aClosedMappingIsRefused() {
        try (ARef<MmWithUser> mm = own()) {
            Mapping mapping = Mapping.confined(-1, 0, Pages.SIZE, READ_WRITE, ANONYMOUS);
            mapping.close();
            assertThatThrownBy(() -> mm.get().usageOf(mapping)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> mm.get().hugePagesOf(mapping)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void namesWithNewlinesAreTakenBack() {
        Vma vma = Vma.parse(new ProcText(
                "maps",
                "7f0000000000-ffffffffff601000 r-xs 00001000 fe:0a 77                         /a b\\012c (deleted)\n"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(vma)
                .isEqualTo(new Vma(
                        0x7f0000000000L,
                        0xffffffffff601000L,
                        Vma.READ | Vma.EXEC | Vma.SHARED,
                        0x1000,
                        0xfe,
                        0x0a,
                        77,
                        "/a b\nc (deleted)"));
        assertThat(vma.contains(0xffffffffff600fffL)).isTrue();
        assertThat(vma.contains(0xffffffffff601000L)).isFalse();
    }
}
