package dev.ferrite.runtime.bitmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitmapTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65, 128, 1_000, 100_000})
    void randomOperationsAgreeWithABitSet(int size) {
        Random random = new Random(size);
        BitSet model = new BitSet(size);
        try (Bitmap bitmap = Bitmap.create(size)) {
            for (int i = 0; i < 20_000; i++) {
                int bit = random.nextInt(size);
                int count = random.nextInt(Math.min(size - bit, 200) + 1);
                switch (random.nextInt(10)) {
                    case 0 -> {
                        bitmap.set(bit);
                        model.set(bit);
                    }
                    case 1 -> {
                        bitmap.clear(bit);
                        model.clear(bit);
                    }
                    case 2 -> {
                        assertThat(bitmap.testAndSet(bit)).isEqualTo(model.get(bit));
                        model.set(bit);
                    }
                    case 3 -> {
                        assertThat(bitmap.testAndClear(bit)).isEqualTo(model.get(bit));
                        model.clear(bit);
                    }
                    case 4 -> {
                        bitmap.set(bit, count);
                        model.set(bit, bit + count);
                    }
                    case 5 -> {
                        bitmap.clear(bit, count);
                        model.clear(bit, bit + count);
                    }
                    case 6 -> assertThat(bitmap.test(bit)).isEqualTo(model.get(bit));
                    case 7 -> {
                        int next = model.nextSetBit(bit);
                        assertThat(bitmap.findNext(bit)).isEqualTo(next < 0 ? size : next);
                    }
                    case 8 -> assertThat(bitmap.findNextZero(bit)).isEqualTo(Math.min(size, model.nextClearBit(bit)));
                    default -> {
                        int first = model.nextSetBit(0);
                        assertThat(bitmap.findFirst()).isEqualTo(first < 0 ? size : first);
                        assertThat(bitmap.findFirstZero()).isEqualTo(Math.min(size, model.nextClearBit(0)));
                    }
                }
            }
            assertThat(bitmap.weight()).isEqualTo(model.cardinality());
            assertThat(bitmap.findNext(size)).isEqualTo(size);
            bitmap.set(0, size);
            assertThat(bitmap.findFirstZero()).isEqualTo(size);
            assertThat(bitmap.weight()).isEqualTo(size);
        }
    }

    @Test
    void ofManyThatSetABitOneWins() throws InterruptedException {
        int size = 4_096;
        AtomicInteger wins = new AtomicInteger();
        try (Bitmap bitmap = Bitmap.create(size)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int bit = 0; bit < size; bit++) {
                        if (!bitmap.testAndSet(bit)) {
                            wins.getAndIncrement();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wins.get()).isEqualTo(size);
            assertThat(bitmap.weight()).isEqualTo(size);
        }
    }

    @Test
    void rangesAndSingleBitsOfOneWordDoNotDisturbEachOther() throws InterruptedException {
        try (Bitmap bitmap = Bitmap.create(192)) {
            Thread ranges = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 20_000; i++) {
                    bitmap.set(60, 70);
                    bitmap.clear(60, 70);
                }
            });
            for (int i = 0; i < 20_000; i++) {
                assertThat(bitmap.testAndSet(59)).isFalse();
                assertThat(bitmap.testAndSet(130)).isFalse();
                assertThat(bitmap.testAndClear(59)).isTrue();
                assertThat(bitmap.testAndClear(130)).isTrue();
            }
            ranges.join();
            assertThat(bitmap.weight()).isZero();
        }
    }

    @Test
    void misuseIsAnException() {
        assertThatThrownBy(() -> Bitmap.create(0)).hasMessageContaining("0 bits");
        Bitmap bitmap = Bitmap.create(10);
        assertThatThrownBy(() -> bitmap.set(10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bitmap.test(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bitmap.set(5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bitmap.set(5, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bitmap.findNext(11)).isInstanceOf(IndexOutOfBoundsException.class);
        bitmap.set(10, 0);
        bitmap.close();
        bitmap.close();
        assertThat(bitmap).hasToString("closed Bitmap of 10");
        assertThatThrownBy(() -> bitmap.set(0)).isInstanceOf(KernelBug.class).hasMessageContaining("10 bits");
        assertThatThrownBy(bitmap::weight).isInstanceOf(KernelBug.class);
    }
}
