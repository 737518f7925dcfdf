package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.atomic.AtomicI32;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Store buffering with smp_mb left out, release and acquire in its place: neither orders a store before a load. */
public final class StoreBufferWithoutBarrier {
    private static final int Y = 64;

    private StoreBufferWithoutBarrier() {}

    @JCStressTest
    @Description("Must fail: a store is seen before a later load is done.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads ran before the stores.")
    @State
    public static class ReleaseAndAcquire {
        private final long x = Slots.next();

        @Actor
        public void left(II_Result r) {
            Slots.delayNextStore(System.nanoTime());
            AtomicI32.storeRelease(x, 1);
            r.r1 = AtomicI32.loadAcquire(x + Y);
        }

        @Actor
        public void right(II_Result r) {
            Slots.delayNextStore(System.nanoTime() ^ x);
            AtomicI32.storeRelease(x + Y, 1);
            r.r2 = AtomicI32.loadAcquire(x);
        }
    }
}
