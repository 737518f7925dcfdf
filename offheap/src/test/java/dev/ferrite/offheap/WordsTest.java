package dev.ferrite.offheap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs twice: on real memory, and on the heap twin ({@code -Dferrite.words=heap}). */
class WordsTest {
    private static final long WIDE = 0x1234_5678_9ABC_DEF0L;

    private final Arena arena = Arena.ofConfined();
    private final long word = HeapWords.enabled()
            ? HeapWords.allocate(64)
            : arena.allocate(64, 64).address();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void runsOnTheMemoryThisJvmWasStartedFor() {
        assertThat(HeapWords.enabled()).isEqualTo("heap".equals(System.getProperty("ferrite.words")));
    }

    @Test
    void intIsReadAsItWasWrittenInEveryMode() {
        Words.setIntPlain(word, 1);
        assertThat(Words.getIntPlain(word)).isEqualTo(1);
        Words.setIntOpaque(word, -2);
        assertThat(Words.getIntOpaque(word)).isEqualTo(-2);
        Words.setIntRelease(word, 3);
        assertThat(Words.getIntAcquire(word)).isEqualTo(3);
        Words.setIntVolatile(word, Integer.MIN_VALUE);
        assertThat(Words.getIntVolatile(word)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void longIsReadAsItWasWrittenInEveryMode() {
        Words.setLongPlain(word, WIDE);
        assertThat(Words.getLongPlain(word)).isEqualTo(WIDE);
        Words.setLongOpaque(word, -2);
        assertThat(Words.getLongOpaque(word)).isEqualTo(-2);
        Words.setLongRelease(word, WIDE + 3);
        assertThat(Words.getLongAcquire(word)).isEqualTo(WIDE + 3);
        Words.setLongVolatile(word, Long.MIN_VALUE);
        assertThat(Words.getLongVolatile(word)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void intReadModifyWriteReturnsWhatWasThere() {
        assertThat(Words.compareAndSetInt(word, 0, 1)).isTrue();
        assertThat(Words.compareAndSetInt(word, 0, 2)).isFalse();
        assertThat(Words.compareAndSetIntAcquire(word, 1, 2)).isTrue();
        assertThat(Words.compareAndSetIntAcquire(word, 1, 3)).isFalse();
        assertThat(Words.compareAndSetIntRelease(word, 2, 3)).isTrue();
        assertThat(Words.compareAndSetIntRelease(word, 2, 4)).isFalse();
        assertThat(Words.compareAndExchangeInt(word, 3, 4)).isEqualTo(3);
        assertThat(Words.compareAndExchangeInt(word, 3, 5)).isEqualTo(4);
        assertThat(Words.getAndAddInt(word, 6)).isEqualTo(4);
        assertThat(Words.getAndAddIntAcquire(word, -1)).isEqualTo(10);
        assertThat(Words.getAndAddIntRelease(word, Integer.MAX_VALUE)).isEqualTo(9);
        assertThat(Words.getAndSetInt(word, 0b1100)).isEqualTo(Integer.MIN_VALUE + 8);
        assertThat(Words.getAndBitwiseOrInt(word, 0b0011)).isEqualTo(0b1100);
        assertThat(Words.getAndBitwiseOrIntAcquire(word, 0b10000)).isEqualTo(0b1111);
        assertThat(Words.getAndBitwiseOrIntRelease(word, 0)).isEqualTo(0b11111);
        assertThat(Words.getAndBitwiseAndInt(word, 0b01111)).isEqualTo(0b11111);
        assertThat(Words.getAndBitwiseAndIntAcquire(word, 0b00111)).isEqualTo(0b01111);
        assertThat(Words.getAndBitwiseAndIntRelease(word, 0b00011)).isEqualTo(0b00111);
        assertThat(Words.getAndSetIntAcquire(word, 8)).isEqualTo(0b00011);
        assertThat(Words.getAndSetIntRelease(word, 9)).isEqualTo(8);
        assertThat(Words.getIntPlain(word)).isEqualTo(9);
    }

    @Test
    void longReadModifyWriteReturnsWhatWasThere() {
        assertThat(Words.compareAndSetLong(word, 0, WIDE)).isTrue();
        assertThat(Words.compareAndSetLong(word, 0, 2)).isFalse();
        assertThat(Words.compareAndSetLongAcquire(word, WIDE, 2)).isTrue();
        assertThat(Words.compareAndSetLongAcquire(word, WIDE, 3)).isFalse();
        assertThat(Words.compareAndSetLongRelease(word, 2, 3)).isTrue();
        assertThat(Words.compareAndSetLongRelease(word, 2, 4)).isFalse();
        assertThat(Words.compareAndExchangeLong(word, 3, 4)).isEqualTo(3);
        assertThat(Words.compareAndExchangeLong(word, 3, 5)).isEqualTo(4);
        assertThat(Words.getAndAddLong(word, WIDE)).isEqualTo(4);
        assertThat(Words.getAndAddLongAcquire(word, -WIDE)).isEqualTo(WIDE + 4);
        assertThat(Words.getAndAddLongRelease(word, Long.MAX_VALUE)).isEqualTo(4);
        assertThat(Words.getAndSetLong(word, 0b1100)).isEqualTo(Long.MIN_VALUE + 3);
        assertThat(Words.getAndBitwiseOrLong(word, 1L << 40)).isEqualTo(0b1100);
        assertThat(Words.getAndBitwiseOrLongAcquire(word, 1)).isEqualTo(1L << 40 | 0b1100);
        assertThat(Words.getAndBitwiseOrLongRelease(word, 0)).isEqualTo(1L << 40 | 0b1101);
        assertThat(Words.getAndBitwiseAndLong(word, -1)).isEqualTo(1L << 40 | 0b1101);
        assertThat(Words.getAndBitwiseAndLongAcquire(word, 0xFF)).isEqualTo(1L << 40 | 0b1101);
        assertThat(Words.getAndBitwiseAndLongRelease(word, 1)).isEqualTo(0b1101);
        assertThat(Words.getAndSetLongAcquire(word, 8)).isEqualTo(1);
        assertThat(Words.getAndSetLongRelease(word, 9)).isEqualTo(8);
        assertThat(Words.getLongPlain(word)).isEqualTo(9);
    }

    @Test
    void neighboursAreLeftAlone() {
        Words.setIntPlain(word, -1);
        Words.setIntPlain(word + 4, 7);
        Words.setIntPlain(word + 8, -1);
        Words.getAndAddInt(word + 4, 1);
        Words.compareAndSetInt(word + 4, 8, 9);
        assertThat(Words.getIntPlain(word)).isEqualTo(-1);
        assertThat(Words.getIntPlain(word + 4)).isEqualTo(9);
        assertThat(Words.getIntPlain(word + 8)).isEqualTo(-1);
    }

    @Test
    void smallWordsAndRangesReachTheSameMemory() {
        assumeFalse(HeapWords.enabled(), "the heap twin has no bytes");
        MemorySegment segment = Words.view(word, 64);
        Words.setBytePlain(word, (byte) 0x7F);
        Words.setByteRelease(word + 1, (byte) -1);
        Words.setShortPlain(word + 2, (short) 0x1234);
        Words.setShortRelease(word + 4, (short) -2);
        assertThat(segment.get(ValueLayout.JAVA_INT, 0)).isEqualTo(0x1234_FF7F);
        assertThat(Words.getBytePlain(word)).isEqualTo((byte) 0x7F);
        assertThat(Words.getByteAcquire(word + 1)).isEqualTo((byte) -1);
        assertThat(Words.getShortPlain(word + 2)).isEqualTo((short) 0x1234);
        assertThat(Words.getShortAcquire(word + 4)).isEqualTo((short) -2);

        Words.fill(word + 8, 8, (byte) 0xAB);
        Words.copy(word + 8, word + 16, 8);
        assertThat(Words.getLongPlain(word + 16)).isEqualTo(0xABAB_ABAB_ABAB_ABABL);
        MemorySegment other = arena.allocate(16);
        Words.copyOut(word + 8, other, 4, 8);
        assertThat(other.get(ValueLayout.JAVA_INT, 0)).isZero();
        assertThat(other.get(ValueLayout.JAVA_INT, 4)).isEqualTo(0xABAB_ABAB);
        Words.copyIn(other, 0, word + 24, 16);
        assertThat(Words.getIntPlain(word + 28)).isEqualTo(0xABAB_ABAB);
    }

    @Test
    void misalignedOrNegativeAddressIsAnException() {
        assumeFalse(HeapWords.enabled(), "the heap twin rounds addresses");
        assertThatThrownBy(() -> Words.getIntPlain(word + 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Words.setLongRelease(word + 4, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Words.compareAndSetInt(word + 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Words.getLongPlain(-8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void viewIsBoundsChecked() {
        assumeFalse(HeapWords.enabled(), "the heap twin has no bytes");
        MemorySegment view = Words.view(word, 8);
        assertThatThrownBy(() -> view.get(ValueLayout.JAVA_LONG, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
