package dev.ferrite.nova.boot;

import dev.ferrite.offheap.linux.Pages;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the main job is asked to do.
 *
 * @param vramFile the file that is VRAM, or the node of a real device; null for a memfd
 * @param vramBytes how much VRAM; 0 for as much as the job needs
 * @param width pixels in a row
 * @param height rows
 * @param frames how many pictures, one moment each
 * @param threads how many clients render
 * @param out the folder for the pictures and the plot
 * @param makeOut whether to make the folder where it is missing; otherwise that is an error
 * @param seed which picture
 * @param unplugAt when to take the device away, counted from the first tile; null for never
 */
public record BootOptions(
        @Nullable Path vramFile,
        long vramBytes,
        int width,
        int height,
        int frames,
        int threads,
        Path out,
        boolean makeOut,
        long seed,
        @Nullable Duration unplugAt) {
    /** The widest picture. */
    public static final int MAX_WIDTH = 7680;

    /** The highest picture. */
    public static final int MAX_HEIGHT = 4320;

    /** Most frames of a run. */
    public static final int MAX_FRAMES = 10_000;

    /** Most clients. */
    public static final int MAX_THREADS = 256;

    /** Least VRAM: one page. */
    public static final long MIN_VRAM = 4096;

    private static final long LEAST_DEFAULT_VRAM = 16L << 20;

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException with one sentence that names the value
     */
    public BootOptions {
        between("width", width, 1, MAX_WIDTH);
        between("height", height, 1, MAX_HEIGHT);
        between("frames", frames, 1, MAX_FRAMES);
        between("threads", threads, 1, MAX_THREADS);
        if (vramBytes != 0 && vramBytes < MIN_VRAM) {
            throw new IllegalArgumentException("VRAM size must be at least " + MIN_VRAM + " bytes: " + vramBytes);
        }
        if (vramFile != null && KernelGpu.isMeantBy(vramFile)) {
            if (vramBytes != 0) {
                throw new IllegalArgumentException("VRAM size is what the device has: " + vramFile);
            }
            if (unplugAt != null) {
                throw new IllegalArgumentException("only the emulated device can be unplugged: " + vramFile);
            }
        }
        if (unplugAt != null && unplugAt.isNegative()) {
            throw new IllegalArgumentException("unplug time must not be negative: " + unplugAt.toMillis() + " ms");
        }
    }

    /**
     * A full HD picture by twice as many clients as there are cores, VRAM in a memfd.
     *
     * @param out the folder for the files, which must exist
     * @return the options
     */
    public static BootOptions defaults(Path out) {
        int threads = Math.min(2 * Runtime.getRuntime().availableProcessors(), MAX_THREADS);
        return new BootOptions(null, 0, 1920, 1080, 1, threads, out, false, 1, null);
    }

    /** Whether the device is a real one. */
    boolean isReal() {
        return vramFile != null && KernelGpu.isMeantBy(vramFile);
    }

    /** Bytes of one picture. */
    long pictureBytes() {
        return 4L * width * height;
    }

    /** VRAM for all buffers of the job and some room: a power of two, as PCI BARs are. */
    long enoughVram() {
        long scanouts = Math.min(frames, RunMemory.SCANOUTS) * Pages.align(pictureBytes());
        long each = Pages.align(4L * TileGrid.SIDE * TileGrid.SIDE) + Pages.SIZE;
        long needed = scanouts + threads * each;
        return Math.max(LEAST_DEFAULT_VRAM, Long.highestOneBit(needed + needed / 4) << 1);
    }

    private static void between(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + " must be " + low + " to " + high + ": " + value);
        }
    }
}
