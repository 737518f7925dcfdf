package dev.ferrite.drm.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the planes of a picture lie in one linear buffer.
 *
 * @param format the format
 * @param width pixels in a row
 * @param height rows
 * @param planes one after the other
 * @param size bytes of all of it
 */
public record BufferLayout(Fourcc format, int width, int height, List<Plane> planes, long size) {
    private static final long MOST = 0xFFFF_FFFFL;

    /**
     * One plane.
     *
     * @param offset bytes from the start of the buffer
     * @param pitch bytes from one row to the next
     * @param rows how many rows
     */
    public record Plane(long offset, long pitch, int rows) {
        /**
         * How long it is.
         *
         * @return bytes, the rest of the last row included
         */
        public long size() {
            return pitch * rows;
        }
    }

    /**
     * Lays a picture out as tightly as dumb buffers are: rows follow without a gap.
     *
     * @param format a format with a linear layout
     * @param width more than 0
     * @param height more than 0
     * @return the layout
     * @throws IllegalArgumentException if the format has none, or sizes do not fit the 32 bits of the kernel's calls
     */
    public static BufferLayout of(Fourcc format, int width, int height) {
        return of(format, width, height, 1);
    }

    /**
     * The same with rows that begin where the hardware wants them.
     *
     * @param format a format with a linear layout
     * @param width more than 0
     * @param height more than 0
     * @param pitchAlignment bytes, a power of two: 64 for most scanout engines, 256 for some
     * @return the layout
     * @throws IllegalArgumentException if the format has none, the alignment is none, or sizes do not fit the 32 bits of the
     *     kernel's calls
     */
    public static BufferLayout of(Fourcc format, int width, int height, int pitchAlignment) {
        Pixels pixels = format.pixels();
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("no picture: width=" + width + " height=" + height);
        }
        if (Integer.bitCount(pitchAlignment) != 1 || pitchAlignment < 0) {
            throw new IllegalArgumentException("no power of two: pitchAlignment=" + pitchAlignment);
        }
        if (!pixels.isLinear()) {
            throw new IllegalArgumentException(format + " has no linear layout");
        }
        List<Plane> planes = new ArrayList<>();
        long offset = 0;
        for (int plane = 0; plane < pixels.planes(); plane++) {
            long pitch = (pixels.minPitch(plane, width) + pitchAlignment - 1) & -pitchAlignment;
            int rows = pixels.planeHeight(plane, height);
            if (pitch > MOST || rows > (MOST - offset) / pitch) {
                throw new IllegalArgumentException("does not fit 32 bits: format=" + format + " width=" + width
                        + " height=" + height + " pitch=" + pitch);
            }
            planes.add(new Plane(offset, pitch, rows));
            offset += pitch * rows;
        }
        return new BufferLayout(format, width, height, List.copyOf(planes), offset);
    }

    /**
     * The pitch of the first plane.
     *
     * @return bytes from one row to the next
     */
    public long pitch() {
        return planes.getFirst().pitch();
    }
}
