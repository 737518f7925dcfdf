package dev.ferrite.jcstress.alloc;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.PoolConfig;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@link Kmalloc}: no block has two owners while magazines are filled, drained, sent home and inherited.
 *
 * <p>Blocks of 16 KiB: their magazines hold four and travel in batches of two, so every state goes through depot and slabs.
 * Only the first word of a block is touched.
 */
public final class KmallocStress {
    private static final int SIZE = 16 << 10;
    private static final int ROW = 6;

    private KmallocStress() {}

    private static Kmalloc kmalloc(String name) {
        return Kmalloc.create(PoolConfig.of(name).withBudget(4L << 30));
    }

    /** Takes a row of blocks, marks them, gives all but one back; that one is marked still, or it had another owner. */
    private static long takeRowKeepOne(Kmalloc kmalloc, int mark) {
        long[] row = new long[ROW];
        for (int i = 0; i < ROW; i++) {
            row[i] = kmalloc.alloc(SIZE, Gfp.GFP_KERNEL);
            Words.setIntPlain(row[i], mark);
        }
        for (int i = 1; i < ROW; i++) {
            boolean mine = Words.getIntPlain(row[i]) == mark;
            kmalloc.free(row[i]);
            if (!mine) {
                throw new IllegalStateException("a block in use was written by another owner");
            }
        }
        return row[0];
    }

    private static void check(Kmalloc kmalloc, long left, long right, II_Result r) {
        r.r1 = Words.getIntPlain(left);
        r.r2 = Words.getIntPlain(right);
        kmalloc.free(left);
        kmalloc.free(right);
    }

    @JCStressTest
    @Description("Magazines that are filled and drained at the same time share no block.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each block holds what its owner wrote.")
    @Outcome(expect = FORBIDDEN, desc = "One block has two owners.")
    @State
    public static class RefillAgainstRemoteFree {
        private static final Kmalloc KMALLOC = kmalloc("stress-refill");

        private long left;
        private long right;

        @Actor
        public void left() {
            left = takeRowKeepOne(KMALLOC, 1);
        }

        @Actor
        public void right() {
            right = takeRowKeepOne(KMALLOC, 2);
        }

        @Arbiter
        public void end(II_Result r) {
            check(KMALLOC, left, right, r);
        }
    }

    @JCStressTest
    @Description("Sending blocks home and slabs back takes no block from anybody.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each block holds what its owner wrote.")
    @Outcome(expect = FORBIDDEN, desc = "One block has two owners.")
    @State
    public static class ShrinkAgainstRefill {
        private static final Kmalloc KMALLOC = kmalloc("stress-shrink");

        private long left;
        private long right;

        @Actor
        public void left() {
            left = KMALLOC.alloc(SIZE, Gfp.GFP_KERNEL);
            Words.setIntPlain(left, 1);
            KMALLOC.shrink();
        }

        @Actor
        public void right() {
            right = takeRowKeepOne(KMALLOC, 2);
        }

        @Arbiter
        public void end(II_Result r) {
            check(KMALLOC, left, right, r);
        }
    }

    @JCStressTest
    @Description("The magazines of a thread that ended are taken over while others free and allocate.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each block holds what its owner wrote.")
    @Outcome(expect = FORBIDDEN, desc = "One block has two owners.")
    @State
    public static class ThreadExitAgainstRemoteFree {
        private static final Kmalloc KMALLOC = kmalloc("stress-exit");

        private volatile long left;
        private long right;

        @Actor
        public void left() {
            Thread thread = new Thread(() -> left = takeRowKeepOne(KMALLOC, 1));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            KMALLOC.shrink();
        }

        @Actor
        public void right() {
            right = takeRowKeepOne(KMALLOC, 2);
        }

        @Arbiter
        public void end(II_Result r) {
            check(KMALLOC, left, right, r);
        }
    }
}
