package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EBUSY;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOSYS;
import static dev.ferrite.drm.testing.Bench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.VgemCalls;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.drm.vgem.VgemFenceAttach;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buffers that another device exported. */
class PrimeForeignTest {
    private static final int SEALED = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW;

    @AfterEach
    void nothingIsLeft() {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private static EmulatedNode open(Vgem vgem) {
        return EmulatedNode.open(vgem.card(), Linux.O_RDWR);
    }

    @Test
    void importKeepsTheExportersObjectAndDevice() {
        try (Vgem to = Vgem.asTheKernel();
                EmulatedNode node = open(to)) {
            int handle;
            Vgem from = Vgem.asTheKernel();
            try (EmulatedNode exporter = open(from);
                    DumbBuffer buffer = DumbBuffer.create(exporter, 1024, 2, 32);
                    GemMapping map = buffer.map();
                    PrimeFd fd = buffer.gem().exportPrime()) {
                map.segment().set(ValueLayout.JAVA_LONG, PAGE, 77);
                handle = Bench.importFd(node, fd.fd());
                from.close();
            }
            assertThat(handle).isEqualTo(1);
            assertThat(Bench.live().objects())
                    .as("the imported one, and what it shows")
                    .isEqualTo(2);
            assertThat(Bench.live().devices()).isEqualTo(2);
            try (PrimeFd again = PrimeFd.adopt(Bench.exportFd(node, handle, Linux.O_RDWR));
                    Mapping map = again.map()) {
                assertThat(map.segment().get(ValueLayout.JAVA_LONG, PAGE)).isEqualTo(77);
            }
            assertThat(Bench.gemClose(node, handle)).isZero();
            assertThat(Bench.live().devices()).isEqualTo(1);
        }
    }

    @Test
    void fencesAreThoseOfTheBuffer() {
        try (Vgem from = Vgem.asTheKernel();
                Vgem to = Vgem.asTheKernel();
                EmulatedNode exporter = open(from);
                EmulatedNode node = open(to);
                DumbBuffer buffer = DumbBuffer.create(exporter, 1024, 1, 32);
                PrimeFd fd = buffer.gem().exportPrime()) {
            int handle = Bench.importFd(node, fd.fd());
            int fence = VgemCalls.attach(node, handle, VgemFenceAttach.WRITE);
            assertThat(VgemCalls.attach(exporter, buffer.gem().handle(), 0)).isEqualTo(EBUSY);
            assertThat(VgemCalls.signal(node, fence)).isZero();
            assertThat(VgemCalls.attach(exporter, buffer.gem().handle(), 0)).isPositive();
        }
    }

    @Test
    void videoMemoryAndObjectsWithoutMemoryAreShownToNobody() {
        try (Bench bench = new Bench();
                Vgem to = Vgem.asTheKernel();
                EmulatedNode exporter = bench.openCard();
                EmulatedNode node = open(to)) {
            for (int handle : new int[] {Bench.create(exporter, PAGE), Bench.createBase(exporter, PAGE)}) {
                try (PrimeFd fd = PrimeFd.adopt(Bench.exportFd(exporter, handle, Linux.O_RDWR))) {
                    assertThat(Bench.importFd(node, fd.fd())).isEqualTo(ENOSYS);
                    assertThatThrownBy(fd::map)
                            .isInstanceOfSatisfying(
                                    ErrnoException.class,
                                    e -> assertThat(e.errno()).isEqualTo(Errno.EPERM));
                }
            }
        }
    }

    @Test
    void filesThatLookLikeBuffersAreNone() {
        try (Vgem to = Vgem.asTheKernel();
                EmulatedNode node = open(to)) {
            assertThat(importOf(node, "dmabuf:x", PAGE, SEALED)).as("is one").isEqualTo(1);
            assertThat(importOf(node, "dmabuf:x", PAGE, 0)).as("may shrink").isEqualTo(EINVAL);
            assertThat(importOf(node, "dmabuf:x", PAGE + 1, SEALED))
                    .as("half a page")
                    .isEqualTo(EINVAL);
            assertThat(importOf(node, "dmabuf:x", 0, SEALED)).as("empty").isEqualTo(EINVAL);
            assertThat(importOf(node, "other", PAGE, SEALED)).as("another name").isEqualTo(EINVAL);
            assertThat(importOf(node, "dmabuf:x", PAGE, SEALED | 8))
                    .as("cannot be written")
                    .isEqualTo(ENOSYS);
        }
    }

    private static int importOf(EmulatedNode node, String name, long size, int seals) {
        try (Fd file = Fd.own(Linux.memfdCreate(name, Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING), name)) {
            assertThat(Linux.ftruncate(file.value(), size)).isZero();
            assertThat(Linux.fcntl(file.value(), Linux.F_ADD_SEALS, seals)).isZero();
            int handle = Bench.importFd(node, file.value());
            if (handle > 0) {
                assertThat(Bench.gemClose(node, handle)).isZero();
            }
            return handle;
        }
    }

    @Test
    void importedPagesArePinnedByTheirOwnerNotPurgedHere() {
        DriverObject<String, Integer> hooks = DriverObject.of((device, size) -> 0);
        Driver<String, Object> driver = Driver.<String, Object>builder(new DriverInfo(1, 0, 0, "imp", "x"))
                .build();
        try (Vgem from = Vgem.asTheKernel();
                EmulatedNode exporter = open(from);
                DumbBuffer buffer = DumbBuffer.create(exporter, 1024, 1, 32);
                PrimeFd fd = buffer.gem().exportPrime();
                ARef<Device<String>> device = Device.create(driver, "imp", made -> "")) {
            DmaBuf dmaBuf = DmaBuf.get(fd.fd());
            try (ARef<ShmemObject<Integer>> object = ShmemObject.importFrom(device.get(), dmaBuf, hooks)) {
                dmaBuf.put();
                assertThat(object.get().resv()).isSameAs(dmaBuf.exporter().resv());
                assertThat(object.get().vmap().byteSize()).isEqualTo(PAGE);
                object.get().vmap().set(ValueLayout.JAVA_LONG, 0, 5);
                try (Mapping map = fd.map()) {
                    assertThat(map.segment().get(ValueLayout.JAVA_LONG, 0)).isEqualTo(5);
                }
                object.get().vunmap();
                object.get().vunmap();
                assertThat(object.get().madvise(1)).isTrue();
                assertThat(object.get().isPurgeable()).isFalse();
                assertThat(object.get().purge()).isEqualTo(EBUSY);
            }
        }
    }

    @Test
    void twoDevicesImportFromEachOtherUnderThreads() throws Exception {
        try (Vgem one = Vgem.asTheKernel();
                Vgem other = Vgem.asTheKernel();
                var threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Vgem from = i % 2 == 0 ? one : other;
                Vgem to = i % 2 == 0 ? other : one;
                Random random = new Random(i);
                running.add(threads.submit(() -> share(from, to, random)));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private static void share(Vgem from, Vgem to, Random random) {
        try (EmulatedNode exporter = open(from);
                EmulatedNode importer = EmulatedNode.open(to.render(), Linux.O_RDWR)) {
            for (int i = 0; i < 500; i++) {
                DumbBuffer buffer = DumbBuffer.create(exporter, 1024, 1, 32);
                try (PrimeFd fd = buffer.gem().exportPrime();
                        GemBuffer first = GemBuffer.importPrime(importer, fd)) {
                    if (random.nextBoolean()) {
                        buffer.close();
                    }
                    GemBuffer.importPrime(importer, fd).close();
                    try (PrimeFd back = first.exportPrime();
                            GemBuffer home = GemBuffer.importPrime(exporter, back)) {
                        assertThat(home.size()).isEqualTo(PAGE);
                    }
                }
                buffer.close();
            }
        }
    }
}
