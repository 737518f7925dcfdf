package dev.ferrite.nova;

import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.nova.uapi.DrmNovaGpuInfo;
import dev.ferrite.nova.uapi.DrmNovaInfo;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The call INFO, proposed for the driver upstream and not in it yet: off unless asked for.
 *
 * <p>Without an address it tells how many bytes an answer has; with one it writes as many of them as there is room for.
 */
final class NovaInfo {
    private NovaInfo() {}

    /** The answer for an emulated card: of no architecture of Nvidia's, and with the id of the device it is made of. */
    static MemorySegment gpu(String device, long vramBytes) {
        MemorySegment gpu = Arena.ofAuto().allocate(DrmNovaGpuInfo.LAYOUT);
        DrmNovaGpuInfo.vramSize(gpu, vramBytes);
        DrmNovaGpuInfo.gpuNameString(gpu, "Ferrite emulated GPU");
        DrmNovaGpuInfo.shortNameString(gpu, "emulated");
        UUID id = UUID.nameUUIDFromBytes(device.getBytes(StandardCharsets.UTF_8));
        ByteBuffer gid = DrmNovaGpuInfo.gid(gpu).asByteBuffer();
        gid.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return gpu.asReadOnly();
    }

    /** EINVAL for another id, EFAULT where the bytes cannot be written; the struct stays as it was then. */
    static long handle(Device<NovaData> device, MemorySegment args, DrmFile<NovaFile> file, UserMemory user) {
        if (DrmNovaInfo.id(args) != NovaDrmH.NOVA_INFO_GPU) {
            return Errno.EINVAL.negated();
        }
        MemorySegment gpu = device.data().gpu();
        long data = DrmNovaInfo.data(args);
        long bytes = gpu.byteSize();
        if (data != 0) {
            bytes = Math.min(bytes, Integer.toUnsignedLong(DrmNovaInfo.size(args)));
            int error = user.copyTo(data, gpu, bytes);
            if (error < 0) {
                return error;
            }
        }
        DrmNovaInfo.size(args, (int) bytes);
        return 0;
    }
}
