package dev.ferrite.locks.poll;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.locks.rcu.RcuGuard;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A condition variable that can be polled: the counterpart of {@code kernel::sync::poll::PollCondVar}.
 *
 * <p>Threads wait in it as in any {@link CondVar}; pollers stand in the same queue, put there by
 * {@link PollTable#registerWait}. Who wakes is the kernel's rule:
 *
 * <table>
 * <caption>Who wakes</caption>
 * <tr><th></th><th>pollers</th><th>exclusive pollers ({@code EPOLLEXCLUSIVE}) and threads</th></tr>
 * <tr><td>{@code notifyOne}, {@code notifySync}</td><td>all, the newest first</td><td>one, the oldest that sleeps</td></tr>
 * <tr><td>{@code notifyAllWaiters}</td><td>all</td><td>all</td></tr>
 * <tr><td>{@code close}</td><td>all, with HUP, and out of the queue</td><td>all</td></tr>
 * </table>
 *
 * <p>An exclusive poller that nobody sleeps on is told as well, and the notification goes on to the next in line. Pollers
 * stay in the queue when they are woken; threads leave it.
 *
 * <p>Telling a poller means: look again. So a change that is made before the notification is never missed, under the
 * caller's lock or not; what is ready is decided by the source when the poller looks.
 *
 * <p>Close it before what its sources look at goes away. With nobody in the queue a notification costs one load; with
 * pollers, a read-side section and what the pollers do: for {@link Epoll} a write to its eventfd if somebody sleeps in it.
 */
public final class PollCondVar extends CondVar implements AutoCloseable {
    /*
     * Ordering note: why no readiness is lost.
     *
     *   notifier                                   registration                     poller that was told
     *   N1 change what the source looks at         R1 count a poller (full fence)   P1 take the item off its list (RMW)
     *   N2 compiler fence                          R2 CAS the entry into the queue  P2 look
     *   N3 load the word; 0: nobody there          R3 membarrier
     *   N4 load the queue, tell each (RMW on       R4 look
     *      the item)
     *
     * A registration sees the change in R4, or the notifier sees the entry. Membarrier runs a full barrier at some point P of
     * the notifier's program between the beginning and the end of R3. If N1 is before P, R4 sees it. Otherwise N3 and N4 come
     * after P and see R1 and R2. This needs the compiler to leave N1 before N3, as in the mutex (MutexBackend) and in RCU.
     * Without membarrier N2 and R3 are full fences.
     *
     * A poller that is registered is told by each notification. If N4 finds its item on the list already, P1 comes after
     * in the order of the item's word and reads what N4 wrote, so P2 sees N1.
     *
     * Teardown. N3 and N4 stand in a read-side section, and so does the look. close() takes the queue away, tells everybody,
     * and waits for a grace period: nobody is inside with the old queue, or inside a source, when it returns.
     *
     * queue: changed by CAS; CLOSED is its last value. The count in the word is changed with it: before an entry comes in,
     * after it has left.
     */

    /** The wake-up that takes a poller out of the queue for good. */
    public static final int POLLFREE = 0x4000;

    private static final VarHandle QUEUE;

    static {
        try {
            QUEUE = MethodHandles.lookup().findVarHandle(PollCondVar.class, "queue", PollQueue.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;

    private volatile PollQueue queue = PollQueue.EMPTY;

    private PollCondVar(String name) {
        super(name);
        this.name = name;
    }

    /**
     * A condition nobody waits for.
     *
     * @param name what messages and dumps call it
     * @return the condition variable
     */
    public static PollCondVar of(String name) {
        return new PollCondVar(name);
    }

    @Override
    public void notifyOne() {
        fence();
        super.notifyOne();
    }

    @Override
    public void notifyAllWaiters() {
        fence();
        super.notifyAllWaiters();
    }

    private static void fence() {
        if (Membarrier.AVAILABLE) {
            Words.acquireFence();
        } else {
            Words.fullFence();
        }
    }

    @Override
    protected void wakeSlow(boolean all) {
        if (pollers() == 0) {
            super.wakeSlow(all);
            return;
        }
        RcuGuard guard = Rcu.readLock();
        try {
            PollQueue now = queue;
            wakeAll(now.shared, 0);
            if (all) {
                wakeAll(now.exclusive, 0);
                wakeThreads();
            } else {
                wakeOne(now.exclusive);
            }
        } finally {
            guard.close();
        }
    }

    private void wakeOne(PollEntry[] exclusive) {
        for (PollEntry entry : exclusive) {
            if (wakeThreadBefore(entry.arrival()) || tell(entry, 0)) {
                return;
            }
        }
        wakeThread();
    }

    private static void wakeAll(PollEntry[] entries, int key) {
        for (PollEntry entry : entries) {
            tell(entry, key);
        }
    }

    private static boolean tell(PollEntry entry, int key) {
        try {
            return entry.poller().wake(key);
        } catch (RuntimeException e) {
            Warn.warn("poll-wake", "poller threw: poller=" + entry.poller() + " exception=" + e);
            return false;
        }
    }

    /** Puts a poller into the queue; what it looks at from now on is not missed. */
    PollEntry add(Poller poller, boolean exclusive) {
        countPollers(1);
        PollEntry entry = new PollEntry(poller, this, exclusive, exclusive ? arrival() : 0);
        PollQueue now;
        do {
            now = queue;
            if (isClosed(now)) {
                countPollers(-1);
                throw new ErrnoException(Errno.ESHUTDOWN, "registerWait condVar=" + name);
            }
        } while (!QUEUE.compareAndSet(this, now, now.with(entry)));
        Membarrier.heavy();
        return entry;
    }

    /** Takes a poller out of the queue; a notification that is on its way may still tell it. */
    @SuppressWarnings("ReferenceEquality")
    void remove(PollEntry entry) {
        PollQueue now;
        PollQueue next;
        do {
            now = queue;
            next = now.without(entry);
            if (next == now) {
                return;
            }
        } while (!QUEUE.compareAndSet(this, now, next));
        countPollers(-1);
    }

    /**
     * Tells all pollers HUP and takes them out of the queue, wakes all threads, and waits for a grace period: afterwards no
     * source that registered here is being looked at, or will be, and what they look at may go. Registering fails with
     * ESHUTDOWN from now on. The second time it only waits.
     *
     * @throws KernelBug in an RCU read-side section, for which it would wait for ever
     */
    @Override
    public void close() {
        if (Rcu.readLockHeld()) {
            throw new KernelBug("close of " + this + " inside an RCU read-side section would wait for itself: thread "
                    + Thread.currentThread().threadId());
        }
        hangUp();
        Rcu.synchronize();
    }

    /** All of {@link #close} but the waiting. */
    void hangUp() {
        PollQueue last = (PollQueue) QUEUE.getAndSet(this, PollQueue.CLOSED);
        if (isClosed(last)) {
            return;
        }
        RcuGuard guard = Rcu.readLock();
        try {
            wakeAll(last.shared, EpollH.EPOLLHUP | POLLFREE);
            wakeAll(last.exclusive, EpollH.EPOLLHUP | POLLFREE);
        } finally {
            guard.close();
        }
        countPollers(-last.size());
        wakeThreads();
        int left = waiters();
        if (left != 0) {
            Warn.warn("poll-condvar-busy", "threads wait on a closed condition variable: " + this + " waiters=" + left);
        }
    }

    /**
     * Whether it was closed.
     *
     * @return true once {@link #close} has begun
     */
    public boolean isClosed() {
        return isClosed(queue);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isClosed(PollQueue queue) {
        return queue == PollQueue.CLOSED;
    }

    /**
     * How many pollers are in the queue.
     *
     * @return the count, stale at once
     */
    public int registered() {
        return pollers();
    }
}
