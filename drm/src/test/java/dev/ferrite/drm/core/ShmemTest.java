package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EBUSY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.10: shmem objects; and base objects, which cannot be mapped. */
class ShmemTest {
    private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

    private Bench bench;
    private DrmFile<?> file;
    private final List<String> freed = new ArrayList<>();

    @BeforeEach
    void setUp() {
        bench = new Bench();
        file = DrmNodes.open(bench.card, Linux.O_RDWR, Caller.unprivileged());
    }

    @AfterEach
    void tearDown() {
        file.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(DrmLive.shmemBytes()).isZero();
    }

    private ARef<ShmemObject<String>> create(long size, ShmemConfig config) {
        return ShmemObject.create(
                bench.device.get(), size, config, new DriverObject<>((device, bytes) -> "x", null, null, freed::add));
    }

    private GemVma map(GemObject<?> object) {
        object.createHandle(file);
        return file.mmap(object.createMmapOffset(), object.size(), RW);
    }

    @Test
    void sizeIsRoundedUpToPagesAndChecked() {
        try (ARef<ShmemObject<String>> object = create(Bench.PAGE + 1, ShmemConfig.DEFAULT)) {
            assertThat(object.get().size()).isEqualTo(2 * Bench.PAGE);
            assertThat(object.get().config().mapWc()).isFalse();
        }
        assertThat(freed).containsExactly("x");
        assertThatThrownBy(() -> create(0, ShmemConfig.DEFAULT)).isInstanceOf(KernelBug.class);
    }

    @Test
    void mappingsAndVmapsAreTheSamePages() {
        try (ARef<ShmemObject<String>> object = create(Bench.PAGE, new ShmemConfig(true, null))) {
            MemorySegment kernel = object.get().vmap();
            assertThat(object.get().vmap()).as("once for all").isEqualTo(kernel);
            kernel.set(ValueLayout.JAVA_LONG, 8, 42);
            GemVma vma = map(object.get());
            assertThat(Words.getLongPlain(vma.address() + 8)).isEqualTo(42);
            object.get().vunmap();
            assertThat(kernel.get(ValueLayout.JAVA_LONG, 8)).as("one left").isEqualTo(42);
            object.get().vunmap();
            assertThatThrownBy(() -> kernel.get(ValueLayout.JAVA_LONG, 8)).isInstanceOf(IllegalStateException.class);
            long warned = Warn.countOf("drm-shmem-vunmap");
            object.get().vunmap();
            assertThat(Warn.countOf("drm-shmem-vunmap")).isEqualTo(warned + 1);
            vma.unmap();
        }
    }

    @Test
    void mappingSurvivesHandleFileAndUnplug() {
        ARef<ShmemObject<String>> object = create(Bench.PAGE, ShmemConfig.DEFAULT);
        GemVma vma = map(object.get());
        object.close();
        file.close();
        Words.setLongPlain(vma.address(), 7);
        assertThat(Words.getLongPlain(vma.address())).isEqualTo(7);
        bench.registration.unplug();
        assertThat(Words.getLongPlain(vma.address())).as("nobody's pages").isZero();
        vma.unmap();
    }

    @Test
    void bytesAreCountedFromTheFirstUseOfThePagesUntilTheyGo() {
        try (ARef<ShmemObject<String>> kept = create(3 * Bench.PAGE, ShmemConfig.DEFAULT);
                ARef<ShmemObject<String>> purged = create(Bench.PAGE, ShmemConfig.DEFAULT)) {
            assertThat(DrmLive.shmemBytes()).as("no pages yet").isZero();
            assertThat(kept.get().pin()).isZero();
            assertThat(kept.get().pin()).isZero();
            assertThat(DrmLive.shmemBytes()).isEqualTo(3 * Bench.PAGE);
            GemVma vma = map(purged.get());
            assertThat(DrmLive.shmemBytes()).isEqualTo(4 * Bench.PAGE);
            assertThat(purged.get().madvise(1)).isTrue();
            assertThat(purged.get().purge()).isZero();
            assertThat(DrmLive.shmemBytes()).as("purged").isEqualTo(3 * Bench.PAGE);
            vma.unmap();
            kept.get().unpin();
            kept.get().unpin();
        }
    }

    @Test
    void purgeNeedsAdviceAndNoPins() {
        try (ARef<ShmemObject<String>> ref = create(Bench.PAGE, ShmemConfig.DEFAULT)) {
            ShmemObject<String> object = ref.get();
            GemVma vma = map(object);
            Words.setLongPlain(vma.address(), 7);
            assertThat(object.purge()).as("needed").isEqualTo(EBUSY);
            assertThat(object.madvise(1)).isTrue();
            assertThat(object.pin()).isZero();
            assertThat(object.pin()).isZero();
            assertThat(object.pins()).isEqualTo(2);
            assertThat(object.purge()).as("pinned").isEqualTo(EBUSY);
            object.unpin();
            object.unpin();
            MemorySegment mapped = object.vmap();
            assertThat(mapped.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(7);
            assertThat(object.isPurgeable()).isFalse();
            object.vunmap();
            assertThat(object.isPurgeable())
                    .as("a client's mapping does not count")
                    .isTrue();
            assertThat(object.purge()).isZero();
            assertThat(Words.getLongPlain(vma.address())).isZero();
            assertThat(object.madvise(0)).as("gone for good").isFalse();
            assertThat(object.isPurgeable()).isFalse();
            long warned = Warn.countOf("drm-shmem-unpin");
            object.unpin();
            assertThat(Warn.countOf("drm-shmem-unpin")).isEqualTo(warned + 1);
            vma.unmap();
        }
    }

    @Test
    void exportedObjectIsNotPurgeable() {
        try (ARef<ShmemObject<String>> object = create(Bench.PAGE, ShmemConfig.DEFAULT)) {
            int handle = object.get().createHandle(file);
            object.get().pin();
            object.get().unpin();
            object.get().madvise(1);
            assertThat(object.get().isPurgeable()).isTrue();
            int fd = file.prime().handleToFd(handle, 0);
            assertThat(object.get().isPurgeable()).isFalse();
            Linux.close(fd);
        }
    }

    @Test
    void childSharesTheParentsReservationAndKeepsIt() {
        ARef<ShmemObject<String>> parent = create(Bench.PAGE, ShmemConfig.DEFAULT);
        ARef<ShmemObject<String>> child = create(Bench.PAGE, new ShmemConfig(false, parent.get()));
        assertThat(child.get().resv()).isSameAs(parent.get().resv());
        assertThat(child.get().resv()).isSameAs(child.get().resv());
        parent.close();
        assertThat(freed).as("the child keeps it").isEmpty();
        assertThat(Bench.live().objects()).isEqualTo(2);
        child.close();
        assertThat(freed).hasSize(2);
    }

    @Test
    void parentOfAnotherDeviceIsEinval() {
        try (Bench other = new Bench();
                ARef<ShmemObject<String>> parent = create(Bench.PAGE, ShmemConfig.DEFAULT)) {
            ShmemConfig config = new ShmemConfig(false, parent.get());
            assertThatThrownBy(() -> ShmemObject.create(
                            other.device.get(), Bench.PAGE, config, DriverObject.of((device, bytes) -> "y")))
                    .isInstanceOf(ErrnoException.class);
        }
    }

    @Test
    void baseObjectsCannotBeMapped() {
        try (var object = bench.test.newObject(bench.device.get(), Bench.PAGE, true)) {
            object.get().createHandle(file);
            long offset = object.get().createMmapOffset();
            assertThatThrownBy(() -> file.mmap(offset, Bench.PAGE, RW))
                    .isInstanceOfSatisfying(
                            ErrnoException.class,
                            e -> assertThat(e.errno().negated()).isEqualTo(Bench.EINVAL));
        }
    }
}
