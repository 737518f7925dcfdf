package dev.ferrite.offheap.alloc.slab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Words;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IndexStackTest {
    private final long memory = SlabMap.map(1 << 16, "test");
    private final IndexStack stack = new IndexStack(memory, memory + 64, 8);

    @Test
    void lastInIsFirstOut() {
        assertThat(stack.pop()).isEqualTo(-1);
        assertThat(stack.isEmpty()).isTrue();
        stack.push(0);
        stack.push(7);
        stack.push(3);
        assertThat(stack.isEmpty()).isFalse();
        assertThat(stack.pop()).isEqualTo(3);
        assertThat(stack.pop()).isEqualTo(7);
        assertThat(stack.pop()).isZero();
        assertThat(stack.pop()).isEqualTo(-1);
    }

    @Test
    void stalledPopIsRefusedThoughItsNodeIsOnTopAgain() {
        stack.push(0);
        stack.push(1);
        stack.push(2);
        // A pop that stops between its two reads and its CAS:
        long top = Words.getLongAcquire(memory);
        int below = Words.getIntOpaque(memory + 64 + 2 * 8);
        assertThat(below - 1).isEqualTo(1);
        // Meanwhile the node below leaves, and the top comes back.
        assertThat(stack.pop()).isEqualTo(2);
        assertThat(stack.pop()).isEqualTo(1);
        stack.push(2);
        assertThat((int) Words.getLongAcquire(memory))
                .as("the same node is on top")
                .isEqualTo((int) top);
        assertThat(Words.compareAndSetLong(memory, top, (top & -1L << 32) | below))
                .as("node 1 would be handed out twice")
                .isFalse();
        assertThat(new int[] {stack.pop(), stack.pop(), stack.pop()}).containsExactly(2, 0, -1);
    }

    @Test
    void fewNodesPushedAndPoppedByManyThreadsAreNeverHeldTwice() throws Exception {
        // Three nodes only: the same top comes back all the time, which is what ABA needs.
        for (int node = 0; node < 3; node++) {
            stack.push(node);
        }
        AtomicIntegerArray holders = new AtomicIntegerArray(3);
        int threads = 4;
        CountDownLatch done = new CountDownLatch(threads);
        int[] twice = new int[threads];
        for (int t = 0; t < threads; t++) {
            int me = t;
            new Thread(() -> {
                        for (int i = 0; i < 300_000; i++) {
                            int node = stack.pop();
                            if (node >= 0) {
                                twice[me] += holders.getAndIncrement(node) == 0 ? 0 : 1;
                                holders.getAndDecrement(node);
                                stack.push(node);
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        assertThat(twice).containsOnly(0);
        assertThat(new int[] {stack.pop(), stack.pop(), stack.pop()}).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(stack.pop()).isEqualTo(-1);
    }
}
