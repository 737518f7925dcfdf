package dev.ferrite.runtime.module;

/** Where a module is in its life: {@code UNLOADED -> INITIALIZING -> LIVE -> EXITING -> UNLOADED}. */
public enum ModuleState {
    /** Not there: never loaded, failed to load, or gone. */
    UNLOADED,
    /** Its init runs: the kernel's {@code MODULE_STATE_COMING}. */
    INITIALIZING,
    /** In use, or ready for it. */
    LIVE,
    /** Its exit runs: the kernel's {@code MODULE_STATE_GOING}. */
    EXITING
}
