package dev.ferrite.runtime.module;

import static java.lang.ref.Reference.reachabilityFence;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * One load of a module: its name, its state and its reference count. The counterpart of {@code kernel::ThisModule} and of
 * {@code struct module}.
 *
 * <p>Whoever calls into a module holds it by a reference, so that it cannot be unloaded meanwhile. The count follows
 * {@code refcount_t}: a {@link #put} too many never frees anything, it is a WARN, and the module stays for good.
 * Thread-safe.
 */
public final class ThisModule {
    /*
     * count      meaning                                              changed by
     * 0          dead, or going: no reference can be had              nobody any more
     * 1          loaded, unused: the loader's own reference           get: +1; unload: CAS to 0, which decides who unloads
     * n > 1      n - 1 users                                          get: +1, put: -1
     * negative   saturated: a put too many; never unloaded            nobody
     *
     * The CAS 1 -> 0 is release and acquire: all that users did before their put happens before exit.
     */
    private static final String WARN_USED_AFTER_FAILURE = "module-init-failed-in-use";

    private final ModuleInfo info;
    private final ModuleParams params;
    private final MemorySegment memory;
    private final long count;
    private volatile ModuleState state = ModuleState.INITIALIZING;
    private volatile @Nullable Module instance;

    ThisModule(ModuleInfo info, ModuleParams params) {
        this.info = info;
        this.params = params;
        // Freed by the collector when this object is unreachable: no caller can hold the address longer.
        this.memory = Arena.ofAuto().allocate(Integer.BYTES, Integer.BYTES);
        this.count = HeapWords.enabled() ? HeapWords.allocate(Integer.BYTES) : memory.address();
        RefCount.set(count, 1);
    }

    /**
     * The module that code is part of which no loader loaded, as code that is built into the kernel: it is there for good.
     *
     * @param info what it says of itself
     * @return the module, live, with its parameters at their defaults
     */
    public static ThisModule builtIn(ModuleInfo info) {
        ThisModule module = new ThisModule(info, ModuleParams.defaults(info));
        module.state = ModuleState.LIVE;
        return module;
    }

    /**
     * The name it is loaded under.
     *
     * @return the name
     */
    public String name() {
        return info.name();
    }

    /**
     * What it says of itself.
     *
     * @return the facts
     */
    public ModuleInfo info() {
        return info;
    }

    /**
     * What it was told when it was loaded.
     *
     * @return the values of its parameters
     */
    public ModuleParams params() {
        return params;
    }

    /**
     * Where this load is in its life.
     *
     * @return the state; {@link ModuleState#UNLOADED} for good once it failed or is gone
     */
    public ModuleState state() {
        return state;
    }

    /**
     * How many hold it.
     *
     * @return references handed out and not put back; 0 if it is gone
     */
    public int users() {
        try {
            return Math.max(0, RefCount.read(count) - 1);
        } finally {
            reachabilityFence(this);
        }
    }

    /**
     * Takes a reference, unless the module is going: {@code try_module_get}.
     *
     * @return whether the caller holds it now
     */
    public boolean tryGet() {
        try {
            return state != ModuleState.UNLOADED && RefCount.incNotZeroAcquire(count);
        } finally {
            reachabilityFence(this);
        }
    }

    /**
     * Takes a reference.
     *
     * @throws ErrnoException ENODEV if the module is going or gone
     */
    public void get() {
        if (!tryGet()) {
            throw new ErrnoException(Errno.ENODEV, "get module " + name() + " state=" + state);
        }
    }

    /** Gives a reference back: {@code module_put}. One too many is a WARN, and the module can never be unloaded again. */
    public void put() {
        try {
            RefCount.dec(count);
        } finally {
            reachabilityFence(this);
        }
    }

    @Override
    public String toString() {
        return name() + " " + state + " users=" + users();
    }

    // ---- For the loader

    void live(Module made) {
        instance = made;
        state = ModuleState.LIVE;
    }

    /** Ends a load whose init failed. */
    void failed() {
        state = ModuleState.UNLOADED;
        if (!takeLast()) {
            Warn.warn(WARN_USED_AFTER_FAILURE, "init of module " + name() + " failed with users=" + users());
        }
    }

    /** Takes the loader's own reference if it is the last: true for one caller, ever, who must unload then. */
    boolean takeLast() {
        try {
            return RefCount.decIfOne(count);
        } finally {
            reachabilityFence(this);
        }
    }

    int count() {
        try {
            return RefCount.read(count);
        } finally {
            reachabilityFence(this);
        }
    }

    /** Where the count is, for whoever looks from another process. */
    long countAddress() {
        return count;
    }

    /** Begins the exit: what is to be closed. */
    @Nullable
    Module exiting() {
        state = ModuleState.EXITING;
        Module closing = instance;
        instance = null;
        return closing;
    }

    void gone() {
        state = ModuleState.UNLOADED;
    }
}
