package dev.ferrite.drm.fuzz;

import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.fuzz.Model.Obj;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes calls up: mostly such as a client makes, often a little wrong, sometimes nonsense. */
final class Maker {
    private static final int HANDLE_TO_FD = 0xC00C642D;
    private static final int FD_TO_HANDLE = 0xC00C642E;

    private static final int SYNC_TO_FD = 0xC01064C1;
    private static final int SYNC_TO_FD_AT = 0xC01864C1;
    private static final int FENCE = 0x80106448;

    /** Calls whose answer is a descriptor. */
    static final Set<Integer> GIVE_DESCRIPTORS = Set.of(HANDLE_TO_FD, SYNC_TO_FD, SYNC_TO_FD_AT, FENCE);

    private static final Set<Integer> NRS_OF_DESCRIPTORS = Set.of(0x2D, 0x2E, 0xC1, 0x48);

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
        0xC00864C0,
        SYNC_TO_FD,
        SYNC_TO_FD_AT,
        0xC01064C2,
        0xC01864C2,
        0xC02864C3,
        0xC02064C3, // without a deadline, as older ones
        0xC01064C4,
        0xC01064C5,
        0xC03064CA,
        0xC01864CB,
        0xC02064CC,
        0xC01864CD,
        0xC01864CF,
        0xC01064D1,
        FENCE,
        0x40106449,
        0xC0106447,
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
        0xC0106440,
        0xC00864BF,
        0xC00864BF,
        0xC01864C2,
        0xC01864C2,
        FENCE,
        0x40106449,
        0xC03064CA,
        0xC03064CA,
        0xC01864CB,
        0xC01864CB,
        0xC01864CD,
        0xC02064CC,
        0xC02064CC
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
        boolean careful = GIVE_DESCRIPTORS.contains(number) || number == FD_TO_HANDLE;
        if (!careful && random.nextInt(6) == 0) {
            number = mutated(number);
        }
        int size = (number >>> 16) & 0x3FFF;
        int least = LISTS.contains(number & 0xFF) && random.nextInt(8) > 0 ? LISTS_END : 8;
        int length = Math.max(size, least) + random.nextInt(64);
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
        return NRS_OF_DESCRIPTORS.contains(nr) ? number : (number & ~0xFF) | nr;
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
            case 0xBF -> bytes.putInt(4, random.nextInt(6) == 0 ? 2 : random.nextInt(2));
            case 0xC0 -> bytes.putInt(0, sync(file)).putInt(4, rarely(1));
            case 0xC1, 0xC2 ->
                bytes.putInt(0, sync(file))
                        .putInt(4, oneOf(new int[] {0, 0, 1, 1, 3, 2, 4}))
                        .putInt(8, syncDescriptor(model))
                        .putInt(12, rarely(1))
                        .putLong(16, random.nextBoolean() ? 0 : point());
            case 0xC3 -> {
                lists(bytes, file, address);
                bytes.putLong(8, random.nextInt(3) - 1).putInt(16, count()).putInt(20, waitFlags());
            }
            case 0xC4, 0xC5 -> {
                lists(bytes, file, address);
                bytes.putInt(8, count()).putInt(12, rarely(1));
            }
            case 0xCA -> {
                lists(bytes, file, address);
                bytes.putLong(8, pointsAt(address)).putLong(16, random.nextInt(3) - 1);
                bytes.putInt(24, count()).putInt(28, waitFlags());
            }
            case 0xCB, 0xCD -> {
                lists(bytes, file, address);
                bytes.putLong(8, pointsAt(address)).putInt(16, count()).putInt(20, rarely(1 + random.nextInt(2)));
            }
            case 0xCC ->
                bytes.putInt(0, sync(file))
                        .putInt(4, sync(file))
                        .putLong(8, random.nextBoolean() ? 0 : point())
                        .putLong(16, random.nextBoolean() ? 0 : point())
                        .putInt(24, rarely(1 + 4 * random.nextInt(2))) // flag 2 would wait five seconds
                        .putInt(28, rarely(1));
            case 0xCF ->
                bytes.putInt(0, sync(file))
                        .putInt(4, oneOf(new int[] {0, 4, 4, 1}))
                        .putLong(8, point())
                        .putInt(16, random.nextBoolean() ? model.eventfd : syncDescriptor(model))
                        .putInt(20, rarely(1));
            case 0xD1 -> {
                bytes.putLong(0, random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(67))
                        .putLong(8, address + 16);
                for (int at = 16; at < 83; at++) {
                    bytes.put(at, (byte) (random.nextInt(200) == 0 ? ' ' : '!' + random.nextInt(94)));
                }
            }
            case 0x47 -> bytes.putLong(8, random.nextInt(5) == 0 ? random.nextInt(9000) : 8 + random.nextInt(400));
            case 0x49 -> bytes.putLong(8, random.nextInt(file.fences.size() + 2) - (random.nextInt(20) == 0 ? 1 : 0));
            case 0x42 -> bytes.putLong(8, random.nextInt(4) == 0 ? random.nextLong() : random.nextInt());
            default -> bytes.putLong(0, random.nextLong()).putLong(8, random.nextLong());
        }
    }

    // ---- Sync objects: lists of handles and of points lie behind the struct, sometimes not quite

    private static final Set<Integer> LISTS = Set.of(0xC3, 0xC4, 0xC5, 0xCA, 0xCB, 0xCD, 0xD1);
    private static final int HANDLES_AT = 64;
    private static final int POINTS_AT = 80;
    private static final int LISTS_END = 112;

    private void lists(ByteBuffer bytes, File file, long address) {
        for (int i = 0; i < 4; i++) {
            bytes.putInt(HANDLES_AT + 4 * i, sync(file)).putLong(POINTS_AT + 8 * i, point());
        }
        bytes.putLong(0, random.nextInt(12) == 0 ? pointer(address) : address + HANDLES_AT);
    }

    private long pointsAt(long address) {
        return random.nextInt(6) == 0 ? pointer(address) : address + POINTS_AT;
    }

    private int count() {
        return random.nextInt(10) > 0 ? 1 + random.nextInt(4) : oneOf(new int[] {0, 5, 200, -1});
    }

    private int waitFlags() {
        return random.nextInt(12) == 0 ? random.nextInt() : random.nextInt(16) & (random.nextBoolean() ? 11 : 15);
    }

    private int rarely(int value) {
        return random.nextInt(12) == 0 ? value : 0;
    }

    private long point() {
        return random.nextInt(16) == 0 ? random.nextLong() : random.nextInt(12);
    }

    private int sync(File file) {
        return random.nextInt(24) > 0 ? any(file.syncs.keySet(), 1) : oneOf(new int[] {0, 1, 40, -1});
    }

    private int syncDescriptor(Model model) {
        return switch (random.nextInt(8)) {
            case 0 -> oneOf(new int[] {-1, 1 << 30, model.foreignFd});
            case 1, 2, 3 -> any(model.syncFds.keySet(), -1);
            default -> any(model.fenceFds.keySet(), -1);
        };
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
