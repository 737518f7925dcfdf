package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Calls;
import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.MemorySegment;

/**
 * From an ioctl number and an argument to a handler: the counterpart of {@code drm_ioctl}.
 *
 * <p>Checks in the kernel's order, each answer only if all before it passed: unplugged ENODEV, other type ENOTTY, number
 * outside the tables or empty slot EINVAL, argument cannot be read EFAULT, unplugged meanwhile ENODEV, permission EACCES.
 *
 * <p>Only type and number select the handler. Size and direction of the caller's number say what is copied: a shorter
 * struct is continued with zeros, of a longer one the handler sees all and writes back what it did not change, and the
 * result is copied back also after an error.
 */
final class Dispatch {
    private static final int ENODEV = Errno.ENODEV.negated();
    private static final int EACCES = Errno.EACCES.negated();
    private static final int EINTR = Errno.EINTR.negated();
    private static final int ERESTARTSYS = Errno.ERESTARTSYS.negated();

    private Dispatch() {}

    static int ioctl(DrmFile<?> file, int number, MemorySegment argument) {
        Calls.IOCTLS.increment();
        Device<?> device = file.device();
        if (device.isUnplugged()) {
            return ENODEV;
        }
        if (IoctlNumber.type(number) != DrmH.DRM_IOCTL_BASE) {
            return Errno.ENOTTY.negated();
        }
        IoctlEntry entry = device.driver().entry(IoctlNumber.nr(number));
        if (entry == null) {
            return Errno.EINVAL.negated();
        }
        int direction = IoctlNumber.direction(number) & IoctlNumber.direction(entry.number());
        int size = IoctlNumber.size(number);
        int in = (direction & IoctlNumber.WRITE) != 0 ? size : 0;
        int out = (direction & IoctlNumber.READ) != 0 ? size : 0;
        int bytes = Math.max(Math.max(in, out), IoctlNumber.size(entry.number()));
        Scratch scratch = Scratch.acquire(argument);
        try {
            MemorySegment data = scratch.data(bytes);
            long address = data.address();
            int error = scratch.user.copyArgumentIn(address, in);
            if (error < 0) {
                return error;
            }
            if (in < bytes) {
                Words.fill(address + in, bytes - in, (byte) 0);
            }
            int result = permitted(file, device, entry, data, scratch);
            error = scratch.user.copyArgumentOut(address, out);
            return error < 0 ? error : result;
        } finally {
            scratch.release();
        }
    }

    private static int permitted(
            DrmFile<?> file, Device<?> device, IoctlEntry entry, MemorySegment data, Scratch scratch) {
        if (device.isUnplugged()) {
            return ENODEV;
        }
        if (!mayCall(file, entry.flags())) {
            return EACCES;
        }
        if (!entry.own()) {
            return handle(file, device, entry, data, scratch);
        }
        int token = device.enter();
        if (token < 0) {
            return ENODEV;
        }
        try {
            return handle(file, device, entry, data, scratch);
        } finally {
            device.exit(token);
        }
    }

    private static boolean mayCall(DrmFile<?> file, int flags) {
        boolean render = file.type() == NodeType.RENDER;
        if ((flags & IoctlFlags.ROOT_ONLY) != 0 && !file.caller().sysAdmin()) {
            return false;
        }
        if ((flags & IoctlFlags.AUTH) != 0 && !render && !file.isAuthenticated()) {
            return false;
        }
        if ((flags & IoctlFlags.MASTER) != 0 && !file.isCurrentMaster()) {
            return false;
        }
        return !render || (flags & IoctlFlags.RENDER_ALLOW) != 0;
    }

    @SuppressWarnings("unchecked") // a table's handlers, a driver's files and its devices have the driver's types
    private static <D, F> int handle(
            DrmFile<F> file, Device<D> device, IoctlEntry entry, MemorySegment data, Scratch scratch) {
        try {
            long result = ((UserIoctlHandler<D, F>) entry.handler()).handle(device, data, file, scratch.user);
            return result > Integer.MAX_VALUE ? Errno.ERANGE.negated() : outward((int) result);
        } catch (ErrnoException e) {
            return outward(e.errno().negated());
        }
    }

    /** A wait that a signal ended is not begun anew here: ERESTARTSYS, which no client may see, becomes EINTR. */
    private static int outward(int result) {
        return result == ERESTARTSYS ? EINTR : result;
    }
}
