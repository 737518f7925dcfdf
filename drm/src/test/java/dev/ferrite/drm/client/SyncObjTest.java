package dev.ferrite.drm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owned sync objects and fences: blocking, as futures, closed under their users. */
class SyncObjTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private Bench bench;
    private EmulatedNode node;
    private final FenceTimeline timeline = new FenceTimeline("test", "line");

    @BeforeEach
    void setUp() {
        bench = new Bench(Bench.PAGE, TestDriver.Parts.SYNC);
        node = bench.openRender();
    }

    @AfterEach
    void tearDown() {
        node.close();
        bench.close();
        Bench.awaitTrue(() -> FencePoller.size() == 0);
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private Fence fence(DmaFence of) {
        return Fence.adopt(SyncFile.export(of));
    }

    private static void expect(Errno errno, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno));
    }

    @Test
    void signalResetAndWait() {
        try (SyncObj object = SyncObj.create(node, true)) {
            assertThat(object.await(0)).isTrue();
            object.reset();
            assertThat(object.await(2 * MILLI)).isFalse();
            object.signal();
            assertThat(object.await(Long.MAX_VALUE)).isTrue();
        }
    }

    @Test
    void waitsForOneOrForAllInTheirOrder() {
        try (SyncObj first = SyncObj.create(node, false);
                SyncObj second = SyncObj.create(node, true);
                SyncObj third = SyncObj.create(node, false)) {
            List<SyncObj> all = List.of(first, second, third);
            assertThat(SyncObj.awaitAny(all, 0)).isEqualTo(1);
            assertThat(SyncObj.awaitAll(all, MILLI)).isFalse();
            first.signal();
            third.signal();
            assertThat(SyncObj.awaitAll(all, 0)).isTrue();
            assertThat(SyncObj.awaitAny(List.of(third), 0)).isZero();
            assertThat(SyncObj.awaitAll(List.of(), 0)).isTrue();
            assertThatThrownBy(() -> SyncObj.awaitAny(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
            try (EmulatedNode other = bench.openCard();
                    SyncObj foreign = SyncObj.create(other, true)) {
                assertThatThrownBy(() -> SyncObj.awaitAll(List.of(first, foreign), 0))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void timeline() {
        try (SyncObj object = SyncObj.create(node, false);
                SyncObj copy = SyncObj.create(node, false)) {
            object.signal(4);
            assertThat(object.reached()).isEqualTo(4);
            assertThat(object.lastSubmitted()).isEqualTo(4);
            assertThat(object.awaitPoint(3, 0)).isTrue();
            assertThat(object.awaitPoint(5, MILLI)).isFalse();
            copy.transferFrom(object, 4, 9);
            assertThat(copy.reached()).isEqualTo(9);
        }
    }

    @Test
    void fencesGoInAndComeOut() throws Exception {
        DmaFence work = timeline.next();
        try (SyncObj object = SyncObj.create(node, false);
                Fence in = fence(work)) {
            expect(Errno.EINVAL, object::exportFence);
            object.importFence(in);
            try (Fence out = object.exportFence();
                    Fence merged = out.merge(in)) {
                assertThat(out.isSignaled()).isFalse();
                assertThat(merged.await(MILLI)).isFalse();
                CompletableFuture<Boolean> waiter =
                        CompletableFuture.supplyAsync(() -> out.await(30 * SECOND), Bench::onItsOwnThread);
                work.signal();
                assertThat(waiter.get(30, TimeUnit.SECONDS)).isTrue();
                assertThat(merged.isSignaled()).isTrue();
            }
        }
    }

    @Test
    void futureOfAFenceOutlivesIt() throws Exception {
        DmaFence work = timeline.next();
        CompletableFuture<Void> future;
        try (Fence fence = fence(work)) {
            future = fence.toFuture();
        }
        assertThat(future).isNotDone();
        work.signal();
        future.get(30, TimeUnit.SECONDS);
    }

    @Test
    void futureOfAPointWaitsForTheSubmit() throws Exception {
        try (SyncObj object = SyncObj.create(node, false)) {
            CompletableFuture<Void> second = object.toFuture(2);
            CompletableFuture<Void> first = object.toFuture(1);
            object.signal(1);
            first.get(30, TimeUnit.SECONDS);
            assertThat(second).isNotDone();
            object.signal(2);
            second.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void cancelledFutureLeavesNothing() {
        DmaFence work = timeline.next();
        try (Fence fence = fence(work)) {
            CompletableFuture<Void> future = fence.toFuture();
            assertThat(FencePoller.size()).isEqualTo(1);
            future.cancel(false);
            assertThat(FencePoller.size()).isZero();
        }
    }

    @Test
    void futureWithoutTimelinesIsThatOfTheFence() throws Exception {
        TestDriver.Parts parts = new TestDriver.Parts(Driver.GEM | Driver.RENDER | Driver.SYNCOBJ, false, false);
        try (Bench binary = new Bench(Bench.PAGE, parts);
                EmulatedNode card = binary.openCard();
                SyncObj object = SyncObj.create(card, false)) {
            expect(Errno.EINVAL, () -> assertThat(object.toFuture(0)).isNull());
            expect(Errno.EOPNOTSUPP, () -> assertThat(object.toFuture(1)).isNull());
            object.signal();
            object.toFuture(0).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void interruptEndsAWaitAndStaysPending() {
        try (SyncObj object = SyncObj.create(node, false);
                Fence fence = fence(timeline.next())) {
            Thread.currentThread().interrupt();
            expect(Errno.EINTR, () -> object.await(Long.MAX_VALUE));
            expect(Errno.EINTR, () -> fence.await(Long.MAX_VALUE));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void descriptorCarriesTheObjectToAnotherNode() {
        try (SyncObj object = SyncObj.create(node, false);
                Fd fd = object.export();
                EmulatedNode other = bench.openCard();
                SyncObj same = SyncObj.importFd(other, fd.value())) {
            same.signal();
            assertThat(object.await(0)).isTrue();
        }
        expect(Errno.EINVAL, () -> SyncObj.importFd(node, 0));
    }

    @Test
    void closeUnderAWaitTakesEffectWhenItEnds() throws Exception {
        SyncObj object = SyncObj.create(node, false);
        CompletableFuture<Boolean> waiter =
                CompletableFuture.supplyAsync(() -> object.await(200 * MILLI), Bench::onItsOwnThread);
        object.close();
        object.close();
        assertThatThrownBy(() -> object.await(0)).isInstanceOf(IllegalStateException.class);
        // Closed before the wait began, or kept by it: in neither case is the handle somebody else's meanwhile.
        try {
            assertThat(waiter.get(30, TimeUnit.SECONDS)).isFalse();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(Bench.live().syncobjs()).isZero();
    }

    @Test
    void manyFuturesOfOneTimeline() throws Exception {
        try (SyncObj object = SyncObj.create(node, false)) {
            List<CompletableFuture<Void>> futures = new ArrayList<>();
            for (int point = 1; point <= 300; point++) {
                futures.add(object.toFuture(point));
            }
            for (int point = 1; point <= 300; point++) {
                object.signal(point);
            }
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }
    }
}
