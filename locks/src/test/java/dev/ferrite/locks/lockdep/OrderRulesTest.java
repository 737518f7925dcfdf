package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The order of locks: each rule with what must be reported and the nearest thing that must not. */
class OrderRulesTest {
    private final Scene scene = new Scene();
    private final LockdepMap a = scene.lock("a");
    private final LockdepMap b = scene.lock("b");
    private final LockdepMap c = scene.lock("c");

    @Test
    void oppositeOrdersInOneThreadAreReportedThoughNobodyWaits() {
        HeldLocks thread = scene.thread();
        Scene.nest(thread, a, b);
        Scene.nest(thread, b, a);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThat(scene.reports.getFirst().classes()).containsExactly("b", "a");
    }

    @Test
    void oneOrderManyTimesIsNotReported() {
        for (int i = 0; i < 100; i++) {
            scene.nest(a, b, c);
            scene.nest(a, c);
            scene.nest(b, c);
        }

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void locksOneAfterTheOtherHaveNoOrder() {
        HeldLocks thread = scene.thread();
        Scene.nest(thread, a);
        Scene.nest(thread, b);
        Scene.nest(thread, a);

        assertThat(scene.reports).isEmpty();
        assertThat(scene.graph.snapshot().edges()).isEmpty();
    }

    /** The validator has no clock: between the two, as much may happen as in an hour, and the first thread may be gone. */
    @Test
    void oppositeOrdersOfTwoThreadsAreReportedHoweverFarApart() throws InterruptedException {
        Thread first = Thread.ofPlatform().start(() -> scene.nest(a, b));
        first.join();
        scene.graph.threads.scanEnded();
        LockdepMap[] others = scene.locks(26);
        for (int i = 0; i < 30_000; i++) {
            int outer = ThreadLocalRandom.current().nextInt(others.length - 1);
            int inner = ThreadLocalRandom.current().nextInt(outer + 1, others.length);
            scene.nest(others[outer], others[inner]);
        }
        assertThat(scene.reports).isEmpty();

        scene.nest(b, a);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void cycleOfThreeIsReported() {
        scene.nest(a, b);
        scene.nest(b, c);
        assertThat(scene.reports).isEmpty();

        scene.nest(c, a);

        assertThat(scene.reports).hasSize(1);
        assertThat(scene.reports.getFirst().cycle()).hasSize(3);
        assertThat(scene.reports.getFirst().classes()).containsExactly("c", "a", "b");
    }

    @Test
    void cycleOfFiveIsReportedAndFourOfItsLinksAreNot() {
        LockdepMap[] five = scene.locks(5);
        for (int i = 0; i < 4; i++) {
            scene.nest(five[i], five[i + 1]);
        }
        assertThat(scene.reports).isEmpty();

        scene.nest(five[4], five[0]);

        assertThat(scene.reports).hasSize(1);
        assertThat(scene.reports.getFirst().cycle()).hasSize(5);
    }

    @Test
    void shortestOfSeveralCyclesIsReported() {
        LockdepMap[] five = scene.locks(5);
        for (int i = 0; i < 4; i++) {
            scene.nest(five[i], five[i + 1]);
        }
        scene.nest(five[0], five[3]);
        scene.nest(five[3], five[4]);

        scene.nest(five[4], five[0]);

        assertThat(scene.reports).hasSize(1);
        assertThat(scene.reports.getFirst().classes()).containsExactly("lockE", "lockA", "lockD");
    }

    @Test
    void oneAcquisitionIsOneReportHoweverManyCyclesItCloses() {
        scene.nest(c, a);
        scene.nest(a, b, c);

        assertThat(scene.reports).hasSize(1);
        assertThat(scene.reports.getFirst().cycle()).hasSize(2);
        assertThat(scene.reports.getFirst().text()).contains("The same happens by way of b -> c -> a.");
    }

    @Test
    void problemIsReportedOnceAndTheNextOneAllTheSame() {
        scene.nest(a, b);
        for (int i = 0; i < 10; i++) {
            scene.nest(b, a);
            scene.nest(c, b, a);
        }
        assertThat(scene.reports).hasSize(1);
        LockdepMap d = scene.lock("d");
        LockdepMap e = scene.lock("e");

        scene.nest(d, e);
        scene.nest(e, d);

        assertThat(scene.reports).hasSize(2);
    }

    @Test
    void tryLockInsideIsNotReported() {
        scene.nest(a, b);
        HeldLocks thread = scene.thread();
        thread.acquire(b, Lockdep.EXCLUSIVE);
        thread.acquire(a, Lockdep.EXCLUSIVE | Lockdep.TRY);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void waitingInsideATryLockIsReported() {
        scene.nest(a, b);
        HeldLocks thread = scene.thread();
        thread.acquire(b, Lockdep.EXCLUSIVE | Lockdep.TRY);
        thread.acquire(a, Lockdep.EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void lockReleasedOutOfOrderOrdersNothingAfterwards() {
        HeldLocks thread = scene.thread();
        thread.acquire(a, Lockdep.EXCLUSIVE);
        thread.acquire(b, Lockdep.EXCLUSIVE);
        thread.release(a, Lockdep.EXCLUSIVE);
        thread.acquire(c, Lockdep.EXCLUSIVE);
        thread.release(b, Lockdep.EXCLUSIVE);
        thread.release(c, Lockdep.EXCLUSIVE);

        assertThat(scene.graph.snapshot().edges())
                .extracting(edge -> edge.from().name() + edge.to().name())
                .containsExactlyInAnyOrder("ab", "bc");
        assertThat(thread.depth).isZero();
        scene.nest(c, b);
        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void twoInstancesOfOneClassNestedAreReported() {
        LockClassKey key = new LockClassKey("inode", true);
        LockdepMap parent = scene.lock("inode", WaitType.SLEEP, key);
        LockdepMap child = scene.lock("inode", WaitType.SLEEP, key);
        scene.nest(parent, child);

        assertThat(scene.kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
        assertThat(scene.reports.getFirst().text()).contains("another lock of the same class");
    }

    @Test
    void twoInstancesOfOneClassOneAfterTheOtherAreNot() {
        LockClassKey key = new LockClassKey("inode", true);
        HeldLocks thread = scene.thread();
        Scene.nest(thread, scene.lock("inode", WaitType.SLEEP, key));
        Scene.nest(thread, scene.lock("inode", WaitType.SLEEP, key));

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void oneKeyUnderTwoNamesIsOneClass() {
        LockClassKey key = new LockClassKey("key", true);
        scene.nest(scene.lock("left", WaitType.SLEEP, key), scene.lock("right", WaitType.SLEEP, key));

        assertThat(scene.kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void twoKeysUnderOneNameAreTwoClasses() {
        scene.nest(scene.lock("same"), scene.lock("same"));

        assertThat(scene.reports).isEmpty();
        assertThat(scene.graph.snapshot().classes())
                .extracting(GraphSnapshot.Node::name)
                .containsExactly("same", "same#2");
    }

    @Test
    void sameLockTwiceIsReported() {
        scene.nest(a, a);

        assertThat(scene.kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
        assertThat(scene.reports.getFirst().text()).contains("which it holds already");
    }

    @Test
    void subclassMakesNestingLegalInOneOrderOnly() {
        LockClassKey key = new LockClassKey("inode", true);
        LockdepMap parent = scene.lock("inode", WaitType.SLEEP, key);
        LockdepMap child = scene.lock("inode", WaitType.SLEEP, key);
        HeldLocks thread = scene.thread();
        thread.acquire(parent, Lockdep.EXCLUSIVE);
        thread.acquireSlow(child, 1, Lockdep.EXCLUSIVE);
        thread.release(child, Lockdep.EXCLUSIVE);
        thread.release(parent, Lockdep.EXCLUSIVE);
        assertThat(scene.reports).isEmpty();

        thread.acquireSlow(parent, 1, Lockdep.EXCLUSIVE);
        thread.acquire(child, Lockdep.EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThat(scene.reports.getFirst().classes()).containsExactly("inode/1", "inode");
    }

    @Test
    void outerLockMakesAnyNestingOfAClassLegal() {
        LockClassKey key = new LockClassKey("vma", true);
        LockdepMap[] inner = new LockdepMap[5];
        HeldLocks thread = scene.thread();
        thread.acquire(a, Lockdep.EXCLUSIVE);
        for (int i = 0; i < inner.length; i++) {
            inner[i] = scene.lock("vma", WaitType.SLEEP, key);
            thread.acquireNested(inner[i], a);
        }
        for (LockdepMap lock : inner) {
            thread.release(lock, Lockdep.EXCLUSIVE);
        }
        thread.release(a, Lockdep.EXCLUSIVE);
        assertThat(scene.reports).isEmpty();
        assertThat(thread.depth).isZero();

        scene.nest(inner[0], a);
        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void outerLockThatIsNotHeldIsReported() {
        scene.thread().acquireNested(b, a);

        assertThat(scene.kinds()).containsExactly(Kind.NEST_LOCK_NOT_HELD);
    }

    @Test
    void classOfAClosedKeyIsForgottenAndTheNextOneIsNew() {
        LockClassKey first = LockClassKey.dynamic("device");
        LockdepMap device = scene.lock("device", WaitType.SLEEP, first);
        scene.nest(a, device, b);
        scene.graph.unregister(first);
        first.close();
        assertThat(scene.graph.snapshot().classes())
                .extracting(GraphSnapshot.Node::name)
                .containsExactly("a", "b");

        LockdepMap again = scene.lock("device", WaitType.SLEEP, LockClassKey.dynamic("device"));
        scene.nest(again, a);
        assertThat(scene.reports).isEmpty();

        scene.nest(b, a);
        assertThat(scene.kinds())
                .as("a before b does not depend on what stood between")
                .containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void lockOfAClosedKeyIsReportedAndStaysBalanced() {
        LockClassKey key = LockClassKey.dynamic("device");
        LockdepMap device = scene.lock("device", WaitType.SLEEP, key);
        scene.graph.unregister(key);
        key.close();
        HeldLocks thread = scene.thread();
        Scene.nest(thread, a, device, b);

        assertThat(scene.kinds()).containsExactly(Kind.CLOSED_KEY);
        assertThat(thread.depth).isZero();
    }
}
