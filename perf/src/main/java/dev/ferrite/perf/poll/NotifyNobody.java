package dev.ferrite.perf.poll;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.poll.Epoll;
import dev.ferrite.locks.poll.EpollEvents;
import dev.ferrite.locks.poll.PollCondVar;
import dev.ferrite.offheap.uapi.EpollH;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A notification that finds nobody asleep. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Comparison(
        title = "Notification with nobody asleep",
        baseline = "condVar",
        goals = @Goal(id = "poll-quiet", subject = "pollCondVar", against = "condVar", atMost = 1.2),
        noGarbage = {"condVar", "pollCondVar", "pollCondVarPolled", "notifyAndAwait"})
public class NotifyNobody {
    private final CondVar condVar = CondVar.of("perf");
    private final PollCondVar pollCondVar = PollCondVar.of("perf");
    private final PollCondVar polled = PollCondVar.of("perf");
    private final PollCondVar awaited = PollCondVar.of("perf");
    private final Epoll epoll = Epoll.create();
    private final EpollEvents events = EpollEvents.allocate(4);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition condition = lock.newCondition();

    /** Two conditions that are watched. */
    public NotifyNobody() {
        epoll.add(polled, EpollH.EPOLLIN | EpollH.EPOLLET, 1);
        epoll.add(awaited, EpollH.EPOLLIN | EpollH.EPOLLET, 2);
        awaited.notifyOne();
        polled.notifyOne();
        epoll.await(events);
    }

    /** The end. */
    @TearDown
    public void close() {
        epoll.close();
        polled.close();
        awaited.close();
        pollCondVar.close();
    }

    /** Without pollers. */
    @Benchmark
    public void condVar() {
        condVar.notifyOne();
    }

    /** With pollers that never came. */
    @Benchmark
    public void pollCondVar() {
        pollCondVar.notifyOne();
    }

    /** With a poller that has been told already. */
    @Benchmark
    public void pollCondVarPolled() {
        polled.notifyOne();
    }

    /** With a poller in which nobody sleeps, and a wait that finds what it was told. */
    @Benchmark
    public int notifyAndAwait() {
        awaited.notifyOne();
        return epoll.await(events, 0);
    }

    /** The peer of j.u.c, which wants its lock. */
    @Benchmark
    public void condition() {
        lock.lock();
        try {
            condition.signal();
        } finally {
            lock.unlock();
        }
    }
}
