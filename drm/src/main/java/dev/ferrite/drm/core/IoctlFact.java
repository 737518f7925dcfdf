package dev.ferrite.drm.core;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.errno.Errno;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fact sheet of one call of the core.
 *
 * @param name such as {@code DRM_IOCTL_GEM_CLOSE}
 * @param number the number with its native direction and size
 * @param flags {@link dev.ferrite.drm.ioctl.IoctlFlags} of its slot; -1 if there is no slot, and every such call is EINVAL
 * @param struct the argument, or null for none
 * @param does what it does, in a few words
 * @param sleepsFor what it may sleep for, or null if for nothing but short locks
 * @param hooks whether it also says what a hook of the driver says
 * @param errnos what the call itself says when it fails; beside that any may say EBADF, ENODEV, EFAULT and EACCES
 */
public record IoctlFact(
        String name,
        int number,
        int flags,
        @Nullable StructType<?> struct,
        String does,
        @Nullable String sleepsFor,
        boolean hooks,
        List<Errno> errnos) {
    /**
     * How long the argument is.
     *
     * @return bytes
     */
    public int size() {
        return IoctlNumber.size(number);
    }
}
