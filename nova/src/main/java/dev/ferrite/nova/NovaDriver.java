package dev.ferrite.nova;

import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.VramObject;
import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.nova.uapi.DrmNovaGemCreate;
import dev.ferrite.nova.uapi.DrmNovaGemInfo;
import dev.ferrite.nova.uapi.DrmNovaGetparam;
import dev.ferrite.nova.uapi.DrmNovaInfo;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.runtime.pci.PciDevice;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The DRM driver: the counterpart of {@code drivers/gpu/drm/nova/{driver,file,gem}.rs}.
 *
 * <p>Three ioctls, and {@link NovaInfo} where that is switched on. Deliberate deviations from upstream: objects are extents of VRAM that can be mapped, at the offset
 * MODE_MAP_DUMB gives; there is a render node; a GETPARAM parameter above 32 bits is EINVAL.
 */
final class NovaDriver {
    static final DriverInfo INFO = new DriverInfo(0, 0, 0, "nova", "Nvidia Graphics");

    private static final DriverObject<NovaData, NovaObject> OBJECT =
            DriverObject.of((device, size) -> NovaObject.EMPTY);

    static final Driver<NovaData, NovaFile> DRIVER = builder().build();

    /** The same with the proposed call. */
    static final Driver<NovaData, NovaFile> WITH_INFO = builder()
            .userIoctl(NovaDrmH.DRM_IOCTL_NOVA_INFO, DrmNovaInfo.TYPE, IoctlFlags.RENDER_ALLOW, NovaInfo::handle)
            .build();

    private NovaDriver() {}

    private static Driver.Builder<NovaData, NovaFile> builder() {
        return Driver.<NovaData, NovaFile>builder(INFO)
                .features(Driver.GEM | Driver.RENDER)
                .open(device -> NovaFile.EMPTY)
                .release(data -> data.auxiliary().close())
                .mapDumb()
                .ioctl(
                        NovaDrmH.DRM_IOCTL_NOVA_GETPARAM,
                        DrmNovaGetparam.TYPE,
                        IoctlFlags.RENDER_ALLOW,
                        NovaDriver::getParam)
                .ioctl(
                        NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE,
                        DrmNovaGemCreate.TYPE,
                        IoctlFlags.AUTH | IoctlFlags.RENDER_ALLOW,
                        NovaDriver::gemCreate)
                .ioctl(
                        NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO,
                        DrmNovaGemInfo.TYPE,
                        IoctlFlags.AUTH | IoctlFlags.RENDER_ALLOW,
                        NovaDriver::gemInfo);
    }

    /** The value stays untouched where the parameter is unknown. */
    private static long getParam(Device<NovaData> device, MemorySegment args, DrmFile<NovaFile> file) {
        if (DrmNovaGetparam.param(args) != NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE) {
            return Errno.EINVAL.negated();
        }
        long size = vramBarSize(device.data().auxiliary().get().parent());
        if (size < 0) {
            return size;
        }
        DrmNovaGetparam.value(args, size);
        return 0;
    }

    /** The length of BAR 1 of the PCI device; ENOENT without a parent, EINVAL if that is no PCI device. */
    static long vramBarSize(dev.ferrite.runtime.device.@Nullable Device parent) {
        if (parent == null) {
            return Errno.ENOENT.negated();
        }
        return parent instanceof PciDevice card ? card.barSize(NovaCard.VRAM_BAR) : Errno.EINVAL.negated();
    }

    /**
     * The size is not written back, as upstream; GEM_INFO tells it. When this returns the handle is the only owner.
     * ENOSPC if VRAM has no free run that long.
     */
    private static long gemCreate(Device<NovaData> device, MemorySegment args, DrmFile<NovaFile> file) {
        long size = pageAlign(DrmNovaGemCreate.size(args));
        if (size < 0) {
            return size;
        }
        try (ARef<VramObject<NovaObject>> object =
                VramObject.create(device, device.data().vram(), size, OBJECT)) {
            int handle = object.get().createHandle(file);
            if (handle < 0) {
                return handle;
            }
            DrmNovaGemCreate.handle(args, handle);
            return 0;
        }
    }

    /** Rounds an unsigned size up; EINVAL for 0 and for what cannot be rounded up, EFBIG from 2^63. */
    private static long pageAlign(long size) {
        if (size == 0 || Long.compareUnsigned(size, -Pages.SIZE) > 0) {
            return Errno.EINVAL.negated();
        }
        long rounded = (size + Pages.SIZE - 1) & -Pages.SIZE;
        return rounded < 0 ? Errno.EFBIG.negated() : rounded;
    }

    private static long gemInfo(Device<NovaData> device, MemorySegment args, DrmFile<NovaFile> file) {
        long size = file.sizeOf(DrmNovaGemInfo.handle(args));
        if (size < 0) {
            return size;
        }
        DrmNovaGemInfo.size(args, size);
        return 0;
    }
}
