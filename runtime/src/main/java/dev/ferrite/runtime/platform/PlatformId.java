package dev.ferrite.runtime.platform;

/**
 * Which platform devices a driver wants.
 *
 * @param kind what is compared
 * @param text the name or the compatible string
 */
public record PlatformId(Kind kind, String text) {
    /** What is compared. */
    public enum Kind {
        /** The device's name: {@code platform_device_id}. */
        NAME,
        /** One of its compatible strings: {@code of_device_id}. */
        COMPATIBLE
    }

    /**
     * Devices of a name.
     *
     * @param name the name, without instance number
     * @return the id
     */
    public static PlatformId name(String name) {
        return new PlatformId(Kind.NAME, name);
    }

    /**
     * Devices that say they are compatible with something.
     *
     * @param compatible such as {@code ferrite,clock}
     * @return the id
     */
    public static PlatformId compatible(String compatible) {
        return new PlatformId(Kind.COMPATIBLE, compatible);
    }
}
