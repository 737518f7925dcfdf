package dev.ferrite.runtime.module;

/**
 * A module that can be loaded: its facts, readable before, and its init. The counterpart of {@code module!} over a type
 * with {@code kernel::InPlaceModule}.
 *
 * <p>Found by {@link ModuleLoader#load(String, String...)} if its provider is declared as a service of this type.
 */
public interface ModuleType {
    /**
     * Name, licence and the rest. Must not have side effects.
     *
     * @return always the same facts
     */
    ModuleInfo info();

    /**
     * Sets the module up, on the thread that loads. May block. While it runs the module is
     * {@link ModuleState#INITIALIZING}; init and exit of one name never overlap.
     *
     * <p>A failing init leaves nothing behind: what it set up before it failed it takes back itself, in reverse order, for
     * its module's {@code close} is not called.
     *
     * @param self the module being loaded, to hand on to whoever needs to hold it
     * @return what unloading closes
     * @throws Exception if it cannot be loaded: an {@link dev.ferrite.offheap.errno.ErrnoException} reaches the caller of
     *     load as it is
     */
    Module init(ThisModule self) throws Exception;
}
