package dev.ferrite.drm.client;

import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A plain buffer for pixels that the CPU draws: what every driver with a screen can make, and most others, too.
 *
 * <p>Owns a {@link GemBuffer}, which maps and exports it. The rows are {@link #pitch()} bytes apart, which the driver
 * chooses. Drivers make such buffers on card nodes only; a render node answers EACCES, and imports by PRIME instead.
 * Thread-safe.
 */
public final class DumbBuffer implements AutoCloseable {
    private final GemBuffer buffer;
    private final int width;
    private final int height;
    private final int bitsPerPixel;
    private final int pitch;

    private DumbBuffer(GemBuffer buffer, int width, int height, int bitsPerPixel, int pitch) {
        this.buffer = buffer;
        this.width = width;
        this.height = height;
        this.bitsPerPixel = bitsPerPixel;
        this.pitch = pitch;
    }

    /**
     * Makes one: MODE_CREATE_DUMB.
     *
     * @param node a card node
     * @param width pixels in a row, more than 0
     * @param height rows, more than 0
     * @param bitsPerPixel bits; 32 is what every driver takes
     * @return the buffer, zeroed
     * @throws dev.ferrite.offheap.errno.ErrnoException EINVAL for a size the driver refuses, ENOSYS without such buffers,
     *     EACCES on a render node, ENOMEM, ENOSPC, ENODEV, EBADF
     */
    public static DumbBuffer create(DrmNode node, int width, int height, int bitsPerPixel) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeCreateDumb.LAYOUT);
            DrmModeCreateDumb.width(args, width);
            DrmModeCreateDumb.height(args, height);
            DrmModeCreateDumb.bpp(args, bitsPerPixel);
            Errno.check(
                    node.ioctl(DrmH.DRM_IOCTL_MODE_CREATE_DUMB, args),
                    "CREATE_DUMB on " + node.name() + " " + width + "x" + height + " bpp=" + bitsPerPixel);
            GemBuffer buffer = GemBuffer.adopt(node, DrmModeCreateDumb.handle(args), DrmModeCreateDumb.size(args));
            return new DumbBuffer(buffer, width, height, bitsPerPixel, DrmModeCreateDumb.pitch(args));
        }
    }

    /**
     * The object behind it: its handle, and the way to export it. Goes with this buffer, and closing it closes this.
     *
     * @return always the same
     */
    public GemBuffer gem() {
        return buffer;
    }

    /**
     * Maps the whole buffer for reading and writing by any thread.
     *
     * @return the mapping, which outlives this buffer if need be
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, ENOMEM, EACCES ...
     * @throws IllegalStateException if the buffer is closed
     */
    public GemMapping map() {
        return buffer.map();
    }

    /**
     * The width.
     *
     * @return pixels in a row
     */
    public int width() {
        return width;
    }

    /**
     * The height.
     *
     * @return rows
     */
    public int height() {
        return height;
    }

    /**
     * How many bits a pixel has.
     *
     * @return as asked for
     */
    public int bitsPerPixel() {
        return bitsPerPixel;
    }

    /**
     * How far a row is from the next.
     *
     * @return bytes; at least the width's, not always a multiple of anything
     */
    public int pitch() {
        return pitch;
    }

    /**
     * The length.
     *
     * @return bytes, at least pitch times height
     */
    public long size() {
        return buffer.size();
    }

    /**
     * Gives the handle back, as MODE_DESTROY_DUMB does, which is GEM_CLOSE in the kernel; the object lives on while it is
     * mapped, exported or imported. Does nothing the second time.
     */
    @Override
    public void close() {
        buffer.close();
    }

    @Override
    public String toString() {
        return "dumb buffer " + width + "x" + height + " bpp=" + bitsPerPixel + " pitch=" + pitch + " in " + buffer;
    }
}
