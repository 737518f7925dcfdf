package dev.ferrite.locks.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.alloc.KmemCache;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ARefTest {
    private static final KmemCache CELLS = KmemCache.create("test-aref", 4, 4);

    /** An object with its count off-heap. */
    private static final class Counted implements AlwaysRefCounted {
        final long count = CELLS.alloc();
        final AtomicInteger freed = new AtomicInteger();

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
                freed.getAndIncrement();
            }
        }
    }

    @Test
    void lastOwnerFrees() {
        Counted object = new Counted();
        ARef<Counted> first = ARef.fromRaw(object);
        ARef<Counted> second = first.dup();
        first.close();
        assertThat(object.freed.get()).isZero();
        assertThat(second.get()).isSameAs(object);
        second.close();
        assertThat(object.freed.get()).isEqualTo(1);
    }

    @Test
    void closingTwiceDropsOnce() {
        Counted object = new Counted();
        ARef<Counted> first = ARef.fromRaw(object);
        ARef<Counted> second = ARef.from(object);
        first.close();
        first.close();
        assertThat(object.freed.get()).isZero();
        second.close();
        assertThat(object.freed.get()).isEqualTo(1);
    }

    @Test
    void closedReferenceRefusesUse() {
        ARef<Counted> ref = ARef.fromRaw(new Counted());
        ref.close();
        assertThat(ref.isOpen()).isFalse();
        assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ref::dup).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ref::intoRaw).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void intoRawAndFromRawKeepTheCount() {
        Counted object = new Counted();
        ARef<Counted> ref = ARef.fromRaw(object);
        Counted raw = ref.intoRaw();
        assertThat(ref.isOpen()).isFalse();
        ref.close();
        assertThat(RefCount.read(object.count)).isEqualTo(1);
        ARef.fromRaw(raw).close();
        assertThat(object.freed.get()).isEqualTo(1);
    }

    @Test
    void stormOfClonesEndsWithOneFree() throws InterruptedException {
        Counted object = new Counted();
        ARef<Counted> root = ARef.fromRaw(object);
        Threads.run(8, thread -> {
            for (int i = 0; i < 20_000; i++) {
                try (ARef<Counted> mine = root.dup()) {
                    assertThat(mine.isOpen()).isTrue();
                }
            }
        });
        assertThat(object.freed.get()).isZero();
        root.close();
        assertThat(object.freed.get()).isEqualTo(1);
    }

    @Test
    void ofTwoRacingClosersOneDrops() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            Counted object = new Counted();
            ARef<Counted> keep = ARef.fromRaw(object);
            ARef<Counted> raced = keep.dup();
            Threads.run(2, thread -> raced.close());
            assertThat(RefCount.read(object.count)).isEqualTo(1);
            keep.close();
        }
    }
}
