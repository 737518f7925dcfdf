package dev.ferrite.nova.client;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.nova.uapi.DrmNovaGemCreate;
import dev.ferrite.nova.uapi.DrmNovaGemInfo;
import dev.ferrite.nova.uapi.DrmNovaGetparam;
import dev.ferrite.nova.uapi.DrmNovaGpuInfo;
import dev.ferrite.nova.uapi.DrmNovaInfo;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Nova's ioctls on one node.
 *
 * <p>For one thread at a time: the argument structs are reused, so that a call allocates nothing. Does not own the
 * node.
 */
public final class NovaClient {
    private final DrmNode node;
    private final MemorySegment getparam;
    private final MemorySegment gemCreate;
    private final MemorySegment gemInfo;

    /**
     * Speaks to a node.
     *
     * @param node an open node of a nova device
     */
    public NovaClient(DrmNode node) {
        this.node = node;
        Arena arena = Arena.ofAuto();
        this.getparam = arena.allocate(DrmNovaGetparam.LAYOUT);
        this.gemCreate = arena.allocate(DrmNovaGemCreate.LAYOUT);
        this.gemInfo = arena.allocate(DrmNovaGemInfo.LAYOUT);
    }

    /**
     * The node spoken to.
     *
     * @return the node given at creation
     */
    public DrmNode node() {
        return node;
    }

    /**
     * A number of the device: {@code DRM_IOCTL_NOVA_GETPARAM}. Any client may ask.
     *
     * @param param {@link NovaDrmH#NOVA_GETPARAM_VRAM_BAR_SIZE}
     * @return the value, or {@code -errno}: EINVAL for an unknown parameter, ENODEV once the device is gone
     */
    public long getparam(long param) {
        DrmNovaGetparam.param(getparam, param);
        int result = node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GETPARAM, getparam);
        return result < 0 ? result : DrmNovaGetparam.value(getparam);
    }

    /**
     * Makes a buffer: {@code DRM_IOCTL_NOVA_GEM_CREATE}. Needs an authenticated client or a render node.
     *
     * @param size in bytes, unsigned, more than 0; rounded up to pages
     * @return the owner of the only handle
     * @throws dev.ferrite.offheap.errno.ErrnoException EINVAL for a size of 0 or one that cannot be rounded up, ENOMEM
     *     if VRAM has no room, EACCES, ENODEV
     */
    public GemBuffer createBuffer(long size) {
        DrmNovaGemCreate.handle(gemCreate, 0);
        DrmNovaGemCreate.size(gemCreate, size);
        Errno.check(
                node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE, gemCreate),
                "GEM_CREATE size=" + Long.toUnsignedString(size));
        int handle = DrmNovaGemCreate.handle(gemCreate);
        return GemBuffer.adopt(node, handle, Errno.check(gemInfo(handle), "GEM_INFO handle=" + handle));
    }

    /**
     * The size of an object: {@code DRM_IOCTL_NOVA_GEM_INFO}. Needs an authenticated client or a render node.
     *
     * @param handle a handle of this node
     * @return the size in bytes, a multiple of the page size, or {@code -errno}: ENOENT for an unknown handle, EACCES,
     *     ENODEV
     */
    public long gemInfo(int handle) {
        DrmNovaGemInfo.handle(gemInfo, handle);
        int result = node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO, gemInfo);
        return result < 0 ? result : DrmNovaGemInfo.size(gemInfo);
    }

    /**
     * What the GPU is: {@code DRM_IOCTL_NOVA_INFO}, a proposed call that not every driver has. Any client may ask. Unlike
     * the others it allocates.
     *
     * @return the answer; what an older driver does not tell is 0 or empty
     * @throws ErrnoException EINVAL if the driver has no such call; ENODEV once the device is gone
     */
    public GpuInfo gpuInfo() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(DrmNovaInfo.SIZEOF + DrmNovaGpuInfo.SIZEOF, DrmNovaGpuInfo.ALIGNOF);
            MemorySegment answer = argument.asSlice(DrmNovaInfo.SIZEOF);
            DrmNovaInfo.id(argument, NovaDrmH.NOVA_INFO_GPU);
            DrmNovaInfo.size(argument, (int) DrmNovaGpuInfo.SIZEOF);
            DrmNovaInfo.data(argument, answer.address());
            Errno.check(node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_INFO, argument), "INFO of " + node.name());
            return GpuInfo.of(answer);
        }
    }
}
