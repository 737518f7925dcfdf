package dev.ferrite.runtime.module;

import dev.ferrite.offheap.errno.ErrnoException;

/**
 * A parameter a module declares.
 *
 * @param name letters, digits and {@code _}, no digit first
 * @param type what values it takes
 * @param defaultValue its value where none is given, as it would be written
 * @param description one sentence; required
 */
public record ModuleParam(String name, ParamType type, String defaultValue, String description) {
    /**
     * Checks that the name is one, the default a value of the type, and the description there.
     *
     * @throws IllegalArgumentException naming the parameter
     */
    public ModuleParam {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "module info: parameter name takes letters, digits and '_', no digit first: '" + name + "'");
        }
        ModuleInfo.text(ModuleInfoKey.PARM, description);
        ModuleInfo.text(ModuleInfoKey.PARMDEFAULT, defaultValue);
        if (description.isBlank()) {
            throw new IllegalArgumentException("module info: parameter '" + name + "' needs a description");
        }
        try {
            type.parse(defaultValue);
        } catch (ErrnoException e) {
            throw new IllegalArgumentException(
                    "module info: parameter '" + name + "' of type " + type + " has a malformed default: '"
                            + defaultValue + "'",
                    e);
        }
    }

    /** Names are compared as the kernel does, for which {@code -} and {@code _} are the same. */
    boolean isNamed(String other) {
        return name.equals(other.replace('-', '_'));
    }
}
