package dev.ferrite.drm.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrays, chains, and both taken apart. */
class FenceContainersTest {
    private final FenceTimeline timeline = new FenceTimeline("test", "line");

    private static DmaFenceArray array(boolean any, DmaFence... fences) {
        return new DmaFenceArray(List.of(fences), DmaFence.allocContexts(1), 1, any);
    }

    private static @Nullable DmaFence find(DmaFence newest, long seqno) {
        @Nullable DmaFence[] found = new DmaFence[1];
        assertThat(DmaFenceChain.find(newest, seqno, found)).isZero();
        return found[0];
    }

    @Test
    void arrayOfAllWaitsForTheLast() {
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        DmaFenceArray asked = array(false, first, second);
        DmaFenceArray watched = array(false, first, second);
        watched.enable();
        second.signal();
        assertThat(asked.isSignaled()).isFalse();
        assertThat(watched.isSignaled()).isFalse();
        first.signal();
        assertThat(asked.isSignaled()).as("asks when nobody watches").isTrue();
        assertThat(watched.isSignaled()).isTrue();
        assertThatThrownBy(() -> array(true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arrayOfAnyIsContentWithOne() {
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        DmaFenceArray asked = array(true, first, second);
        DmaFenceArray watched = array(true, first, second);
        watched.enable();
        second.signal();
        assertThat(asked.isSignaled()).isTrue();
        assertThat(watched.isSignaled()).isTrue();
        first.signal();
        assertThat(watched.status()).isEqualTo(1);
    }

    @Test
    void arrayHasTheFirstErrorOfItsFences() {
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        DmaFence third = timeline.next();
        DmaFenceArray watched = array(false, first, second, third);
        DmaFenceArray asked = array(false, second, third);
        watched.enable();
        second.setError(-5);
        second.signal();
        third.setError(-19);
        third.signal();
        first.signal();
        assertThat(watched.status()).isEqualTo(-5);
        assertThat(asked.status()).isEqualTo(-5);
    }

    @Test
    void arrayOfSignaledFencesIsSignaledWhenEnabled() {
        DmaFence first = timeline.next();
        first.signal();
        DmaFenceArray array = array(false, first, DmaFence.stub());
        array.enable();
        assertThat(array.timestamp()).isNotZero();
    }

    @Test
    void chainWaitsForAllBefore() {
        DmaFence one = timeline.next();
        DmaFence two = timeline.next();
        DmaFenceChain first = DmaFenceChain.after(null, one, 1);
        DmaFenceChain second = DmaFenceChain.after(first, two, 2);
        assertThat(second.context()).isEqualTo(first.context());
        assertThat(second.previousSeqno()).isEqualTo(1);
        two.signal();
        assertThat(second.isSignaled()).isFalse();
        second.enable();
        one.signal();
        assertThat(second.timestamp())
                .as("signalled by its step, not by asking")
                .isNotZero();
    }

    @Test
    void numberThatIsNotLaterBeginsANewContext() {
        DmaFenceChain first = DmaFenceChain.after(null, timeline.next(), 10);
        DmaFenceChain unordered = DmaFenceChain.after(first, timeline.next(), 5);
        assertThat(unordered.context()).isNotEqualTo(first.context());
        assertThat(unordered.seqno()).isEqualTo(10);
        assertThat(unordered.previousSeqno()).isZero();
        DmaFenceChain onPlain = DmaFenceChain.after(timeline.next(), timeline.next(), 3);
        assertThat(onPlain.seqno()).isEqualTo(3);
    }

    @Test
    void findsTheEarliestPointThatReachesANumber() {
        DmaFence[] fences = {timeline.next(), timeline.next(), timeline.next()};
        DmaFenceChain first = DmaFenceChain.after(null, fences[0], 10);
        DmaFenceChain second = DmaFenceChain.after(first, fences[1], 20);
        DmaFenceChain third = DmaFenceChain.after(second, fences[2], 30);
        assertThat(find(third, 0)).isSameAs(third);
        assertThat(find(third, 30)).isSameAs(third);
        assertThat(find(third, 21)).isSameAs(third);
        assertThat(find(third, 20)).isSameAs(second);
        assertThat(find(third, 1)).isSameAs(first);
        @Nullable DmaFence[] found = new DmaFence[1];
        assertThat(DmaFenceChain.find(third, 31, found)).as("not there yet").isEqualTo(-22);
        assertThat(DmaFenceChain.find(fences[0], 1, found)).as("no timeline").isEqualTo(-22);
        assertThat(DmaFenceChain.find(fences[0], 0, found)).isZero();
        fences[0].signal();
        assertThat(find(third, 5)).as("done, and gone from the chain").isNull();
    }

    @Test
    void walkDropsWhatIsDone() {
        DmaFence open = timeline.next();
        DmaFenceChain newest = DmaFenceChain.after(null, open, 1);
        DmaFenceChain oldest = newest;
        for (int i = 2; i < 1000; i++) {
            newest = DmaFenceChain.after(newest, DmaFence.stub(), i);
        }
        assertThat(newest.walk()).isSameAs(oldest);
        open.signal();
        assertThat(newest.walk()).isNull();
        assertThat(newest.isSignaled()).isTrue();
    }

    @Test
    void longChainIsSignaledWithoutRecursion() {
        List<DmaFence> fences = new ArrayList<>();
        DmaFenceChain newest = null;
        for (int i = 1; i <= 20_000; i++) {
            DmaFence fence = timeline.next();
            fences.add(fence);
            newest = DmaFenceChain.after(newest, fence, i);
        }
        DmaFenceChain end = Objects.requireNonNull(newest);
        end.enable();
        fences.forEach(DmaFence::signal);
        assertThat(end.timestamp()).isNotZero();
    }

    @Test
    void mergeKeepsTheLatestOfEachContext() {
        DmaFence early = timeline.next();
        DmaFence late = timeline.next();
        DmaFence other = new FenceTimeline("test", "other").next();
        DmaFence done = new FenceTimeline("test", "done").next();
        done.signal();
        DmaFenceChain chain = DmaFenceChain.after(DmaFenceChain.after(null, other, 1), array(false, early, done), 2);
        DmaFence merged = FenceMerge.merge(List.of(late, chain, early));
        assertThat(merged)
                .isInstanceOfSatisfying(
                        DmaFenceArray.class, array -> assertThat(array.fences()).containsExactly(late, other));
        assertThat(FenceMerge.merge(List.of(early, late))).isSameAs(late);
        assertThat(FenceMerge.merge(List.of(done)).isSignaled()).isTrue();
        assertThat(FenceMerge.merge(List.of()).isSignaled()).isTrue();
    }
}
