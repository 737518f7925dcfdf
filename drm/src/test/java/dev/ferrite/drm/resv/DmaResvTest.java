package dev.ferrite.drm.resv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.DmaFenceArray;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** dma_resv: room before fences, usage, readers without the lock. */
class DmaResvTest {
    private final DmaResv resv = new DmaResv();
    private final FenceTimeline timeline = new FenceTimeline("test", "line");

    private DmaFence add(DmaFence fence, Usage usage) {
        resv.lock(null);
        resv.reserve(1);
        resv.add(fence, usage);
        resv.unlock();
        return fence;
    }

    private static DmaFence foreign() {
        return new FenceTimeline("test", "other").next();
    }

    @Test
    void changingNeedsTheLockAndRoom() {
        assertThatThrownBy(() -> resv.reserve(1)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> resv.add(timeline.next(), Usage.READ)).isInstanceOf(KernelBug.class);
        resv.lock(null);
        assertThatThrownBy(() -> resv.add(timeline.next(), Usage.READ)).isInstanceOf(KernelBug.class);
        resv.reserve(2);
        resv.add(foreign(), Usage.READ);
        resv.unlock();
        resv.lock(null);
        assertThatThrownBy(() -> resv.add(foreign(), Usage.READ))
                .as("the unlock forgot the room")
                .isInstanceOf(KernelBug.class);
        resv.unlock();
    }

    @Test
    void usageGetsThoseBeforeIt() {
        DmaFence kernel = add(foreign(), Usage.KERNEL);
        DmaFence write = add(foreign(), Usage.WRITE);
        DmaFence read = add(foreign(), Usage.READ);
        DmaFence bookkeep = add(foreign(), Usage.BOOKKEEP);
        assertThat(resv.fences(Usage.KERNEL)).containsExactly(kernel);
        assertThat(resv.fences(Usage.toWaitFor(false))).containsExactly(kernel, write);
        assertThat(resv.fences(Usage.toWaitFor(true))).containsExactly(kernel, write, read);
        assertThat(resv.fences(Usage.BOOKKEEP)).containsExactly(kernel, write, read, bookkeep);
        write.signal();
        assertThat(resv.fences(Usage.WRITE)).containsExactly(kernel);
        assertThat(resv.singleton(Usage.WRITE)).isSameAs(kernel);
        assertThat(resv.singleton(Usage.BOOKKEEP)).isInstanceOf(DmaFenceArray.class);
        kernel.signal();
        assertThat(resv.singleton(Usage.WRITE)).isNull();
        assertThat(resv.isSignaled(Usage.WRITE)).isTrue();
        assertThat(resv.isSignaled(Usage.READ)).isFalse();
    }

    @Test
    void laterFenceOfAContextTakesTheEarliersPlaceIfItSaysAsMuch() {
        DmaFence first = add(timeline.next(), Usage.READ);
        DmaFence second = add(timeline.next(), Usage.READ);
        assertThat(resv.fences(Usage.READ)).containsExactly(second);
        DmaFence bookkeep = add(timeline.next(), Usage.BOOKKEEP);
        assertThat(resv.fences(Usage.BOOKKEEP)).as("a reader would miss it").containsExactly(second, bookkeep);
        DmaFence write = add(timeline.next(), Usage.WRITE);
        assertThat(resv.fences(Usage.BOOKKEEP)).startsWith(write);
        assertThat(first.isSignaled()).isFalse();
    }

    @Test
    void signaledOnesMakeRoom() {
        for (int i = 0; i < 10_000; i++) {
            add(foreign(), Usage.READ).signal();
        }
        assertThat(resv.fences(Usage.BOOKKEEP)).isEmpty();
    }

    @Test
    void replacedFencesOfAContext() {
        DmaFence old = add(timeline.next(), Usage.READ);
        DmaFence other = add(foreign(), Usage.READ);
        resv.lock(null);
        resv.replace(timeline.context(), DmaFence.stub(), Usage.BOOKKEEP);
        resv.unlock();
        assertThat(resv.fences(Usage.BOOKKEEP)).containsExactly(other).doesNotContain(old);
    }

    @Test
    void containersAreAWarning() {
        long warned = Warn.countOf("dma-resv-container");
        add(new DmaFenceArray(List.of(timeline.next()), 1, 1, false), Usage.READ);
        assertThat(Warn.countOf("dma-resv-container")).isEqualTo(warned + 1);
    }

    @Test
    void waitsForAllOrForOne() throws Exception {
        DmaFence first = add(foreign(), Usage.WRITE);
        DmaFence second = add(foreign(), Usage.READ);
        assertThat(resv.await(Usage.READ, true, 1_000_000)).isZero();
        second.signal();
        assertThat(resv.await(Usage.READ, true, 0)).isZero();
        CompletableFuture<Long> any = CompletableFuture.supplyAsync(
                () -> resv.awaitAny(Usage.READ, true, 30_000_000_000L), Bench::onItsOwnThread);
        CompletableFuture<Long> all = CompletableFuture.supplyAsync(
                () -> resv.await(Usage.READ, true, Long.MAX_VALUE), Bench::onItsOwnThread);
        first.signal();
        assertThat(any.get(30, TimeUnit.SECONDS)).isPositive();
        assertThat(all.get(30, TimeUnit.SECONDS)).isPositive();
        assertThat(resv.await(Usage.BOOKKEEP, true, 0)).isEqualTo(1);
    }

    @Test
    void locksOfSeveralBuffersInAnyOrder() throws Exception {
        DmaResv other = new DmaResv();
        int[] count = new int[1];
        CompletableFuture<?>[] workers = new CompletableFuture<?>[4];
        for (int t = 0; t < workers.length; t++) {
            List<DmaResv> order = t % 2 == 0 ? List.of(resv, other) : List.of(other, resv, other);
            workers[t] = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 500; i++) {
                            try (WwAcquireCtx context = new WwAcquireCtx(DmaResv.FAMILY)) {
                                assertThat(DmaResv.lockAll(context, order)).isZero();
                                count[0]++;
                                DmaResv.unlockAll(order);
                            }
                        }
                    },
                    Bench::onItsOwnThread);
        }
        CompletableFuture.allOf(workers).get(60, TimeUnit.SECONDS);
        assertThat(count[0]).isEqualTo(2000);
        assertThat(resv.isHeld()).isFalse();
    }

    /** A reader never sees less than what is unsignalled: always one of two contexts' latest fences. */
    @Test
    void readersSeeACoveringFenceWhileWritersReplace() throws Exception {
        add(timeline.next(), Usage.READ);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch reads = new CountDownLatch(1);
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(
                () -> {
                    long last = 0;
                    while (!stop.get()) {
                        List<DmaFence> seen = resv.fences(Usage.READ);
                        if (seen.isEmpty() || seen.getFirst().seqno() < last) {
                            return -1L;
                        }
                        last = seen.getFirst().seqno();
                        reads.countDown();
                    }
                    return last;
                },
                Bench::onItsOwnThread);
        assertThat(reads.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 20_000; i++) {
            add(timeline.next(), Usage.READ);
            if (i % 64 == 0) {
                resv.lock(null);
                resv.reserve(200); // a new list now and then
                resv.unlock();
            }
        }
        stop.set(true);
        assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
    }
}
