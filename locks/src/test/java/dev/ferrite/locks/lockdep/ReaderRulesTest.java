package dev.ferrite.locks.lockdep;

import static dev.ferrite.locks.lockdep.Lockdep.EXCLUSIVE;
import static dev.ferrite.locks.lockdep.Lockdep.READ;
import static dev.ferrite.locks.lockdep.Lockdep.RECURSIVE_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import org.junit.jupiter.api.Test;

/** Readers: a recursive one waits for a writer that holds the lock, another also for one that waits. */
class ReaderRulesTest {
    private final Scene scene = new Scene();
    private final LockdepMap a = scene.lock("a");
    private final LockdepMap b = scene.lock("b");
    private final LockdepMap x = scene.lock("x");

    private void nest(LockdepMap outer, int outerMode, LockdepMap inner, int innerMode) {
        HeldLocks thread = scene.thread();
        thread.acquire(outer, outerMode);
        thread.acquire(inner, innerMode);
        thread.release(inner, innerMode);
        thread.release(outer, outerMode);
        assertThat(thread.depth).isZero();
    }

    @Test
    void readingTwiceIsLegalForRecursiveReadersOnly() {
        nest(a, RECURSIVE_READ, a, RECURSIVE_READ);
        nest(a, READ, a, RECURSIVE_READ);
        assertThat(scene.reports).isEmpty();

        nest(a, READ, a, READ);
        assertThat(scene.kinds()).containsExactly(Kind.RECURSIVE_LOCKING);
    }

    @Test
    void upgradeAndReadingWhatOneWritesAreReported() {
        nest(a, RECURSIVE_READ, a, EXCLUSIVE);
        nest(b, EXCLUSIVE, b, RECURSIVE_READ);

        assertThat(scene.kinds()).containsExactly(Kind.RECURSIVE_LOCKING, Kind.RECURSIVE_LOCKING);
    }

    @Test
    void recursiveReadersInOppositeOrdersAreNotReported() {
        nest(a, RECURSIVE_READ, b, RECURSIVE_READ);
        nest(b, RECURSIVE_READ, a, RECURSIVE_READ);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void readersThatAWaitingWriterBarsAreReportedInOppositeOrders() {
        nest(a, READ, b, READ);
        nest(b, READ, a, READ);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void writerInsideEachReaderIsReported() {
        nest(a, RECURSIVE_READ, b, EXCLUSIVE);
        assertThat(scene.reports).isEmpty();
        nest(b, RECURSIVE_READ, a, EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
        assertThat(scene.reports.getFirst().text()).contains("read(b)").contains("lock(a)   waits");
    }

    @Test
    void recursiveReaderOfWhatIsHeldSharedBreaksACycle() {
        nest(a, EXCLUSIVE, x, RECURSIVE_READ);
        nest(x, RECURSIVE_READ, a, EXCLUSIVE);

        assertThat(scene.reports).isEmpty();
    }

    @Test
    void recursiveReaderOfWhatIsHeldExclusivelyDoesNot() {
        nest(a, EXCLUSIVE, x, RECURSIVE_READ);
        nest(x, EXCLUSIVE, a, EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void anEdgeThatWasHarmlessIsLookedAtAgainInAnotherKind() {
        nest(a, EXCLUSIVE, x, RECURSIVE_READ);
        nest(x, RECURSIVE_READ, a, EXCLUSIVE);
        assertThat(scene.reports).isEmpty();

        nest(a, EXCLUSIVE, x, EXCLUSIVE);

        assertThat(scene.kinds()).containsExactly(Kind.CIRCULAR_DEPENDENCY);
    }

    @Test
    void readerIsReleasedAsReaderAndWriterAsWriter() {
        HeldLocks thread = scene.thread();
        thread.acquireReentrant(a, EXCLUSIVE);
        thread.acquireReentrant(a, RECURSIVE_READ);
        thread.release(a, EXCLUSIVE);
        assertThat(thread.depth).isEqualTo(1);
        assertThat(thread.chain(0).mode()).isEqualTo(RECURSIVE_READ);
        thread.release(a, RECURSIVE_READ);

        assertThat(scene.reports)
                .as("the writer may read, and stay as a reader")
                .isEmpty();
        assertThat(thread.depth).isZero();
    }
}
