package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.SeqCount;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A sequence counter's reader that waits for an even count and does not look again: its read is torn. */
public final class ReadWithoutRetry {
    private static final int LEFT = 64;
    private static final int RIGHT = 72;

    private ReadWithoutRetry() {}

    @JCStressTest
    @Description("Must fail: a read is whole.")
    @Outcome(
            id = {"0, 0", "1, 1"},
            expect = ACCEPTABLE,
            desc = "Before the section, or after it.")
    @Outcome(expect = FORBIDDEN, desc = "Torn.")
    @State
    public static class ReadIsWhole {
        private final long count = Slots.next();

        @Actor
        public void writer() {
            SeqCount.writeBegin(count);
            Words.setIntOpaque(count + LEFT, 1);
            Words.setIntOpaque(count + RIGHT, 1);
            SeqCount.writeEnd(count);
        }

        @Actor
        public void reader(II_Result r) {
            SeqCount.begin(count);
            r.r1 = Words.getIntOpaque(count + LEFT);
            for (int pause = 0; pause < 8; pause++) {
                Thread.onSpinWait();
            }
            r.r2 = Words.getIntOpaque(count + RIGHT);
        }
    }
}
