package dev.ferrite.offheap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTest {
    private static final int MIB = 1 << 20;

    private static MemorySegment numbered(Arena arena, long bytes) {
        MemorySegment made = arena.allocate(bytes, 8);
        for (long at = 0; at < bytes; at++) {
            made.set(ValueLayout.JAVA_BYTE, at, (byte) (at * 31 + (at >> 12)));
        }
        return made;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4097, 2 * MIB - 1, 2 * MIB, 3 * MIB + 5, 16 * MIB - 3, 16 * MIB})
    void copiesEveryByteAndNothingElse(int bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = numbered(arena, bytes + 16L);
            MemorySegment to = arena.allocate(bytes + 16L, 8);
            Copy.bytes(from, 3, to, 5, bytes);
            assertThat(to.asSlice(5, bytes).mismatch(from.asSlice(3, bytes))).isEqualTo(-1);
            assertThat(to.asSlice(0, 5).mismatch(arena.allocate(5))).isEqualTo(-1);
            assertThat(to.asSlice(5L + bytes).mismatch(arena.allocate(11))).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-MIB - 7, -1, 0, 1, MIB + 7})
    void overlapIsCopiedAsIfItWereNone(long distance) {
        long bytes = 3L * MIB;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = numbered(arena, bytes + 2 * Math.abs(distance));
            MemorySegment before = arena.allocate(bytes, 8).copyFrom(all.asSlice(Math.abs(distance), bytes));
            Copy.bytes(all, Math.abs(distance), all, Math.abs(distance) + distance, bytes);
            assertThat(all.asSlice(Math.abs(distance) + distance, bytes).mismatch(before))
                    .isEqualTo(-1);
        }
    }

    @Test
    void outOfBoundsCopiesNothing() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = numbered(arena, 3L * MIB);
            MemorySegment to = arena.allocate(3L * MIB, 8);
            assertThatThrownBy(() -> Copy.bytes(from, 1, to, 0, 3L * MIB))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Copy.bytes(from, 0, to, 1, 3L * MIB))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Copy.bytes(from, 0, to, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> Copy.bytes(from, 0, to.asReadOnly(), 0, 3L * MIB))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(to.mismatch(arena.allocate(3L * MIB))).isEqualTo(-1);
        }
    }

    @Test
    void asciiIsCopiedAndOtherTextIsFound() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(64, 8);
            for (int length = 0; length < 18; length++) {
                String ascii = "abcdefghijklmnopqrstuvwxyz".substring(0, length);
                to.fill((byte) 0x55);
                assertThat(Copy.ascii(ascii, to.address())).isTrue();
                assertThat(to.getString(0)).isEqualTo(ascii);
                assertThat(Copy.ascii(ascii + "\u00e9", to.address())).isFalse();
                assertThat(Copy.ascii(ascii + "\u6f22", to.address())).isFalse();
                assertThat(Copy.ascii("\u00e9" + ascii, to.address())).isFalse();
            }
        }
    }

    @Test
    void asciiTouchesNothingBeyondItsRoom() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(128, 8);
            for (int length = 0; length < 18; length++) {
                to.fill((byte) 0x55);
                Copy.ascii("a".repeat(length), to.address() + 16);
                assertThat(to.asSlice(0, 16).toArray(ValueLayout.JAVA_BYTE)).containsOnly(0x55);
                long end = 25L + length;
                assertThat(to.asSlice(end).toArray(ValueLayout.JAVA_BYTE)).containsOnly(0x55);
            }
        }
    }

    @Test
    void wordsAreCopiedAndNoMore() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate(256, 8);
            MemorySegment to = arena.allocate(256, 8);
            for (int i = 0; i < 256; i++) {
                from.set(ValueLayout.JAVA_BYTE, i, (byte) i);
            }
            for (int bytes = 0; bytes <= 240; bytes += 8) {
                to.fill((byte) 0x55);
                Copy.words(from.address() + 8, to.address() + 8, bytes);
                assertThat(to.asSlice(8, bytes).mismatch(from.asSlice(8, bytes)))
                        .isEqualTo(-1);
                assertThat(to.asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE)).containsOnly(0x55);
                assertThat(to.asSlice(8L + bytes).toArray(ValueLayout.JAVA_BYTE))
                        .containsOnly(0x55);
            }
        }
    }
}
