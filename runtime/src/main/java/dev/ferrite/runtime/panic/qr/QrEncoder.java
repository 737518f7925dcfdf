package dev.ferrite.runtime.panic.qr;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Makes a QR code in the caller's memory: what a panic handler can still do.
 *
 * <p>Error correction level L, mask 0, and the smallest of versions 1 to 40 that takes the data. Nothing is allocated,
 * locked or kept; any thread may call it, at any time. The largest code takes about 1 ms in compiled code.
 */
public final class QrEncoder {
    /** The least size of the buffer that holds the data and then the code: 177 rows of 23 bytes. */
    public static final int DATA_SIZE = 4071;

    /** The least size of the other buffer: 2956 bytes of data and 25 blocks of 30 bytes of error correction. */
    public static final int TMP_SIZE = 3706;

    private QrEncoder() {}

    /**
     * Makes a code: {@code drm_panic_qr_generate}.
     *
     * <p>Without a URL it holds the data as bytes. With one it holds the URL as bytes and then the data as decimal digits
     * (see {@link QrDigits}), so that reading it gives the URL continued by digits. What the memory held before does not
     * matter; when nothing fits, it is as it was.
     *
     * @param url what comes first; null for none. May not overlap the buffers
     * @param data holds the data, and afterwards the code: one bit a module, the highest first, rows filled up to bytes,
     *     a set bit is a light module; no quiet zone. At least {@link #DATA_SIZE} bytes
     * @param dataLength how many bytes of data there are
     * @param tmp working memory, at least {@link #TMP_SIZE} bytes
     * @return how many modules the code has in a row, 21 to 177; 0 if a buffer is too small, {@code dataLength} is not
     *     within {@code data}, or no version takes so much
     */
    public static int generate(@Nullable MemorySegment url, MemorySegment data, long dataLength, MemorySegment tmp) {
        if (data.byteSize() < DATA_SIZE || tmp.byteSize() < TMP_SIZE) {
            return 0;
        }
        if (dataLength < 0 || dataLength > data.byteSize() || (url != null && url.byteSize() > TMP_SIZE)) {
            return 0;
        }
        if (dataLength > TMP_SIZE) {
            return 0; // more than any version takes, and the sums below stay small
        }
        int length = (int) dataLength;
        int version = url == null
                ? QrVersion.fitting(length, 0, false)
                : QrVersion.fitting((int) url.byteSize(), QrDigits.count(length), true);
        if (version == 0) {
            return 0;
        }
        int end;
        if (url == null) {
            end = QrBits.binary(tmp, 0, version, data, length);
        } else {
            end = QrBits.binary(tmp, 0, version, url, (int) url.byteSize());
            end = QrBits.numeric(tmp, end, version, data, length);
        }
        QrBits.finish(tmp, end, QrVersion.data(version));
        QrReedSolomon.append(tmp, version);
        QrMatrix.draw(data, version, tmp);
        return QrVersion.width(version);
    }

    /**
     * How many bytes of data a version takes for certain: {@code drm_panic_qr_max_data_size}.
     *
     * @param version 1 to 40
     * @param urlLength bytes of the URL; 0 for none
     * @return the count, 0 if the version does not exist or the URL leaves no room
     */
    public static int maxDataSize(int version, long urlLength) {
        if (version < QrVersion.MIN || version > QrVersion.MAX || urlLength < 0) {
            return 0;
        }
        int capacity = QrVersion.data(version);
        if (urlLength == 0) {
            return capacity - 3;
        }
        if (urlLength >= capacity - 5) {
            return 0;
        }
        return (capacity - (int) urlLength - 5) * 39 / 40;
    }
}
