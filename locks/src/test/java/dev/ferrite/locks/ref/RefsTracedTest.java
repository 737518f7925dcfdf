package dev.ferrite.locks.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.trace.Tracing;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References and guards with the tracing twin on: who owned, and where it went wrong. */
class RefsTracedTest {
    private static final KmemCache CELLS = KmemCache.create("test-traced", 4, 4);

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private WarnSink before = Warn.sink((category, message, site) -> {
        // What other tests lost, the collector may find at any time.
        if (!category.endsWith("-leak") || message.contains(RefsTracedTest.class.getName())) {
            warnings.add(category + ": " + message);
        }
    });

    @BeforeEach
    void needsTheTwin() {
        assumeTrue(Tracing.REFS && Tracing.GUARDS, "runs in the execution 'trace', with the twin on");
        Warn.reset();
    }

    @AfterEach
    void restore() {
        before = Warn.sink(before);
        Warn.reset();
    }

    private static Arc<String> makeHere() {
        return Arc.of("value", value -> {}, Gfp.GFP_KERNEL);
    }

    private static void closeHere(AutoCloseable owner) {
        try {
            owner.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean leakOf(String what) {
        return Tracing.live(Tracing.REFERENCE).stream()
                .anyMatch(report -> report.what().equals(what));
    }

    /** An object that counts itself. */
    private static final class Counted implements AlwaysRefCounted {
        final long count = CELLS.alloc();

        Counted() {
            RefCount.set(count, 1);
        }

        @Override
        public void incRef() {
            RefCount.inc(count);
        }

        @Override
        public void decRef() {
            if (RefCount.decAndTest(count)) {
                CELLS.free(count);
            }
        }
    }

    @Test
    void secondCloseOfAnArcNamesItsOwnerAndAllSites() throws InterruptedException {
        Arc<String> keep = makeHere();
        Arc<String> owner = keep.dup().named("index of the cache");
        Threads.join(Thread.ofPlatform().name("the-closer").start(() -> closeHere(owner)));
        owner.close();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst())
                .startsWith("reference-double-release: reference Arc<String> 'index of the cache' was released twice:")
                .containsSubsequence("acquired by thread", "Arc.dup", "(the-closer)", "closeHere", "released again");
        assertThat(keep.count()).isEqualTo(1);
        keep.close();
    }

    @Test
    void useOfAClosedArcHasItsStoryAsCause() {
        Arc<String> owner = makeHere();
        closeHere(owner);
        assertThatThrownBy(owner::get)
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .hasMessageStartingWith("released by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("closeHere")))
                .cause()
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("makeHere")));
    }

    @Test
    void ownersThatWereGivenAwayMayBeClosed() {
        try (UniqueArc<String> unique = UniqueArc.of("value", value -> {}, Gfp.GFP_KERNEL)) {
            Arc<String> arc = unique.intoArc();
            long raw = arc.intoRaw();
            arc.close();
            Arc<String> back = Arc.fromRaw(raw, String.class);
            try (UniqueArc<String> again = Objects.requireNonNull(back.tryUnique())) {
                back.close();
                assertThat(again.get()).isEqualTo("value");
            }
        }
        assertThat(warnings).isEmpty();
        assertThat(leakOf("Arc<String>")).isFalse();
        assertThat(leakOf("UniqueArc<String>")).isFalse();
    }

    @Test
    void openOwnersAreListedByNameAndPlace() {
        try (Arc<String> arc = makeHere().named("listed")) {
            assertThat(arc.isOpen()).isTrue();
            assertThat(Tracing.report())
                    .contains("1 x reference Arc<String> 'listed'")
                    .contains("RefsTracedTest.makeHere");
        }
        assertThat(Tracing.report()).doesNotContain("listed");
    }

    @Test
    void lostOwnerIsReportedWithItsPlace() {
        long known = Tracing.leaked(Tracing.REFERENCE);
        lose();
        // The collector runs when it likes: ask until it has.
        Threads.await(() -> {
            System.gc();
            return Tracing.leaked(Tracing.REFERENCE) > known;
        });
        assertThat(warnings)
                .anyMatch(text -> text.startsWith("reference-leak: reference Arc<Integer> 'lost' was lost")
                        && text.contains("RefsTracedTest.lose"));
    }

    private static void lose() {
        Arc.of(5, value -> {}, Gfp.GFP_KERNEL).named("lost");
    }

    @Test
    void secondCloseOfAnARefNamesAllSites() {
        Counted object = new Counted();
        ARef<Counted> keep = ARef.fromRaw(object);
        ARef<Counted> owner = keep.dup().named("reader");
        closeHere(owner);
        owner.close();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("reference-double-release: reference ARef<Counted> 'reader'")
                .containsSubsequence("acquired by", "ARef.dup", "closeHere", "released again");
        assertThatThrownBy(owner::get).hasCauseInstanceOf(Throwable.class);
        keep.close();
    }

    @Test
    void countThatGoesUnderZeroNamesWhoDroppedItBefore() {
        long word = CELLS.alloc();
        RefCount.set(word, 1);
        dropHere(word);
        dropThere(word);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(RefCount.WARN_SUB_UAF)
                .containsSubsequence("oldest first:", "decAndTest by thread", "dropHere", "dropThere");
        RefCount.set(word, 0);
        RefCount.inc(word);
        assertThat(warnings.getLast())
                .startsWith(RefCount.WARN_ADD_UAF)
                .doesNotContain("dropHere")
                .contains("inc by thread");
        CELLS.free(word);
    }

    private static void dropHere(long word) {
        assertThat(RefCount.decAndTest(word)).isTrue();
    }

    private static void dropThere(long word) {
        assertThat(RefCount.decAndTest(word)).isFalse();
    }

    @Test
    void closedGuardNamesWhereItWasLockedAndClosed() {
        Mutex<String> mutex = Mutex.of("data", "traced");
        Guard<String> guard = lockHere(mutex);
        assertThat(Tracing.live(Tracing.GUARD)).anyMatch(report -> report.what().equals("Mutex traced"));
        closeHere(guard);
        assertThat(Tracing.live(Tracing.GUARD))
                .noneMatch(report -> report.what().equals("Mutex traced"));
        assertThatThrownBy(guard::get)
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("the guard is closed")
                .cause()
                .hasMessageStartingWith("released by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("closeHere")))
                .cause()
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("lockHere")));
        assertThatThrownBy(guard::close).isInstanceOf(KernelBug.class).hasCauseInstanceOf(Throwable.class);
    }

    private static Guard<String> lockHere(Mutex<String> mutex) {
        return mutex.lock();
    }
}
