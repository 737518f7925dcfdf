package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBADF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.4: open and close. */
class OpenCloseTest {
    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench();
    }

    @AfterEach
    void tearDown() {
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private void expect(Errno errno, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno));
    }

    @Test
    void unknownNodeIsEnodev() {
        expect(Errno.ENODEV, () -> EmulatedNode.open("card63", Linux.O_RDWR).close());
        expect(Errno.ENODEV, () -> EmulatedNode.open("", Linux.O_RDWR).close());
        expect(Errno.ENODEV, () -> EmulatedNode.open("../card0", Linux.O_RDWR).close());
    }

    @Test
    void exclusiveOpenIsEbusyAndReadOnlyWorks() {
        expect(
                Errno.EBUSY,
                () -> EmulatedNode.open(bench.card, Linux.O_RDWR | Linux.O_EXCL).close());
        assertThat(bench.test.log).isEmpty();
        try (EmulatedNode node = EmulatedNode.open(bench.card, Linux.O_RDONLY)) {
            assertThat(DrmVersion.of(node)).isEqualTo(new DrmVersion(1, 2, 3, "testdrv", "0", "A driver for tests"));
        }
    }

    @Test
    void driverErrorUnwindsAndThereIsNoPostclose() {
        bench.test.fileOpenError = Errno.EAGAIN;
        int before = bench.device.get().references();
        expect(Errno.EAGAIN, () -> bench.openCard().close());
        assertThat(bench.device.get().references()).isEqualTo(before);
        assertThat(bench.test.log).isEmpty();
        bench.test.fileOpenError = null;
        try (EmulatedNode node = bench.openCard()) {
            assertThat(Bench.create(node, 1))
                    .as("master: the failed opener never was")
                    .isEqualTo(1);
        }
    }

    @Test
    void closeOrderIsHandlesAscendingThenDriver() {
        EmulatedNode node = bench.openCard();
        for (int i = 0; i < 3; i++) {
            assertThat(Bench.create(node, 1)).isEqualTo(i + 1);
        }
        Bench.gemClose(node, 2);
        assertThat(Bench.create(node, 1)).as("object5 gets handle 2").isEqualTo(2);
        bench.test.log.clear();
        node.close();
        node.close();
        assertThat(bench.test.log)
                .containsExactly(
                        "gem close object2",
                        "free object2",
                        "gem close object5",
                        "free object5",
                        "gem close object4",
                        "free object4",
                        "postclose 1");
        bench.close();
        assertThat(bench.test.log).endsWith("postclose 1", "release");
    }

    @Test
    void masterIsReleasedBeforeTheDriverState() {
        EmulatedNode node = bench.openCard();
        // At the last handle's close the file is master still; a newcomer becomes its subject.
        int[] seen = new int[1];
        Bench.create(node, 1);
        bench.test.inObjectClose = () -> {
            try (EmulatedNode newcomer = bench.openCard()) {
                seen[0] = Bench.create(newcomer, 1);
            }
        };
        node.close();
        bench.test.inObjectClose = null;
        assertThat(seen[0]).isEqualTo(EACCES);
        try (EmulatedNode next = bench.openCard()) {
            assertThat(Bench.create(next, 1)).isEqualTo(1);
        }
    }

    @Test
    void closeUnderACallTakesEffectWhenTheCallReturns() throws Exception {
        EmulatedNode node = bench.openCard();
        Bench.create(node, 1);
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(
                () -> {
                    try (Arena arena = Arena.ofConfined()) {
                        return node.ioctl(TestDriver.BLOCK, arena.allocate(TestArgs.LAYOUT));
                    }
                },
                Bench::onItsOwnThread);
        bench.test.entered.await();
        node.close();
        assertThat(node.ioctl(TestDriver.ECHO, MemorySegment.NULL)).isEqualTo(EBADF);
        assertThat(Bench.live().files()).isEqualTo(1);
        bench.test.go.countDown();
        assertThat(call.get()).isZero();
        assertThat(bench.test.log).endsWith("unblocked", "gem close object2", "free object2", "postclose 1");
        assertThat(Bench.live().files()).isZero();
    }

    @Test
    void hookThatThrowsDoesNotStopTheClose() {
        EmulatedNode node = bench.openCard();
        Bench.create(node, 1);
        Bench.create(node, 1);
        bench.test.inObjectClose = () -> {
            throw new IllegalArgumentException("driver bug");
        };
        assertThatThrownBy(node::close)
                .hasMessage("driver bug")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        bench.test.inObjectClose = null;
        assertThat(bench.test.log).endsWith("free object2", "free object3", "postclose 1");
    }

    @Test
    void pollWithNothingQueuedHasNoEvents() {
        try (EmulatedNode node = bench.openCard()) {
            assertThat(node.poll(Linux.POLLIN | Linux.POLLOUT, 0)).isZero();
            long start = System.nanoTime();
            assertThat(node.poll(Linux.POLLIN, 2_000_000)).isZero();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000);
            Thread.currentThread().interrupt();
            assertThat(node.poll(Linux.POLLIN, -1)).isEqualTo(-4);
            assertThat(Thread.interrupted()).as("the signal stays pending").isTrue();
        }
    }

    @Test
    void forgottenNodeIsClosedByTheCollector() {
        long before = EmulatedNode.leaked();
        bench.openCard();
        Bench.awaitTrue(() -> {
            System.gc();
            return Bench.live().files() == 0;
        });
        assertThat(Bench.live().files()).isZero();
        assertThat(EmulatedNode.leaked()).isEqualTo(before + 1);
    }
}
