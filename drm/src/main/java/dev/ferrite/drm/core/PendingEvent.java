package dev.ferrite.drm.core;

import dev.ferrite.drm.fence.DmaFence;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An event that a file will get: the counterpart of {@code struct drm_pending_event}. Has its room already, and is either
 * sent or cancelled, once. Thread-safe; outlives its file, and is dropped then.
 */
public final class PendingEvent {
    private final EventQueue queue;
    private final byte[] bytes;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile @Nullable DmaFence fence;

    PendingEvent(EventQueue queue, byte[] bytes) {
        this.queue = queue;
        this.bytes = bytes;
    }

    /**
     * Sets a fence that is signalled when the event is sent, before anybody can read it; also when the file is closed by then.
     *
     * @param signaled the fence
     * @return this
     */
    public PendingEvent with(DmaFence signaled) {
        fence = signaled;
        return this;
    }

    /**
     * The event, to be completed until it is sent.
     *
     * @return its bytes, not a copy
     */
    public byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    /**
     * Sends it: {@code drm_send_event}. Never blocks.
     *
     * @return whether the client can read it; false if its file is closed, or it was sent or cancelled before
     */
    public boolean send() {
        if (!done.compareAndSet(false, true)) {
            return false;
        }
        DmaFence signaled = fence;
        if (signaled != null) {
            signaled.signal();
        }
        return queue.deliver(this);
    }

    /** Takes it back, and its room: {@code drm_event_cancel_free}. Does nothing if it was sent or cancelled before. */
    public void cancel() {
        if (done.compareAndSet(false, true)) {
            queue.release(this);
        }
    }
}
