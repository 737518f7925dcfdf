package dev.ferrite.perf.wait;

import dev.ferrite.locks.Completion;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.run.Waits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Two threads tell each other that something is done: there and back. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Comparison(
        title = "Round trip of two completions",
        baseline = "countDownLatch",
        metric = {Waits.P50, Waits.P999},
        goals = @Goal(id = "P9", subject = "completion", against = "countDownLatch", atMost = 1.0),
        noGarbage = {"completion"})
public class OneShot {
    /** Makes the class a benchmark. */
    public OneShot() {}

    /** Ours: a completion is used again. */
    public static class CompletionPartner extends Partner {
        private final Completion there = Completion.of("perf");
        private final Completion back = Completion.of("perf");

        @Override
        void serve() {
            there.complete();
            back.waitForCompletion();
        }

        @Override
        void answer() {
            there.waitForCompletion();
            back.complete();
        }
    }

    /** The peer of j.u.c.: a latch counts down once, so each round trip makes two. */
    public static class LatchPartner extends Partner {
        private static final class Round {
            final CountDownLatch there = new CountDownLatch(1);
            final CountDownLatch back = new CountDownLatch(1);

            @Nullable
            Round next;
        }

        private Round served = new Round();
        private Round answered = served;

        @Override
        void serve() throws InterruptedException {
            var round = served;
            served = new Round();
            round.next = served;
            round.there.countDown();
            round.back.await();
        }

        @Override
        void answer() throws InterruptedException {
            var round = answered;
            round.there.await();
            answered = round.next == null ? round : round.next;
            round.back.countDown();
        }
    }

    /** Permits of j.u.c. */
    public static class SemaphorePartner extends Partner {
        private final Semaphore there = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);

        @Override
        void serve() {
            there.release();
            back.acquireUninterruptibly();
        }

        @Override
        void answer() {
            there.acquireUninterruptibly();
            back.release();
        }
    }

    /**
     * Ours.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void completion(CompletionPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * The peer of j.u.c.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void countDownLatch(LatchPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * Semaphores of j.u.c.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void semaphore(SemaphorePartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }
}
