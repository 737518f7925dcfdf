package dev.ferrite.drm.core;

import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import dev.ferrite.drm.uapi.DrmModeDestroyDumb;
import dev.ferrite.drm.uapi.DrmModeMapDumb;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.MemorySegment;

/** The calls for plain buffers: the counterpart of {@code drm_dumb_buffers.c}. */
final class DumbIoctls {
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int ENOSYS = Errno.ENOSYS.negated();

    private DumbIoctls() {}

    static long create(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        long result = device.driver().dumbCreate == null ? ENOSYS : isValid(data) ? 0 : EINVAL;
        if (result == 0) {
            clearOutputs(data);
            result = callHook(device, data, file);
        }
        if (result < 0) {
            clearOutputs(data);
        }
        return result;
    }

    private static void clearOutputs(MemorySegment data) {
        DrmModeCreateDumb.handle(data, 0);
        DrmModeCreateDumb.pitch(data, 0);
        DrmModeCreateDumb.size(data, 0);
    }

    @SuppressWarnings("unchecked") // a driver's files and devices have the driver's types
    private static <D, F> long callHook(Device<D> device, MemorySegment data, DrmFile<F> file) {
        Driver<D, F> driver = (Driver<D, F>) device.driver();
        return driver.dumbCreate == null ? ENOSYS : driver.dumbCreate.create(device, data, file);
    }

    /** Whether width, height and bits per pixel give a size that fits 32 bits, in the kernel's steps. */
    private static boolean isValid(MemorySegment data) {
        long width = Integer.toUnsignedLong(DrmModeCreateDumb.width(data));
        long height = Integer.toUnsignedLong(DrmModeCreateDumb.height(data));
        long bpp = Integer.toUnsignedLong(DrmModeCreateDumb.bpp(data));
        long max = 0xFFFF_FFFFL;
        if (width == 0 || height == 0 || bpp == 0 || bpp > max - 8) {
            return false;
        }
        long bytes = (bpp + 7) / 8;
        if (bytes > max / width || height > max / (bytes * width)) {
            return false;
        }
        return ((bytes * width * height + Pages.SIZE - 1) & max & -Pages.SIZE) != 0;
    }

    static long map(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        if (!device.driver().mapsDumb) {
            return ENOSYS;
        }
        GemObject<?> object = file.lookupOrNull(DrmModeMapDumb.handle(data));
        if (object == null) {
            return Errno.ENOENT.negated();
        }
        long offset = object.imported() != null ? EINVAL : object.createMmapOffset();
        object.decRef();
        if (offset < 0) {
            return offset;
        }
        DrmModeMapDumb.offset(data, offset);
        return 0;
    }

    static long destroy(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return device.driver().dumbCreate == null ? ENOSYS : file.closeHandle(DrmModeDestroyDumb.handle(data));
    }
}
