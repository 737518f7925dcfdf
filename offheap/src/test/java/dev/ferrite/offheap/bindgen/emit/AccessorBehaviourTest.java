package dev.ferrite.offheap.bindgen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.bindgen.torture.TortureArrays;
import dev.ferrite.offheap.bindgen.torture.TortureFlexible;
import dev.ferrite.offheap.bindgen.torture.TortureInner;
import dev.ferrite.offheap.bindgen.torture.TorturePacked;
import dev.ferrite.offheap.bindgen.torture.TortureScalars;
import dev.ferrite.offheap.uapi.EpollData;
import dev.ferrite.offheap.uapi.EpollEvent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What generated accessors do beyond moving a value: modes, checks, text, tails. */
class AccessorBehaviourTest {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment scalars = arena.allocate(TortureScalars.LAYOUT);
    private final MemorySegment arrays = arena.allocate(TortureArrays.LAYOUT);

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void everyModeOfAnIntOnASegment() {
        TortureScalars.s32Release(scalars, 1);
        assertThat(TortureScalars.s32Acquire(scalars)).isEqualTo(1);
        TortureScalars.s32Opaque(scalars, 2);
        assertThat(TortureScalars.s32Opaque(scalars)).isEqualTo(2);
        TortureScalars.s32Volatile(scalars, 3);
        assertThat(TortureScalars.s32Volatile(scalars)).isEqualTo(3);
        assertThat(TortureScalars.s32CompareAndSet(scalars, 9, 4)).isFalse();
        assertThat(TortureScalars.s32CompareAndSet(scalars, 3, 4)).isTrue();
        assertThat(TortureScalars.s32CompareAndSetAcquire(scalars, 3, 5)).isFalse();
        assertThat(TortureScalars.s32CompareAndSetAcquire(scalars, 4, 5)).isTrue();
        assertThat(TortureScalars.s32CompareAndSetRelease(scalars, 4, 6)).isFalse();
        assertThat(TortureScalars.s32CompareAndSetRelease(scalars, 5, 6)).isTrue();
        assertThat(TortureScalars.s32CompareAndExchange(scalars, 0, 7)).isEqualTo(6);
        assertThat(TortureScalars.s32CompareAndExchange(scalars, 6, 7)).isEqualTo(6);
        assertThat(TortureScalars.s32GetAndAdd(scalars, 10)).isEqualTo(7);
        assertThat(TortureScalars.s32GetAndAddAcquire(scalars, 10)).isEqualTo(17);
        assertThat(TortureScalars.s32GetAndAddRelease(scalars, -27)).isEqualTo(27);
        assertThat(TortureScalars.s32GetAndSet(scalars, 8)).isZero();
        assertThat(TortureScalars.s32GetAndSetAcquire(scalars, 9)).isEqualTo(8);
        assertThat(TortureScalars.s32GetAndSetRelease(scalars, 0b1100)).isEqualTo(9);
        assertThat(TortureScalars.s32GetAndBitwiseOr(scalars, 0b0011)).isEqualTo(0b1100);
        assertThat(TortureScalars.s32GetAndBitwiseAnd(scalars, 0b0110)).isEqualTo(0b1111);
        assertThat(TortureScalars.s32(scalars)).isEqualTo(0b0110);
    }

    @Test
    void everyModeOfALongByAddress() {
        long at = scalars.address();
        TortureScalars.u64Plain(at, 1);
        assertThat(TortureScalars.u64Plain(at)).isEqualTo(1);
        TortureScalars.u64Release(at, 2);
        assertThat(TortureScalars.u64Acquire(at)).isEqualTo(2);
        TortureScalars.u64Opaque(at, 3);
        assertThat(TortureScalars.u64Opaque(at)).isEqualTo(3);
        TortureScalars.u64Volatile(at, 4);
        assertThat(TortureScalars.u64Volatile(at)).isEqualTo(4);
        assertThat(TortureScalars.u64CompareAndSet(at, 0, 5)).isFalse();
        assertThat(TortureScalars.u64CompareAndSet(at, 4, 5)).isTrue();
        assertThat(TortureScalars.u64CompareAndSetAcquire(at, 5, 6)).isTrue();
        assertThat(TortureScalars.u64CompareAndSetRelease(at, 6, 7)).isTrue();
        assertThat(TortureScalars.u64CompareAndExchange(at, 0, 8)).isEqualTo(7);
        assertThat(TortureScalars.u64GetAndAdd(at, 1L << 40)).isEqualTo(7);
        assertThat(TortureScalars.u64GetAndAddAcquire(at, -(1L << 40))).isEqualTo(7 + (1L << 40));
        assertThat(TortureScalars.u64GetAndAddRelease(at, 1)).isEqualTo(7);
        assertThat(TortureScalars.u64GetAndSet(at, -1)).isEqualTo(8);
        assertThat(TortureScalars.u64GetAndSetAcquire(at, -2)).isEqualTo(-1);
        assertThat(TortureScalars.u64GetAndSetRelease(at, 0b1100)).isEqualTo(-2);
        assertThat(TortureScalars.u64GetAndBitwiseOr(at, 0b0011)).isEqualTo(0b1100);
        assertThat(TortureScalars.u64GetAndBitwiseAnd(at, 0b0110)).isEqualTo(0b1111);
        assertThat(TortureScalars.u64(scalars)).isEqualTo(0b0110);
    }

    @Test
    void noIncrementOfTwoThreadsIsLost() throws InterruptedException {
        int rounds = 20_000;
        CountDownLatch both = new CountDownLatch(2);
        Runnable work = () -> {
            both.countDown();
            while (both.getCount() != 0) {
                Thread.onSpinWait(); // so that they work beside each other
            }
            for (int i = 0; i < rounds; i++) {
                TortureScalars.countedGetAndAdd(scalars, 1);
                TortureScalars.s32GetAndAdd(scalars.address(), 1);
            }
        };
        Thread other = Thread.ofPlatform().start(work);
        work.run();
        other.join();
        assertThat(TortureScalars.counted(scalars)).isEqualTo(2L * rounds);
        assertThat(TortureScalars.s32(scalars)).isEqualTo(2 * rounds);
    }

    @Test
    void unsignedBytesAndShortsAreNeverNegative() {
        TortureScalars.u8(scalars, 0x1FF);
        TortureScalars.u16(scalars, -1);
        assertThat(TortureScalars.u8(scalars)).isEqualTo(255);
        assertThat(TortureScalars.u16(scalars)).isEqualTo(65535);
    }

    @Test
    void tooSmallASegmentIsAnExceptionWithBothSizes() {
        MemorySegment small = arena.allocate(TortureScalars.SIZEOF - 1, 16);
        assertThatThrownBy(() -> TortureScalars.TYPE.check(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs=" + TortureScalars.SIZEOF)
                .hasMessageContaining("has=" + (TortureScalars.SIZEOF - 1));
        MemorySegment four = arena.allocate(4);
        assertThatThrownBy(() -> TortureScalars.s64(four)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void misalignedAddressIsAnException() {
        MemorySegment odd = arena.allocate(TortureScalars.SIZEOF + 1, 16).asSlice(1);
        assertThatThrownBy(() -> TortureScalars.TYPE.check(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("misaligned");
        assertThatThrownBy(() -> TortureScalars.s64(odd)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TortureScalars.s64Acquire(odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closedMemoryIsAnException() {
        MemorySegment gone;
        try (Arena brief = Arena.ofConfined()) {
            gone = brief.allocate(TortureScalars.LAYOUT);
        }
        assertThatThrownBy(() -> TortureScalars.s32(gone)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TortureScalars.s32GetAndAdd(gone, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void indexOutsideAnArrayIsAnExceptionEvenInsideTheStruct() {
        assertThatThrownBy(() -> TortureArrays.u8(arrays, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TortureArrays.u32(arrays, -1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TortureArrays.matrix(arrays, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TortureArrays.inners(arrays, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void textIsWrittenWithNulAndReadUpToIt() {
        TortureArrays.nameString(arrays, "fifteen chars..");
        assertThat(TortureArrays.nameString(arrays)).isEqualTo("fifteen chars..");
        TortureArrays.nameString(arrays, "ü");
        assertThat(TortureArrays.nameString(arrays)).isEqualTo("ü");
        assertThat(TortureArrays.name(arrays, 2)).isZero();
        TortureArrays.name(arrays).fill((byte) 'x');
        assertThat(TortureArrays.nameString(arrays)).isEqualTo("x".repeat(16));
        assertThatThrownBy(() -> TortureArrays.nameString(arrays, "sixteen chars..."))
                .hasMessageContaining("array=16");
        assertThatThrownBy(() -> TortureArrays.nameString(arrays, "a\0b")).hasMessageContaining("NUL: at=1");
        assertThat(TortureArrays.nameString(arrays)).isEqualTo("x".repeat(16));
    }

    @Test
    void flexibleTailIsAsLongAsItsSegment() {
        MemorySegment three = arena.allocate(TortureFlexible.sizeWithTail(3), TortureFlexible.ALIGNOF);
        TortureInner.b(TortureFlexible.tail(three, 2), 77);
        assertThat(TortureInner.b(TortureFlexible.tail(three, 2))).isEqualTo(77);
        assertThatThrownBy(() -> TortureFlexible.tail(three, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(TortureFlexible.tail(three).byteSize()).isEqualTo(3 * TortureInner.SIZEOF);
        assertThat(TortureFlexible.sizeWithTail(0)).isEqualTo(TortureFlexible.SIZEOF);
        assertThatThrownBy(() -> TortureFlexible.sizeWithTail(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TortureFlexible.sizeWithTail(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void packedMembersWorkAtEveryAddress() {
        for (int shift = 0; shift < 8; shift++) {
            MemorySegment at = arena.allocate(64, 8).asSlice(shift, TorturePacked.SIZEOF);
            TorturePacked.l(at, 0x0102030405060708L);
            TorturePacked.crossing(at, -1);
            assertThat(TorturePacked.l(at)).isEqualTo(0x0102030405060708L);
            assertThat(TorturePacked.crossing(at)).isEqualTo(-1L >>> 1);
            assertThat(TorturePacked.bits(at)).isZero();
            assertThat(TorturePacked.signedCrossing(at)).isZero();
        }
    }

    @Test
    void everyElementOfAnArrayOfEpollEventsIsReachable() {
        MemorySegment events = arena.allocate(EpollEvent.LAYOUT, 4);
        for (int i = 0; i < 4; i++) {
            MemorySegment event = events.asSlice(i * EpollEvent.SIZEOF, EpollEvent.SIZEOF);
            EpollEvent.events(event, i);
            EpollData.u64(EpollEvent.data(event), -i);
        }
        for (int i = 0; i < 4; i++) {
            MemorySegment event = events.asSlice(i * EpollEvent.SIZEOF, EpollEvent.SIZEOF);
            assertThat(EpollEvent.events(event)).isEqualTo(i);
            assertThat(EpollData.u64(EpollEvent.data(event))).isEqualTo(-i);
        }
    }
}
