package dev.ferrite.drm.core;

import dev.ferrite.locks.CondVarTimeoutResult;
import dev.ferrite.locks.Jiffies;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.poll.PollCondVar;
import dev.ferrite.locks.poll.PollCondVarBox;
import dev.ferrite.locks.poll.PollSource;
import dev.ferrite.locks.poll.PollTable;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events of one file: those a client can read, and those that are to come. Made when a file has its first.
 *
 * <p>Each event takes its room when it is announced, so that sending one cannot fail. Whoever reads gets whole events only.
 */
final class EventQueue implements PollSource {
    /*
     * The queue and the room are guarded by the event lock, a spin lock taken last. The read lock is held over a whole read,
     * so events come out in order, and what is looked at first is still first when it has been copied: only readers take
     * events out, and close, after the last call. Sending adds under the event lock and notifies after it.
     */
    private static final int SPACE = 4096;
    private static final int NOTHING = Integer.MIN_VALUE;
    private static final int READABLE = Linux.POLLIN | EpollH.EPOLLRDNORM;

    private static final class Queue {
        final ArrayDeque<PendingEvent> ready = new ArrayDeque<>();
        int space = SPACE;
        boolean closed;
    }

    private final SpinLock<Queue> lock = SpinLock.of(new Queue(), "drm_events");
    private final Mutex<String> reading = Mutex.of("reading", "drm_event_read");
    private final PollCondVarBox changed = PollCondVarBox.of("drm_event_wait");

    /** Set with the lock held, read without it by pollers. */
    private volatile boolean readable;

    /** Announces an event of some length. */
    PendingEvent reserve(byte[] event) {
        try (var guard = lock.lock()) {
            Queue queue = guard.get();
            if (queue.space < event.length) {
                throw new ErrnoException(
                        Errno.ENOMEM, "no room for an event: length=" + event.length + " left=" + queue.space);
            }
            queue.space -= event.length;
            return new PendingEvent(this, event);
        }
    }

    /** Lets the client read an event; false if the file is closed. */
    boolean deliver(PendingEvent event) {
        try (var guard = lock.lock()) {
            Queue queue = guard.get();
            if (queue.closed) {
                return false;
            }
            queue.ready.addLast(event);
            readable = true;
        }
        condVar().notifyAllWaiters();
        return true;
    }

    /** Gives the room of an event back that will not be sent. */
    void release(PendingEvent event) {
        try (var guard = lock.lock()) {
            guard.get().space += event.length();
        }
    }

    private PollCondVar condVar() {
        return changed.get();
    }

    // ---- Reading

    /** As many whole events as fit: how many bytes, or {@code -errno}. */
    int read(MemorySegment into, boolean blocks) {
        for (; ; ) {
            int done;
            try (var guard = reading.lock()) {
                guard.get();
                done = readReady(into);
            }
            if (done != NOTHING) {
                return done;
            }
            if (!blocks) {
                return Errno.EAGAIN.negated();
            }
            if (awaitReadable(Long.MAX_VALUE) < 0) {
                return Errno.EINTR.negated();
            }
        }
    }

    /** With the read lock held. */
    private int readReady(MemorySegment into) {
        int done = 0;
        PendingEvent next = first();
        if (next == null) {
            return NOTHING;
        }
        while (next != null && next.length() <= into.byteSize() - done) {
            try {
                MemorySegment.copy(next.bytes(), 0, into, ValueLayout.JAVA_BYTE, done, next.length());
            } catch (RuntimeException | InternalError bad) {
                return done > 0
                        ? done
                        : Errno.EFAULT.negated(); // closed, read-only, foreign thread, pages that are gone
            }
            done += next.length();
            takeFirst();
            next = first();
        }
        return done;
    }

    private @Nullable PendingEvent first() {
        try (var guard = lock.lock()) {
            return guard.get().ready.peekFirst();
        }
    }

    private void takeFirst() {
        try (var guard = lock.lock()) {
            Queue queue = guard.get();
            queue.space += queue.ready.removeFirst().length();
            readable = !queue.ready.isEmpty();
        }
    }

    // ---- Polling

    /** What of the wanted events is there; waits until there is something, {@code -EINTR} if interrupted. */
    int poll(int wanted, long timeoutNanos) {
        long end = System.nanoTime() + timeoutNanos;
        for (; ; ) {
            int there = readable ? wanted & READABLE : 0;
            if (there != 0 || timeoutNanos == 0) {
                return there;
            }
            long left = timeoutNanos < 0 ? Long.MAX_VALUE : end - System.nanoTime();
            if (left <= 0) {
                return 0;
            }
            // Who asks for something else only is never told, and waits for the end of the time.
            int result = (wanted & READABLE) != 0 ? awaitReadable(left) : sleep(left);
            if (result < 0) {
                return result;
            }
        }
    }

    /** Waits until something can be read, or some of the time has passed. */
    private int awaitReadable(long nanos) {
        try (var guard = lock.lock()) {
            if (guard.get().ready.isEmpty() && !guard.get().closed) {
                long jiffies = nanos == Long.MAX_VALUE ? Jiffies.MAX_SCHEDULE_TIMEOUT : Jiffies.ofNanos(nanos);
                if (condVar().waitInterruptibleTimeout(guard, jiffies) instanceof CondVarTimeoutResult.Signal) {
                    return Errno.EINTR.negated();
                }
            }
            return 0;
        }
    }

    private int sleep(long nanos) {
        if (Thread.currentThread().isInterrupted()) {
            return Errno.EINTR.negated();
        }
        LockSupport.parkNanos(this, nanos);
        return 0;
    }

    @Override
    public int poll(PollTable table) {
        table.registerWait(this, condVar());
        return readable ? READABLE : 0;
    }

    /** Forgets all events; what is sent from now on is dropped. */
    void close() {
        try (var guard = lock.lock()) {
            Queue queue = guard.get();
            queue.closed = true;
            queue.ready.clear();
            readable = false;
        }
        changed.close();
    }
}
