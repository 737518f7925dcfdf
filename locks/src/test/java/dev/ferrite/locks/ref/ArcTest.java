package dev.ferrite.locks.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kasan;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.PinInit;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.uapi.EpollEvent;
import dev.ferrite.offheap.uapi.Timespec;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArcTest {
    private static final int FLAGS = Gfp.GFP_KERNEL;

    private final List<Object> dropped = new ArrayList<>();

    private Arc<Opaque<Timespec>> time(long seconds) {
        return Arc.init(
                Timespec.TYPE,
                slot -> Timespec.tvSec(slot, seconds),
                value -> dropped.add(Timespec.tvSec(value)),
                FLAGS);
    }

    @Test
    void lastOwnerRunsTheDestructorAndGivesTheMemoryBack() {
        long before = Blocks.live();
        Arc<Opaque<Timespec>> first = time(7);
        Arc<Opaque<Timespec>> second = first.dup();
        assertThat(first.count()).isEqualTo(2);
        first.close();
        assertThat(dropped).isEmpty();
        assertThat(Timespec.tvSec(second.get().segment())).isEqualTo(7);
        second.close();
        assertThat(dropped).containsExactly(7L);
        assertThat(Blocks.live()).isEqualTo(before);
    }

    @Test
    void countSitsInFrontOfTheStruct() {
        try (Arc<Opaque<Timespec>> arc = time(1);
                Arc<Opaque<Timespec>> other = arc.dup()) {
            long data = arc.get().get();
            assertThat(data % Timespec.ALIGNOF).isZero();
            assertThat(RefCount.read(data - Timespec.ALIGNOF)).isEqualTo(2);
            assertThat(other.get().get()).isEqualTo(data);
        }
    }

    @Test
    void objectOfTheHeapIsCountedOffHeap() {
        long before = ArcInner.liveCounts();
        List<String> value = List.of("a");
        Arc<List<String>> first = Arc.of(value, dropped::add, FLAGS | Gfp.__GFP_ZERO);
        assertThat(ArcInner.liveCounts()).isEqualTo(before + 1);
        Arc<List<String>> second = first.dup();
        first.close();
        assertThat(second.get()).isSameAs(value);
        second.close();
        assertThat(dropped).containsExactly(value);
        assertThat(ArcInner.liveCounts()).isEqualTo(before);
    }

    @Test
    void closingTwiceDropsOnce() {
        Arc<Opaque<Timespec>> first = time(3);
        Arc<Opaque<Timespec>> second = first.dup();
        first.close();
        first.close();
        assertThat(second.count()).isEqualTo(1);
        second.close();
        second.close();
        assertThat(dropped).containsExactly(3L);
    }

    @Test
    void closedOwnerRefusesEverything() {
        Arc<Opaque<Timespec>> arc = time(3);
        Arc<Opaque<Timespec>> open = time(4);
        arc.close();
        assertThat(arc.isOpen()).isFalse();
        assertThat(arc).hasToString("Arc closed");
        List<Runnable> uses = List.of(
                arc::get,
                arc::dup,
                arc::asArcBorrow,
                arc::count,
                arc::intoUniqueOrDrop,
                arc::tryUnique,
                arc::intoRaw,
                () -> arc.downcast(Object.class),
                () -> arc.ptrEq(open),
                () -> open.ptrEq(arc));
        for (Runnable use : uses) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        open.close();
    }

    @Test
    void destructorRunsOnTheClosingThread() throws InterruptedException {
        List<Thread> on = new ArrayList<>();
        Arc<String> first = Arc.of("value", value -> on.add(Thread.currentThread()), FLAGS);
        Arc<String> second = first.dup();
        first.close();
        Thread closer = Thread.ofPlatform().start(second::close);
        Threads.join(closer);
        assertThat(on).containsExactly(closer);
    }

    @Test
    void memoryIsGivenBackWhenTheDestructorThrows() {
        long before = Blocks.live();
        Drop failing = value -> {
            throw new IllegalArgumentException("destructor");
        };
        Arc<Opaque<Timespec>> arc = Arc.init(Timespec.TYPE, slot -> {}, failing, FLAGS);
        assertThatThrownBy(arc::close).hasMessage("destructor");
        arc.close();
        assertThat(Blocks.live()).isEqualTo(before);
    }

    @Test
    void segmentKeptBeyondTheLastOwnerIsFoundByKasan() {
        assumeTrue(Kasan.ENABLED, "runs in the execution 'trace', with KASAN on");
        Arc<Opaque<Timespec>> arc = time(1);
        MemorySegment kept = arc.get().segment();
        arc.close();
        assertThatThrownBy(() -> Timespec.tvSec(kept)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ptrEqIsAboutTheValueNotTheOwner() {
        try (Arc<Opaque<Timespec>> first = time(1);
                Arc<Opaque<Timespec>> same = first.dup();
                Arc<Opaque<Timespec>> equal = time(1);
                Arc<String> other = Arc.of("x", value -> {}, FLAGS)) {
            assertThat(first.ptrEq(same)).isTrue();
            assertThat(first.ptrEq(equal)).isFalse();
            assertThat(first.ptrEq(other)).isFalse();
        }
    }

    @Test
    void borrowEndsWithItsOwnerAndCountsNothing() {
        Arc<Opaque<Timespec>> arc = time(9);
        ArcBorrow<Opaque<Timespec>> borrow = arc.asArcBorrow();
        assertThat(arc.count()).isEqualTo(1);
        assertThat(Timespec.tvSec(borrow.get().segment())).isEqualTo(9);
        Arc<Opaque<Timespec>> kept = borrow.toArc();
        assertThat(kept.count()).isEqualTo(2);
        arc.close();
        assertThat(borrow.isValid()).isFalse();
        assertThatThrownBy(borrow::get).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(borrow::toArc).isInstanceOf(IllegalStateException.class);
        kept.close();
        assertThat(dropped).containsExactly(9L);
    }

    // ---- UniqueArc

    @Test
    void uniqueIsFilledLaterAndThenShared() {
        UniqueArc<Opaque<Timespec>> unique = UniqueArc.uninit(Timespec.TYPE, FLAGS | Gfp.__GFP_ZERO);
        assertThat(Timespec.tvSec(unique.slot())).isZero();
        assertThatThrownBy(unique::get).hasMessageContaining("no value yet");
        assertThatThrownBy(unique::intoArc).hasMessageContaining("no value yet");
        Timespec.tvSec(unique.slot(), 5);
        unique.assumeInit(value -> dropped.add(Timespec.tvSec(value)));
        assertThatThrownBy(unique::slot).hasMessageContaining("value already");
        assertThatThrownBy(() -> unique.assumeInit(Drop.NOTHING)).hasMessageContaining("value already");
        Timespec.tvSec(unique.get().segment(), 6);
        Arc<Opaque<Timespec>> arc = unique.intoArc();
        assertThat(unique.isOpen()).isFalse();
        unique.close();
        assertThat(arc.count()).isEqualTo(1);
        arc.close();
        assertThat(dropped).containsExactly(6L);
    }

    @Test
    void emptyUniqueGivesTheMemoryBackAndDropsNothing() {
        long before = Blocks.live();
        UniqueArc<Opaque<Timespec>> unique = UniqueArc.uninit(Timespec.TYPE, FLAGS);
        unique.close();
        unique.close();
        assertThatThrownBy(unique::slot).isInstanceOf(IllegalStateException.class);
        assertThat(Blocks.live()).isEqualTo(before);
    }

    @Test
    void failedInitialiserUndoesItsFieldsAndGivesTheMemoryBack() {
        long before = Blocks.live();
        PinInit<IOException> init = PinInit.<IOException>fields()
                .field("tv_sec", slot -> Timespec.tvSec(slot, 1), value -> dropped.add("tv_sec"))
                .field(
                        "tv_nsec",
                        slot -> {
                            throw new IOException("tv_nsec");
                        },
                        value -> dropped.add("tv_nsec"));
        assertThatThrownBy(() -> Arc.init(Timespec.TYPE, init, init, FLAGS)).hasMessage("tv_nsec");
        UniqueArc<Opaque<Timespec>> unique = UniqueArc.uninit(Timespec.TYPE, FLAGS);
        assertThatThrownBy(() -> unique.initWith(init, init)).hasMessage("tv_nsec");
        assertThat(unique.isOpen()).isFalse();
        assertThat(dropped).containsExactly("tv_sec", "tv_sec");
        assertThat(Blocks.live()).isEqualTo(before);
    }

    @Test
    void withoutMemoryTheValueIsDroppedAndTheCallFails() {
        long tooLong = Kmalloc.MAX_SIZE + 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(tooLong);
            assertThatThrownBy(() -> Arc.of(RawBytes.type(tooLong, 8), value, dropped::add, FLAGS))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
            assertThat(dropped).hasSize(1);
            assertThatThrownBy(() -> Arc.init(RawBytes.type(tooLong, 8), slot -> {}, dropped::add, FLAGS))
                    .isInstanceOf(ErrnoException.class);
            assertThat(dropped).hasSize(1);
        }
    }

    @Test
    void valueIsMovedIn() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(Timespec.SIZEOF);
            Timespec.tvSec(value, 11);
            try (Arc<Opaque<Timespec>> arc = Arc.of(Timespec.TYPE, value, Drop.NOTHING, FLAGS)) {
                assertThat(Timespec.tvSec(arc.get().segment())).isEqualTo(11);
            }
        }
    }

    @Test
    void onlyTheLastOwnerBecomesUnique() {
        Arc<Opaque<Timespec>> first = time(2);
        Arc<Opaque<Timespec>> second = first.dup();
        assertThat(first.tryUnique()).isNull();
        assertThat(first.isOpen()).isTrue();
        assertThat(first.intoUniqueOrDrop()).isNull();
        assertThat(first.isOpen()).isFalse();
        UniqueArc<Opaque<Timespec>> unique = Objects.requireNonNull(second.intoUniqueOrDrop());
        assertThat(dropped).isEmpty();
        Arc<Opaque<Timespec>> again = unique.intoArc();
        assertThat(again.count()).isEqualTo(1);
        try (UniqueArc<Opaque<Timespec>> sole = Objects.requireNonNull(again.tryUnique())) {
            assertThat(again.isOpen()).isFalse();
            assertThat(Timespec.tvSec(sole.get().segment())).isEqualTo(2);
        }
        assertThat(dropped).containsExactly(2L);
    }

    // ---- Foreign owners

    @Test
    void foreignCountIsTakenBackOnceForEachTimeItWasGiven() {
        int before = ForeignArcs.size();
        Arc<Opaque<Timespec>> arc = time(8);
        long address = arc.get().get();
        Arc<Opaque<Timespec>> second = arc.dup();
        long raw = arc.intoRaw();
        assertThat(raw).isEqualTo(address).isEqualTo(second.intoRaw());
        ArcBorrow<Opaque<Timespec>> borrow = Arc.borrowRaw(raw, Timespec.TYPE);
        assertThat(Timespec.tvSec(borrow.get().segment())).isEqualTo(8);
        Arc<Opaque<Timespec>> third = borrow.toArc();
        assertThat(third.count()).isEqualTo(3);
        Arc.fromRaw(raw, Timespec.TYPE).close();
        assertThat(borrow.isValid()).isTrue();
        Arc<Opaque<Timespec>> back = Arc.fromRaw(raw, Timespec.TYPE);
        assertThat(borrow.isValid()).isFalse();
        assertThatThrownBy(() -> Arc.fromRaw(raw, Timespec.TYPE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Long.toHexString(raw));
        assertThatThrownBy(() -> Arc.borrowRaw(raw, Timespec.TYPE)).isInstanceOf(IllegalStateException.class);
        assertThat(ForeignArcs.size()).isEqualTo(before);
        back.close();
        assertThat(dropped).isEmpty();
        third.close();
        assertThat(dropped).hasSize(1);
    }

    @Test
    void foreignCountOfAnotherTypeStaysOut() {
        Arc<Opaque<Timespec>> struct = time(8);
        long raw = struct.intoRaw();
        assertThatThrownBy(() -> Arc.fromRaw(raw, EpollEvent.TYPE)).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> Arc.fromRaw(raw, String.class)).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> Arc.borrowRaw(raw, EpollEvent.TYPE)).isInstanceOf(ClassCastException.class);
        Arc.fromRaw(raw, Timespec.TYPE).close();
        assertThat(dropped).containsExactly(8L);
        long object = Arc.of("text", dropped::add, FLAGS).intoRaw();
        assertThatThrownBy(() -> Arc.fromRaw(object, Timespec.TYPE)).isInstanceOf(ClassCastException.class);
        assertThat(Arc.borrowRaw(object, CharSequence.class).get()).isEqualTo("text");
        Arc.fromRaw(object, String.class).close();
        assertThat(dropped).containsExactly(8L, "text");
    }

    @Test
    void downcastMovesTheOwnerOrLeavesIt() {
        Arc<CharSequence> wide = Arc.of("text", dropped::add, FLAGS);
        assertThat(wide.downcast(Integer.class)).isNull();
        assertThat(wide.isOpen()).isTrue();
        try (Arc<String> narrow = Objects.requireNonNull(wide.downcast(String.class))) {
            assertThat(wide.isOpen()).isFalse();
            assertThat(narrow.get()).isEqualTo("text");
        }
        assertThat(dropped).containsExactly("text");
    }

    // ---- Threads

    @Test
    void stormOfClonesEndsWithOneDrop() throws InterruptedException {
        AtomicInteger drops = new AtomicInteger();
        Arc<String> root = Arc.of("value", value -> drops.getAndIncrement(), FLAGS);
        List<Arc<String>> own = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            own.add(root.dup());
        }
        root.close();
        Threads.run(8, thread -> {
            try (Arc<String> mine = own.get(thread)) {
                for (int i = 0; i < 20_000; i++) {
                    try (Arc<String> more = mine.dup()) {
                        assertThat(more.get()).isEqualTo("value");
                    }
                }
                assertThat(drops.get()).isZero();
            }
        });
        assertThat(drops.get()).isEqualTo(1);
    }

    @Test
    void ofTwoRacingClosersOfOneOwnerOneDrops() throws InterruptedException {
        for (int round = 0; round < 1_000; round++) {
            Arc<String> keep = Arc.of("value", dropped::add, FLAGS);
            Arc<String> raced = keep.dup();
            Threads.run(2, thread -> raced.close());
            assertThat(keep.count()).isEqualTo(1);
            keep.close();
        }
        assertThat(dropped).hasSize(1_000);
    }

    @Test
    void raceForTheUniqueHasOneWinnerOrOneDrop() throws InterruptedException {
        for (int round = 0; round < 1_000; round++) {
            AtomicInteger drops = new AtomicInteger();
            AtomicInteger winners = new AtomicInteger();
            Arc<String> left = Arc.of("value", value -> drops.getAndIncrement(), FLAGS);
            Arc<String> right = left.dup();
            boolean bothWant = (round & 1) == 0;
            Threads.run(2, thread -> {
                if (thread == 0 || bothWant) {
                    UniqueArc<String> unique = (thread == 0 ? left : right).intoUniqueOrDrop();
                    if (unique != null) {
                        winners.getAndIncrement();
                        assertThat(drops.get()).isZero();
                        unique.close();
                    }
                } else {
                    right.close();
                }
            });
            assertThat(drops.get()).isEqualTo(1);
            assertThat(winners.get()).isLessThanOrEqualTo(1);
            if (bothWant) {
                assertThat(winners.get()).isEqualTo(1);
            }
        }
    }
}
