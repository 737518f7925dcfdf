package dev.ferrite.runtime.auxiliary;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.device.Device;
import java.util.Objects;

/**
 * A device of the auxiliary bus: the counterpart of {@code auxiliary::Device}. Its name is
 * {@code modName.name.instance}, such as {@code NovaCore.nova-drm.0}.
 */
public final class AuxiliaryDevice extends Device {
    private final AuxiliaryId id;
    private final int instance;
    private final Object data;

    AuxiliaryDevice(AuxiliaryId id, int instance, Device parent, Object data) {
        super(id + "." + instance, Objects.requireNonNull(parent, "parent"));
        if (instance < 0) {
            throw new IllegalArgumentException("auxiliary device " + id + ": instance must be 0 or more: " + instance);
        }
        this.id = id;
        this.instance = instance;
        this.data = data;
    }

    /**
     * What drivers match.
     *
     * @return the id
     */
    public AuxiliaryId id() {
        return id;
    }

    /**
     * Which of several.
     *
     * @return 0 or more
     */
    public int instance() {
        return instance;
    }

    /**
     * What the driver of the parent gave this device on its way: {@code registration_data()}.
     *
     * @param type what it should be
     * @param <T> its type
     * @return the data, which that driver owns
     * @throws ErrnoException EINVAL if it is something else
     */
    public <T> T registrationData(Class<T> type) {
        if (!type.isInstance(data)) {
            throw new ErrnoException(
                    Errno.EINVAL,
                    "registration data of " + this + " is no " + type.getName() + " but a "
                            + data.getClass().getName());
        }
        return type.cast(data);
    }
}
