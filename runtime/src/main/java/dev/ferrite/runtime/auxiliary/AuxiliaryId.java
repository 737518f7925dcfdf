package dev.ferrite.runtime.auxiliary;

/**
 * Which auxiliary devices a driver wants: the counterpart of {@code auxiliary::DeviceId}.
 *
 * @param modName the module that makes them
 * @param name what it calls them
 */
public record AuxiliaryId(String modName, String name) {
    /** Checks that both parts are there. */
    public AuxiliaryId {
        if (modName.isBlank() || name.isBlank() || modName.indexOf('.') >= 0) {
            throw new IllegalArgumentException("auxiliary id: two names without a dot in the first: modName='" + modName
                    + "' name='" + name + "'");
        }
    }

    /** As the kernel writes it: {@code modName.name}. */
    @Override
    public String toString() {
        return modName + "." + name;
    }
}
