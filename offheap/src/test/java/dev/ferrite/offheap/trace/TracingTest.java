package dev.ferrite.offheap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The mechanism itself, told by owners of our own; it needs no switch. */
class TracingTest {
    private static Object acquireHere(String kind) {
        Object owner = new Object();
        Tracing.acquired(owner, kind, "Thing");
        return owner;
    }

    private static void releaseHere(Object owner) {
        Tracing.released(owner);
    }

    private static void releaseThere(Object owner) {
        Tracing.releasedAgain(owner);
    }

    @Test
    void doubleReleaseNamesAllThreeSites() throws InterruptedException {
        try (Heard heard = new Heard()) {
            Object owner = acquireHere("twice");
            Tracing.named(owner, "cache entry");
            Thread first = Thread.ofPlatform().name("the-first").start(() -> releaseHere(owner));
            first.join();
            releaseThere(owner);
            assertThat(heard.warnings).hasSize(1);
            assertThat(heard.warnings.getFirst())
                    .startsWith("twice-double-release: twice Thing 'cache entry' was released twice:")
                    .containsSubsequence(
                            "acquired by thread " + Thread.currentThread().threadId(),
                            "acquireHere",
                            "released by thread " + first.threadId() + " (the-first)",
                            "releaseHere",
                            "released again by thread " + Thread.currentThread().threadId(),
                            "releaseThere")
                    .doesNotContain("trace.Tracing.")
                    .doesNotContain("trace.OwnerT");
        }
    }

    @Test
    void releaseAfterGivingAwayIsNoMistake() {
        try (Heard heard = new Heard()) {
            Object owner = acquireHere("moved");
            Tracing.moved(owner);
            Tracing.releasedAgain(owner);
            Object untraced = new Object();
            Tracing.released(untraced);
            Tracing.releasedAgain(untraced);
            assertThat(heard.warnings).isEmpty();
            assertThat(Tracing.story(untraced)).isNull();
            assertThat(Tracing.live("moved")).isEmpty();
        }
    }

    @Test
    void storyIsTheCauseOfTheMisuse() {
        Object owner = acquireHere("story");
        releaseHere(owner);
        assertThat(Tracing.explain(new IllegalStateException("closed"), owner))
                .cause()
                .hasMessageStartingWith("released by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("releaseHere")))
                .cause()
                .hasMessageStartingWith("acquired by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("acquireHere")));
    }

    @Test
    void ownerThatBeginsAgainHasOneLifeAtATime() {
        Object owner = acquireHere("again");
        releaseHere(owner);
        assertThat(Tracing.live("again")).isEmpty();
        Tracing.acquired(owner, "again", "Thing");
        assertThat(Tracing.live("again"))
                .singleElement()
                .satisfies(report -> assertThat(report.released()).isNull());
        releaseHere(owner);
        assertThat(Tracing.live("again")).isEmpty();
    }

    @Test
    void equalOwnersAreTwo() {
        String first = new String("same");
        String second = new String("same");
        Tracing.acquired(first, "equal", "String");
        Tracing.acquired(second, "equal", "String");
        assertThat(Tracing.live("equal")).hasSize(2);
        Tracing.released(first);
        assertThat(Tracing.live("equal")).hasSize(1);
        Tracing.released(second);
        assertThat(Tracing.live("equal")).isEmpty();
    }

    @Test
    void reportPutsOwnersOfOnePlaceTogether() {
        Object[] owners = new Object[3];
        for (int i = 0; i < 3; i++) {
            owners[i] = acquireHere("grouped");
        }
        assertThat(Tracing.report()).contains("3 x grouped Thing").contains("acquireHere");
        for (Object owner : owners) {
            releaseHere(owner);
        }
        assertThat(Tracing.report()).doesNotContain("grouped");
    }

    @Test
    void lostOwnerIsReportedCountedAndReclaimed() throws InterruptedException {
        try (Heard heard = new Heard()) {
            CountDownLatch reclaimed = new CountDownLatch(1);
            Object kept = acquireHere("lost");
            lose(reclaimed);
            // The collector runs when it likes: ask until it has.
            for (int i = 0; i < 3_000 && Tracing.leaked("lost") == 0; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(Tracing.leaked("lost")).isEqualTo(1);
            assertThat(reclaimed.getCount()).as("counted when all is done").isZero();
            assertThat(Tracing.live("lost")).hasSize(1);
            assertThat(heard.warnings)
                    .singleElement()
                    .asString()
                    .startsWith("lost-leak: lost Thing was lost without a release:")
                    .contains("TracingTest.lose");
            releaseHere(kept);
        }
    }

    private static void lose(CountDownLatch reclaimed) {
        Tracing.acquired(new Object(), "lost", "Thing", reclaimed::countDown);
    }
}
