package dev.ferrite.offheap.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small BTF sections for tests, word by word. */
final class BtfBuilder {
    private final List<Integer> words = new ArrayList<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final int stringBase;

    /** A section that stands alone. */
    BtfBuilder() {
        this(0);
        strings.write(0);
    }

    /** A split section, behind so many bytes of strings in its base. */
    BtfBuilder(int stringBase) {
        this.stringBase = stringBase;
    }

    /** The length of the strings so far. */
    int stringBytes() {
        return strings.size();
    }

    private int name(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = stringBase + strings.size();
        strings.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
        return at;
    }

    BtfBuilder type(String name, int kind, boolean flag, int length, int sizeOrType) {
        words.add(name(name));
        words.add(kind << 24 | (flag ? 1 << 31 : 0) | length);
        words.add(sizeOrType);
        return this;
    }

    BtfBuilder integer(String name, int bytes, int encoding) {
        type(name, BtfData.INT, false, 0, bytes);
        words.add(encoding << 24 | bytes * 8);
        return this;
    }

    BtfBuilder words(int... more) {
        for (int word : more) {
            words.add(word);
        }
        return this;
    }

    BtfBuilder member(String name, int type, int bits) {
        words.add(name(name));
        return words(type, bits);
    }

    BtfBuilder pair(String name, int value) {
        words.add(name(name));
        return words(value);
    }

    byte[] bytes() {
        ByteBuffer out =
                ByteBuffer.allocate(24 + 4 * words.size() + strings.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0xEB9F).put((byte) 1).put((byte) 0).putInt(24);
        out.putInt(0).putInt(4 * words.size()).putInt(4 * words.size()).putInt(strings.size());
        words.forEach(out::putInt);
        out.put(strings.toByteArray());
        return out.array();
    }
}
