package dev.ferrite.jcstress.broken;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The free lists' stack without the tag in its head: a pop believes that nothing happened when all came back (ABA). */
public final class StackWithoutTag {
    private StackWithoutTag() {}

    @JCStressTest
    @Description("Must fail: each node is in one place.")
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "Each node is in one place.")
    @Outcome(expect = FORBIDDEN, desc = "A node was lost or is in two places.")
    @State
    public static class PopAgainstPopPopPush {
        private static final int LINKS = 16;

        private final long head = Slots.next();
        private int left;
        private int right;

        public PopAgainstPopPopPush() {
            push(2);
            push(1);
            push(0);
        }

        private void push(int node) {
            int top;
            do {
                top = Words.getIntOpaque(head);
                Words.setIntOpaque(head + LINKS + node * 4L, top);
            } while (!Words.compareAndSetInt(head, top, node + 1));
        }

        private int pop() {
            for (; ; ) {
                int top = Words.getIntAcquire(head);
                if (top == 0) {
                    return -1;
                }
                int below = Words.getIntOpaque(head + LINKS + (top - 1) * 4L);
                for (int i = 0; i < 20; i++) {
                    Thread.onSpinWait(); // holds the window open
                }
                if (Words.compareAndSetInt(head, top, below)) {
                    return top - 1;
                }
            }
        }

        @Actor
        public void left() {
            left = pop();
        }

        @Actor
        public void right() {
            int first = pop();
            right = pop();
            push(first);
        }

        @Arbiter
        public void end(Z_Result r) {
            int seen = 1 << left | 1 << right;
            int found = 2;
            for (int node = pop(); node >= 0 && found <= 3; node = pop()) {
                seen |= 1 << node;
                found++;
            }
            r.r1 = found == 3 && seen == 7;
        }
    }
}
