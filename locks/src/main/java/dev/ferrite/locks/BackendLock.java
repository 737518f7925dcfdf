package dev.ferrite.locks;

import dev.ferrite.locks.lockdep.LockClassKey;
import dev.ferrite.locks.lockdep.Lockdep;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** A lock over any backend, reached through the interface: one indirect call dearer than the locks with a class of their own. */
final class BackendLock<T, B extends Backend> extends Lock<T, B> {
    private final BackendGuard<T> guard;

    BackendLock(B backend, T data, String name, @Nullable LockClassKey key) {
        super(backend, name, key);
        this.guard = new BackendGuard<>(this, data, word, backend);
    }

    @Override
    public Guard<T> lock() {
        return Lockdep.ON ? lockValidated() : take();
    }

    @Override
    Guard<T> take() {
        long state = backend().tryLock(word);
        if (state == Backend.NOT_ACQUIRED) {
            checkNotHeld();
            LockContention event = LockContention.started();
            state = backend().lock(word);
            event.acquired(this);
        }
        return acquired(state);
    }

    @Override
    @Nullable
    Guard<T> tryTake() {
        long state = backend().tryLock(word);
        return state == Backend.NOT_ACQUIRED ? null : acquired(state);
    }

    private Guard<T> acquired(long state) {
        guard.enter();
        guard.state = state;
        return guard;
    }

    @Override
    Guard<T> guard() {
        return guard;
    }

    private static final class BackendGuard<T> extends Guard<T> {
        private final Backend backend;
        private long state;

        BackendGuard(Lock<T, ?> lock, T data, long word, Backend backend) {
            super(lock, data, word);
            this.backend = backend;
        }

        @Override
        public void close() {
            leave();
            try {
                backend.unlock(word, state);
            } finally {
                // The lock's word goes back to its cache with the lock: not before it is released.
                Reference.reachabilityFence(this);
            }
        }
    }
}
