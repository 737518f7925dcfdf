package dev.ferrite.runtime.module;

/** The keys of a module's facts, in the order they must come in. */
enum ModuleInfoKey {
    NAME("name"),
    AUTHORS("author"),
    DESCRIPTION("description"),
    LICENSE("license"),
    ALIAS("alias"),
    FIRMWARE("firmware"),
    DEPENDS("depends"),
    PARM("parm"),
    PARMTYPE("parmtype"),
    PARMDEFAULT("parmdefault");

    private final String text;

    ModuleInfoKey(String text) {
        this.text = text;
    }

    static ModuleInfoKey of(String text) {
        for (ModuleInfoKey key : values()) {
            if (key.text.equals(text)) {
                return key;
            }
        }
        throw new IllegalArgumentException("module info: key '" + text + "' is unknown");
    }

    @Override
    public String toString() {
        return text;
    }
}
