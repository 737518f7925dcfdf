package dev.ferrite.offheap.linux;

import dev.ferrite.offheap.errno.Errno;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns one file descriptor: closes it once, and never somebody else's.
 *
 * <p>Thread-safe, with the kernel's own caveat: a call that got {@link #value()} before another thread's
 * {@link #close()} may meet a number that is already reused, so a descriptor is closed by the one who stops all its
 * users. One that becomes unreachable unclosed is closed by the collector, late, and counted in {@link #leaked()}.
 */
public final class Fd implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicLong LIVE = new AtomicLong();
    private static final AtomicLong LEAKED = new AtomicLong();

    private final State state;
    private final Cleaner.Cleanable cleanable;

    private Fd(int value) {
        LIVE.getAndIncrement();
        this.state = new State(value);
        this.cleanable = CLEANER.register(this, state);
    }

    /**
     * Takes ownership of the result of a call.
     *
     * @param result a descriptor, or {@code -errno}
     * @param call the call with its values, for the message
     * @return the owner
     * @throws dev.ferrite.offheap.errno.ErrnoException if it is an error
     */
    public static Fd own(int result, String call) {
        return new Fd((int) Errno.check(result, call));
    }

    /**
     * The number.
     *
     * @return the descriptor
     * @throws IllegalStateException if it is closed
     */
    public int value() {
        int value = state.fd.getAcquire();
        if (value < 0) {
            throw new IllegalStateException("descriptor is closed: was=" + ~value);
        }
        return value;
    }

    /**
     * Whether it is still open.
     *
     * @return false once {@link #close()} was called
     */
    public boolean isOpen() {
        return state.fd.getAcquire() >= 0;
    }

    /** Closes it; does nothing the second time. */
    @Override
    public void close() {
        state.close();
        cleanable.clean();
    }

    /**
     * How many are open in this process.
     *
     * @return the count
     */
    public static long live() {
        return LIVE.get();
    }

    /**
     * How many the collector had to close.
     *
     * @return the count since start
     */
    public static long leaked() {
        return LEAKED.get();
    }

    @Override
    public String toString() {
        int value = state.fd.getAcquire();
        return value >= 0 ? "fd " + value : "fd closed, was " + ~value;
    }

    /** The number, or its complement once closed; apart from the owner, so that the cleaner can run. */
    private static final class State implements Runnable {
        final AtomicInteger fd;

        State(int value) {
            this.fd = new AtomicInteger(value);
        }

        boolean close() {
            int value = fd.getAndUpdate(now -> now < 0 ? now : ~now);
            if (value < 0) {
                return false;
            }
            LIVE.getAndDecrement();
            Linux.close(value);
            return true;
        }

        @Override
        public void run() {
            if (close()) {
                LEAKED.getAndIncrement();
            }
        }
    }
}
