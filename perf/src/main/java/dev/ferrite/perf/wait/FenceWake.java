package dev.ferrite.perf.wait;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.syncobj.Syncobj;
import dev.ferrite.drm.syncobj.SyncobjWait;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EventfdH;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.run.Waits;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A fence is signalled, and the thread that sleeps on it wakes and signals another: there and back. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Comparison(
        title = "Signal of a fence to wake-up, there and back",
        baseline = "eventfd",
        metric = {Waits.P50, Waits.P999},
        goals = @Goal(id = "P45", subject = "fence", against = "eventfd", atMost = 1.0))
public class FenceWake {
    /** Makes the class a benchmark. */
    public FenceWake() {}

    /** Two fences, and the ones after them: a fence is signalled once. */
    private static final class Round {
        private static final FenceTimeline TIMELINE = new FenceTimeline("perf", "wake");

        final DmaFence there = TIMELINE.next();
        final DmaFence back = TIMELINE.next();
        volatile @Nullable Round next;

        /** The next round; whoever comes first makes it. */
        synchronized Round following() {
            Round known = next;
            if (known == null) {
                known = new Round();
                next = known;
            }
            return known;
        }
    }

    /** Ours. */
    public static class FencePartner extends Partner {
        private Round served = new Round();
        private Round answered = served;

        @Override
        void serve() {
            served.there.signal();
            served.back.await(false);
            served = served.following();
        }

        @Override
        void answer() {
            answered.there.await(false);
            Round next = answered.following();
            answered.back.signal();
            answered = next;
        }
    }

    /** Ours through sync objects: waits for the next point of a timeline, which is put in signalled. */
    public static class TimelinePartner extends Partner {
        private final Syncobj there = new Syncobj(null);
        private final Syncobj back = new Syncobj(null);
        private long served;
        private long answered;

        private static void await(Syncobj object, long point) {
            SyncobjWait.await(new Syncobj[] {object}, new long[] {point}, 2, Long.MAX_VALUE, 0, new int[1]);
        }

        @Override
        void serve() {
            served++;
            there.addPoint(DmaFence.stub(), served);
            await(back, served);
        }

        @Override
        void answer() {
            answered++;
            await(there, answered);
            back.addPoint(DmaFence.stub(), answered);
        }
    }

    /** The peer of the system: eight bytes written and read. */
    public static class EventfdPartner extends Partner {
        private final MemorySegment words = Arena.ofAuto().allocate(24, 8);
        private final int there = (int) Errno.check(Linux.eventfd(0, EventfdH.EFD_CLOEXEC), "eventfd");
        private final int back = (int) Errno.check(Linux.eventfd(0, EventfdH.EFD_CLOEXEC), "eventfd");

        /** Made by JMH. */
        public EventfdPartner() {
            words.set(ValueLayout.JAVA_LONG, 0, 1);
        }

        @Override
        void serve() {
            Linux.write(there, words.address(), 8);
            Linux.read(back, words.address() + 8, 8);
        }

        @Override
        void answer() {
            Linux.read(there, words.address() + 16, 8);
            Linux.write(back, words.address(), 8);
        }

        @Override
        public void stop() throws InterruptedException {
            super.stop();
            Linux.close(there);
            Linux.close(back);
        }
    }

    /**
     * Ours.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void fence(FencePartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * Ours through sync objects.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void syncobj(TimelinePartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * The peer of the system.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void eventfd(EventfdPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * What a driver waits with for itself.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void completion(OneShot.CompletionPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * park and unpark alone: the least there is.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void lockSupport(HandOff.ParkPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }
}
