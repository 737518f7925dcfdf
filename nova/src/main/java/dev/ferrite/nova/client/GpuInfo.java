package dev.ferrite.nova.client;

import dev.ferrite.nova.uapi.DrmNovaGpuInfo;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a GPU says of itself.
 *
 * @param architecture such as 0x16 for Turing; 0 for none of Nvidia's, as the emulated card
 * @param implementation which chip of the architecture
 * @param vramSize bytes of VRAM
 * @param gpuName its name
 * @param shortName the chip's name
 * @param gid a number that no other GPU has
 */
public record GpuInfo(int architecture, int implementation, long vramSize, String gpuName, String shortName, UUID gid) {
    static GpuInfo of(MemorySegment answer) {
        ByteBuffer gid = DrmNovaGpuInfo.gid(answer).asByteBuffer(); // big-endian, as a UUID is written
        return new GpuInfo(
                DrmNovaGpuInfo.architecture(answer),
                DrmNovaGpuInfo.implementation(answer),
                DrmNovaGpuInfo.vramSize(answer),
                DrmNovaGpuInfo.gpuNameString(answer),
                DrmNovaGpuInfo.shortNameString(answer),
                new UUID(gid.getLong(), gid.getLong()));
    }
}
