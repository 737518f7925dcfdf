package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.WaitType;
import dev.ferrite.offheap.Words;
import org.jspecify.annotations.Nullable;

/**
 * Waits by spinning: the word of {@link SpinLock}, 4 bytes.
 *
 * <p>A waiter spins on a plain load with growing pauses and, since a holder in user space can lose its processor,
 * yields its own after about {@value #SPIN_PAUSES} pauses. It never parks.
 */
public final class SpinLockBackend implements Backend {
    /*
     * word   meaning   who may set it             who may clear it
     * 0      free      the owner (store-release)  -
     * 1      held      any thread (CAS 0 -> 1)    the owner
     *
     * Lock is an acquiring CAS, unlock a releasing store: what one owner wrote is there for the next. Waiters read before
     * they CAS (test and test-and-set), so that they share the line instead of fighting for it.
     */
    static final SpinLockBackend INSTANCE = new SpinLockBackend();

    static final int SPIN_PAUSES = 1 << 10;

    private static final int FREE = 0;
    private static final int HELD = 1;
    private static final int LONGEST_PAUSE = 64;

    /** A mask: about every millisecond somebody is told who spins so long. */
    private static final int MANY_YIELDS = (1 << 12) - 1;

    private SpinLockBackend() {}

    /**
     * The backend.
     *
     * @return the only instance
     */
    public static SpinLockBackend instance() {
        return INSTANCE;
    }

    @Override
    public int wordBytes() {
        return Integer.BYTES;
    }

    @Override
    public void init(long word) {
        Words.setIntRelease(word, FREE);
    }

    @Override
    public long lock(long word) {
        if (!tryAcquire(word)) {
            lockSlow(word, null);
        }
        return 0;
    }

    @Override
    public long tryLock(long word) {
        return tryAcquire(word) ? 0 : NOT_ACQUIRED;
    }

    @Override
    public void unlock(long word, long state) {
        release(word);
    }

    @Override
    public WaitType waitType() {
        return WaitType.SPIN;
    }

    @Override
    public boolean isLocked(long word) {
        return Words.getIntOpaque(word) != FREE;
    }

    static boolean tryAcquire(long word) {
        return Words.compareAndSetIntAcquire(word, FREE, HELD);
    }

    static void release(long word) {
        Words.setIntRelease(word, FREE);
    }

    static void lockSlow(long word, @Nullable Lock<?, ?> lock) {
        int pause = 1;
        int spent = 0;
        int yields = 0;
        for (; ; ) {
            if (Words.getIntOpaque(word) == FREE && tryAcquire(word)) {
                return;
            }
            if (spent < SPIN_PAUSES) {
                for (int i = 0; i < pause; i++) {
                    Thread.onSpinWait();
                }
                spent += pause;
                pause = Math.min(pause << 1, LONGEST_PAUSE);
            } else {
                Thread.yield();
                if ((++yields & MANY_YIELDS) == 0 && lock != null) {
                    OwnerWatch.spinsFor(lock);
                }
            }
        }
    }
}
