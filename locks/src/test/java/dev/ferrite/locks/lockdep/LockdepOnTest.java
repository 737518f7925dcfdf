package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Backend;
import dev.ferrite.locks.Completion;
import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.GlobalLock;
import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Lock;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.SeqLock;
import dev.ferrite.locks.SpinLock;
import dev.ferrite.locks.Threads;
import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every lock there is, watched: in a JVM with the validator on. */
@EnabledIfSystemProperty(
        named = "ferrite.lockdep",
        matches = "true",
        disabledReason = "the validator is off in this JVM; the execution 'lockdep' of the build runs it with it on")
// Each test in a thread of its own, which holds nothing at first, whatever other tests left behind.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // what is locked how is the point
class LockdepOnTest {
    private final List<String> warnings = new ArrayList<>();
    private WarnSink before = (category, message, site) -> {};
    private int known;

    @BeforeEach
    void listen() {
        Lockdep.checkEndedThreads();
        before = Warn.sink((category, message, site) -> {
            synchronized (warnings) {
                warnings.add(category);
            }
        });
        known = Lockdep.reports().size();
    }

    @AfterEach
    void stopListening() {
        Warn.sink(before);
    }

    private List<LockdepReport> reports() {
        List<LockdepReport> all = Lockdep.reports();
        return all.subList(known, all.size());
    }

    private List<Kind> kinds() {
        return reports().stream().map(LockdepReport::kind).toList();
    }

    private static void nest(Lock<?, ?> outer, Lock<?, ?> inner) {
        try (var first = outer.lock();
                var second = inner.lock()) {
            assertThat(first.isHeld() && second.isHeld()).isTrue();
        }
    }

    @Test
    void mutexesInOppositeOrdersAreReportedWithBothStacks() {
        Mutex<String> a = Mutex.of("", "accounts");
        Mutex<String> b = Mutex.of("", "balances");
        nest(a, b);
        nest(a, b);
        assertThat(reports()).isEmpty();
        oppositeOrder(b, a);
        oppositeOrder(b, a);

        assertThat(kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThat(warnings).containsExactly("lockdep-circular-dependency");
        assertThat(reports().getFirst().text())
                .contains("LockdepOnTest.oppositeOrder")
                .contains("LockdepOnTest.nest")
                .contains("lock(balances)")
                .contains("lock(accounts)   waits");
    }

    private static void oppositeOrder(Mutex<String> outer, Mutex<String> inner) {
        nest(outer, inner);
    }

    @Test
    void oppositeOrdersInVirtualThreadsAreReported() throws InterruptedException {
        Mutex<String> a = Mutex.of("", "va");
        Mutex<String> b = Mutex.of("", "vb");
        Thread.ofVirtual().start(() -> nest(a, b)).join();
        assertThat(reports()).isEmpty();
        Thread.ofVirtual().start(() -> nest(b, a)).join();

        assertThat(kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThat(Lockdep.snapshot().classes())
                .filteredOn(node -> node.name().equals("va"))
                .extracting(GraphSnapshot.Node::usages)
                .containsExactly(".v..s");
    }

    @Test
    void locksOfOnePlaceAreOneClassAndOfTwoPlacesTwo() {
        List<Mutex<String>> same = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            same.add(Mutex.of("", "loop"));
        }
        Mutex<String> first = Mutex.of("", "loop");
        Mutex<String> second = Mutex.of("", "loop");
        nest(first, second);
        assertThat(reports()).isEmpty();
        nest(same.get(0), same.get(1));

        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void namesOfInstancesAreNoClassesOfTheirOwn() {
        List<SpinLock<String>> many = new ArrayList<>();
        for (int i = 0; i < CreationSite.NAMES + 2; i++) {
            many.add(SpinLock.of("", "inode" + i));
        }
        nest(many.get(0), many.get(1));
        assertThat(reports()).isEmpty();
        nest(many.get(CreationSite.NAMES), many.get(CreationSite.NAMES + 1));

        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void keySubclassAndOuterLockSayWhatIsOneClassAndWhatIsLegal() {
        LockClassKey key = LockClassKey.site();
        Mutex<String> parent = Mutex.of("", "parent", key);
        Mutex<String> child = Mutex.of("", "child", key);
        Mutex<String> outer = Mutex.of("", "outer");
        try (var first = parent.lock();
                var second = child.lockNested(1)) {
            assertThat(first.isHeld() && second.isHeld()).isTrue();
        }
        try (var all = outer.lock();
                var first = parent.lockNest(outer);
                var second = child.lockNest(outer)) {
            assertThat(all.isHeld() && first.isHeld() && second.isHeld()).isTrue();
        }
        assertThat(reports()).isEmpty();
        nest(parent, child);

        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
        assertThatThrownBy(() -> parent.lockNested(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(key::close).isInstanceOf(KernelBug.class);
    }

    @Test
    void keyOfAHeldLockCannotBeClosedAndAClosedOneIsReported() {
        LockClassKey key = LockClassKey.dynamic("device");
        Mutex<String> device = Mutex.of("", "device", key);
        try (var guard = device.lock()) {
            assertThat(guard.isHeld()).isTrue();
            assertThatThrownBy(key::close).isInstanceOf(KernelBug.class).hasMessageContaining("device");
        }
        key.close();
        key.close();
        try (var guard = device.lock()) {
            assertThat(guard.isHeld()).isTrue();
        }

        assertThat(kinds()).containsExactly(Kind.CLOSED_KEY);
        device.setClass(LockClassKey.dynamic("next"));
        device.lock().close();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void mutexInsideASpinLockIsReportedAndTryLockIsNot() {
        SpinLock<String> spin = SpinLock.of("", "outer-spin");
        Mutex<String> mutex = Mutex.of("", "inner-mutex");
        try (var guard = spin.lock()) {
            Guard<String> tried = mutex.tryLock();
            assertThat(guard.isHeld() && tried != null).isTrue();
            if (tried != null) {
                tried.close();
            }
        }
        assertThat(reports()).isEmpty();
        nest(spin, mutex);

        assertThat(kinds()).containsExactly(Kind.INVALID_WAIT_CONTEXT);
    }

    @Test
    void recursionIsReportedBeforeItIsRefused() {
        Mutex<String> mutex = Mutex.of("", "twice");
        try (var guard = mutex.lock()) {
            assertThatThrownBy(mutex::lock).isInstanceOf(KernelBug.class);
            assertThat(Lockdep.depth()).isEqualTo(1);
            assertThat(guard.isHeld()).isTrue();
        }
        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void unlockAndAssertionsOfWhatIsNotHeldAreReportedWithWhatIsHeld() {
        Mutex<String> held = Mutex.of("", "held");
        Mutex<String> other = Mutex.of("", "not-held");
        Guard<String> closed = other.lock();
        closed.close();
        try (var guard = held.lock()) {
            assertThat(guard.isHeld()).isTrue();
            held.assertHeld();
            assertThat(reports()).isEmpty();
            assertThatThrownBy(closed::close).isInstanceOf(KernelBug.class);
            assertThatThrownBy(other::assertHeld).isInstanceOf(KernelBug.class);
            assertThatThrownBy(() -> other.asJucLock().unlock()).isInstanceOf(IllegalMonitorStateException.class);
        }

        assertThat(kinds()).containsExactly(Kind.BAD_UNLOCK_BALANCE, Kind.NOT_HELD, Kind.BAD_UNLOCK_BALANCE);
        assertThat(reports()).allMatch(report -> report.text().contains("#0  held"));
    }

    @Test
    void waitOnAConditionGivesTheLockBackAndTakesItAgainInTheSameWay() throws InterruptedException {
        Mutex<String> mutex = Mutex.of("", "cv-mutex");
        Mutex<String> other = Mutex.of("", "cv-other");
        CondVar condVar = CondVar.of("cv");
        Thread waiter = Thread.ofPlatform().start(() -> {
            try (var guard = mutex.lockNested(3)) {
                condVar.wait(guard);
                assertThat(Lockdep.depth()).isEqualTo(1);
            }
        });
        Threads.await(() -> condVar.waiters() == 1);
        nest(mutex, other);
        condVar.notifyAllWaiters();
        Threads.join(waiter);
        assertThat(reports()).isEmpty();

        Thread unlucky = Thread.ofPlatform().start(() -> {
            try (var guard = other.lock();
                    var inner = SpinLock.of("", "cv-spin").lock()) {
                assertThat(inner.isHeld()).isTrue();
                condVar.waitInterruptibleTimeout(guard, 0);
            }
        });
        Threads.join(unlucky);
        assertThat(kinds()).contains(Kind.SLEEP_IN_ATOMIC);
    }

    @Test
    void waitWithTheGuardOfASpinLockIsLegal() {
        SpinLock<String> spin = SpinLock.of("", "cv-own-spin");
        CondVar condVar = CondVar.of("cv");
        try (var guard = spin.lock()) {
            condVar.waitInterruptibleTimeout(guard, 0);
            assertThat(Lockdep.depth()).isEqualTo(1);
        }

        assertThat(reports()).isEmpty();
    }

    @Test
    void sleepInAtomicContextIsReportedAndOutsideItIsNot() {
        SpinLock<String> spin = SpinLock.of("", "atomic");
        Mutex<String> mutex = Mutex.of("", "not-atomic");
        Completion done = Completion.of("done");
        done.completeAll();
        Kmalloc kmalloc = Kmalloc.system();
        try (var guard = mutex.lock()) {
            assertThat(guard.isHeld()).isTrue();
            done.waitForCompletion();
            Lockdep.mightSleep("the test");
            kmalloc.free(kmalloc.alloc(1 << 15, Gfp.GFP_KERNEL), 1 << 15, 16);
        }
        assertThat(reports()).isEmpty();
        try (var guard = spin.lock()) {
            assertThat(guard.isHeld()).isTrue();
            done.waitForCompletion();
            Lockdep.mightSleep("the test");
        }

        assertThat(kinds()).containsExactly(Kind.SLEEP_IN_ATOMIC, Kind.SLEEP_IN_ATOMIC);
    }

    @Test
    void doUnlockedReleasesForAWhile() {
        Mutex<String> outer = Mutex.of("", "do-outer");
        Mutex<String> inner = Mutex.of("", "do-inner");
        nest(outer, inner);
        try (var guard = inner.lock()) {
            guard.doUnlocked(() -> outer.lock().close());
            assertThat(Lockdep.depth()).isEqualTo(1);
        }

        assertThat(reports()).isEmpty();
    }

    @Test
    void readersOfARwLockAreBarredByWaitingWritersAndThoseOfOthersAreNot() {
        RwLock<String> ours = RwLock.of("", "rw");
        ReadWriteLock theirs = Lockdep.watch((ReadWriteLock) new ReentrantReadWriteLock(), "theirs");
        theirs.readLock().lock();
        theirs.readLock().lock();
        theirs.readLock().unlock();
        theirs.readLock().unlock();
        theirs.writeLock().lock();
        theirs.readLock().lock();
        theirs.writeLock().unlock();
        theirs.readLock().unlock();
        ours.write().downgrade().close();
        assertThat(reports()).isEmpty();
        assertThat(Lockdep.depth()).isZero();
        try (var first = ours.read();
                var second = ours.read()) {
            assertThat(first.get() + second.get()).isEmpty();
        }

        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void seqLockReaderInsideItsOwnWriterIsReported() throws InterruptedException {
        SeqLock<String> seq = SeqLock.of("", "seq");
        SpinLock<String> other = SpinLock.of("", "seq-other");
        nest(seq, other);
        assertThat(seq.retry(seq.begin())).isFalse();
        assertThat(reports()).isEmpty();
        try (var guard = other.lock()) {
            assertThat(guard.isHeld()).isTrue();
            assertThat(seq.retry(seq.begin())).isFalse();
        }

        assertThat(kinds())
                .as("a writer that waits for the other lock, whose holder reads")
                .containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void globalLocksHaveTheirOwnClasses() {
        GlobalLock<String> one = GlobalLock.uninit("ONE", () -> Mutex.of("", "ON_ONE"));
        GlobalLock<String> two = GlobalLock.uninit("TWO", () -> Mutex.of("", "ON_TWO"));
        one.init();
        two.init();
        try (var first = one.lock();
                var second = two.lock()) {
            assertThat(first.isHeld() && second.isHeld()).isTrue();
        }
        assertThat(reports()).isEmpty();
        try (var second = two.lock();
                var first = one.lock()) {
            assertThat(first.isHeld() && second.isHeld()).isTrue();
        }

        assertThat(reports()).hasSize(1);
        assertThat(reports().getFirst().classes()).containsExactly("ON_TWO", "ON_ONE");
    }

    @Test
    void watchedLocksOfOthersAreValidatedTogetherWithOurs() throws InterruptedException {
        java.util.concurrent.locks.Lock theirs = Lockdep.watch(new ReentrantLock(), "reentrant");
        Mutex<String> ours = Mutex.of("", "ours");
        theirs.lock();
        theirs.lock();
        ours.lock().close();
        theirs.unlock();
        theirs.unlock();
        assertThat(Lockdep.depth()).isZero();
        try (var guard = ours.lock()) {
            assertThat(guard.isHeld() && theirs.tryLock() && theirs.tryLock(1, TimeUnit.SECONDS))
                    .isTrue();
            theirs.unlock();
            theirs.unlock();
        }
        assertThat(reports()).isEmpty();
        try (var guard = ours.lock()) {
            assertThat(guard.isHeld()).isTrue();
            theirs.lockInterruptibly();
            theirs.unlock();
        }

        assertThat(kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThatThrownBy(theirs::unlock).isInstanceOf(IllegalMonitorStateException.class);
        assertThat(kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY, Kind.BAD_UNLOCK_BALANCE);
    }

    @Test
    void waitOnAConditionOfAWatchedLockReleasesItHoweverOftenItIsHeld() throws InterruptedException {
        java.util.concurrent.locks.Lock theirs = Lockdep.watch(new ReentrantLock(), "with-condition");
        var condition = theirs.newCondition();
        theirs.lock();
        theirs.lock();
        assertThat(condition.awaitNanos(1)).isNotPositive();
        assertThat(Lockdep.depth()).isEqualTo(1);
        theirs.unlock();
        assertThat(Lockdep.depth()).isEqualTo(1);
        theirs.unlock();

        assertThat(reports()).isEmpty();
    }

    @Test
    void stampedLockViewsAreNotReentrant() {
        java.util.concurrent.locks.Lock write = Lockdep.watch(new StampedLock().asWriteLock(), "stamped");
        write.lock();
        assertThat(write.tryLock()).isFalse();
        Thread self = Thread.currentThread();
        self.interrupt();
        assertThatThrownBy(write::lockInterruptibly).isInstanceOf(InterruptedException.class);
        assertThat(Lockdep.depth()).isEqualTo(1);
        write.unlock();

        assertThat(kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void viewsOfOurLocksAreNotWatchedTwice() {
        Mutex<String> mutex = Mutex.of("", "viewed");
        java.util.concurrent.locks.Lock view = mutex.asReentrantJucLock();
        assertThat(Lockdep.watch(view, "again")).isSameAs(view);
        view.lock();
        view.lock();
        assertThat(Lockdep.depth()).isEqualTo(1);
        view.unlock();
        view.unlock();

        assertThat(reports()).isEmpty();
    }

    @Test
    void freedMemoryOfAHeldLockIsReported() {
        Kmalloc kmalloc = Kmalloc.system();
        long block = kmalloc.alloc(64, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO);
        Mutex<String> inside = Mutex.fromRaw(block + 8, "", "inside");
        inside.lock().close();
        kmalloc.free(block, 64, 16);
        assertThat(reports()).isEmpty();
        long next = kmalloc.alloc(64, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO);
        Mutex<String> freed = Mutex.fromRaw(next + 8, "", "freed");
        try (var guard = freed.lock()) {
            assertThat(guard.isHeld()).isTrue();
            Lockdep.checkNoLocksFreed(next, 64);
        }
        kmalloc.free(next, 64, 16);

        assertThat(kinds()).containsExactly(Kind.HELD_LOCK_FREED);
    }

    @Test
    void threadThatEndsWithALockIsReportedWithoutBeingAsked() throws InterruptedException {
        Mutex<String> kept = Mutex.of("", "kept-for-ever");
        Thread.ofVirtual().start(kept::lock).join();
        Threads.await(() -> kinds().contains(Kind.HELD_AT_EXIT));

        assertThat(reports()).hasSize(1);
        assertThat(reports().getFirst().text()).contains("kept-for-ever").contains("has ended");
    }

    @Test
    void rcuReadersMustNotSleepNorWaitForThemselves() {
        Mutex<String> mutex = Mutex.of("", "rcu-mutex");
        SpinLock<String> spin = SpinLock.of("", "rcu-spin");
        try (var guard = mutex.lock()) {
            assertThat(guard.isHeld()).isTrue();
            Lockdep.rcuReadEnter();
            Lockdep.rcuReadEnter();
            spin.lock().close();
            Lockdep.rcuReadExit();
            Lockdep.rcuReadExit();
            Lockdep.rcuSynchronize();
        }
        assertThat(reports()).isEmpty();
        assertThat(Lockdep.depth()).isZero();

        Lockdep.rcuReadEnter();
        Lockdep.mightSleep("the test");
        Lockdep.rcuSynchronize();
        Lockdep.rcuReadExit();
        assertThat(kinds()).containsExactly(Kind.SLEEP_IN_ATOMIC, Kind.RECURSIVE_LOCKING);
    }

    @Test
    void gracePeriodUnderALockThatReadersTakeIsReported() {
        Lock<String, ?> lock = Lock.of(new TestBackend(), "", "rcu-any");
        Lockdep.rcuReadEnter();
        lock.lock().close();
        Lockdep.rcuReadExit();
        assertThat(reports()).isEmpty();
        try (var guard = lock.lock()) {
            assertThat(guard.isHeld()).isTrue();
            Lockdep.rcuSynchronize();
        }

        assertThat(kinds()).contains(Kind.CIRCULAR_DEPENDENCY);
    }

    /** A lock of which nobody has said how it waits. */
    private static final class TestBackend implements Backend {
        @Override
        public int wordBytes() {
            return 8;
        }

        @Override
        public void init(long word) {
            Words.setIntRelease(word, 0);
        }

        @Override
        public long lock(long word) {
            while (tryLock(word) == NOT_ACQUIRED) {
                Thread.onSpinWait();
            }
            return 0;
        }

        @Override
        public long tryLock(long word) {
            return Words.compareAndSetIntAcquire(word, 0, 1) ? 0 : NOT_ACQUIRED;
        }

        @Override
        public void unlock(long word, long state) {
            Words.setIntRelease(word, 0);
        }

        @Override
        public boolean isLocked(long word) {
            return Words.getIntOpaque(word) != 0;
        }
    }
}
