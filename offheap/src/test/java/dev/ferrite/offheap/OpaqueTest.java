package dev.ferrite.offheap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class OpaqueTest {
    /** {@code struct pair { u32 a; u64 b; }}. */
    private static final class Pair {
        static final StructType<Pair> TYPE = new StructType<>(
                Pair.class,
                "pair",
                MemoryLayout.structLayout(
                        ValueLayout.JAVA_INT.withName("a"),
                        MemoryLayout.paddingLayout(4),
                        ValueLayout.JAVA_LONG.withName("b")));
    }

    @Test
    void knowsSizeAndAlignment() {
        assertThat(Pair.TYPE.sizeof()).isEqualTo(16);
        assertThat(Pair.TYPE.alignof()).isEqualTo(8);
        assertThat(Pair.TYPE.binding()).isEqualTo(Pair.class);
    }

    @Test
    void zeroedIsZeroAndStaysWhereItIs() {
        try (Arena arena = Arena.ofConfined()) {
            Opaque<Pair> pair = Opaque.zeroed(Pair.TYPE, arena);
            assertThat(pair.segment().get(ValueLayout.JAVA_LONG, 8)).isZero();
            assertThat(pair.get()).isEqualTo(pair.segment().address());
            assertThat(pair.get() % 8).isZero();
            Words.setLongPlain(pair.get() + 8, 42);
            assertThat(pair.segment().get(ValueLayout.JAVA_LONG, 8)).isEqualTo(42);
        }
    }

    @Test
    void initialiserRunsOnTheRawSlot() {
        try (Arena arena = Arena.ofConfined()) {
            Opaque<Pair> pair = Opaque.ffiInit(Pair.TYPE, arena, slot -> slot.set(ValueLayout.JAVA_INT, 0, 7));
            assertThat(pair.segment().get(ValueLayout.JAVA_INT, 0)).isEqualTo(7);
        }
    }

    @Test
    void failedInitialiserGivesItsErrno() {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Opaque.tryFfiInit(Pair.TYPE, arena, slot -> 0, code -> new IllegalStateException("no"))
                            .type())
                    .isSameAs(Pair.TYPE);
            assertThatThrownBy(() -> Opaque.tryFfiInit(
                            Pair.TYPE, arena, slot -> -12, code -> new IllegalStateException("errno " + code)))
                    .hasMessage("errno -12");
        }
    }

    @Test
    void memoryThatDoesNotFitIsRefusedWithTheValues() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(32, 8);
            assertThat(Opaque.at(Pair.TYPE, memory).segment().byteSize()).isEqualTo(16);
            assertThatThrownBy(() -> Opaque.at(Pair.TYPE, memory.asSlice(0, 15)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("segment too small for struct pair: needs=16 has=15");
            assertThatThrownBy(() -> Opaque.at(Pair.TYPE, memory.asSlice(4, 16)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("misaligned address for struct pair: alignof=8");
        }
    }

    @Test
    void useAfterTheArenaClosedIsAnException() {
        Opaque<Pair> pair;
        try (Arena arena = Arena.ofConfined()) {
            pair = Opaque.zeroed(Pair.TYPE, arena);
        }
        assertThatThrownBy(() -> pair.segment().get(ValueLayout.JAVA_INT, 0)).isInstanceOf(IllegalStateException.class);
    }
}
