package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a picture as a PNG to a descriptor, with memory that is there already. Allocates nothing. */
final class PanicPng {
    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int IHDR = 0x4948_4452;
    private static final int IDAT = 0x4944_4154;
    private static final int IEND = 0x4945_4E44;
    private static final int CHUNK = 32 * 1024;

    /** Length and type before the data, the checksum behind it. */
    private static final int HEAD = 8;

    private static final int FOOT = 4;

    private final MemorySegment row;
    private final ByteBuffer rowBuffer;
    private final MemorySegment chunk = Arena.ofAuto().allocate(HEAD + CHUNK + FOOT);
    private final ByteBuffer chunkBuffer = chunk.asByteBuffer();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final CRC32 crc = new CRC32();
    private final int widest;

    /**
     * For pictures of up to a width.
     *
     * @param widest pixels
     */
    PanicPng(int widest) {
        this.widest = widest;
        this.row = Arena.ofAuto().allocate(1 + 3L * widest);
        this.rowBuffer = row.asByteBuffer();
    }

    /** Writes it from the descriptor's position on; 0 or {@code -errno}. */
    long write(ScanoutBuffer picture, int fd) {
        if (picture.width() > widest) {
            return Errno.EINVAL.negated();
        }
        chunkBuffer.clear();
        chunkBuffer.putLong(0, SIGNATURE);
        long result = writeAll(fd, chunk.address(), Long.BYTES);
        if (result < 0) {
            return result;
        }
        chunkBuffer.putInt(HEAD, picture.width());
        chunkBuffer.putInt(HEAD + 4, picture.height());
        chunkBuffer.putInt(HEAD + 8, 8 << 24 | 2 << 16); // 8 bits each of red, green and blue; zlib, filters 0
        chunkBuffer.put(HEAD + 12, (byte) 0);
        result = chunk(fd, IHDR, 13);
        deflater.reset();
        for (int y = 0; y < picture.height() && result >= 0; y++) {
            fillRow(picture, y);
            rowBuffer.limit(1 + 3 * picture.width()).position(0);
            deflater.setInput(rowBuffer);
            while (!deflater.needsInput() && result >= 0) {
                result = compressed(fd);
            }
        }
        deflater.finish();
        while (!deflater.finished() && result >= 0) {
            result = compressed(fd);
        }
        return result < 0 ? result : chunk(fd, IEND, 0);
    }

    private void fillRow(ScanoutBuffer picture, int y) {
        row.set(JAVA_BYTE, 0, (byte) 0);
        for (int x = 0, at = 1; x < picture.width(); x++, at += 3) {
            int rgb = picture.pixel(x, y);
            row.set(JAVA_BYTE, at, (byte) (rgb >> 16));
            row.set(JAVA_BYTE, at + 1, (byte) (rgb >> 8));
            row.set(JAVA_BYTE, at + 2, (byte) rgb);
        }
    }

    private long compressed(int fd) {
        chunkBuffer.limit(HEAD + CHUNK).position(HEAD);
        int length = deflater.deflate(chunkBuffer);
        return length == 0 ? 0 : chunk(fd, IDAT, length);
    }

    private long chunk(int fd, int type, int length) {
        chunkBuffer.clear();
        chunkBuffer.putInt(0, length);
        chunkBuffer.putInt(4, type);
        crc.reset();
        chunkBuffer.limit(HEAD + length).position(4);
        crc.update(chunkBuffer);
        chunkBuffer.clear();
        chunkBuffer.putInt(HEAD + length, (int) crc.getValue());
        return writeAll(fd, chunk.address(), HEAD + length + FOOT);
    }

    /** Writes all; 0 or {@code -errno}. */
    static long writeAll(int fd, long address, long bytes) {
        for (long done = 0; done < bytes; ) {
            long written = Linux.write(fd, address + done, bytes - done);
            if (written == 0 || (written < 0 && written != Errno.EINTR.negated())) {
                return written == 0 ? Errno.EIO.negated() : written;
            }
            done += Math.max(0, written);
        }
        return 0;
    }
}
