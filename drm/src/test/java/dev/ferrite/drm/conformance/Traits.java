package dev.ferrite.drm.conformance;

import dev.ferrite.drm.testing.Bench;
import org.jspecify.annotations.Nullable;

/**
 * Where drivers differ, as a real kernel (Linux 6.12) answered.
 *
 * @param driver the name VERSION gives
 * @param known whether the other rows were asked of it; otherwise rows that depend on them are skipped
 * @param modeset whether it drives screens
 * @param syncobj whether it has sync objects with timelines
 * @param dumb which plain buffers it makes
 * @param dumbCap what GET_CAP says of plain buffers: 1, or {@code -errno}
 * @param remap what a new mapping says when the handle is closed and an old mapping lives: EACCES if that keeps the offset,
 *     EINVAL if it does not
 */
record Traits(String driver, boolean known, boolean modeset, boolean syncobj, Dumb dumb, int dumbCap, int remap) {
    enum Dumb {
        NONE,
        ANY_DEPTH,
        ONLY_32_BITS
    }

    static final Traits EMULATED =
            new Traits("testdrv", true, false, false, Dumb.ANY_DEPTH, Bench.EOPNOTSUPP, Bench.EACCES);

    /** vgem says that it has no plain buffers, and makes them all the same. bochs keeps its buffers in VRAM. */
    static Traits of(String driver) {
        return switch (driver) {
            case "vgem" -> new Traits(driver, true, false, false, Dumb.ANY_DEPTH, Bench.EOPNOTSUPP, Bench.EACCES);
            case "vkms" -> new Traits(driver, true, true, false, Dumb.ANY_DEPTH, 1, Bench.EACCES);
            case "bochs-drm" -> new Traits(driver, true, true, false, Dumb.ANY_DEPTH, 1, Bench.EINVAL);
            case "virtio_gpu" -> new Traits(driver, true, true, true, Dumb.ONLY_32_BITS, 1, Bench.EACCES);
            default -> new Traits(driver, false, false, false, Dumb.NONE, 0, 0);
        };
    }

    /** What PRIME import says on this driver to a buffer that another one exported; null where nobody has asked. */
    @Nullable
    Integer importOf(String exporter) {
        return switch (exporter + ">" + driver) {
            case "vgem>bochs-drm" -> Bench.EINVAL;
            case "vgem>virtio_gpu" -> Bench.ENODEV;
            case "virtio_gpu>vgem" -> 0;
            case "bochs-drm>vgem", "bochs-drm>virtio_gpu" -> Bench.ENOSYS; // exported, but nobody may attach
            default -> null;
        };
    }
}
