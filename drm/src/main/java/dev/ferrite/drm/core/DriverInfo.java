package dev.ferrite.drm.core;

/**
 * Version and names of a driver: the counterpart of {@code kernel::drm::driver::DriverInfo}.
 *
 * @param major major version
 * @param minor minor version
 * @param patchlevel patch level
 * @param name short name, such as {@code nova}
 * @param desc one line for people
 */
public record DriverInfo(int major, int minor, int patchlevel, String name, String desc) {
    /** The date every driver gives since dates went out of use. */
    public static final String DATE = "0";
}
