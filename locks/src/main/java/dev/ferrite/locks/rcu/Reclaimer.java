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

/** Runs what was queued, a grace period later: a daemon thread that is born with the first callback. */
final class Reclaimer {
    /*
     * Algorithm note.
     *
     * stack: what was queued, the newest on top, RcuHead.END at the bottom. Pushed by CAS by anybody, taken whole by the
     * reclaimer, which turns it round: callbacks run in the order of their pushes.
     *
     * Who pushes onto the empty stack wakes the reclaimer; it parks only after it has found the stack empty, and a permit
     * given in between is kept, so no push is missed. Who pushes the HURRY_ATth, or waits in barrier(), sets hurry and
     * wakes it out of the pause in which it collects.
     *
     * A batch is taken first and the grace period begins after that, so each callback has a whole one behind it. The frees
     * of FreeBags are taken after the stack: whatever was freed before a barrier's callback was pushed is in the same batch
     * or an earlier one, and runs before the callbacks.
     */

    /** Callbacks in a batch from which on it does not wait for more, and its grace period hurries. */
    static final int HURRY_AT = 10_000;

    /** How long a batch collects before its grace period begins: each one interrupts all running threads. */
    private static final long COLLECT_NANOS = 1_000_000;

    private static final VarHandle STACK;

    static {
        try {
            STACK = MethodHandles.lookup().findStaticVarHandle(Reclaimer.class, "stack", RcuHead.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through STACK
    private static RcuHead stack = RcuHead.END;

    private static final AtomicLong RUN = new AtomicLong();

    private static volatile @Nullable Thread thread;
    private static volatile boolean hurry;
    private static final AtomicInteger IN_BATCH = new AtomicInteger();

    private Reclaimer() {}

    /** Queues; callable from anywhere, also in sections and callbacks. */
    static void push(RcuHead head) {
        if (!head.claim()) {
            throw new KernelBug("RCU callback queued twice: head=" + head);
        }
        RcuHead top;
        do {
            top = top();
            head.next = top;
            head.depth = top.depth + 1;
        } while (!STACK.compareAndSet(top, head));
        if (head.depth == 1) {
            wake();
        } else if (head.depth == HURRY_AT) {
            hurry();
        }
    }

    private static RcuHead top() {
        return (RcuHead) STACK.getAcquire();
    }

    private static void wake() {
        Thread reclaimer = thread;
        if (reclaimer == null) {
            reclaimer = start();
        }
        LockSupport.unpark(reclaimer);
    }

    static void hurry() {
        hurry = true;
        wake();
    }

    private static synchronized Thread start() {
        Thread reclaimer = thread;
        if (reclaimer == null) {
            reclaimer = Thread.ofPlatform()
                    .daemon()
                    .name("ferrite-rcu")
                    .inheritInheritableThreadLocals(false)
                    .unstarted(Reclaimer::run);
            reclaimer.setContextClassLoader(null);
            thread = reclaimer;
            reclaimer.start();
        }
        return reclaimer;
    }

    /** Waits until everything queued before has run. Interrupts wait, too, and stay set. */
    static void barrier() {
        if (Thread.currentThread() == thread) {
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

    /** Callbacks queued and not finished, about. */
    static long pending() {
        return (long) top().depth + IN_BATCH.get();
    }

    /** Callbacks that have run. */
    static long callbacksRun() {
        return RUN.get();
    }

    private static void run() {
        for (; ; ) {
            if (top().isEnd()) {
                LockSupport.park();
            } else {
                if (!hurry) {
                    LockSupport.parkNanos(COLLECT_NANOS);
                }
                runBatch();
            }
            Thread.interrupted(); // nobody's business here; with the flag set nothing would park
        }
    }

    private static void runBatch() {
        boolean hurried = hurry;
        hurry = false;
        RcuHead top = (RcuHead) STACK.getAndSet(RcuHead.END);
        IN_BATCH.set(top.depth);
        RcuHead head = reverse(top);
        GracePeriods.await(GracePeriods.snapshot(), hurried || top.depth >= HURRY_AT);
        while (!head.isEnd()) {
            RcuHead next = requireNonNull(head.next);
            head.next = null;
            runOne(head);
            head = next;
            IN_BATCH.getAndDecrement();
        }
    }

    private static RcuHead reverse(RcuHead top) {
        RcuHead done = RcuHead.END;
        RcuHead head = top;
        while (!head.isEnd()) {
            RcuHead below = requireNonNull(head.next);
            head.next = done;
            done = head;
            head = below;
        }
        return done;
    }

    private static void runOne(RcuHead head) {
        try {
            head.reclaim();
        } catch (Throwable t) {
            Warn.warn("rcu-callback", "RCU callback threw: callback=" + head + ", " + t);
        }
        RUN.getAndIncrement();
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
}
