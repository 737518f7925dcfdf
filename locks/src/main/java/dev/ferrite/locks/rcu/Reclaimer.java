package dev.ferrite.locks.rcu;

import static java.util.Objects.requireNonNull;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs what was queued, a grace period later, on a daemon thread that is born with the first callback. */
final class Reclaimer {
    /*
     * Algorithm note.
     *
     * stack: what was queued, the newest on top, RcuHead.END at the bottom. Pushed by CAS by anybody, taken whole by the
     * reclaimer, which turns it round: callbacks run in the order of their pushes.
     *
     * Who pushes onto the empty stack wakes the reclaimer; it parks only after it has found the stack empty, and a permit
     * given in between is kept, so no push is missed. Who pushes beyond HURRY_AT, or waits in barrier(), sets hurry and
     * wakes it out of the pause in which it collects.
     *
     * A batch is taken and sealed first and the grace period begins after that, so each callback has a whole one behind it.
     */

    /** Weight of a batch from which on it does not wait for more, and its grace period hurries. */
    static final int HURRY_AT = 10_000;

    /** How long a batch collects before its grace period begins: each one interrupts all running threads. */
    private static final long COLLECT_NANOS = 1_000_000;

    private static final VarHandle STACK;

    static {
        try {
            STACK = MethodHandles.lookup().findVarHandle(Reclaimer.class, "stack", RcuHead.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;
    private final GraceSequence periods;
    private final AtomicInteger inBatch = new AtomicInteger();
    private final AtomicLong callbacksRun = new AtomicLong();

    @SuppressWarnings("unused") // through STACK
    private RcuHead stack = RcuHead.END;

    private volatile @Nullable Thread thread;
    private volatile boolean hurry;
    private volatile boolean stopped;

    Reclaimer(String name, GraceSequence periods) {
        this.name = name;
        this.periods = periods;
    }

    /** Queues; callable from anywhere, also in sections and callbacks. */
    void push(RcuHead head) {
        if (!head.claim()) {
            throw new KernelBug("RCU callback queued twice: head=" + head);
        }
        RcuHead top;
        int depth;
        do {
            top = top();
            depth = top.depth + head.weight();
            head.next = top;
            head.depth = depth;
        } while (!STACK.compareAndSet(this, top, head));
        if (depth >= HURRY_AT && top.depth < HURRY_AT) {
            hurry();
        } else if (top.isEnd()) {
            wake();
        }
    }

    private RcuHead top() {
        return (RcuHead) STACK.getAcquire(this);
    }

    private void wake() {
        Thread reclaimer = thread;
        if (reclaimer == null) {
            reclaimer = start();
        }
        LockSupport.unpark(reclaimer);
    }

    void hurry() {
        hurry = true;
        wake();
    }

    private synchronized Thread start() {
        Thread reclaimer = thread;
        if (reclaimer == null) {
            reclaimer = Thread.ofPlatform()
                    .daemon()
                    .name(name)
                    .inheritInheritableThreadLocals(false)
                    .unstarted(this::run);
            reclaimer.setContextClassLoader(null);
            thread = reclaimer;
            reclaimer.start();
        }
        return reclaimer;
    }

    /** Waits until everything queued before has run. Interrupts wait, too, and stay set. */
    void barrier() {
        if (Thread.currentThread().equals(thread)) {
            throw new KernelBug("RCU barrier inside a callback would wait for itself: thread "
                    + RcuGuard.describe(Thread.currentThread()));
        }
        if (thread == null) {
            return; // nobody has ever queued
        }
        CountDownLatch done = new CountDownLatch(1);
        push(new Callback(done::countDown));
        hurry();
        boolean interrupted = false;
        for (; ; ) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread when everything queued has run; nothing may be queued any more. */
    void stop() {
        stopped = true;
        Thread reclaimer = thread;
        if (reclaimer != null) {
            LockSupport.unpark(reclaimer);
        }
    }

    /** Callbacks queued and not finished, about. */
    long pending() {
        return (long) top().depth + inBatch.get();
    }

    /** Callbacks that have run. */
    long callbacksRun() {
        return callbacksRun.get();
    }

    private void run() {
        for (; ; ) {
            if (top().isEnd()) {
                if (stopped) {
                    return;
                }
                LockSupport.park();
            } else {
                collect();
                runBatch();
            }
            Thread.interrupted(); // nobody's business here; with the flag set nothing would park
        }
    }

    /** Lets a batch grow. Permits that were given while the last one ran end a park, not the wait. */
    private void collect() {
        long end = System.nanoTime() + COLLECT_NANOS;
        for (long left = COLLECT_NANOS; left > 0 && !hurry; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void runBatch() {
        boolean hurried = hurry;
        hurry = false;
        RcuHead top = (RcuHead) STACK.getAndSet(this, RcuHead.END);
        inBatch.set(top.depth);
        RcuHead head = reverseAndSeal(top);
        periods.await(periods.snapshot(), hurried || top.depth >= HURRY_AT);
        while (!head.isEnd()) {
            RcuHead next = requireNonNull(head.next);
            int weight = head.weight();
            head.next = null;
            runOne(head);
            head = next;
            inBatch.getAndAdd(-weight);
        }
    }

    private static RcuHead reverseAndSeal(RcuHead top) {
        RcuHead done = RcuHead.END;
        RcuHead head = top;
        while (!head.isEnd()) {
            RcuHead below = requireNonNull(head.next);
            head.next = done;
            head.seal();
            done = head;
            head = below;
        }
        return done;
    }

    private void runOne(RcuHead head) {
        try {
            head.reclaim();
        } catch (Throwable t) {
            Warn.warn("rcu-callback", "RCU callback threw: callback=" + head + ", " + t);
        }
        callbacksRun.getAndIncrement();
        RcuGuard open = Readers.current();
        if (open != null) {
            Warn.warn("rcu-callback-section", "RCU callback left a section open: callback=" + head + ", " + open);
            open.abandon();
        }
    }

    /** A callback that somebody gave as a function. */
    static final class Callback extends RcuHead {
        private final Runnable action;

        Callback(Runnable action) {
            this.action = action;
        }

        @Override
        protected void reclaim() {
            action.run();
        }

        @Override
        public String toString() {
            return action.toString();
        }
    }

    /** Something to be closed. */
    static final class Closing extends RcuHead {
        private final AutoCloseable owner;

        Closing(AutoCloseable owner) {
            this.owner = owner;
        }

        @Override
        protected void reclaim() throws Exception {
            owner.close();
        }

        @Override
        public String toString() {
            return "close of " + owner;
        }
    }
}
