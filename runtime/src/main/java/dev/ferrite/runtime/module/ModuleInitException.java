package dev.ferrite.runtime.module;

/** An init failed with something that is no error number; the cause says with what. The module is not loaded. */
public final class ModuleInitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModuleInitException(String name, Throwable cause) {
        super("module " + name + ": init failed: " + cause, cause);
    }

    ModuleInitException(String name, String problem) {
        super("module " + name + ": init failed: " + problem);
    }
}
