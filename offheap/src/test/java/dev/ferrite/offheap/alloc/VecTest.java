package dev.ferrite.offheap.alloc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VecTest {
    private static final StructType<RawBytes> LONG = RawBytes.type(8, 8);
    private static final int QUIET = Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN;

    private final List<Long> dropped = new ArrayList<>();
    private final Drop logged = value -> dropped.add(value.get(JAVA_LONG, 0));

    private static MemorySegment value(long number) {
        return MemorySegment.ofArray(new long[] {number});
    }

    private static List<Long> content(Vec<?> vec) {
        List<Long> content = new ArrayList<>();
        for (long i = 0; i < vec.len(); i++) {
            content.add(vec.get(i).get(JAVA_LONG, 0));
        }
        return content;
    }

    private KVec<RawBytes> oneTo(int count) {
        KVec<RawBytes> vec = KVec.create(Kmalloc.system(), LONG, logged);
        for (int i = 1; i <= count; i++) {
            vec.push(value(i), QUIET);
        }
        return vec;
    }

    @Test
    void capacityDoublesUnderPushes() {
        List<Long> capacities = new ArrayList<>();
        try (KVec<RawBytes> vec = KVec.create(LONG)) {
            assertThat(vec.capacity()).isZero();
            for (int i = 0; i < 100; i++) {
                vec.push(value(i), QUIET);
                if (capacities.isEmpty() || capacities.getLast() != vec.capacity()) {
                    capacities.add(vec.capacity());
                }
            }
            assertThat(capacities).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L);
            assertThat(vec.asSegment().byteSize()).isEqualTo(800);
            assertThat(vec.get(99).get(JAVA_LONG, 0)).isEqualTo(99);
        }
    }

    @Test
    void reserveTakesTheLargerOfDoubleAndNeed() {
        try (KVec<RawBytes> vec = oneTo(4)) {
            vec.reserve(0, QUIET);
            assertThat(vec.capacity()).isEqualTo(4);
            vec.reserve(1, QUIET);
            assertThat(vec.capacity()).isEqualTo(8);
            vec.reserve(4, QUIET);
            assertThat(vec.capacity()).as("there is room").isEqualTo(8);
            vec.reserve(100, QUIET);
            assertThat(vec.capacity()).isEqualTo(104);
            assertThat(content(vec)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void overflowIsEnomemAndNothingChanges() {
        try (KVec<RawBytes> vec = oneTo(3)) {
            long address = vec.address(0);
            for (long additional :
                    new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 2, Long.MAX_VALUE / 8, 1L << 60, 1 << 20}) {
                assertThatThrownBy(() -> vec.reserve(additional, QUIET))
                        .isInstanceOfSatisfying(
                                ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
                assertThat(vec.tryReserve(additional, QUIET)).isEqualTo(Errno.ENOMEM.negated());
            }
            assertThatThrownBy(() -> vec.reserve(-1, QUIET)).isInstanceOf(IllegalArgumentException.class);
            assertThat(vec.address(0)).isEqualTo(address);
            assertThat(vec.capacity()).isEqualTo(4);
            assertThat(content(vec)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void valuesWithoutSizeHaveNoLimitButTheCount() {
        try (KVec<RawBytes> vec = KVec.create(RawBytes.type(0, 1))) {
            MemorySegment nothing = MemorySegment.ofArray(new byte[0]);
            for (int i = 0; i < 1000; i++) {
                vec.push(nothing, QUIET);
            }
            assertThat(vec.len()).isEqualTo(1000);
            assertThat(vec.capacity()).isEqualTo(Long.MAX_VALUE);
            assertThatThrownBy(() -> vec.reserve(Long.MAX_VALUE - 999, QUIET)).isInstanceOf(ErrnoException.class);
            vec.reserve(Long.MAX_VALUE - 1000, QUIET);
        }
    }

    @Test
    void fullVectorGivesTheValueBack() {
        try (KVec<RawBytes> vec = KVec.withCapacity(LONG, 2, QUIET)) {
            assertThat(vec.pushWithinCapacity(value(1))).isTrue();
            assertThat(vec.pushWithinCapacity(value(2))).isTrue();
            assertThat(vec.pushWithinCapacity(value(3))).isFalse();
            assertThat(content(vec)).containsExactly(1L, 2L);
        }
    }

    @Test
    void closeDropsFirstToLast() {
        oneTo(5).close();
        assertThat(dropped).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void destructorThatThrowsDoesNotKeepTheOthers() {
        long before = Kmalloc.system().stats().liveObjects();
        KVec<RawBytes> vec = KVec.create(Kmalloc.system(), LONG, value -> {
            logged.drop(value);
            if (value.get(JAVA_LONG, 0) == 2) {
                throw new IllegalStateException("two");
            }
        });
        for (int i = 1; i <= 4; i++) {
            vec.push(value(i), QUIET);
        }
        assertThatThrownBy(vec::close).hasMessage("two");
        assertThat(dropped).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Kmalloc.system().stats().liveObjects()).isEqualTo(before);
    }

    @Test
    void truncateAndResizeDropFromTheEnd() {
        KVec<RawBytes> vec = oneTo(6);
        vec.truncate(9);
        vec.truncate(4);
        assertThat(dropped).containsExactly(5L, 6L);
        vec.resize(6, value(0), QUIET);
        assertThat(content(vec)).containsExactly(1L, 2L, 3L, 4L, 0L, 0L);
        vec.resize(1, value(0), QUIET);
        assertThat(content(vec)).containsExactly(1L);
        vec.clear();
        assertThat(vec.isEmpty()).isTrue();
        assertThat(dropped).containsExactly(5L, 6L, 2L, 3L, 4L, 0L, 0L, 1L);
        assertThatThrownBy(() -> vec.truncate(-1)).isInstanceOf(IllegalArgumentException.class);
        vec.close();
    }

    @Test
    void popAndRemoveMoveTheValueOut() {
        KVec<RawBytes> vec = oneTo(5);
        MemorySegment to = value(0);
        assertThat(vec.pop(to)).isTrue();
        assertThat(to.get(JAVA_LONG, 0)).isEqualTo(5);
        vec.remove(1, to);
        assertThat(to.get(JAVA_LONG, 0)).isEqualTo(2);
        assertThat(content(vec)).containsExactly(1L, 3L, 4L);
        for (long bad : new long[] {-1, 3, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> vec.remove(bad, to))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
            assertThatThrownBy(() -> vec.get(bad)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(dropped).as("moved out, not dropped").isEmpty();
        vec.close();
        assertThat(vec.isOpen()).isFalse();
        try (KVec<RawBytes> empty = KVec.create(LONG)) {
            assertThat(empty.pop(to)).isFalse();
        }
    }

    @Test
    void extendIsAllOrNothing() {
        KVec<RawBytes> vec = oneTo(2);
        vec.extendFromSlice(MemorySegment.ofArray(new long[] {7, 8, 9}), QUIET);
        vec.extendFromSlice(vec.asSegment(), QUIET);
        assertThat(content(vec)).containsExactly(1L, 2L, 7L, 8L, 9L, 1L, 2L, 7L, 8L, 9L);
        assertThatThrownBy(() -> vec.extendFromSlice(MemorySegment.ofArray(new byte[12]), QUIET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vec.extendWith(100_000, value(3), QUIET)).isInstanceOf(ErrnoException.class);
        assertThat(vec.len()).isEqualTo(10);
        vec.extendWith(2, value(3), QUIET);
        assertThat(vec.len()).isEqualTo(12);
        vec.close();
        try (KVec<RawBytes> copies = KVec.fromElem(LONG, value(4), 3, QUIET)) {
            assertThat(content(copies)).containsExactly(4L, 4L, 4L);
        }
    }

    @Test
    void failingInitialiserAppendsNothing() throws Exception {
        KVec<RawBytes> vec = oneTo(1);
        assertThatThrownBy(() -> vec.pushInit(
                        slot -> {
                            throw new IOException("no");
                        },
                        QUIET))
                .isInstanceOf(IOException.class);
        vec.pushInit(slot -> slot.set(JAVA_LONG, 0, 2), QUIET);
        assertThat(content(vec)).containsExactly(1L, 2L);
        vec.close();
        assertThat(dropped).containsExactly(1L, 2L);
    }

    @Test
    void retainKeepsTheOrderAndDropsTheRest() {
        KVec<RawBytes> vec = oneTo(9);
        vec.retain(value -> value.get(JAVA_LONG, 0) % 3 != 0);
        assertThat(content(vec)).containsExactly(1L, 2L, 4L, 5L, 7L, 8L);
        assertThat(dropped).containsExactly(3L, 6L, 9L);
        assertThatThrownBy(() -> vec.retain(value -> {
                    if (value.get(JAVA_LONG, 0) == 5) {
                        throw new IllegalStateException("five");
                    }
                    return value.get(JAVA_LONG, 0) > 1;
                }))
                .hasMessage("five");
        assertThat(content(vec)).as("what was not judged stays").containsExactly(2L, 4L, 5L, 7L, 8L);
        vec.close();
    }

    @Test
    void drainAllHandsOutEachValueOnce() {
        KVec<RawBytes> vec = oneTo(4);
        long capacity = vec.capacity();
        List<Long> taken = new ArrayList<>();
        assertThatThrownBy(() -> vec.drainAll(value -> {
                    taken.add(value.get(JAVA_LONG, 0));
                    if (taken.size() == 2) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");
        assertThat(taken).containsExactly(1L, 2L);
        assertThat(dropped).containsExactly(3L, 4L);
        assertThat(vec.isEmpty()).isTrue();
        assertThat(vec.capacity()).isEqualTo(capacity);
        vec.close();
    }

    @Test
    void rawPartsComeBack() {
        KVec<RawBytes> vec = oneTo(3);
        Vec.RawParts parts = vec.intoRawParts();
        vec.close();
        assertThatThrownBy(() -> vec.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("given away");
        assertThatThrownBy(() -> KVec.fromRawParts(LONG, new Vec.RawParts(parts.address(), 5, 4), logged))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KVec.fromRawParts(LONG, new Vec.RawParts(parts.address(), 5, 400), logged))
                .isInstanceOf(IllegalArgumentException.class);
        try (KVec<RawBytes> again = KVec.fromRawParts(LONG, parts, logged)) {
            again.push(value(4), QUIET);
            assertThat(content(again)).containsExactly(1L, 2L, 3L, 4L);
        }
        assertThat(dropped).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void closedVectorCannotBeUsed() {
        KVec<RawBytes> vec = oneTo(1);
        vec.close();
        assertThatThrownBy(vec::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vec.push(value(1), QUIET)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vec.get(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(vec::asSegment).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(vec::intoRawParts).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void vectorsGrowOverTheBorderOfTheSlabs() {
        try (KVVec<RawBytes> mixed = KVVec.create(LONG);
                VVec<RawBytes> pages = VVec.create(LONG)) {
            for (int i = 0; i < 100_000; i++) {
                mixed.push(value(i), QUIET);
                pages.push(value(-i), QUIET);
            }
            for (int i = 0; i < 100_000; i++) {
                assertThat(mixed.get(i).get(JAVA_LONG, 0)).isEqualTo(i);
                assertThat(pages.get(i).get(JAVA_LONG, 0)).isEqualTo(-i);
            }
        }
        try (KVec<RawBytes> vec = KVec.create(LONG)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            vec.push(value(i), QUIET);
                        }
                    })
                    .isInstanceOf(ErrnoException.class);
            assertThat(vec.len()).as("what fits stays").isEqualTo(Kmalloc.MAX_SIZE / 8);
            assertThat(vec.get(8191).get(JAVA_LONG, 0)).isEqualTo(8191);
        }
    }

    @Test
    void randomOperationsMatchAJavaList() {
        SplittableRandom random = new SplittableRandom(11);
        List<Long> model = new ArrayList<>();
        MemorySegment to = value(0);
        try (KVVec<RawBytes> vec = KVVec.create(LONG)) {
            for (int i = 0; i < 200_000; i++) {
                long number = random.nextLong();
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3, 4 -> {
                        vec.push(value(number), QUIET);
                        model.add(number);
                    }
                    case 5 -> {
                        assertThat(vec.pop(to)).isEqualTo(!model.isEmpty());
                        if (!model.isEmpty()) {
                            assertThat(to.get(JAVA_LONG, 0)).isEqualTo(model.removeLast());
                        }
                    }
                    case 6 -> {
                        if (!model.isEmpty()) {
                            int at = random.nextInt(model.size());
                            vec.remove(at, to);
                            assertThat(to.get(JAVA_LONG, 0)).isEqualTo(model.remove(at));
                        }
                    }
                    case 7 -> {
                        if (random.nextInt(500) == 0) {
                            int keep = random.nextInt(model.size() + 1);
                            vec.truncate(keep);
                            model.subList(keep, model.size()).clear();
                        }
                    }
                    default -> {
                        if (!model.isEmpty()) {
                            int at = random.nextInt(model.size());
                            assertThat(vec.get(at).get(JAVA_LONG, 0)).isEqualTo(model.get(at));
                        }
                    }
                }
            }
            assertThat(content(vec)).isEqualTo(model);
        }
    }
}
