package dev.ferrite.locks.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.uapi.Timespec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of owners against a model that knows how many there must be. */
class ArcModelTest {
    private static final int OPERATIONS = 20_000;

    /** One value as the model sees it. */
    private static final class Model {
        int owners;
        int foreign;
        boolean dropped;
    }

    private final Map<Long, Model> models = new HashMap<>();
    private final List<Arc<Opaque<Timespec>>> open = new ArrayList<>();
    private final List<Arc<Opaque<Timespec>>> closed = new ArrayList<>();
    private final List<Long> foreign = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyHistoryDropsEachValueOnceAndWithItsLastOwner(long seed) {
        long before = Blocks.live();
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < OPERATIONS; i++) {
            step(random, i);
        }
        while (!foreign.isEmpty()) {
            takeBack(random);
        }
        while (!open.isEmpty()) {
            end(open.removeLast());
        }
        assertThat(models.values()).allMatch(model -> model.dropped && model.owners == 0);
        assertThat(Blocks.live()).isEqualTo(before);
    }

    private void step(SplittableRandom random, long i) {
        int what = random.nextInt(100);
        if (open.isEmpty() || what < 10) {
            make(i);
            return;
        }
        int at = random.nextInt(open.size());
        Arc<Opaque<Timespec>> arc = open.get(at);
        Model model = modelOf(arc);
        assertThat(arc.count()).isEqualTo(model.owners);
        if (what < 40) {
            open.add(arc.dup());
            model.owners++;
        } else if (what < 50) {
            open.add(arc.asArcBorrow().toArc());
            model.owners++;
        } else if (what < 80) {
            open.remove(at);
            end(arc);
        } else if (what < 85) {
            open.remove(at);
            model.owners--;
            unique(arc.intoUniqueOrDrop(), model);
            closed.add(arc);
        } else if (what < 90) {
            boolean sole = model.owners == 1;
            UniqueArc<Opaque<Timespec>> unique = arc.tryUnique();
            assertThat(unique != null).isEqualTo(sole).isEqualTo(!arc.isOpen());
            if (unique != null) {
                open.remove(at);
                model.owners--;
                unique(unique, model);
            }
        } else if (what < 95) {
            open.remove(at);
            model.foreign++;
            foreign.add(arc.intoRaw());
            closed.add(arc);
        } else if (!foreign.isEmpty() && what < 98) {
            takeBack(random);
        } else if (!closed.isEmpty()) {
            Arc<Opaque<Timespec>> stale = closed.get(random.nextInt(closed.size()));
            stale.close();
            assertThatThrownBy(stale::dup).isInstanceOf(IllegalStateException.class);
        }
    }

    private void make(long id) {
        Model model = new Model();
        models.put(id, model);
        open.add(Arc.init(
                Timespec.TYPE,
                slot -> Timespec.tvSec(slot, id),
                value -> {
                    assertThat(Timespec.tvSec(value)).isEqualTo(id);
                    assertThat(model.owners).isZero();
                    assertThat(model.dropped).isFalse();
                    model.dropped = true;
                },
                Gfp.GFP_KERNEL));
        model.owners = 1;
    }

    private Model modelOf(Arc<Opaque<Timespec>> arc) {
        return Objects.requireNonNull(models.get(Timespec.tvSec(arc.get().segment())));
    }

    private void end(Arc<Opaque<Timespec>> arc) {
        Model model = modelOf(arc);
        model.owners--;
        arc.close();
        assertThat(model.dropped).isEqualTo(model.owners == 0);
        closed.add(arc);
    }

    /** Somebody gave an owner up: the last becomes the sole one, and is shared again. */
    private void unique(@Nullable UniqueArc<Opaque<Timespec>> unique, Model model) {
        assertThat(unique != null).isEqualTo(model.owners == 0);
        assertThat(model.dropped).isFalse();
        if (unique != null) {
            open.add(unique.intoArc());
            model.owners = 1;
        }
    }

    private void takeBack(SplittableRandom random) {
        long raw = foreign.remove(random.nextInt(foreign.size()));
        Arc<Opaque<Timespec>> arc = Arc.fromRaw(raw, Timespec.TYPE);
        Model model = modelOf(arc);
        assertThat(--model.foreign).isNotNegative();
        open.add(arc);
    }

    /** Two threads pass owners to each other; who drops a value is nobody's plan, but somebody does, once. */
    @Test
    void ownersThatChangeHandsDropEachValueOnce() throws InterruptedException {
        int values = 2_000;
        AtomicIntegerArray drops = new AtomicIntegerArray(values);
        List<ConcurrentLinkedQueue<Arc<Integer>>> inbox =
                List.of(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        for (int i = 0; i < values; i++) {
            inbox.get(i & 1).add(Arc.of(i, value -> drops.getAndIncrement(value), Gfp.GFP_KERNEL));
        }
        Threads.run(2, thread -> {
            SplittableRandom random = new SplittableRandom(thread);
            for (int i = 0; i < 100_000; i++) {
                Arc<Integer> arc = inbox.get(thread).poll();
                if (arc == null) {
                    continue;
                }
                assertThat(drops.get(arc.get())).isZero();
                switch (random.nextInt(4)) {
                    case 0 -> inbox.get(1 - thread).add(arc.dup());
                    case 1 -> {
                        UniqueArc<Integer> unique = arc.tryUnique();
                        if (unique != null) {
                            arc = unique.intoArc();
                        }
                    }
                    case 2 -> {
                        UniqueArc<Integer> unique = arc.intoUniqueOrDrop();
                        if (unique == null) {
                            continue;
                        }
                        arc = unique.intoArc();
                    }
                    default -> {
                        arc.close();
                        continue;
                    }
                }
                inbox.get(1 - thread).add(arc);
            }
        });
        inbox.forEach(queue -> queue.forEach(Arc::close));
        for (int i = 0; i < values; i++) {
            assertThat(drops.get(i)).as("value %d", i).isEqualTo(1);
        }
    }
}
