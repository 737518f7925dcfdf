package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import org.junit.jupiter.api.Test;

/** Where a lock may be taken and released, what may be freed, how much is too much. */
class ContextRulesTest {
    private final Scene scene = new Scene();
    private final LockdepMap spin = scene.lock("spin", WaitType.SPIN);
    private final LockdepMap mutex = scene.lock("mutex", WaitType.SLEEP);
    private final LockdepMap any = scene.lock("any", WaitType.UNKNOWN);

    @Test
    void sleepingLockInsideASpinningOneIsReported() {
        scene.nest(mutex, spin, any, mutex);

        assertThat(scene.kinds()).startsWith(Kind.INVALID_WAIT_CONTEXT);
        assertThat(scene.reports.getFirst().classes()).containsExactly("spin", "mutex");
    }

    @Test
    void spinningLockInsideASleepingOneIsNot() {
        scene.nest(mutex, spin, scene.lock("other", WaitType.SPIN));

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void triedMutexInsideASpinningLockIsNot() {
        HeldLocks thread = scene.thread();
        thread.acquire(spin, Lockdep.EXCLUSIVE);
        thread.acquire(mutex, Lockdep.EXCLUSIVE | Lockdep.TRY);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void mutexAfterTheSpinningLockWasReleasedIsNot() {
        HeldLocks thread = scene.thread();
        thread.acquire(spin, Lockdep.EXCLUSIVE);
        thread.acquire(any, Lockdep.EXCLUSIVE | Lockdep.TRY);
        thread.release(spin, Lockdep.EXCLUSIVE);
        thread.acquire(mutex, Lockdep.EXCLUSIVE);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void lockOfAtomicSectionsThatIsHeldAcrossASleepIsReported() {
        scene.nest(spin, any);
        assertThat(scene.reports).isEmpty();
        scene.nest(any, mutex);

        assertThat(scene.kinds()).containsExactly(Kind.INCONSISTENT_USAGE);
    }

    @Test
    void lockHeldAcrossASleepThatIsOnlyTriedInAtomicSectionsIsNot() {
        HeldLocks thread = scene.thread();
        thread.acquire(spin, Lockdep.EXCLUSIVE);
        thread.acquire(any, Lockdep.EXCLUSIVE | Lockdep.TRY);
        thread.release(any, Lockdep.EXCLUSIVE);
        thread.release(spin, Lockdep.EXCLUSIVE);
        scene.nest(any, mutex);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void unlockOfWhatIsNotHeldIsReportedAndTheRestStays() {
        HeldLocks thread = scene.thread();
        thread.acquire(mutex, Lockdep.EXCLUSIVE);
        thread.release(any, Lockdep.EXCLUSIVE);
        assertThat(scene.kinds()).containsExactly(Kind.BAD_UNLOCK_BALANCE);
        assertThat(scene.reports.getFirst().text()).contains("any").contains("#0  mutex");

        thread.release(mutex, Lockdep.EXCLUSIVE);

        assertThat(scene.reports).hasSize(1);
    }

    @Test
    void unlockInAnyOrderIsNotReported() {
        HeldLocks thread = scene.thread();
        LockdepMap[] five = scene.locks(5);
        for (LockdepMap lock : five) {
            thread.acquire(lock, Lockdep.EXCLUSIVE);
        }
        for (int i : new int[] {2, 0, 4, 1, 3}) {
            thread.release(five[i], Lockdep.EXCLUSIVE);
        }

        assertThat(scene.reports).isEmpty();
        assertThat(thread.depth).isZero();
    }

    @Test
    void fortyEightLocksAreFineAndOneMoreIsReportedAndStaysBalanced() {
        LockdepMap[] many = new LockdepMap[HeldLocks.MAX_DEPTH + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = scene.lock("lock" + i);
        }
        HeldLocks thread = scene.thread();
        for (int i = 0; i < HeldLocks.MAX_DEPTH; i++) {
            thread.acquire(many[i], Lockdep.EXCLUSIVE);
        }
        assertThat(scene.reports).isEmpty();

        thread.acquire(many[HeldLocks.MAX_DEPTH], Lockdep.EXCLUSIVE);
        assertThat(scene.kinds()).containsExactly(Kind.LIMIT);

        for (int i = many.length - 1; i >= 0; i--) {
            thread.release(many[i], Lockdep.EXCLUSIVE);
        }
        assertThat(scene.reports).hasSize(1);
        assertThat(thread.depth).isZero();
        scene.nest(many[1], many[0]);
        assertThat(scene.kinds()).containsExactly(Kind.LIMIT, Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void classesBeyondTheLimitAreReportedOnceAndNotValidated() {
        HeldLocks thread = scene.thread();
        for (int i = 0; i < LockGraph.MAX_CLASSES; i++) {
            Scene.nest(thread, scene.lock("l"));
        }
        assertThat(scene.reports).isEmpty();

        Scene.nest(thread, scene.lock("more"), scene.lock("evenMore"));
        assertThat(scene.kinds()).containsExactly(Kind.LIMIT);
        assertThat(thread.depth).isZero();
    }

    @Test
    void memoryOfAHeldLockIsReportedWhoeverFreesIt() {
        long address = 0x7f00_0000_1000L;
        LockdepMap inside =
                LockdepMap.of(new Object(), "inside", WaitType.SLEEP, address, new LockClassKey("inside", true));
        HeldLocks holder = scene.thread();
        holder.acquire(inside, Lockdep.EXCLUSIVE);
        HeldLocks other = scene.thread();
        scene.graph.threads.checkNotFreed(other, address - 64, 64);
        scene.graph.threads.checkNotFreed(other, address + 1, 64);
        assertThat(scene.reports).isEmpty();

        scene.graph.threads.checkNotFreed(other, address - 8, 64);
        assertThat(scene.kinds()).containsExactly(Kind.HELD_LOCK_FREED);

        holder.release(inside, Lockdep.EXCLUSIVE);
        LockdepMap next = LockdepMap.of(new Object(), "next", WaitType.SLEEP, address, new LockClassKey("next", true));
        Scene.nest(holder, next);
        assertThat(scene.graph.threads.checkNotFreed(other, address, 64)).isTrue();
    }

    @Test
    void threadsThatEndWithLocksAreReportedPlatformAndVirtual() throws InterruptedException {
        for (Thread.Builder builder : new Thread.Builder[] {Thread.ofPlatform(), Thread.ofVirtual()}) {
            LockdepMap kept = scene.lock("kept");
            builder.start(() -> scene.thread().acquire(kept, Lockdep.EXCLUSIVE)).join();
            builder.start(() -> scene.nest(kept)).join();
        }
        assertThat(scene.graph.threads.count()).isEqualTo(4);
        scene.graph.threads.scanEnded();
        scene.graph.threads.scanEnded();

        assertThat(scene.kinds()).containsExactly(Kind.HELD_AT_EXIT, Kind.HELD_AT_EXIT);
        assertThat(scene.graph.threads.count()).isZero();
    }

    @Test
    void endedThreadsAreForgottenWithoutAWatch() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            Thread.ofVirtual().start(() -> scene.nest(mutex)).join();
        }

        assertThat(scene.graph.threads.count()).isLessThan(600);
    }
}
