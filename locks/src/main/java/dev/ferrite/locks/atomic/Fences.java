package dev.ferrite.locks.atomic;

import java.lang.invoke.VarHandle;

/**
 * What a Full operation needs around Java's volatile one. On x86 nothing: its locked instruction is a full barrier, and
 * the compiler moves no access across it. Elsewhere a full fence on both sides.
 */
final class Fences {
    private static final boolean X86 = "amd64".equals(System.getProperty("os.arch"));

    private Fences() {}

    static void beforeFull() {
        if (!X86) {
            VarHandle.fullFence();
        }
    }

    static void afterFull() {
        if (!X86) {
            VarHandle.fullFence();
        }
    }
}
