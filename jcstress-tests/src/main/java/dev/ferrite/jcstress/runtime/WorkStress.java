package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.runtime.workqueue.Work;
import dev.ferrite.runtime.workqueue.WorkQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What {@link Work} promises: it runs once for each time it was queued with success and not cancelled, and what was done
 * before queueing is seen by the run. The queue's own thread is the third that races.
 */
public final class WorkStress {
    private static final WorkQueue QUEUE = WorkQueue.create("stress", 1);

    private WorkStress() {}

    /** An item that counts its runs. */
    public static class Item {
        final AtomicInteger runs = new AtomicInteger();
        final Work work = Work.of("stress", ignored -> ran());
        int data;
        int seen = -1;

        private void ran() {
            seen = data;
            runs.getAndIncrement();
        }

        final int runsAfterAll() {
            work.flush();
            return runs.get();
        }
    }

    @JCStressTest
    @Description("Two queue one item.")
    @Outcome(
            id = {"1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "It was pending: queued once, run once.")
    @Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "It had begun to run in between.")
    @Outcome(expect = FORBIDDEN, desc = "Queued and not run, or run and not queued.")
    @State
    public static class QueueTwice extends Item {
        @Actor
        public void one(III_Result r) {
            r.r1 = QUEUE.queue(work) ? 1 : 0;
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = QUEUE.queue(work) ? 1 : 0;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = runsAfterAll();
        }
    }

    @JCStressTest
    @Description("One queues, another cancels.")
    @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "Too early or too late: it ran.")
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Taken off before it ran.")
    @Outcome(expect = FORBIDDEN, desc = "Cancelled and run, or lost.")
    @State
    public static class QueueAgainstCancel extends Item {
        @Actor
        public void queues(III_Result r) {
            r.r1 = QUEUE.queue(work) ? 1 : 0;
        }

        @Actor
        public void cancels(III_Result r) {
            r.r2 = work.cancel() ? 1 : 0;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = runsAfterAll();
        }
    }

    @JCStressTest
    @Description("One queues, another cancels and waits: what it finds then stays so, unless it came too early.")
    @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "Came too early, or waited for the run.")
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Taken off before it ran.")
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Queueing is refused while somebody cancels.")
    @Outcome(expect = FORBIDDEN, desc = "Cancelled and run, or lost.")
    @State
    public static class QueueAgainstCancelSync extends Item {
        @Actor
        public void queues(III_Result r) {
            r.r1 = QUEUE.queue(work) ? 1 : 0;
        }

        @Actor
        public void cancels(III_Result r) {
            r.r2 = work.cancelSync() ? 1 : 0;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = runsAfterAll();
        }
    }

    @JCStressTest
    @Description("Who sees that it ran sees all of the run, and the run sees what was done before queueing.")
    @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "It ran, and all of it is seen.")
    @Outcome(
            id = {"0, -1", "1, -1"},
            expect = ACCEPTABLE,
            desc = "It had not run yet when the second value was read, before the first.")
    @Outcome(expect = FORBIDDEN, desc = "Half a run, or not what was there before queueing.")
    @State
    public static class RunSeesWhatWasBefore extends Item {
        @Actor
        public void queues() {
            data = 42;
            QUEUE.queue(work);
        }

        @Actor
        public void waits(II_Result r) {
            work.flush();
            boolean ran = runs.get() == 1;
            r.r2 = ran ? seen : -1;
            r.r1 = runs.get();
        }

        @Arbiter
        public void arbiter(II_Result r) {
            work.flush();
            if (seen != 42 || runs.get() != 1) {
                r.r1 = -1;
            }
        }
    }
}
