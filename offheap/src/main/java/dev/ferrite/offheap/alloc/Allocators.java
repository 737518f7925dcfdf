package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.errno.ErrnoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The allocators of the system: made on first use, one of each, living as long as the process. */
public final class Allocators {
    private static @Nullable PoolConfig kmallocConfig;
    private static @Nullable PoolConfig vmallocConfig;
    private static boolean started;

    private Allocators() {}

    /** Made by the first use of any of them, not by loading a class that mentions them. */
    static final class OfSystem {
        static final Kmalloc KMALLOC = start();
        static final Vmalloc VMALLOC = Vmalloc.create(vmallocConfiguration());
        static final KVmalloc KVMALLOC = KVmalloc.of(KMALLOC, VMALLOC);

        private OfSystem() {}
    }

    /**
     * Sets what the system's allocators may take; before their first use.
     *
     * @param kmalloc for {@link Kmalloc#system()}
     * @param vmalloc for {@link Vmalloc#system()}
     * @throws IllegalStateException if they are in use already
     */
    public static synchronized void configure(PoolConfig kmalloc, PoolConfig vmalloc) {
        if (started) {
            throw new IllegalStateException("the system's allocators are in use already");
        }
        kmallocConfig = kmalloc;
        vmallocConfig = vmalloc;
    }

    /**
     * What the system's allocators hold at the moment. Starts none of them. Takes as long as looking at every size class
     * and thread cache does: microseconds.
     *
     * @return one entry each; empty while nobody has used them
     */
    public static List<AllocStats> inUse() {
        return isStarted() ? List.of(OfSystem.KMALLOC.stats(), OfSystem.VMALLOC.stats()) : List.of();
    }

    private static synchronized boolean isStarted() {
        return started;
    }

    private static synchronized PoolConfig vmallocConfiguration() {
        return vmallocConfig == null ? PoolConfig.system("vmalloc") : vmallocConfig;
    }

    /** A configuration that was asked for stands or falls; the default shrinks until there are addresses for it. */
    private static synchronized Kmalloc start() {
        started = true;
        if (kmallocConfig != null) {
            return Kmalloc.create(kmallocConfig);
        }
        PoolConfig config = PoolConfig.system("kmalloc");
        for (; ; ) {
            try {
                return Kmalloc.create(config);
            } catch (ErrnoException noRange) {
                if (config.budget() < 64L << 20) {
                    throw noRange;
                }
                config = config.withBudget(config.budget() / 2);
            }
        }
    }
}
