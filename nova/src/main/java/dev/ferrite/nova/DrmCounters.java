package dev.ferrite.nova;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.runtime.counters.CounterSource;
import dev.ferrite.runtime.counters.Counters;

/** What the DRM core counts, for whoever reads the counters of the process. Found by the service loader. */
public final class DrmCounters implements CounterSource {
    /** For the service loader. */
    public DrmCounters() {}

    @Override
    public void register(Counters to) {
        to.sampledCounter("ferrite_drm_ioctls", "ioctls of the emulated core, failed ones too", DrmLive::ioctls);
        to.gauge("ferrite_drm_devices", "DRM devices", () -> DrmLive.counted().devices());
        to.gauge("ferrite_drm_files", "Open DRM nodes", () -> DrmLive.counted().files());
        to.gauge(
                "ferrite_drm_gem_objects",
                "GEM objects",
                () -> DrmLive.counted().objects());
        to.gauge(
                "ferrite_drm_gem_handles",
                "Handles on GEM objects",
                () -> DrmLive.counted().handles());
        to.gauge(
                "ferrite_drm_gem_mappings",
                "Mappings of GEM objects",
                () -> DrmLive.counted().mappings());
        to.gauge(
                "ferrite_drm_dma_bufs",
                "Exported dma-bufs",
                () -> DrmLive.counted().dmaBufs());
        to.gauge(
                "ferrite_drm_shmem_bytes",
                "Bytes of GEM objects in ordinary memory, such as vgem's",
                DrmLive::shmemBytes);
        to.gauge(
                "ferrite_drm_vram_extents",
                "Extents of VRAM in use",
                () -> DrmLive.counted().vramExtents());
        to.gauge(
                "ferrite_drm_vram_bytes",
                "Bytes of VRAM in use",
                () -> DrmLive.counted().vramBytes());
    }
}
