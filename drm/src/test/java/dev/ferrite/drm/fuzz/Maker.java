package dev.ferrite.drm.fuzz;

import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.fuzz.Model.Obj;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Makes calls up: mostly such as a client makes, often a little wrong, sometimes nonsense. */
final class Maker {
    private static final int HANDLE_TO_FD = 0xC00C642D;
    private static final int FD_TO_HANDLE = 0xC00C642E;

    private static final int[] NUMBERS = {
        0xC0406400,
        0xC0106401,
        0x80046402,
        0xC0286405,
        0x80F86406,
        0xC0106407,
        0x40086409,
        0xC008640A,
        0xC010640B,
        0xC010640C,
        0x4010640D,
        0x40046411,
        0x0000641E,
        0x0000641F,
        HANDLE_TO_FD,
        FD_TO_HANDLE,
        0xC02064B2,
        0xC01064B3,
        0xC00464B4,
        0xC00864BF,
        0xC02864C3,
        0xC0106440,
        0xC0106441,
        0xC0106442,
        0xC0106443,
        0xC0106444,
        0x00106445,
        0x40106446
    };

    /** What a client of buffers calls most, and what succeeds only if two such calls meet; twice as often as the others. */
    private static final int[] USUAL = {
        0x80046402,
        0x40046411,
        0x40086409,
        0x40086409,
        0xC008640A,
        0xC010640B,
        HANDLE_TO_FD,
        FD_TO_HANDLE,
        0xC01064B3,
        0xC0106441,
        0xC0106441,
        0xC0106441,
        0xC0106444,
        0xC0106440
    };

    private static final int[] SIZES = {0, 1, 3, 4, 7, 8, 12, 16, 20, 31, 32, 40, 64, 100, 128, 129, 132, 1000, 16383};
    private static final int[] DIMENSIONS = {0, 1, 7, 13, 64, 1 << 30, -1};
    private static final int[] DEPTHS = {0, 1, 8, 15, 16, 24, 32, 33, 64, -1, -9};
    private static final long[] BYTES = {0, 1, 4095, 4096, 4097, 5 * 4096, 1L << 40, 1L << 50, -1, -4095, 1L << 63};

    private static final List<Argument.Kind> KINDS = List.of(Argument.Kind.values());

    private final Random random;

    Maker(Random random) {
        this.random = random;
    }

    /** Makes a call of a file up; the number, with its memory prepared. */
    int next(Model model, File file, Argument argument) {
        int number = random.nextInt(3) > 0 ? oneOf(USUAL) : oneOf(NUMBERS);
        // A descriptor that is given away and whose number is lost would stay open for good.
        boolean careful = number == HANDLE_TO_FD || number == FD_TO_HANDLE;
        if (!careful && random.nextInt(6) == 0) {
            number = mutated(number);
        }
        int size = (number >>> 16) & 0x3FFF;
        int length = Math.max(size, 8) + random.nextInt(64);
        Argument.Kind kind = Argument.Kind.NATIVE;
        if (!careful && random.nextInt(8) == 0) {
            kind = KINDS.get(random.nextInt(KINDS.size()));
            if (random.nextBoolean()) {
                length = random.nextInt(Math.max(size, 8));
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        random.nextBytes(bytes.array());
        fill(number, bytes, model, file, argument.address());
        argument.prepare(kind, bytes.array(), length, random);
        return number;
    }

    private int mutated(int number) {
        return switch (random.nextInt(8)) {
            case 0 -> number ^ (1 << 30);
            case 1 -> number ^ (1 << 31);
            case 2 -> number & 0x3FFF_FFFF;
            case 3 -> (number & ~0xFF00) | (random.nextInt(256) << 8);
            case 4 -> otherNr(number);
            default -> (number & ~0x3FFF_0000) | (oneOf(SIZES) << 16);
        };
    }

    private int otherNr(int number) {
        int nr = random.nextInt(256);
        return nr == 0x2D || nr == 0x2E ? number : (number & ~0xFF) | nr;
    }

    private void fill(int number, ByteBuffer bytes, Model model, File file, long address) {
        switch (number & 0xFF) {
            case 0x00 -> {
                for (int at = 16; at <= 48; at += 16) {
                    bytes.putLong(at, random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(24));
                    bytes.putLong(at + 8, pointer(address));
                }
            }
            case 0x01 -> bytes.putLong(0, random.nextInt(24)).putLong(8, pointer(address));
            case 0x05 -> bytes.putInt(0, random.nextInt(3));
            case 0x07 ->
                bytes.putInt(0, random.nextInt(4) - 1)
                        .putInt(4, random.nextInt(7) - 1)
                        .putInt(8, random.nextInt(4) - 1)
                        .putInt(12, random.nextInt(5) - 1);
            case 0x09, 0x0A, 0xB3, 0xB4, 0x44 -> bytes.putInt(0, handle(file));
            case 0x0B -> bytes.putInt(0, name(model));
            case 0x0C -> bytes.putLong(0, random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(0x18));
            case 0x11 -> bytes.putInt(0, random.nextInt(5));
            case 0x2D -> bytes.putInt(0, handle(file)).putInt(4, random.nextInt(6) == 0 ? 1 : 02000002);
            case 0x2E -> bytes.putInt(8, descriptor(model));
            case 0xB2 ->
                bytes.putInt(0, oneOf(DIMENSIONS)).putInt(4, oneOf(DIMENSIONS)).putInt(8, oneOf(DEPTHS));
            case 0x41 -> bytes.putInt(4, random.nextInt(3)).putLong(8, size(file));
            case 0x42 -> bytes.putLong(8, random.nextInt(4) == 0 ? random.nextLong() : random.nextInt());
            default -> bytes.putLong(0, random.nextLong()).putLong(8, random.nextLong());
        }
    }

    private long size(File file) {
        if (file.handles.size() > 24) {
            return 0;
        }
        return random.nextInt(4) == 0 ? BYTES[random.nextInt(BYTES.length)] : 1L + random.nextInt(8 * 4096);
    }

    private long pointer(long address) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextLong();
            case 2 -> address - 1 - random.nextInt(64);
            default -> address + random.nextInt(160);
        };
    }

    int handle(File file) {
        return random.nextInt(4) > 0 ? any(file.handles.keySet(), 1) : oneOf(new int[] {0, 1, 2, 5, 30, 300, -1});
    }

    private int name(Model model) {
        return random.nextInt(4) > 0 ? any(model.names.keySet(), 0) : oneOf(new int[] {0, -1, 1 << 30});
    }

    private int descriptor(Model model) {
        return random.nextInt(4) > 0 ? any(model.fds.keySet(), -1) : oneOf(new int[] {-1, 1 << 30, model.foreignFd});
    }

    /** An offset to map at. */
    long offset(Model model) {
        List<Obj> mapped =
                model.objects.stream().filter(object -> object.offset != 0).toList();
        if (mapped.isEmpty() || random.nextInt(6) == 0) {
            return new long[] {0, -4096, 4096, 1L << 45, (1L << 45) + 1}[random.nextInt(5)];
        }
        return mapped.get(random.nextInt(mapped.size())).offset;
    }

    private int any(Collection<Integer> from, int otherwise) {
        return from.isEmpty()
                ? otherwise
                : from.stream().skip(random.nextInt(from.size())).findFirst().orElseThrow();
    }

    private int oneOf(int[] of) {
        return of[random.nextInt(of.length)];
    }
}
