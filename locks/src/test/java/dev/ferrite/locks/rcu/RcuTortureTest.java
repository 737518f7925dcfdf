package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Threads;
import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers against updaters, without mercy, in the manner of the kernel's rcutorture: every word of an object holds the
 * number of its version, and is poisoned when its grace period is over; a reader that meets poison, or two versions in one
 * object, has found an error. Seconds by {@code -Dtest.rcu.torture.seconds}, 2 without.
 */
class RcuTortureTest {
    private static final double SECONDS = Double.parseDouble(System.getProperty("test.rcu.torture.seconds", "2"));
    private static final long POISON = 0x6B6B_6B6B_6B6B_6B6BL;
    private static final int WORDS = 8;
    private static final int POINTERS = 4;
    private static final KmemCache OBJECTS = KmemCache.create("torture", WORDS * Long.BYTES, 64);
    private static final KmemCache POINTER = KmemCache.create("torture-pointer", 64, 64);

    /** What is tortured. */
    enum Flavour {
        RCU,
        SRCU
    }

    private final long[] pointers = new long[POINTERS];
    private final AtomicLong versions = new AtomicLong();
    private final LongAdder reads = new LongAdder();
    private final LongAdder updates = new LongAdder();
    private final LongAdder shortLived = new LongAdder();
    private final AtomicReference<String> error = new AtomicReference<>();
    private final Srcu srcu = Srcu.create("torture");
    private volatile boolean stop;

    private long newObject() {
        long object = OBJECTS.alloc();
        long version = versions.incrementAndGet();
        for (int i = 0; i < WORDS; i++) {
            Words.setLongPlain(object + (long) i * Long.BYTES, version);
        }
        return object;
    }

    /** Its grace period is over: nobody may look at it any more. */
    private static void poisonAndFree(long object) {
        for (int i = 0; i < WORDS; i++) {
            Words.setLongPlain(object + (long) i * Long.BYTES, POISON);
        }
        OBJECTS.free(object);
    }

    private void check(long pointer, SplittableRandom random, boolean mayBlock) {
        long object = Rcu.dereference(pointer);
        long version = Words.getLongPlain(object);
        stall(random);
        if (mayBlock && random.nextInt(1000) == 0) {
            LockSupport.parkNanos(100_000); // a virtual thread may come back on another carrier
        }
        for (int i = 0; i < WORDS; i++) {
            long seen = Words.getLongOpaque(object + (long) i * Long.BYTES);
            if (seen != version || seen == POISON) {
                error.compareAndSet(
                        null,
                        "object " + object + " word " + i + ": seen=" + Long.toHexString(seen) + ", version=" + version
                                + ", thread=" + Thread.currentThread());
                stop = true;
            }
        }
    }

    private static void stall(SplittableRandom random) {
        int dice = random.nextInt(2000);
        if (dice == 0) {
            Thread.yield();
        } else if (dice < 20) {
            for (int i = 0; i < dice * 50; i++) {
                Thread.onSpinWait();
            }
        }
    }

    private void read(Flavour flavour, SplittableRandom random, int times) {
        long done = 0;
        for (int i = 0; i < times && !stop; i++) {
            long pointer = pointers[random.nextInt(POINTERS)];
            if (flavour == Flavour.RCU) {
                try (var guard = Rcu.readLock()) {
                    check(pointer, random, false);
                    if (random.nextInt(8) == 0) {
                        try (var inner = Rcu.readLock()) {
                            check(pointer, random, false);
                            assertThat(inner.isHeld()).isTrue();
                        }
                    }
                    assertThat(guard.isHeld()).isTrue();
                }
            } else {
                try (var guard = srcu.readLock()) {
                    check(pointer, random, true);
                    assertThat(guard.domain()).isSameAs(srcu);
                }
            }
            done++;
        }
        reads.add(done);
    }

    private void update(Flavour flavour, int mine, SplittableRandom random) {
        while (!stop) {
            long pointer = pointers[mine];
            long old = Words.getLongPlain(pointer);
            Rcu.assignPointer(pointer, newObject());
            retire(flavour, old, random);
            updates.increment();
            if (random.nextInt(50) == 0) {
                Thread.currentThread().interrupt();
                retire(flavour, newObject(), random);
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    private void retire(Flavour flavour, long old, SplittableRandom random) {
        boolean rcu = flavour == Flavour.RCU;
        switch (random.nextInt(4)) {
            case 0 -> {
                if (rcu) {
                    Rcu.synchronize();
                } else {
                    srcu.synchronize();
                }
                poisonAndFree(old);
            }
            case 1 -> {
                if (rcu) {
                    Rcu.synchronizeExpedited();
                } else {
                    srcu.synchronizeExpedited();
                }
                poisonAndFree(old);
            }
            case 2 -> {
                if (rcu) {
                    long state = Rcu.getState();
                    stall(random);
                    Rcu.condSynchronize(state);
                    poisonAndFree(old);
                } else {
                    srcu.call(() -> poisonAndFree(old));
                }
            }
            default -> {
                for (int i = 0; i < 20; i++) { // a burst
                    long extra = newObject();
                    call(rcu, () -> poisonAndFree(extra));
                }
                call(rcu, () -> poisonAndFree(old));
                if (random.nextInt(50) == 0) {
                    if (rcu) {
                        Rcu.barrier();
                    } else {
                        srcu.barrier();
                    }
                }
            }
        }
    }

    private void call(boolean rcu, Runnable callback) {
        if (rcu) {
            Rcu.call(callback);
        } else {
            srcu.call(callback);
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void noReaderMeetsWhatWasFreed(Flavour flavour) throws InterruptedException {
        long gracePeriods = GracePeriods.INSTANCE.completed();
        long live = OBJECTS.live();
        for (int i = 0; i < POINTERS; i++) {
            pointers[i] = POINTER.alloc();
            Rcu.assignPointer(pointers[i], newObject());
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            SplittableRandom random = new SplittableRandom(i);
            threads.add(start(Thread.ofPlatform(), "reader-" + i, () -> {
                while (!stop) {
                    read(flavour, random, 1000);
                }
            }));
        }
        for (int i = 0; i < 2; i++) {
            int mine = i;
            SplittableRandom random = new SplittableRandom(100 + i);
            threads.add(start(
                    i == 0 ? Thread.ofPlatform() : Thread.ofVirtual(),
                    "updater-" + i,
                    () -> update(flavour, mine, random)));
        }
        threads.add(start(
                Thread.ofPlatform(),
                "parent",
                () -> { // readers that come and go; the last of them have gone before anything is freed at the end
                    ArrayDeque<Thread> children = new ArrayDeque<>();
                    for (int seed = 1000; !stop; seed++) {
                        SplittableRandom random = new SplittableRandom(seed);
                        Thread.Builder kind = seed % 4 == 0 ? Thread.ofPlatform() : Thread.ofVirtual();
                        children.add(start(kind, "child", () -> read(flavour, random, 500)));
                        shortLived.increment();
                        if (children.size() == 8) {
                            join(children.remove());
                        }
                    }
                    children.forEach(RcuTortureTest::join);
                }));
        long end = System.nanoTime() + (long) (SECONDS * TimeUnit.SECONDS.toNanos(1));
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(50); // if a side had no processor meanwhile
        while (!stop && (System.nanoTime() < end || (isOneSided() && System.nanoTime() < limit))) {
            TimeUnit.MILLISECONDS.sleep(20); // the length of the run
        }
        stop = true;
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        Rcu.barrier();
        srcu.barrier();
        for (long pointer : pointers) {
            poisonAndFree(Words.getLongPlain(pointer));
            POINTER.free(pointer);
        }
        long periods = flavour == Flavour.RCU ? GracePeriods.INSTANCE.completed() - gracePeriods : srcu.periods();
        System.out.printf(
                "%s torture: %.1f s, membarrier %s, %,d grace periods, %,d reads, %,d updates, %,d short-lived readers, errors %d%n",
                flavour,
                SECONDS,
                Membarrier.AVAILABLE ? "on" : "off",
                periods,
                reads.sum(),
                updates.sum(),
                shortLived.sum(),
                error.get() == null ? 0 : 1);
        assertThat(error.get()).isNull();
        assertThat(OBJECTS.live()).isEqualTo(live);
        assertThat(reads.sum()).isPositive();
        assertThat(periods).isPositive();
        srcu.close();
    }

    private boolean isOneSided() {
        return reads.sum() == 0 || updates.sum() == 0;
    }

    private Thread start(Thread.Builder kind, String name, Runnable body) {
        return kind.name(name).start(() -> {
            try {
                body.run();
            } catch (Throwable t) {
                error.compareAndSet(null, "thread " + name + " failed: " + t);
                stop = true;
            }
        });
    }

    private static void join(Thread thread) {
        try {
            Threads.join(thread);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
