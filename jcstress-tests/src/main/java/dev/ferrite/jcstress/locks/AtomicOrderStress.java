package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.Barriers;
import dev.ferrite.locks.atomic.AtomicI32;
import dev.ferrite.locks.atomic.AtomicI64;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * What {@link Barriers} and the atomics promise between two words, in the terms of the kernel's memory model: the
 * litmus tests of its documentation. Only a successful cmpxchg is full; of a failing one nothing is claimed.
 *
 * <p>{@code dev.ferrite.jcstress.broken.StoreBufferWithoutBarrier} is store buffering with smp_mb taken out. On x86 the
 * processor keeps loads in order, and stores; there the other tests can only show what the compiler reorders.
 */
public final class AtomicOrderStress {
    private static final int Y = 64;

    private AtomicOrderStress() {}

    /** Two words, x and y, in cache lines of their own. */
    static class TwoWords {
        final long x = Slots.next();
        final long y = x + Y;

        final void delay() {
            Slots.delayNextStore(Chance.draw(this));
        }
    }

    @JCStressTest
    @Description("smp_mb orders a store before a later load (SB+fencembonceonces).")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads ran before the stores.")
    @State
    public static class StoreBufferingSmpMb extends TwoWords {
        @Actor
        public void left(II_Result r) {
            delay();
            AtomicI32.storeRelaxed(x, 1);
            Barriers.smpMb();
            r.r1 = AtomicI32.loadRelaxed(y);
        }

        @Actor
        public void right(II_Result r) {
            delay();
            AtomicI32.storeRelaxed(y, 1);
            Barriers.smpMb();
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("xchg is full: it orders itself before a later load.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads ran before the exchanges.")
    @State
    public static class StoreBufferingXchg extends TwoWords {
        @Actor
        public void left(II_Result r) {
            delay();
            AtomicI32.xchgFull(x, 1);
            r.r1 = AtomicI32.loadRelaxed(y);
        }

        @Actor
        public void right(II_Result r) {
            delay();
            AtomicI32.xchgFull(y, 1);
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("A cmpxchg that succeeds is full; on 64 bits.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads ran before the exchanges.")
    @State
    public static class StoreBufferingCmpxchg extends TwoWords {
        @Actor
        public void left(II_Result r) {
            delay();
            AtomicI64.cmpxchgFull(x, 0, 1);
            r.r1 = (int) AtomicI64.loadRelaxed(y);
        }

        @Actor
        public void right(II_Result r) {
            delay();
            AtomicI64.cmpxchgFull(y, 0, 1);
            r.r2 = (int) AtomicI64.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("fetch_add is full: it orders an earlier store before a later load, both of other words.")
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "At least one sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both loads ran before the stores.")
    @State
    public static class StoreBufferingAcrossFetchAdd extends TwoWords {
        private final long own = Slots.next();

        @Actor
        public void left(II_Result r) {
            delay();
            AtomicI32.storeRelaxed(x, 1);
            AtomicI32.fetchAddFull(own, 1);
            r.r1 = AtomicI32.loadRelaxed(y);
        }

        @Actor
        public void right(II_Result r) {
            delay();
            AtomicI32.storeRelaxed(y, 1);
            AtomicI32.fetchAddFull(own + Y, 1);
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("smp_wmb orders two stores, smp_rmb two loads (MP+fencewmbonceonce+fencermbonceonce).")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "The data is as new as the flag, or newer.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag, and not the data.")
    @State
    public static class MessagePassingBarriers extends TwoWords {
        @Actor
        public void writer() {
            AtomicI32.storeRelaxed(x, 1);
            Barriers.smpWmb();
            AtomicI32.storeRelaxed(y, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = AtomicI32.loadRelaxed(y);
            Barriers.smpRmb();
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("A release store publishes to an acquire load (MP+pooncerelease+poacquireonce).")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "The data is as new as the flag, or newer.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag, and not the data.")
    @State
    public static class MessagePassingReleaseAcquire extends TwoWords {
        @Actor
        public void writer() {
            AtomicI32.storeRelaxed(x, 1);
            AtomicI32.storeRelease(y, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = AtomicI32.loadAcquire(y);
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("fetch_add_release publishes to a cmpxchg_acquire that succeeds.")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "The data is as new as the flag, or newer.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag, and not the data.")
    @State
    public static class MessagePassingReadModifyWrite extends TwoWords {
        @Actor
        public void writer() {
            AtomicI32.storeRelaxed(x, 1);
            AtomicI32.fetchAddRelease(y, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = AtomicI32.cmpxchgAcquire(y, 1, 2) ? 1 : 0;
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("xchg_release publishes to an xchg_acquire; on 64 bits.")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "The data is as new as the flag, or newer.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag, and not the data.")
    @State
    public static class MessagePassingXchg extends TwoWords {
        @Actor
        public void writer() {
            AtomicI64.storeRelaxed(x, 1);
            AtomicI64.xchgRelease(y, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = (int) AtomicI64.xchgAcquire(y, 2);
            r.r2 = (int) AtomicI64.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("An acquire load is ordered before a later store, a release store after an earlier load (LB).")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 0"},
            expect = ACCEPTABLE,
            desc = "At most one sees the other.")
    @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Both stores ran before the loads.")
    @State
    public static class LoadBuffering extends TwoWords {
        @Actor
        public void left(II_Result r) {
            r.r1 = AtomicI32.loadAcquire(x);
            AtomicI32.storeRelaxed(y, 1);
        }

        @Actor
        public void right(II_Result r) {
            r.r2 = AtomicI32.loadRelaxed(y);
            AtomicI32.storeRelease(x, 1);
        }
    }

    @JCStressTest
    @Description("One word: relaxed loads do not go back in time (CoRR).")
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Old, then new.")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "New, then old.")
    @State
    public static class CoherentLoads extends TwoWords {
        @Actor
        public void writer() {
            AtomicI32.storeRelaxed(x, 1);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = AtomicI32.loadRelaxed(x);
            r.r2 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("One word: all agree on the order of its stores (CoWR), the end included.")
    @Outcome(
            id = {"1, 2, 1", "1, 2, 2", "2, 2, 2", "1, 1, 1"},
            expect = ACCEPTABLE,
            desc = "One order.")
    @Outcome(expect = FORBIDDEN, desc = "A thread missed its own store, or the two disagree.")
    @State
    public static class CoherentStores extends TwoWords {
        @Actor
        public void first(III_Result r) {
            AtomicI32.storeRelaxed(x, 1);
            r.r1 = AtomicI32.loadRelaxed(x);
        }

        @Actor
        public void second(III_Result r) {
            AtomicI32.storeRelaxed(x, 2);
            r.r2 = AtomicI32.loadRelaxed(x);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("A relaxed fetch_add loses no increment, and gives each caller a value of its own.")
    @Outcome(
            id = {"0, 1, 2", "1, 0, 2"},
            expect = ACCEPTABLE,
            desc = "Both.")
    @Outcome(expect = FORBIDDEN, desc = "One was lost.")
    @State
    public static class FetchAddIsAtomic extends TwoWords {
        @Actor
        public void first(III_Result r) {
            r.r1 = AtomicI32.fetchAddRelaxed(x, 1);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = AtomicI32.fetchAddRelaxed(x, 1);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = AtomicI32.loadRelaxed(x);
        }
    }

    @JCStressTest
    @Description("Of two relaxed cmpxchg from one value exactly one succeeds.")
    @Outcome(
            id = {"true, false, 1", "false, true, 2"},
            expect = ACCEPTABLE,
            desc = "One did.")
    @Outcome(expect = FORBIDDEN, desc = "Both did, or neither.")
    @State
    public static class CmpxchgHasOneWinner extends TwoWords {
        @Actor
        public void first(ZZI_Result r) {
            r.r1 = AtomicI32.cmpxchgRelaxed(x, 0, 1);
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = AtomicI32.cmpxchgRelaxed(x, 0, 2);
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = AtomicI32.loadRelaxed(x);
        }
    }
}
