package dev.ferrite.offheap.alloc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoxTest {
    /** {@code struct point { int x; int y; long z; }}. */
    private static final class Point {
        static final StructType<Point> TYPE = new StructType<>(
                Point.class,
                "point",
                MemoryLayout.structLayout(JAVA_INT.withName("x"), JAVA_INT.withName("y"), JAVA_LONG.withName("z")));
    }

    private static final int QUIET = Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN;

    private final List<String> log = new ArrayList<>();

    private Drop logged(String name) {
        return value -> log.add("drop " + name + " x=" + value.get(JAVA_INT, 0));
    }

    private static long live() {
        return Kmalloc.system().stats().liveObjects();
    }

    private static MemorySegment point(int x) {
        MemorySegment point = MemorySegment.ofArray(new long[2]);
        point.set(JAVA_INT, 0, x);
        return point;
    }

    @Test
    void valueIsDroppedBeforeTheBlockIsGivenBack() {
        long before = live();
        try (KBox<Point> box = KBox.of(Point.TYPE, point(7), value -> log.add("live " + (live() - before)), QUIET)) {
            assertThat(box.segment().get(JAVA_INT, 0)).isEqualTo(7);
            assertThat(box.segment().byteSize()).isEqualTo(16);
            assertThat(live() - before).isEqualTo(1);
        }
        assertThat(log).containsExactly("live 1");
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void newWithoutMemoryDropsTheValue() {
        StructType<RawBytes> large = RawBytes.type(Kmalloc.MAX_SIZE + 1, 8);
        MemorySegment value = MemorySegment.ofArray(new long[(int) large.sizeof() / 8 + 1]);
        value.set(JAVA_INT, 0, 5);
        assertThatThrownBy(() -> KBox.of(large, value, logged("value"), QUIET))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
        assertThat(log).containsExactly("drop value x=5");
    }

    @Test
    void initWithoutMemoryDoesNotRunTheInitialiser() {
        assertThatThrownBy(() -> KBox.init(
                        RawBytes.type(Kmalloc.MAX_SIZE + 1, 8), slot -> log.add("init"), logged("value"), QUIET))
                .isInstanceOf(ErrnoException.class);
        assertThat(log).isEmpty();
    }

    @Test
    void failingInitialiserGivesTheBlockBackWithoutTheDestructor() {
        long before = live();
        assertThatThrownBy(() -> KBox.<Point, IOException>init(
                        Point.TYPE,
                        slot -> {
                            throw new IOException("no");
                        },
                        logged("value"),
                        QUIET))
                .isInstanceOf(IOException.class);
        assertThat(log).isEmpty();
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void fieldsAreRolledBackInReverseWhereverTheBuildingFails() {
        long before = live();
        for (int fails = 0; fails < 4; fails++) {
            log.clear();
            PinInit<IOException> init = PinInit.fields();
            for (int k = 0; k < 4; k++) {
                int field = k;
                boolean bad = k == fails;
                init = init.field(
                        "f" + k,
                        slot -> {
                            if (bad) {
                                throw new IOException("field " + field);
                            }
                            log.add("init " + field);
                        },
                        value -> log.add("drop " + field));
            }
            PinInit<IOException> all = init;
            int failed = fails;
            assertThatThrownBy(() -> KBox.init(Point.TYPE, all, all, QUIET))
                    .isInstanceOf(IOException.class)
                    .hasMessage("field " + failed);
            List<String> expected = new ArrayList<>();
            for (int k = 0; k < fails; k++) {
                expected.add("init " + k);
            }
            for (int k = fails - 1; k >= 0; k--) {
                expected.add("drop " + k);
            }
            assertThat(log).isEqualTo(expected);
            assertThat(live()).isEqualTo(before);
        }
    }

    @Test
    void wholeValueDropsItsFieldsInOrderAndAFailingOneDoesNotStopTheOthers() {
        PinInit<RuntimeException> fields = PinInit.<RuntimeException>fields()
                .field("a", slot -> log.add("init a"), value -> log.add("drop a"))
                .field("b", slot -> log.add("init b"), value -> {
                    throw new IllegalStateException("b");
                })
                .field("c", slot -> log.add("init c"), value -> log.add("drop c"));
        long before = live();
        KBox<Point> box = KBox.init(Point.TYPE, fields, fields, QUIET);
        assertThatThrownBy(box::close).hasMessage("b");
        assertThat(log).containsExactly("init a", "init b", "init c", "drop a", "drop c");
        assertThat(live()).as("the block is given back all the same").isEqualTo(before);
    }

    @Test
    void closedBoxCannotBeUsed() {
        KBox<Point> box = KBox.zeroed(Point.TYPE, QUIET);
        assertThat(box.segment().get(JAVA_LONG, 8)).isZero();
        box.close();
        assertThat(box.isOpen()).isFalse();
        assertThatThrownBy(box::segment)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KBox<point>")
                .hasMessageContaining("closed");
        assertThatThrownBy(box::address).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(box::slot).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(box::intoRaw).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(box::leak).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(box::dropContents).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.intoInner(point(0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(box::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed twice");
    }

    @Test
    void boxClosedByManyThreadsEndsItsValueOnce() throws Exception {
        for (int round = 0; round < 200; round++) {
            AtomicInteger drops = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            KBox<Point> box = KBox.of(Point.TYPE, point(1), value -> drops.getAndIncrement(), QUIET);
            CountDownLatch start = new CountDownLatch(1);
            Thread[] threads = new Thread[3];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = Thread.startVirtualThread(() -> {
                    try {
                        start.await();
                        box.close();
                    } catch (IllegalStateException e) {
                        refused.getAndIncrement();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(drops).hasValue(1);
            assertThat(refused).hasValue(2);
        }
    }

    @Test
    void rawBlockComesBackIntoABox() {
        long before = live();
        KBox<Point> box = KBox.of(Point.TYPE, point(3), logged("first"), QUIET);
        long raw = box.intoRaw();
        box.close(); // given away: nothing happens
        assertThat(log).isEmpty();
        try (KBox<Point> again = KBox.fromRaw(Point.TYPE, raw, logged("second"))) {
            assertThat(again.segment().get(JAVA_INT, 0)).isEqualTo(3);
            assertThat(again.address()).isEqualTo(raw);
        }
        assertThat(log).containsExactly("drop second x=3");
        assertThat(live()).isEqualTo(before);
        assertThatThrownBy(() -> KBox.fromRaw(Point.TYPE, raw, Drop.NOTHING)).isInstanceOf(KernelBug.class);
    }

    @Test
    void twoBoxesOverOneBlockAreFoundAtTheSecondClose() {
        KBox<Point> box = KBox.zeroed(Point.TYPE, QUIET);
        KBox<Point> thief = KBox.fromRaw(Point.TYPE, box.address(), Drop.NOTHING);
        thief.close();
        assertThatThrownBy(box::close).isInstanceOf(KernelBug.class).hasMessageContaining("double free");
    }

    @Test
    void leakedValueLivesOn() {
        long before = live();
        KBox<Point> box = KBox.of(Point.TYPE, point(9), logged("leaked"), QUIET);
        MemorySegment value = box.leak();
        box.close();
        assertThat(value.get(JAVA_INT, 0)).isEqualTo(9);
        assertThat(live()).isEqualTo(before + 1);
        assertThat(log).isEmpty();
        Kmalloc.system().free(value.address());
    }

    @Test
    void droppedContentsLeaveAnEmptyBoxThatTakesAnother() {
        KBox<Point> box = KBox.of(Point.TYPE, point(1), logged("one"), QUIET);
        long address = box.address();
        box.dropContents();
        assertThat(log).containsExactly("drop one x=1");
        assertThatThrownBy(box::segment)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no value");
        assertThatThrownBy(box::dropContents).isInstanceOf(IllegalStateException.class);
        box.write(point(2), logged("two"));
        assertThatThrownBy(() -> box.write(point(3), Drop.NOTHING)).isInstanceOf(IllegalStateException.class);
        assertThat(box.address()).isEqualTo(address);
        box.close();
        assertThat(log).containsExactly("drop one x=1", "drop two x=2");
    }

    @Test
    void emptyBoxIsClosedWithoutTheDestructor() {
        long before = live();
        KBox<Point> box = KBox.uninit(Point.TYPE, QUIET);
        assertThatThrownBy(box::segment).isInstanceOf(IllegalStateException.class);
        box.slot().set(JAVA_INT, 0, 4);
        box.close();
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void valueMovesOutWithoutTheDestructor() {
        long before = live();
        KBox<Point> box = KBox.of(Point.TYPE, point(8), logged("value"), QUIET);
        MemorySegment to = point(0);
        box.intoInner(to);
        assertThat(to.get(JAVA_INT, 0)).isEqualTo(8);
        assertThat(log).isEmpty();
        assertThat(live()).isEqualTo(before);
        box.close();
    }

    @Test
    void valueWithoutSizeTakesNoMemory() {
        long before = live();
        try (KBox<RawBytes> box = KBox.zeroed(RawBytes.type(0, 32), QUIET)) {
            assertThat(box.address()).isEqualTo(32);
            assertThat(box.segment().byteSize()).isZero();
            assertThat(live()).isEqualTo(before);
        }
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void accessesAreBoundsChecked() {
        try (KBox<Point> box = KBox.zeroed(Point.TYPE, QUIET)) {
            assertThatThrownBy(() -> box.segment().get(JAVA_INT, 16)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> box.segment().get(JAVA_INT, -4)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> KBox.of(Point.TYPE, MemorySegment.ofArray(new byte[8]), Drop.NOTHING, QUIET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs=16 has=8");
    }

    @Test
    void pageBoxesAndMixedBoxesDoTheSame() {
        StructType<RawBytes> large = RawBytes.type(300_000, 64);
        try (VBox<RawBytes> pages = VBox.zeroed(large, QUIET);
                KVBox<RawBytes> mixed = KVBox.zeroed(large, QUIET);
                KVBox<Point> small = KVBox.of(Point.TYPE, point(6), logged("small"), QUIET)) {
            assertThat(pages.segment().byteSize()).isEqualTo(300_000);
            mixed.segment().fill((byte) 1);
            assertThat(Kmalloc.system().owns(small.address())).isTrue();
            assertThat(Kmalloc.system().owns(mixed.address())).isFalse();
            MemorySegment stale = pages.segment();
            pages.intoInner(mixed.segment());
            assertThat(stale.get(JAVA_INT, 0))
                    .as("a stale segment meets zeros, never a hole")
                    .isZero();
        }
        assertThat(log).containsExactly("drop small x=6");
        try (Warnings warnings = new Warnings()) {
            StructType<RawBytes> wide = RawBytes.type(64, 1 << 17);
            assertThatThrownBy(() -> VBox.zeroed(wide, QUIET)).isInstanceOf(ErrnoException.class);
            assertThat(warnings.seen()).singleElement().asString().startsWith("vmalloc-align");
        }
    }

    @Test
    void givenAllocatorIsUsed() {
        Kmalloc own = Kmalloc.create(PoolConfig.of("own").withBudget(1 << 20));
        KBox<Point> box = KBox.uninit(own, Point.TYPE, QUIET);
        assertThat(own.stats().liveObjects()).isEqualTo(1);
        box.close();
        assertThat(own.stats().liveObjects()).isZero();
    }
}
