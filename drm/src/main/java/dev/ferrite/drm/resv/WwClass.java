package dev.ferrite.drm.resv;

import dev.ferrite.locks.lockdep.LockClassKey;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A family of {@link WwMutex}es that may be taken together: the counterpart of {@code struct ww_class}.
 *
 * <p>Who began earlier is older, and the older one wins. With wait-die a younger one that meets an older holder backs off
 * and an older one waits; with wound-wait an older one makes a younger holder back off, and a younger one waits.
 */
public final class WwClass {
    private final String name;
    private final boolean woundWait;
    private final AtomicLong stamps = new AtomicLong();
    private final LockClassKey contexts;
    private final LockClassKey mutexes;

    private WwClass(String name, boolean woundWait) {
        this.name = name;
        this.woundWait = woundWait;
        this.contexts = LockClassKey.dynamic(name + "_acquire");
        this.mutexes = LockClassKey.dynamic(name + "_mutex");
    }

    /**
     * A class whose younger ones back off: {@code DEFINE_WD_CLASS}.
     *
     * @param name what messages call it
     * @return the class
     */
    public static WwClass waitDie(String name) {
        return new WwClass(name, false);
    }

    /**
     * A class whose older ones make younger ones back off: {@code DEFINE_WW_CLASS}.
     *
     * @param name what messages call it
     * @return the class
     */
    public static WwClass woundWait(String name) {
        return new WwClass(name, true);
    }

    boolean isWoundWait() {
        return woundWait;
    }

    long nextStamp() {
        return stamps.incrementAndGet();
    }

    String name() {
        return name;
    }

    LockClassKey contexts() {
        return contexts;
    }

    LockClassKey mutexes() {
        return mutexes;
    }
}
