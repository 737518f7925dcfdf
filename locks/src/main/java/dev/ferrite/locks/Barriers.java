package dev.ferrite.locks;

import java.lang.invoke.VarHandle;

/** Memory barriers between processors: {@code smp_mb}, {@code smp_wmb}, {@code smp_rmb}. Use an ordered access if one fits. */
public final class Barriers {
    private Barriers() {}

    /** Orders all earlier accesses before all later ones. Costs about 5 ns on x86. */
    public static void smpMb() {
        VarHandle.fullFence();
    }

    /** Orders earlier stores before later stores. Free on x86. */
    public static void smpWmb() {
        VarHandle.storeStoreFence();
    }

    /** Orders earlier loads before later loads. Free on x86. */
    public static void smpRmb() {
        VarHandle.loadLoadFence();
    }
}
