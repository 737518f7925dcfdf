package dev.ferrite.offheap.alloc.slab;

import static org.assertj.core.api.Assertions.assertThat;

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
