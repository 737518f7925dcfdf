package dev.ferrite.drm.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** dma_fence: signalled once, callbacks once, order of numbers, waits. */
class DmaFenceTest {
    private static final int ENOENT = -2;
    private static final int ERESTARTSYS = -512;
    private static final int EIO = -5;
    private static final long SECOND = 1_000_000_000L;

    private final FenceTimeline timeline = new FenceTimeline("test", "line");

    private static FenceCallback note(List<String> log, String what) {
        return new FenceCallback() {
            @Override
            protected void run(DmaFence fence) {
                log.add(what);
            }
        };
    }

    @Test
    void contextsAreNeverHandedOutTwice() {
        long first = DmaFence.allocContexts(3);
        assertThat(DmaFence.allocContexts(1)).isGreaterThanOrEqualTo(first + 3);
        assertThatThrownBy(() -> DmaFence.allocContexts(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isSignaledOnceAndKeepsItsTime() {
        DmaFence fence = timeline.next();
        assertThat(fence.isSignaled()).isFalse();
        assertThat(fence.status()).isZero();
        assertThat(fence.timestamp()).isZero();
        assertThat(fence.signalAt(77)).isTrue();
        assertThat(fence.signal()).as("the second time").isFalse();
        assertThat(fence.isSignaled()).isTrue();
        assertThat(fence.status()).isEqualTo(1);
        assertThat(fence.timestamp()).isEqualTo(77);
    }

    @Test
    void errorIsSetBeforeTheSignalAndAWarningAfterwards() {
        DmaFence fence = timeline.next();
        long warned = Warn.countOf("dma-fence-error");
        fence.setError(EIO);
        fence.setError(0);
        fence.setError(5);
        fence.setError(-5000);
        fence.signal();
        fence.setError(-1);
        assertThat(fence.status()).isEqualTo(EIO);
        assertThat(Warn.countOf("dma-fence-error")).isEqualTo(warned + 4);
    }

    @Test
    void callbacksRunOnceInTheOrderOfTheirRegistration() {
        List<String> log = new ArrayList<>();
        DmaFence fence = timeline.next();
        for (String name : List.of("a", "b", "c")) {
            assertThat(fence.addCallback(note(log, name))).isZero();
        }
        fence.signal();
        fence.signal();
        assertThat(log).containsExactly("a", "b", "c");
        FenceCallback late = note(log, "late");
        assertThat(fence.addCallback(late)).isEqualTo(ENOENT);
        assertThat(timeline.next().addCallback(late)).as("as new").isZero();
        assertThat(log).hasSize(3);
    }

    @Test
    void callbackIsGoodForOneFence() {
        FenceCallback callback = note(new ArrayList<>(), "x");
        DmaFence fence = timeline.next();
        fence.addCallback(callback);
        assertThatThrownBy(() -> timeline.next().addCallback(callback)).isInstanceOf(KernelBug.class);
        assertThat(fence.removeCallback(callback)).isTrue();
        assertThatThrownBy(() -> fence.addCallback(callback)).isInstanceOf(KernelBug.class);
    }

    @Test
    void removedCallbackDoesNotRun() {
        List<String> log = new ArrayList<>();
        DmaFence fence = timeline.next();
        FenceCallback stays = note(log, "stays");
        FenceCallback goes = note(log, "goes");
        fence.addCallback(goes);
        fence.addCallback(stays);
        assertThat(fence.removeCallback(goes)).isTrue();
        assertThat(fence.removeCallback(goes)).isFalse();
        fence.signal();
        assertThat(fence.removeCallback(stays)).as("has run").isFalse();
        assertThat(log).containsExactly("stays");
    }

    @Test
    void callbackThatThrowsIsAWarningAndTheOthersRun() {
        List<String> log = new ArrayList<>();
        DmaFence fence = timeline.next();
        fence.addCallback(new FenceCallback() {
            @Override
            protected void run(DmaFence signaled) {
                throw new IllegalArgumentException("bug");
            }
        });
        fence.addCallback(note(log, "next"));
        long warned = Warn.countOf("dma-fence-callback");
        assertThat(fence.signal()).isTrue();
        assertThat(log).containsExactly("next");
        assertThat(Warn.countOf("dma-fence-callback")).isEqualTo(warned + 1);
    }

    @Test
    void callbackSeesTheFenceSignaledAndMaySignalOthers() {
        DmaFence second = timeline.next();
        DmaFence first = timeline.next();
        List<Boolean> seen = new ArrayList<>();
        first.addCallback(new FenceCallback() {
            @Override
            protected void run(DmaFence fence) {
                seen.add(fence.isSignaled());
                second.signal();
            }
        });
        first.signal();
        assertThat(seen).containsExactly(true);
        assertThat(second.isSignaled()).isTrue();
    }

    @Test
    void waitsThatTimeOutLeaveNothingBehind() {
        DmaFence fence = timeline.next();
        List<String> log = new ArrayList<>();
        fence.addCallback(note(log, "kept"));
        for (int i = 0; i < 10_000; i++) {
            FenceCallback callback = note(log, "removed");
            fence.addCallback(callback);
            fence.removeCallback(callback);
        }
        assertThat(fence.listed()).isLessThan(64);
        fence.signal();
        assertThat(log).containsExactly("kept");
    }

    @Test
    void enableSignalingIsAskedOnceAndMaySayDone() {
        AtomicInteger asked = new AtomicInteger();
        DmaFence done = new Hooked(asked, false, false);
        assertThat(done.addCallback(note(new ArrayList<>(), "x"))).isEqualTo(ENOENT);
        assertThat(done.isSignaled()).isTrue();
        DmaFence open = new Hooked(asked, true, false);
        open.addCallback(note(new ArrayList<>(), "x"));
        open.addCallback(note(new ArrayList<>(), "y"));
        open.enable();
        assertThat(asked).hasValue(2);
        assertThat(open.isSignaled()).isFalse();
    }

    @Test
    void signaledHookMakesAskingSignal() {
        DmaFence fence = new Hooked(new AtomicInteger(), true, true);
        List<String> log = new ArrayList<>();
        fence.addCallback(note(log, "ran"));
        assertThat(fence.isSignaled()).isTrue();
        assertThat(log).containsExactly("ran");
        assertThat(fence.timestamp()).isNotZero();
    }

    private static final class Hooked extends DmaFence {
        private final AtomicInteger asked;
        private final boolean enables;
        private final boolean done;

        Hooked(AtomicInteger asked, boolean enables, boolean done) {
            super(DmaFence.allocContexts(1), 1);
            this.asked = asked;
            this.enables = enables;
            this.done = done;
        }

        @Override
        protected boolean enableSignaling() {
            asked.incrementAndGet();
            return enables;
        }

        @Override
        protected boolean signaled() {
            return done;
        }

        @Override
        public String driverName() {
            return "test";
        }

        @Override
        public String timelineName() {
            return "hooked";
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "1, 2, false", "1, 1, false", "1, 0xFFFFFFFF, true", "0xFFFFFFFF, 1, false"})
    void numbersOf32BitsWrap(String first, String second, boolean later) {
        assertThat(timeline.next().isLater(Long.decode(first), Long.decode(second)))
                .isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "1, 4294967295, false", "-1, 1, true", "1, -1, false", "7, 7, false"})
    void numbersOf64BitsAreUnsigned(long first, long second, boolean later) {
        assertThat(DmaFenceChain.after(null, DmaFence.stub(), 1).isLater(first, second))
                .isEqualTo(later);
    }

    @Test
    void orderAcrossContextsIsAWarning() {
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        assertThat(second.isLaterThan(first)).isTrue();
        assertThat(first.isLaterThan(second)).isFalse();
        long warned = Warn.countOf("dma-fence-context");
        assertThat(new FenceTimeline("test", "other").next().isLaterThan(first)).isFalse();
        assertThat(Warn.countOf("dma-fence-context")).isEqualTo(warned + 1);
    }

    @Test
    void waitReturnsWhatIsLeft() {
        DmaFence fence = timeline.next();
        assertThat(fence.await(true, 0)).isZero();
        assertThat(fence.await(true, -1)).isEqualTo(-22);
        long start = System.nanoTime();
        assertThat(fence.await(true, 2_000_000)).isZero();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000);
        fence.signal();
        assertThat(fence.await(true, 0)).as("only asks").isEqualTo(1);
        assertThat(fence.await(true, SECOND)).isEqualTo(SECOND);
        assertThat(fence.await(false)).isZero();
        assertThat(fence.listed()).isZero();
    }

    @Test
    void sleeperIsWokenByTheSignal() throws Exception {
        DmaFence fence = timeline.next();
        CompletableFuture<Long> left =
                CompletableFuture.supplyAsync(() -> fence.await(true, 30 * SECOND), Bench::onItsOwnThread);
        Bench.awaitTrue(() -> fence.listed() == 1);
        fence.signal();
        assertThat(left.get(30, TimeUnit.SECONDS)).isBetween(1L, 30 * SECOND);
    }

    @Test
    void interruptEndsAnInterruptibleWaitAndStaysPending() {
        DmaFence fence = timeline.next();
        Thread.currentThread().interrupt();
        assertThat(fence.await(true, SECOND)).isEqualTo(ERESTARTSYS);
        assertThat(fence.await(true)).isEqualTo(ERESTARTSYS);
        assertThat(fence.await(false, 1_000_000)).as("does not look at it").isZero();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void waitForAnyNamesTheOne() {
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        int[] index = {-1};
        assertThat(DmaFence.awaitAny(List.of(first, second), true, 1_000_000, index))
                .isZero();
        assertThat(index).containsExactly(-1);
        second.signal();
        assertThat(DmaFence.awaitAny(List.of(first, second), true, SECOND, index))
                .isPositive();
        assertThat(index).containsExactly(1);
        assertThat(DmaFence.awaitAny(List.of(), true, SECOND, null)).isEqualTo(-22);
    }

    @Test
    void everyCallbackOfRacingThreadsRunsOnceOrIsRefused() throws Exception {
        for (int round = 0; round < 300; round++) {
            DmaFence fence = timeline.next();
            AtomicInteger ran = new AtomicInteger();
            AtomicInteger accepted = new AtomicInteger();
            AtomicInteger taken = new AtomicInteger();
            Thread adder = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 50; i++) {
                    FenceCallback callback = new FenceCallback() {
                        @Override
                        protected void run(DmaFence signaled) {
                            ran.incrementAndGet();
                        }
                    };
                    if (fence.addCallback(callback) == 0) {
                        accepted.incrementAndGet();
                        if (i % 3 == 0 && fence.removeCallback(callback)) {
                            taken.incrementAndGet();
                        }
                    }
                }
            });
            while (fence.listed() < 5 && adder.isAlive()) {
                Thread.onSpinWait();
            }
            fence.signal();
            adder.join();
            assertThat(ran.get() + taken.get()).isEqualTo(accepted.get());
        }
    }
}
