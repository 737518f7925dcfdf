package dev.ferrite.jcstress.alloc;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.KmemCache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * {@link KmemCache}: no block has two owners, and a block comes with all that its last owner wrote.
 *
 * <p>All states of a test share one cache, as users do: blocks wander between states.
 */
public final class KmemCacheStress {
    private static final int END = 48;

    private KmemCacheStress() {}

    @JCStressTest
    @Description("Two threads that allocate get two blocks, and keep them.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each block holds what its owner wrote.")
    @Outcome(expect = FORBIDDEN, desc = "One block has two owners.")
    @State
    public static class NoBlockTwice {
        private static final KmemCache CACHE = KmemCache.create("stress-twice", END + 8, 8);

        private long left;
        private long right;

        @Actor
        public void left() {
            left = CACHE.alloc();
            Words.setIntPlain(left, 1);
        }

        @Actor
        public void right() {
            right = CACHE.alloc();
            Words.setIntPlain(right, 2);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = Words.getIntPlain(left);
            r.r2 = Words.getIntPlain(right);
            CACHE.free(left);
            CACHE.free(right);
        }
    }

    @JCStressTest
    @Description("A pop that is overtaken by pop, pop and push of the same block does not hand it out twice.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each block holds what its owner wrote.")
    @Outcome(expect = FORBIDDEN, desc = "One block has two owners.")
    @State
    public static class PopAgainstPopPopPush {
        private static final KmemCache CACHE = KmemCache.create("stress-aba", END + 8, 8);

        private long left;
        private long right;

        @Actor
        public void left() {
            long first = CACHE.alloc();
            left = CACHE.alloc();
            CACHE.free(first);
            Words.setIntPlain(left, 1);
        }

        @Actor
        public void right() {
            right = CACHE.alloc();
            Words.setIntPlain(right, 2);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = Words.getIntPlain(left);
            r.r2 = Words.getIntPlain(right);
            CACHE.free(left);
            CACHE.free(right);
        }
    }

    @JCStressTest
    @Description("What was written before free is there after alloc.")
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "First and last word belong to one write.")
    @Outcome(id = "false", expect = FORBIDDEN, desc = "Handed out before it was written to the end.")
    @State
    public static class FreedContentIsPublished {
        private static final KmemCache CACHE = KmemCache.create("stress-content", END + 8, 8);

        private final long block = CACHE.alloc();
        private long taken;

        public FreedContentIsPublished() {
            Words.setLongPlain(block, 0);
            Words.setLongPlain(block + END, 0);
        }

        @Actor
        public void freer() {
            Words.setLongPlain(block, block);
            Words.setLongPlain(block + END, block);
            CACHE.free(block);
        }

        @Actor
        public void taker(Z_Result r) {
            taken = CACHE.alloc();
            r.r1 = Words.getLongPlain(taken + END) == Words.getLongPlain(taken);
        }

        @Arbiter
        public void end(Z_Result r) {
            CACHE.free(taken);
        }
    }
}
