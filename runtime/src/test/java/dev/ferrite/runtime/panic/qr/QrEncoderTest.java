package dev.ferrite.runtime.panic.qr;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the panic screen's encoder, and what an independent decoder and encoder say to its codes. */
class QrEncoderTest {
    private static final String URL = "https://example.org/panic#?a=x86_64&v=6.12.0&z=";

    private final MemorySegment data = Arena.ofAuto().allocate(QrEncoder.DATA_SIZE);
    private final MemorySegment tmp = Arena.ofAuto().allocate(QrEncoder.TMP_SIZE);

    @Test
    void aBufferOneByteTooSmallGivesNothing() {
        MemorySegment small = Arena.ofAuto().allocate(QrEncoder.DATA_SIZE - 1);
        MemorySegment smallTmp = Arena.ofAuto().allocate(QrEncoder.TMP_SIZE - 1);

        assertThat(QrEncoder.DATA_SIZE).isEqualTo(4071).isEqualTo(177 * 23);
        assertThat(QrEncoder.TMP_SIZE).isEqualTo(3706).isEqualTo(2956 + 25 * 30);
        assertThat(QrEncoder.generate(null, small, 1, tmp)).isZero();
        assertThat(QrEncoder.generate(null, data, 1, smallTmp)).isZero();
        assertThat(QrEncoder.generate(null, data, 1, tmp)).isEqualTo(21);
    }

    @Test
    void moreDataThanTheBufferHoldsGivesNothing() {
        assertThat(QrEncoder.generate(null, data, QrEncoder.DATA_SIZE + 1, tmp)).isZero();
        assertThat(QrEncoder.generate(null, data, -1, tmp)).isZero();
        assertThat(QrEncoder.generate(null, data, Long.MAX_VALUE, tmp)).isZero();
    }

    @Test
    void moreDataThanAnyVersionTakesGivesNothingAndLeavesTheMemory() {
        byte[] before = put(random(1, QrEncoder.DATA_SIZE));

        assertThat(QrEncoder.generate(null, data, 2954, tmp)).isZero();
        assertThat(QrEncoder.generate(null, data, QrEncoder.DATA_SIZE, tmp)).isZero();
        assertThat(QrEncoder.generate(bytes("u".repeat(3706)), data, 1, tmp)).isZero();
        assertThat(QrEncoder.generate(bytes("u".repeat(3707)), data, 1, tmp)).isZero();
        assertThat(data.toArray(JAVA_BYTE)).isEqualTo(before);
        assertThat(QrEncoder.generate(null, data, 2953, tmp)).isEqualTo(177);
    }

    @Test
    void theMostDataOfAVersion() {
        assertThat(QrEncoder.maxDataSize(40, 0)).isEqualTo(2953);
        assertThat(QrEncoder.maxDataSize(1, 0)).isEqualTo(16);
        assertThat(QrEncoder.maxDataSize(0, 0)).isZero();
        assertThat(QrEncoder.maxDataSize(0, 10)).isZero();
        assertThat(QrEncoder.maxDataSize(41, 0)).isZero();
        assertThat(QrEncoder.maxDataSize(41, 10)).isZero();
        assertThat(QrEncoder.maxDataSize(-1, 0)).isZero();
        assertThat(QrEncoder.maxDataSize(40, 50)).isEqualTo((2901 * 39) / 40).isEqualTo(2828);
        assertThat(QrEncoder.maxDataSize(1, 13)).isZero();
        assertThat(QrEncoder.maxDataSize(1, 14)).isZero();
        assertThat(QrEncoder.maxDataSize(40, Long.MAX_VALUE - 2)).isZero();
    }

    @Test
    void theMostDataOfEveryVersionFitsIt() {
        for (int version = 1; version <= 40; version++) {
            assertThat(QrEncoder.generate(null, data, QrEncoder.maxDataSize(version, 0), tmp))
                    .as("version %d", version)
                    .isLessThanOrEqualTo(4 * version + 17);
            int withUrl = QrEncoder.maxDataSize(version, URL.length());
            if (withUrl > 0) {
                assertThat(QrEncoder.generate(bytes(URL), data, withUrl, tmp))
                        .as("version %d with a URL", version)
                        .isLessThanOrEqualTo(4 * version + 17);
            }
        }
    }

    @Test
    void theWidthGrowsWithTheDataThroughAllVersions() {
        List<Integer> widths = new ArrayList<>();
        for (int length = 0; length <= 2953; length++) {
            int width = QrEncoder.generate(null, data, length, tmp);
            if (widths.isEmpty() || widths.getLast() != width) {
                widths.add(width);
            }
        }
        assertThat(widths).hasSize(40).isSorted().startsWith(21, 25).endsWith(173, 177);
    }

    @Test
    void theCapacitiesAreThoseOfTheStandard() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40).stream().map(QrVersion::data))
                .containsExactly(19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 2956);
        for (int version = 1; version <= 40; version++) {
            var theirs = com.google.zxing.qrcode.decoder.Version.getVersionForNumber(version);
            assertThat(QrVersion.codewords(version))
                    .as("codewords of %d", version)
                    .isEqualTo(theirs.getTotalCodewords());
            var blocks = theirs.getECBlocksForLevel(ErrorCorrectionLevel.L);
            assertThat(QrVersion.blocks(version)).isEqualTo(blocks.getNumBlocks());
            assertThat(QrVersion.ecc(version)).isEqualTo(blocks.getECCodewordsPerBlock());
            int[] centres = theirs.getAlignmentPatternCenters();
            assertThat(QrVersion.alignment(version)).hasSize(centres.length);
            for (int i = 0; i < centres.length; i++) {
                assertThat(QrVersion.alignment(version)[i] & 0xff).isEqualTo(centres[i]);
            }
        }
    }

    @Test
    void bytesComeBackOutOfEveryVersion() throws Exception {
        for (int version = 1; version <= 40; version++) {
            int most = (QrVersion.data(version) * 8 - 4 - (version < 10 ? 8 : 16)) / 8;
            for (int length : new int[] {most, most - 1, Math.max(1, most / 2)}) {
                byte[] sent = put(random(version * 7919 + length, length));
                int width = QrEncoder.generate(null, data, length, tmp);
                DecoderResult got = decode(width);
                assertThat(got.getByteSegments().getFirst())
                        .as("version %d, %d bytes", version, length)
                        .isEqualTo(sent);
                assertThat(got.getErrorsCorrected()).isZero();
                assertThat(got.getECLevel()).isEqualTo("L");
            }
            assertThat(QrEncoder.generate(null, data, most, tmp)).isEqualTo(4 * version + 17);
        }
    }

    @Test
    void aUrlAndDigitsComeBackOutOfEveryVersion() throws Exception {
        for (int version = 4; version <= 40; version++) {
            int length = QrEncoder.maxDataSize(version, URL.length());
            byte[] sent = put(random(version, length));
            int width = QrEncoder.generate(bytes(URL), data, length, tmp);
            DecoderResult got = decode(width);
            assertThat(got.getText()).as("version %d", version).startsWith(URL);
            assertThat(QrDigits.decode(got.getText().substring(URL.length()))).isEqualTo(sent);
            assertThat(got.getErrorsCorrected()).isZero();
        }
    }

    @Test
    void everyLengthOfTailComesBackAndEveryFillOfTheLastVersion() throws Exception {
        Random random = new Random(13);
        for (int length = 0; length <= 60; length++) {
            byte[] sent = put(random(random.nextInt(), length));
            assertThat(urlRoundTrip("u", length)).as("%d bytes", length).isEqualTo(sent);
        }
        // Up to and beyond what fits: the last that fits still comes back, though no room is left for the terminator.
        int last = 0;
        for (int length = 2880; length <= 2953; length++) {
            byte[] sent = put(random(random.nextInt(), length));
            if (QrEncoder.generate(bytes("u"), data, length, tmp) == 0) {
                break;
            }
            put(sent);
            assertThat(urlRoundTrip("u", length)).isEqualTo(sent);
            last = length;
        }
        assertThat(last).isBetween(QrEncoder.maxDataSize(40, 1), 2952);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, -1})
    void valuesAtTheEdgesComeBack(byte value) throws Exception {
        byte[] sent = new byte[50];
        Arrays.fill(sent, value);
        put(sent);
        assertThat(urlRoundTrip(URL, sent.length)).isEqualTo(sent);
    }

    @Test
    void anEmptyUrlIsAnEmptyBinarySegment() throws Exception {
        byte[] sent = put(random(5, 20));
        assertThat(urlRoundTrip("", 20)).isEqualTo(sent);
    }

    @Test
    void dataThatFillsTheVersionToTheLastBitHasNoTerminator() throws Exception {
        // Version 10: a header of 4 + 16 bits, 271 bytes, and the four bits that are left are the stop nibble. With a
        // URL
        // of the right length nothing is left at all: search for such a length in version 3 (440 bits).
        boolean found = false;
        for (int url = 1; url < 40 && !found; url++) {
            for (int length = 1; length < 40 && !found; length++) {
                if (QrBits.binaryBits(3, url) + QrBits.numericBits(3, QrDigits.count(length)) == 440) {
                    byte[] sent = put(random(url, length));
                    tmp.fill((byte) 0x5a);
                    assertThat(QrEncoder.generate(bytes("u".repeat(url)), data, length, tmp))
                            .isEqualTo(29);
                    DecoderResult got = decode(29);
                    assertThat(QrDigits.decode(got.getText().substring(url))).isEqualTo(sent);
                    found = true;
                }
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void theStopNibbleOfTheFullestCodeStaysInTheBuffer() throws Exception {
        // 2953 bytes in version 40 leave 4 bits of 23648; digits can leave none.
        for (int url = 1; url < 300; url++) {
            int length = 2880 - url;
            while (QrBits.binaryBits(40, url) + QrBits.numericBits(40, QrDigits.count(length + 1)) <= 23648) {
                length++;
            }
            if (QrBits.binaryBits(40, url) + QrBits.numericBits(40, QrDigits.count(length)) == 23648) {
                byte[] sent = put(random(url, length));
                MemorySegment exact = Arena.ofAuto().allocate(QrEncoder.TMP_SIZE);
                assertThat(QrEncoder.generate(bytes("u".repeat(url)), data, length, exact))
                        .isEqualTo(177);
                assertThat(QrDigits.decode(decode(177).getText().substring(url)))
                        .isEqualTo(sent);
                return;
            }
        }
        throw new AssertionError("no length fills version 40");
    }

    @Test
    void codesAreBitForBitThoseOfAnotherEncoder() throws Exception {
        for (int version = 1; version <= 40; version++) {
            int length = (QrVersion.data(version) * 8 - 4 - (version < 10 ? 8 : 16)) / 8 - version % 3;
            // Letters that are in no smaller alphabet, so that the other encoder takes bytes, too.
            byte[] sent = new byte[length];
            Random random = new Random(version);
            for (int i = 0; i < length; i++) {
                sent[i] = (byte) ('a' + random.nextInt(26));
            }
            put(sent);
            int width = QrEncoder.generate(null, data, length, tmp);
            assertSame(width, reference(new String(sent, StandardCharsets.ISO_8859_1), version), version);
        }
    }

    @Test
    void theRowsAreFilledUpWithZeroBits() {
        put(random(3, 1000));
        data.fill((byte) -1);
        int width = QrEncoder.generate(null, data, 1000, tmp);
        int stride = (width + 7) / 8;
        int unused = stride * 8 - width;
        assertThat(unused).isPositive();
        for (int y = 0; y < width; y++) {
            int last = data.get(JAVA_BYTE, (long) y * stride + stride - 1) & 0xff;
            assertThat(last & ((1 << unused) - 1)).isZero();
        }
    }

    @Test
    void whatTheMemoryHeldBeforeDoesNotMatter() {
        byte[] sent = random(77, 500);
        put(sent);
        int width = QrEncoder.generate(bytes(URL), data, sent.length, tmp);
        byte[] first = code(width);
        data.fill((byte) 0xff);
        tmp.fill((byte) 0xff);
        put(sent);
        assertThat(QrEncoder.generate(bytes(URL), data, sent.length, tmp)).isEqualTo(width);
        assertThat(code(width)).isEqualTo(first);
    }

    @Test
    void aCodeWithAFifthOfItsCorrectionUsedUpIsStillRead() throws Exception {
        byte[] sent = put(random(9, 500));
        int width = QrEncoder.generate(null, data, sent.length, tmp);
        BitMatrix matrix = matrix(width);
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            matrix.flip(20 + random.nextInt(width - 40), 20 + random.nextInt(width - 40));
        }
        DecoderResult got = new Decoder().decode(matrix);
        assertThat(got.getByteSegments().getFirst()).isEqualTo(sent);
        assertThat(got.getErrorsCorrected()).isPositive();
    }

    @Test
    void encodingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MemorySegment url = bytes(URL);
        long least = Long.MAX_VALUE; // of some rounds, for linking and compiling allocate, too
        for (int round = 0; round < 12; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 50; i++) {
                QrEncoder.generate(url, data, 2000, tmp);
                QrEncoder.generate(null, data, i, tmp);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    // ---- Helpers

    private byte[] urlRoundTrip(String url, int length) throws Exception {
        int width = QrEncoder.generate(bytes(url), data, length, tmp);
        String text = decode(width).getText();
        assertThat(text).startsWith(url);
        return QrDigits.decode(text.substring(url.length()));
    }

    private byte[] put(byte[] bytes) {
        MemorySegment.copy(bytes, 0, data, JAVA_BYTE, 0, bytes.length);
        return bytes;
    }

    private byte[] code(int width) {
        return Arrays.copyOf(data.toArray(JAVA_BYTE), width * ((width + 7) / 8));
    }

    private DecoderResult decode(int width) throws Exception {
        assertThat(width).isBetween(21, 177);
        return new Decoder().decode(matrix(width));
    }

    /** Theirs has a set bit for a dark module. */
    private BitMatrix matrix(int width) {
        BitMatrix matrix = new BitMatrix(width);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                if (!isLight(width, x, y)) {
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }

    private boolean isLight(int width, int x, int y) {
        return (data.get(JAVA_BYTE, (long) y * ((width + 7) / 8) + x / 8) & 0x80 >> x % 8) != 0;
    }

    private void assertSame(int width, ByteMatrix reference, int version) {
        assertThat(width).as("version %d", version).isEqualTo(reference.getWidth());
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(isLight(width, x, y))
                        .as("version %d, x=%d y=%d", version, x, y)
                        .isEqualTo(reference.get(x, y) == 0);
            }
        }
    }

    private static ByteMatrix reference(String text, int version) throws Exception {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_VERSION, version);
        hints.put(EncodeHintType.QR_MASK_PATTERN, 0);
        return Encoder.encode(text, ErrorCorrectionLevel.L, hints).getMatrix();
    }

    private static MemorySegment bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment segment =
                Arena.ofAuto().allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
