package dev.ferrite.runtime.platform;

import dev.ferrite.runtime.device.Device;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that was declared: the counterpart of {@code platform::Device}. Its full name is {@code name} or, of several,
 * {@code name.instance}.
 */
public final class PlatformDevice extends Device {
    /** The instance number of a device that is the only one of its name. */
    public static final int NONE = -1;

    private final String kind;
    private final List<String> compatible;

    /**
     * A device that is on no bus yet, with one reference, the caller's.
     *
     * @param kind its name, which drivers match
     * @param instance which of several, 0 or more; {@link #NONE} if it is the only one
     * @param compatible what it is compatible with, the most exact first
     * @param parent the device it hangs on, or null
     */
    public PlatformDevice(String kind, int instance, List<String> compatible, @Nullable Device parent) {
        super(instance == NONE ? kind : kind + "." + instance, parent);
        if (instance < NONE) {
            throw new IllegalArgumentException(
                    "platform device " + kind + ": instance must be -1 or more: " + instance);
        }
        this.kind = kind;
        this.compatible = List.copyOf(compatible);
    }

    /**
     * Its name without the instance number.
     *
     * @return what drivers match
     */
    public String kind() {
        return kind;
    }

    /**
     * What it is compatible with.
     *
     * @return the strings, the most exact first
     */
    public List<String> compatible() {
        return compatible;
    }
}
