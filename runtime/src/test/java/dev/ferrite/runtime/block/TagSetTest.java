package dev.ferrite.runtime.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagSetTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 63, 64, 65, 255, 256, 300, 1_000, 10_240})
    void handsOutEveryTagOnce(int depth) {
        try (TagSet set = TagSet.create("disk", 1, depth, 1, 0)) {
            Tags tags = set.tags(0);
            for (int round = 0; round < 2; round++) {
                Set<Integer> seen = new HashSet<>();
                for (int i = 0; i < depth; i++) {
                    int tag = tags.tryGet();
                    assertThat(tag).isBetween(0, depth - 1);
                    assertThat(seen.add(tag)).isTrue();
                }
                assertThat(tags.tryGet()).isEqualTo(Errno.EAGAIN.negated());
                assertThat(tags.inFlight()).isEqualTo(depth);
                seen.forEach(tags::put);
                assertThat(tags.inFlight()).isZero();
            }
        }
    }

    @Test
    void sameThreadGetsTheTagAgainThatItGaveBack() {
        try (TagSet set = TagSet.create("disk", 1, 64, 1, 0)) {
            Tags tags = set.tags(0);
            int first = tags.get();
            tags.put(first);
            for (int i = 0; i < 100; i++) {
                int tag = tags.get();
                assertThat(tag).isEqualTo(first);
                tags.put(tag);
            }
        }
    }

    @Test
    void manyGoBackAtOnce() {
        try (TagSet set = TagSet.create("disk", 1, 300, 1, 0)) {
            Tags tags = set.tags(0);
            int[] taken = new int[302];
            for (int i = 0; i < 300; i++) {
                taken[i + 1] = tags.get();
            }
            tags.putAll(taken, 1, 300);
            assertThat(tags.inFlight()).isZero();
            int tag = tags.get();
            assertThatThrownBy(() -> tags.putAll(new int[] {tag, tag}, 0, 2))
                    .isInstanceOf(KernelBug.class)
                    .hasMessageContaining("tag " + tag);
            assertThat(tags.inFlight()).isZero();
            assertThatThrownBy(() -> tags.putAll(taken, 300, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "3, true", "7, false", "64, true"})
    void noTagIsInFlightTwiceAndNoneIsLost(int depth, boolean virtual) throws InterruptedException {
        int threads = 8;
        int rounds = 4_000;
        AtomicIntegerArray owners = new AtomicIntegerArray(depth);
        AtomicInteger clashes = new AtomicInteger();
        try (TagSet set = TagSet.create("disk", 1, depth, 1, 64)) {
            Tags tags = set.tags(0);
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Runnable work = () -> {
                    for (int round = 0; round < rounds; round++) {
                        int tag = (round + number) % 3 == 0 ? tags.getInterruptible(LONG) : tags.get();
                        if (owners.getAndIncrement(tag) != 0) {
                            clashes.getAndIncrement();
                        }
                        long at = set.request(0, tag);
                        Words.setLongPlain(at, Words.getLongPlain(at) + 1);
                        if (owners.getAndDecrement(tag) != 1) {
                            clashes.getAndIncrement();
                        }
                        if (round % 5 == 0) {
                            tags.putAll(new int[] {tag}, 0, 1);
                        } else {
                            tags.put(tag);
                        }
                    }
                };
                running.add(
                        virtual
                                ? Thread.startVirtualThread(work)
                                : Thread.ofPlatform().start(work));
            }
            for (Thread thread : running) {
                thread.join();
            }
            assertThat(clashes.get()).isZero();
            assertThat(tags.inFlight()).isZero();
            long sum = 0;
            for (int tag = 0; tag < depth; tag++) {
                sum += Words.getLongPlain(set.request(0, tag));
            }
            assertThat(sum).isEqualTo((long) threads * rounds);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200, TagSet.MAX_DEPTH})
    void waiterGetsTheTagThatComesBack(int depth) throws InterruptedException {
        try (TagSet set = TagSet.create("disk", 1, depth, 1, 0)) {
            Tags tags = set.tags(0);
            for (int i = 0; i < depth; i++) {
                tags.get();
            }
            int tag = depth - 1;
            AtomicInteger got = new AtomicInteger(-1);
            Thread waiter = Thread.ofPlatform().start(() -> got.set(tags.get()));
            while (waiter.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            tags.put(tag);
            waiter.join();
            assertThat(got.get()).isEqualTo(tag);
            assertThat(tags.tryGet()).isEqualTo(Errno.EAGAIN.negated());
            for (int i = 0; i < depth; i++) {
                tags.put(i);
            }
        }
    }

    @Test
    void interruptAndTimeEndAWait() throws InterruptedException {
        try (TagSet set = TagSet.create("disk", 1, 1, 1, 0)) {
            Tags tags = set.tags(0);
            int tag = tags.get();
            assertThat(tags.getInterruptible(Duration.ofMillis(5))).isEqualTo(Errno.ETIME.negated());
            assertThat(tags.getInterruptible(Duration.ofSeconds(-1))).isEqualTo(Errno.ETIME.negated());
            AtomicInteger result = new AtomicInteger();
            AtomicInteger flag = new AtomicInteger();
            Thread waiter = Thread.ofPlatform().start(() -> {
                result.set(tags.getInterruptible(Duration.ofSeconds(Long.MAX_VALUE)));
                flag.set(Thread.currentThread().isInterrupted() ? 1 : 0);
            });
            waiter.interrupt();
            waiter.join();
            assertThat(result.get()).isEqualTo(Errno.EINTR.negated());
            assertThat(flag.get()).isEqualTo(1);

            Thread stubborn = Thread.ofPlatform().start(() -> {
                result.set(tags.get());
                flag.set(Thread.currentThread().isInterrupted() ? 2 : 0);
            });
            stubborn.interrupt();
            while (stubborn.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            tags.put(tag);
            stubborn.join();
            assertThat(result.get()).isEqualTo(tag);
            assertThat(flag.get()).isEqualTo(2);
            tags.put(tag);
        }
    }

    @Test
    void closingEndsWaitersAndWarns() throws InterruptedException {
        TagSet set = TagSet.create("disk", 1, 1, 1, 0);
        Tags tags = set.tags(0);
        tags.get();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread waiter = Thread.ofPlatform().start(() -> {
            try {
                tags.get();
            } catch (KernelBug bug) {
                end.set(bug);
            }
        });
        while (waiter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        long before = Warn.countOf("tagset");
        set.close();
        set.close();
        waiter.join();
        assertThat(end.get()).hasMessageContaining("disk is closed");
        assertThat(Warn.countOf("tagset")).isEqualTo(before + 1);
        assertThatThrownBy(() -> tags.put(0)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(tags::tryGet).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> set.request(0, 0)).isInstanceOf(KernelBug.class);
    }

    @Test
    void tagsThatAreNotInFlightCannotComeBack() {
        try (TagSet set = TagSet.create("disk", 1, 20, 1, 0)) {
            Tags tags = set.tags(0);
            assertThatThrownBy(() -> tags.put(3)).isInstanceOf(KernelBug.class).hasMessageContaining("not in flight");
            assertThatThrownBy(() -> tags.put(20)).isInstanceOf(KernelBug.class).hasMessageContaining("tag 20");
            assertThatThrownBy(() -> tags.put(-1)).isInstanceOf(KernelBug.class);
            int tag = tags.get();
            tags.put(tag);
            assertThatThrownBy(() -> tags.put(tag)).isInstanceOf(KernelBug.class);
            assertThat(tags.inFlight()).isZero();
        }
    }

    @Test
    void limitsAreTheBlockLayers() {
        for (int[] bad : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 4}, {1, 1, -1}, {-1, 1, 1}}) {
            assertThatThrownBy(() -> TagSet.create("bad", bad[0], bad[1], bad[2], 0))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        }
        assertThatThrownBy(() -> TagSet.create("bad", 1, 1, 1, -1)).hasMessageContaining("-1 bytes");
        int processors = Runtime.getRuntime().availableProcessors();
        try (TagSet one = TagSet.create("one map", 10_000, 1, 0, 0);
                TagSet deep = TagSet.create("deep", 1, 1 << 20, 1, 0);
                TagSet two = TagSet.create("two maps", processors + 3, 4, 2, 100)) {
            assertThat(one.hwQueues()).isEqualTo(processors);
            assertThat(one.maps()).isEqualTo(1);
            assertThat(deep.depth()).isEqualTo(TagSet.MAX_DEPTH);
            assertThat(two.hwQueues()).isEqualTo(processors + 3);
            assertThat(two.request(0, 1) - two.request(0, 0)).isEqualTo(128);
            assertThat(two.request(1, 0) - two.request(0, 0)).isEqualTo(4 * 128);
            assertThat(two.tags().depth()).isEqualTo(4);
        }
    }

    @Test
    void depthIsHalvedWhereMemoryIsShort() {
        assertThatThrownBy(() -> TagSet.create("huge", 1, 64, 1, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
        // 160 TiB fit nowhere; how far the depth has to come down depends on the machine.
        int depth;
        try (TagSet set = TagSet.create("large", 1, 10_240, 1, 1L << 34)) {
            depth = set.depth();
        } catch (ErrnoException e) {
            assertThat(e.errno()).isEqualTo(Errno.ENOMEM);
            depth = 0;
        }
        assertThat(depth).isLessThan(10_240);
        try (TagSet set = TagSet.create("small enough once halved", 1, 10_240, 1, 1L << 26)) {
            assertThat(set.depth()).isPositive();
            Words.setLongPlain(set.request(0, set.depth() - 1), 7);
        }
    }
}
