package dev.ferrite.perf.wait;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import dev.ferrite.perf.run.Waits;
import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Two threads hand each other the turn through a condition: there and back. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Comparison(
        title = "Round trip between two threads that wait for each other",
        baseline = "reentrantLockCondition",
        metric = {Waits.P50, Waits.P999},
        goals = @Goal(id = "P9", subject = "condVar", against = "reentrantLockCondition", atMost = 1.0),
        noGarbage = {"condVar", "viewCondition"})
public class HandOff {
    /** Makes the class a benchmark. */
    public HandOff() {}

    /** Whose turn it is. */
    private static final class Turn {
        boolean partners;
    }

    /** Ours. */
    public static class CondVarPartner extends Partner {
        private final Mutex<Turn> mutex = Mutex.of(new Turn(), "perf");
        private final CondVar changed = CondVar.of("perf");

        @Override
        void serve() {
            try (var guard = mutex.lock()) {
                guard.get().partners = true;
                changed.notifyOne();
                while (guard.get().partners) {
                    changed.wait(guard);
                }
            }
        }

        @Override
        void answer() {
            try (var guard = mutex.lock()) {
                while (!guard.get().partners) {
                    changed.wait(guard);
                }
                guard.get().partners = false;
                changed.notifyOne();
            }
        }
    }

    /** A lock of j.u.c. and its condition. */
    abstract static class ConditionPartner extends Partner {
        private final Lock lock;
        private final Condition changed;
        private boolean partners;

        ConditionPartner(Lock lock) {
            this.lock = lock;
            this.changed = lock.newCondition();
        }

        @Override
        void serve() {
            lock.lock();
            try {
                partners = true;
                changed.signal();
                while (partners) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        void answer() {
            lock.lock();
            try {
                while (!partners) {
                    changed.awaitUninterruptibly();
                }
                partners = false;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The peer of j.u.c. */
    public static class ReentrantLockPartner extends ConditionPartner {
        /** Made by JMH. */
        public ReentrantLockPartner() {
            super(new ReentrantLock());
        }
    }

    /** Ours behind the interface of j.u.c. */
    public static class ViewPartner extends ConditionPartner {
        /** Made by JMH. */
        public ViewPartner() {
            super(Mutex.of("nothing", "perf").asJucLock());
        }
    }

    /** The language's own. */
    public static class MonitorPartner extends Partner {
        private boolean partners;

        @Override
        synchronized void serve() throws InterruptedException {
            partners = true;
            notifyAll();
            while (partners) {
                wait();
            }
        }

        @Override
        synchronized void answer() throws InterruptedException {
            while (!partners) {
                wait();
            }
            partners = false;
            notifyAll();
        }
    }

    /** Two queues without room. */
    public static class QueuePartner extends Partner {
        private final SynchronousQueue<Integer> there = new SynchronousQueue<>();
        private final SynchronousQueue<Integer> back = new SynchronousQueue<>();

        @Override
        void serve() throws InterruptedException {
            there.put(1);
            back.take();
        }

        @Override
        void answer() throws InterruptedException {
            back.put(there.take());
        }
    }

    /** Two meetings. */
    public static class ExchangerPartner extends Partner {
        private final Exchanger<Integer> exchanger = new Exchanger<>();

        @Override
        void serve() throws InterruptedException {
            exchanger.exchange(1);
            exchanger.exchange(2);
        }

        @Override
        void answer() throws InterruptedException {
            exchanger.exchange(3);
            exchanger.exchange(4);
        }
    }

    /** The least: a flag, and park and unpark. */
    public static class ParkPartner extends Partner {
        private volatile boolean partners;
        private volatile @Nullable Thread server;
        private volatile @Nullable Thread answerer;

        @Override
        void serve() {
            server = Thread.currentThread();
            partners = true;
            LockSupport.unpark(answerer);
            while (partners) {
                LockSupport.park(this);
            }
        }

        @Override
        void answer() {
            answerer = Thread.currentThread();
            while (!partners) {
                LockSupport.park(this);
            }
            partners = false;
            LockSupport.unpark(server);
        }
    }

    /**
     * Ours: a mutex and a condition variable.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void condVar(CondVarPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * Ours behind the interface of j.u.c.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void viewCondition(ViewPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * The peer of j.u.c.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void reentrantLockCondition(ReentrantLockPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * The language's own wait and notify.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void monitor(MonitorPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * Two synchronous queues.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void synchronousQueue(QueuePartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * An exchanger.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void exchanger(ExchangerPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }

    /**
     * park and unpark alone: the least there is.
     *
     * @param partner the other thread
     */
    @Benchmark
    public void lockSupport(ParkPartner partner) throws InterruptedException {
        partner.timedRoundTrip();
    }
}
