package dev.ferrite.jcstress.poll;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.poll.PollCondVar;
import dev.ferrite.locks.poll.PollSource;
import dev.ferrite.locks.poll.PollTable;
import dev.ferrite.locks.poll.Poller;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.uapi.EpollH;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@link PollCondVar}: notifications that race with registration and with teardown. */
public final class PollCondVarStress {
    private PollCondVarStress() {}

    /** A poller of one source, whose level is an off-heap word. */
    static final class Subject extends Poller implements PollSource {
        final PollCondVar condVar = PollCondVar.of("stress");
        final long word = Slots.next();
        volatile int told;
        volatile boolean hungUp;
        volatile boolean gone;
        volatile int late;

        int register() {
            return attach(this, false);
        }

        void leave() {
            detach();
        }

        @Override
        public int poll(PollTable table) {
            table.registerWait(this, condVar);
            if (gone) {
                late = 1;
            }
            return Words.getIntOpaque(word);
        }

        @Override
        protected boolean wake(int key) {
            if (gone) {
                late = 1;
            }
            if ((key & EpollH.EPOLLHUP) != 0) {
                hungUp = true;
            } else {
                told = 1;
            }
            return true;
        }
    }

    @JCStressTest
    @Description("A change that a new poller does not find is told to it.")
    @Outcome(
            id = {"1, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Found, or told, or both.")
    @Outcome(expect = FORBIDDEN, desc = "Neither found nor told: lost.")
    @State
    public static class NotifyRacesRegister {
        private final Subject subject = new Subject();

        @Actor
        public void notifier() {
            Slots.delayNextStore(subject.word);
            Words.setIntOpaque(subject.word, 1);
            subject.condVar.notifyOne();
        }

        @Actor
        public void poller(II_Result r) {
            r.r1 = subject.register();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = subject.told;
        }
    }

    @JCStressTest
    @Description("When close() has returned no notification reaches a poller, though it found the queue before.")
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Told before, or not at all.")
    @Outcome(expect = FORBIDDEN, desc = "Told after the grace period.")
    @State
    public static class CloseRacesNotify {
        private final Subject subject = new Subject();

        public CloseRacesNotify() {
            subject.register();
        }

        @Actor
        public void notifier() {
            subject.condVar.notifyOne();
        }

        @Actor
        public void closer() {
            subject.condVar.close();
            subject.gone = true;
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = subject.late;
        }
    }

    @JCStressTest
    @Description("A poller that comes while the condition goes is refused, or told HUP.")
    @Outcome(
            id = {"-108, 0", "0, 1"},
            expect = ACCEPTABLE,
            desc = "Refused with ESHUTDOWN, or registered and told.")
    @Outcome(expect = FORBIDDEN, desc = "Registered and never told, or looked at what is gone.")
    @State
    public static class CloseRacesRegister {
        private final Subject subject = new Subject();

        @Actor
        public void poller(II_Result r) {
            try {
                r.r1 = subject.register();
            } catch (ErrnoException e) {
                r.r1 = e.errno().negated();
            }
        }

        @Actor
        public void closer() {
            subject.condVar.close();
            subject.gone = true;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = (subject.hungUp ? 1 : 0) + 2 * subject.late;
        }
    }

    @JCStressTest
    @Description("A poller that leaves while the condition goes is in no queue, and the count is right.")
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Nobody is left.")
    @Outcome(expect = FORBIDDEN, desc = "A notification goes on to find somebody.")
    @State
    public static class CloseRacesLeave {
        private final Subject subject = new Subject();

        public CloseRacesLeave() {
            subject.register();
        }

        @Actor
        public void poller() {
            subject.leave();
        }

        @Actor
        public void closer() {
            subject.condVar.close();
        }

        @Arbiter
        public void end(I_Result r) {
            subject.told = 0;
            subject.condVar.notifyAllWaiters();
            r.r1 = subject.told + subject.condVar.registered();
        }
    }
}
