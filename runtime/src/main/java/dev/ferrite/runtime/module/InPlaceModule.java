package dev.ferrite.runtime.module;

/**
 * A module that is set up where it lives, field by field: the counterpart of {@code kernel::InPlaceModule}. The object is
 * made first, with nothing in it, and never moves.
 *
 * <p>A {@link Module} is the plainer form: built as a whole, then stored.
 */
public interface InPlaceModule {
    /**
     * Fills the fields. May block. What it {@linkplain InitScope#own owns} is ended in reverse order when the module is
     * unloaded, or at once if this throws: then nothing of it is left.
     *
     * @param self the module being loaded
     * @param fields takes what is set up
     * @throws Exception why it cannot be loaded
     */
    void init(ThisModule self, InitScope fields) throws Exception;

    /**
     * Sets a module up.
     *
     * @param module the object, empty
     * @param self the module being loaded
     * @return what unloading closes
     * @throws Exception what init threw; everything it owned is ended
     */
    static Module load(InPlaceModule module, ThisModule self) throws Exception {
        InitScope fields = new InitScope(self.name());
        boolean made = false;
        try {
            module.init(self, fields);
            made = true;
        } finally {
            if (!made) {
                fields.close();
            }
        }
        return fields;
    }
}
