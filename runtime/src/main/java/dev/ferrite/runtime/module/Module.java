package dev.ferrite.runtime.module;

/**
 * What a successful {@link ModuleType#init} made: closed when the module is unloaded. The counterpart of a type that
 * implements {@code kernel::Module}; its {@code close} is the destructor.
 */
public interface Module extends AutoCloseable {
    /**
     * Takes everything back that init set up: the module's exit. Called once, on the thread that unloads, after the last
     * reference is gone. If it throws, that is a WARN, and the module is gone all the same.
     */
    @Override
    void close();
}
