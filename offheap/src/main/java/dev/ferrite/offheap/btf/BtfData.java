package dev.ferrite.offheap.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The raw records of one BTF section, found by number. A split section continues the numbers and the strings of its
 * base.
 *
 * <pre>{@code
 * header   magic 0xEB9F, version, flags, header length, offset and length of types and of strings
 * type     name, info = kind << 24 | kind flag << 31 | count of what follows, size or type, then what the kind adds
 * }</pre>
 */
final class BtfData {
    static final int INT = 1;
    static final int PTR = 2;
    static final int ARRAY = 3;
    static final int STRUCT = 4;
    static final int UNION = 5;
    static final int ENUM = 6;
    static final int FWD = 7;
    static final int TYPEDEF = 8;
    static final int VOLATILE = 9;
    static final int CONST = 10;
    static final int RESTRICT = 11;
    static final int FUNC = 12;
    static final int FUNC_PROTO = 13;
    static final int VAR = 14;
    static final int DATASEC = 15;
    static final int FLOAT = 16;
    static final int DECL_TAG = 17;
    static final int TYPE_TAG = 18;
    static final int ENUM64 = 19;

    private static final int MAGIC = 0xEB9F;
    private static final int TYPE_BYTES = 12;

    private final @Nullable BtfData base;
    private final ByteBuffer types;
    private final ByteBuffer strings;
    private final int firstId;
    private final int firstString;
    private int[] places = new int[1024];
    private int count;

    private BtfData(@Nullable BtfData base, ByteBuffer types, ByteBuffer strings) {
        this.base = base;
        this.types = types;
        this.strings = strings;
        this.firstId = base == null ? 1 : base.endId();
        this.firstString = base == null ? 0 : base.firstString + base.strings.limit();
    }

    /** Indexes a section; {@code name} is for messages. */
    static BtfData parse(byte[] bytes, String name, @Nullable BtfData base) {
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length < 24 || (all.getShort(0) & 0xFFFF) != MAGIC || all.get(2) != 1) {
                throw new BtfException("not little-endian BTF of version 1: " + name);
            }
            int header = all.getInt(4);
            BtfData data = new BtfData(
                    base,
                    part(all, header + all.getInt(8), all.getInt(12)),
                    part(all, header + all.getInt(16), all.getInt(20)));
            data.index();
            return data;
        } catch (IndexOutOfBoundsException e) {
            throw new BtfException("cut short or damaged BTF: " + name, e);
        }
    }

    private static ByteBuffer part(ByteBuffer all, int offset, int length) {
        return all.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void index() {
        for (int at = 0; at < types.limit(); ) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = at;
            at += TYPE_BYTES + extra(types.getInt(at + 4));
        }
    }

    private static int extra(int info) {
        int length = info & 0xFFFF;
        int kind = info >>> 24 & 0x1F;
        return switch (kind) {
            case INT, VAR, DECL_TAG -> 4;
            case ARRAY -> 12;
            case STRUCT, UNION, DATASEC, ENUM64 -> 12 * length;
            case ENUM, FUNC_PROTO -> 8 * length;
            case PTR, FWD, TYPEDEF, VOLATILE, CONST, RESTRICT, FUNC, FLOAT, TYPE_TAG -> 0;
            default -> throw new BtfException("BTF kind " + kind + " is newer than this reader");
        };
    }

    /** One more than the largest number. */
    int endId() {
        return firstId + count;
    }

    /** The first number that this section itself defines. */
    int firstId() {
        return firstId;
    }

    private BtfData home(int id) {
        if (id >= firstId && id < endId()) {
            return this;
        }
        if (base == null || id <= 0 || id >= firstId) {
            throw new BtfException("damaged BTF: no type " + id);
        }
        return base.home(id);
    }

    /** A 32-bit word of a type: 0 is the name, 1 the info, 2 the size or type, from 3 what the kind adds. */
    int word(int id, int index) {
        BtfData home = home(id);
        return home.types.getInt(home.places[id - home.firstId] + 4 * index);
    }

    int kind(int id) {
        return word(id, 1) >>> 24 & 0x1F;
    }

    int length(int id) {
        return word(id, 1) & 0xFFFF;
    }

    boolean kindFlag(int id) {
        return word(id, 1) < 0;
    }

    int sizeOrType(int id) {
        return word(id, 2);
    }

    String name(int id) {
        return string(word(id, 0));
    }

    String string(int offset) {
        if (offset < firstString) {
            if (base == null || offset < 0) {
                throw new BtfException("damaged BTF: no string " + offset);
            }
            return base.string(offset);
        }
        int start = offset - firstString;
        int end = start;
        while (strings.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        strings.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether a type has exactly this name, without making a string. */
    boolean isNamed(int id, byte[] name) {
        return sameString(word(id, 0), name);
    }

    private boolean sameString(int offset, byte[] name) {
        if (offset < firstString) {
            return base != null && base.sameString(offset, name);
        }
        int start = offset - firstString;
        if (start + name.length >= strings.limit() || strings.get(start + name.length) != 0) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (strings.get(start + i) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
