package dev.ferrite.drm.vma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.linux.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VmaManagerTest {
    private static final long PAGE = Pages.SIZE;

    @Test
    void firstOffsetIsFourGigabytesAndNeighboursFollow() {
        VmaManager<String> manager = new VmaManager<>();
        VmaNode<String> first = new VmaNode<>("a");
        VmaNode<String> second = new VmaNode<>("b");
        assertThat(manager.add(first, 3 * PAGE)).isEqualTo(0x1_0000_0000L);
        assertThat(manager.add(second, PAGE)).isEqualTo(0x1_0000_0000L + 3 * PAGE);
        assertThat(manager.add(first, 3 * PAGE)).as("the same again").isEqualTo(0x1_0000_0000L);
    }

    @Test
    void rangeIsTheKernelsWith4KPages() {
        if (PAGE == 4096) {
            assertThat(VmaManager.FIRST_PAGE).isEqualTo(0x10_0000);
            assertThat(VmaManager.PAGE_COUNT).isEqualTo(0xFFF_FF00);
            assertThat((VmaManager.FIRST_PAGE + VmaManager.PAGE_COUNT) * PAGE).isEqualTo(0x100_FFF0_0000L);
        }
    }

    @Test
    void lowestHoleThatFitsIsTaken() {
        VmaManager<String> manager = new VmaManager<>();
        List<VmaNode<String>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            VmaNode<String> node = new VmaNode<>("n" + i);
            manager.add(node, 2 * PAGE);
            nodes.add(node);
        }
        manager.remove(nodes.get(0));
        manager.remove(nodes.get(2));
        assertThat(manager.add(new VmaNode<>("x"), 3 * PAGE)).isEqualTo(0x1_0000_0000L + 8 * PAGE);
        assertThat(manager.add(new VmaNode<>("y"), PAGE)).isEqualTo(0x1_0000_0000L);
        manager.remove(nodes.get(1));
        // Page 1, the removed node's two, and two more of the one removed before have become one hole.
        assertThat(manager.add(new VmaNode<>("z"), 5 * PAGE)).isEqualTo(0x1_0000_0000L + PAGE);
    }

    @Test
    void exhaustedRangeIsEnospc() {
        VmaManager<String> manager = new VmaManager<>(4);
        VmaNode<String> three = new VmaNode<>("three");
        assertThat(manager.add(three, 3 * PAGE)).isPositive();
        VmaNode<String> two = new VmaNode<>("two");
        assertThat(manager.add(two, 2 * PAGE)).isEqualTo(-28);
        manager.remove(three);
        assertThat(manager.add(two, 2 * PAGE)).isEqualTo(0x1_0000_0000L);
    }

    @Test
    void lookupWantsTheExactStartAndEnoughLength() {
        VmaManager<String> manager = new VmaManager<>();
        VmaNode<String> node = new VmaNode<>("a");
        long offset = manager.add(node, 4 * PAGE);
        assertThat(manager.lookup(offset, 4 * PAGE, any -> true)).isSameAs(node);
        assertThat(manager.lookup(offset, PAGE, any -> true)).isSameAs(node);
        assertThat(manager.lookup(offset, 5 * PAGE, any -> true)).isNull();
        assertThat(manager.lookup(offset + PAGE, PAGE, any -> true)).isNull();
        assertThat(manager.lookup(offset + 1, PAGE, any -> true)).isNull();
        assertThat(manager.lookup(0, PAGE, any -> true)).isNull();
        assertThat(manager.lookup(offset, PAGE, any -> false)).isNull();
        manager.remove(node);
        assertThat(manager.lookup(offset, PAGE, any -> true)).isNull();
    }

    @Test
    void rangesNeverOverlapUnderConcurrentUse() throws Exception {
        VmaManager<String> manager = new VmaManager<>();
        ConcurrentSkipListMap<Long, Long> live = new ConcurrentSkipListMap<>();
        Callable<Void> worker = () -> {
            Random random = new Random(Thread.currentThread().threadId());
            TreeMap<Long, VmaNode<String>> mine = new TreeMap<>();
            for (int i = 0; i < 20_000; i++) {
                if (mine.isEmpty() || random.nextInt(5) < 3) {
                    long length = (1 + random.nextInt(8)) * PAGE;
                    VmaNode<String> node = new VmaNode<>("n");
                    long offset = manager.add(node, length);
                    Map.Entry<Long, Long> below = live.lowerEntry(offset + length);
                    assertThat(below == null || below.getKey() + below.getValue() <= offset)
                            .as("overlap at %x", offset)
                            .isTrue();
                    live.put(offset, length);
                    mine.put(offset, node);
                } else {
                    var last = mine.pollFirstEntry();
                    live.remove(last.getKey());
                    manager.remove(last.getValue());
                }
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(worker));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }
}
