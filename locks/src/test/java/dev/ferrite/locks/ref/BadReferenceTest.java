package dev.ferrite.locks.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.uapi.Timespec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Misuse of references: an exception or a WARN each, nothing freed twice, and the process goes on. */
class BadReferenceTest {
    private static final int FLAGS = Gfp.GFP_KERNEL;
    private static final KmemCache CELLS = KmemCache.create("test-bad-ref", 4, 4);

    private final List<String> warnings = new ArrayList<>();
    private final List<Object> dropped = new ArrayList<>();
    private WarnSink before;

    @BeforeEach
    void listen() {
        Warn.reset();
        before = Warn.sink((category, message, site) -> warnings.add(category));
    }

    @AfterEach
    void restore() {
        Warn.sink(before);
        Warn.reset();
    }

    /** Where an Arc's count is: what code that breaks the rules writes to. */
    private static long countOf(Arc<?> arc) {
        return arc.open().count;
    }

    private Arc<String> arc() {
        return Arc.of("value", dropped::add, FLAGS);
    }

    /** An object that counts itself and frees its word with its last reference. */
    private static class Counted implements AlwaysRefCounted {
        final long count = CELLS.alloc();
        int freed;

        Counted() {
            RefCount.set(count, 1);
        }

        @Override
        public void incRef() {
            RefCount.inc(count);
        }

        @Override
        public void decRef() {
            if (RefCount.decAndTest(count)) {
                freed++;
            }
        }
    }

    // ---- Under zero

    @Test
    void arcWhoseCountSomebodyElseDroppedLeaksInsteadOfFreeing() {
        Arc<String> arc = arc();
        assertThat(RefCount.decAndTest(countOf(arc))).isTrue();
        arc.close();
        assertThat(warnings).containsExactly(RefCount.WARN_SUB_UAF);
        assertThat(dropped).isEmpty();
    }

    @Test
    void aRefWhoseCountSomebodyElseDroppedFreesOnce() {
        Counted object = new Counted();
        ARef<Counted> owner = ARef.fromRaw(object);
        object.decRef();
        owner.close();
        object.decRef();
        assertThat(object.freed).isEqualTo(1);
        assertThat(warnings).contains(RefCount.WARN_SUB_UAF);
        assertThat(RefCount.read(object.count)).isEqualTo(RefCount.SATURATED);
    }

    // ---- Saturated

    @Test
    void saturatedArcLivesForEverAndIsNeverUnique() {
        Arc<String> arc = arc();
        RefCount.set(countOf(arc), RefCount.MAX);
        Arc<String> tooMany = arc.dup();
        assertThat(warnings).containsExactly(RefCount.WARN_OVERFLOW);
        assertThat(arc.count()).isNegative();
        tooMany.close();
        Arc<String> more = arc.dup();
        assertThat(arc.tryUnique()).isNull();
        assertThat(more.intoUniqueOrDrop()).isNull();
        arc.close();
        assertThat(dropped).isEmpty();
    }

    // ---- From the dead

    @Test
    void destructorThatTakesAReferenceToItsOwnObjectDoesNotReviveIt() {
        List<ARef<Counted>> kept = new ArrayList<>();
        Counted object = new Counted() {
            @Override
            public void decRef() {
                super.decRef();
                if (freed == 1 && kept.isEmpty()) {
                    kept.add(ARef.from(this));
                }
            }
        };
        ARef.fromRaw(object).close();
        assertThat(warnings).containsExactly(RefCount.WARN_ADD_UAF);
        kept.getFirst().close();
        assertThat(object.freed).isEqualTo(1);
        assertThat(RefCount.incNotZero(object.count)).as("saturated, not dead").isTrue();
    }

    @Test
    void deadCountIsNotTakenByWhoAsksFirst() {
        Counted object = new Counted();
        object.decRef();
        assertThat(RefCount.incNotZero(object.count)).isFalse();
        assertThat(RefCount.incNotZeroAcquire(object.count)).isFalse();
        assertThat(RefCount.decIfOne(object.count)).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void destructorMayCloseAndAskItsOwnerAndItsBorrow() {
        List<Arc<String>> owner = new ArrayList<>();
        List<ArcBorrow<String>> borrow = new ArrayList<>();
        Arc<String> arc = Arc.of(
                "value",
                value -> {
                    owner.getFirst().close();
                    assertThatThrownBy(() -> owner.getFirst().dup()).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> borrow.getFirst().toArc()).isInstanceOf(IllegalStateException.class);
                    dropped.add(value);
                },
                FLAGS);
        owner.add(arc);
        borrow.add(arc.asArcBorrow());
        arc.close();
        assertThat(dropped).containsExactly("value");
        assertThat(warnings).isEmpty();
    }

    // ---- Memory taken away

    @Test
    void countFreedWhileReferencedIsFoundAtItsSecondFree() {
        long live = CELLS.live();
        Counted object = new Counted() {
            @Override
            public void decRef() {
                super.decRef();
                if (freed == 1) {
                    CELLS.free(count);
                }
            }
        };
        ARef<Counted> owner = ARef.fromRaw(object);
        CELLS.free(object.count);
        assertThatThrownBy(owner::close)
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining(Long.toHexString(object.count));
        owner.close();
        assertThat(CELLS.live()).isEqualTo(live);
    }

    @Test
    void blockFreedWhileReferencedIsFoundByItsLastOwner() {
        Arc<Opaque<Timespec>> arc = Arc.init(Timespec.TYPE, slot -> slot.fill((byte) 0), dropped::add, FLAGS);
        long live = Blocks.live();
        Kmalloc.system().free(arc.get().get() - Timespec.ALIGNOF);
        assertThatThrownBy(arc::close).isInstanceOf(KernelBug.class);
        assertThat(dropped).hasSize(1);
        arc.close();
        assertThat(Blocks.live()).isEqualTo(live - 1);
    }

    // ---- What is shared is over already

    @Test
    void arcOfAClosedThingSaysSoAtEachUseAndGivesItsCountBack() {
        long counts = ArcInner.liveCounts();
        KBox<RawBytes> box = KBox.zeroed(RawBytes.type(8, 8), FLAGS);
        box.close();
        Arc<KBox<RawBytes>> arc = Arc.of(box, KBox::close, FLAGS);
        assertThatThrownBy(() -> arc.get().segment()).isInstanceOf(IllegalStateException.class);
        Arc<KBox<RawBytes>> other = arc.dup();
        arc.close();
        assertThatThrownBy(other::close).isInstanceOf(IllegalStateException.class);
        other.close();
        assertThat(ArcInner.liveCounts()).isEqualTo(counts);
    }

    @Test
    void chainOfOwnersEndsFromItsHead() {
        Arc<Object> head = Arc.of("end", dropped::add, FLAGS);
        for (int i = 0; i < 500; i++) {
            Arc<Object> next = head;
            head = Arc.of(i, value -> next.close(), FLAGS);
        }
        head.close();
        assertThat(dropped).containsExactly("end");
    }

    // ---- Nothing, and numbers from nowhere

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nothingIsRefusedAndNothingIsLost() {
        long counts = ArcInner.liveCounts();
        long live = Blocks.live();
        List<Runnable> uses = List.of(
                () -> Arc.of(null, dropped::add, FLAGS),
                () -> Arc.of("value", null, FLAGS),
                () -> Arc.of(Timespec.TYPE, null, Drop.NOTHING, FLAGS),
                () -> Arc.init(null, slot -> {}, Drop.NOTHING, FLAGS),
                () -> Arc.init(Timespec.TYPE, null, Drop.NOTHING, FLAGS),
                () -> Arc.init(Timespec.TYPE, slot -> {}, null, FLAGS),
                () -> UniqueArc.uninit(null, FLAGS),
                () -> ARef.from(null),
                () -> ARef.fromRaw(null));
        for (Runnable use : uses) {
            assertThatThrownBy(use::run).isInstanceOf(NullPointerException.class);
        }
        try (Arc<String> arc = arc()) {
            assertThatThrownBy(() -> arc.ptrEq(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> arc.downcast(null)).isInstanceOf(NullPointerException.class);
            assertThat(arc.isOpen()).isTrue();
        }
        assertThat(ArcInner.liveCounts()).isEqualTo(counts);
        assertThat(Blocks.live()).isEqualTo(live);
    }

    @Test
    void numbersThatNobodyGaveAwayAreRefused() {
        for (long raw : new long[] {0, -1, 42, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> Arc.fromRaw(raw, String.class)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> Arc.borrowRaw(raw, Timespec.TYPE)).isInstanceOf(IllegalStateException.class);
        }
    }
}
