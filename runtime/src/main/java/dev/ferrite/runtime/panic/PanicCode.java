package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.ferrite.runtime.panic.qr.QrEncoder;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log as a code: with a URL compressed and as digits behind it, without one as it is.
 *
 * <p>Takes as many of the last lines as fit. Allocates nothing once made; zlib's memory is made with it, too.
 */
final class PanicCode {
    /** Fewer versions than this hold no line that would tell anything. */
    private static final int LEAST_VERSION = 4;

    private static final int GOOD_VERSION = 10;
    private static final int EDGES = 17 + 8;

    private final @Nullable MemorySegment url;
    private final MemorySegment log;
    private final ByteBuffer input;
    private final MemorySegment data = Arena.ofAuto().allocate(QrEncoder.DATA_SIZE);
    private final ByteBuffer output = data.asByteBuffer();
    private final MemorySegment tmp = Arena.ofAuto().allocate(QrEncoder.TMP_SIZE);
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    private long lines;

    /**
     * For a log.
     *
     * @param url what comes before the digits; null for the log as it is
     * @param log the memory at whose end the log will stand
     */
    PanicCode(@Nullable MemorySegment url, MemorySegment log) {
        this.url = url;
        this.log = log;
        this.input = log.asByteBuffer();
    }

    MemorySegment modules() {
        return data;
    }

    /** How many lines of the log the last code holds. */
    long lines() {
        return lines;
    }

    /**
     * Makes the code.
     *
     * @param from where the log begins in its memory
     * @param side how many pixels there are for it, quiet zone included
     * @return modules in a row; 0 if there is no room
     */
    int make(long from, int side) {
        lines = 0;
        int version = version(side);
        int most = version < LEAST_VERSION ? 0 : QrEncoder.maxDataSize(version, url == null ? 0 : url.byteSize());
        if (most <= 0 || from >= log.byteSize()) {
            return 0;
        }
        long begin = url == null ? ending(from, most) : fitting(from, most);
        if (begin >= log.byteSize()) {
            return 0;
        }
        int length;
        if (url == null) {
            length = (int) (log.byteSize() - begin);
            MemorySegment.copy(log, begin, data, 0, length);
        } else {
            length = deflate(begin, most);
        }
        for (long at = begin; at < log.byteSize(); at++) {
            lines += log.get(JAVA_BYTE, at) == '\n' ? 1 : 0;
        }
        return QrEncoder.generate(url, data, length, tmp);
    }

    /** The largest version a camera can read there: modules of three pixels, or of two where that leaves too little. */
    private static int version(int side) {
        int version = (side / 3 - EDGES) / 4;
        return Math.min(40, version >= GOOD_VERSION ? version : (side / 2 - EDGES) / 4);
    }

    /** The first line from which on the log is no longer than that. */
    private long ending(long from, int most) {
        return log.byteSize() - from <= most ? from : lineFrom(log.byteSize() - most);
    }

    /** The first line from which on the log, compressed, is no longer than that: bisected, about ten compressions. */
    private long fitting(long from, int most) {
        if (deflate(from, most) > 0) {
            return from;
        }
        long fits = log.byteSize();
        long low = from;
        long high = fits;
        while (high - low > 1) {
            long middle = low + 1 + (high - low - 1) / 2;
            long line = lineFrom(middle);
            if (line >= high) {
                high = middle; // no line begins in the upper half
            } else if (deflate(line, most) > 0) {
                fits = line;
                high = line;
            } else {
                low = line;
            }
        }
        return fits;
    }

    /** The first line that begins at a place behind the log's first byte, or later. */
    private long lineFrom(long at) {
        long line = at;
        while (line < log.byteSize() && log.get(JAVA_BYTE, line - 1) != '\n') {
            line++;
        }
        return line;
    }

    /** Compresses the log from a place on into the data; its length, or 0 if it is too long. */
    private int deflate(long begin, int most) {
        input.limit((int) log.byteSize()).position((int) begin);
        output.limit(most).position(0);
        deflater.reset();
        deflater.setInput(input);
        deflater.finish();
        int length = deflater.deflate(output);
        return deflater.finished() ? length : 0;
    }
}
