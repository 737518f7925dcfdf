package dev.ferrite.runtime.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.ref.Arc;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.trace.Tracing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.openhft.chronicle.core.io.AbstractCloseable;
import net.openhft.chronicle.core.io.AbstractReferenceCounted;
import net.openhft.chronicle.core.io.ClosedIllegalStateException;
import net.openhft.chronicle.core.io.ReferenceOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our references in Chronicle's hands, checked by Chronicle's own tracing. */
class ReferencesChronicleTest {
    private final AtomicInteger dropped = new AtomicInteger();

    @BeforeEach
    void trace() {
        AbstractReferenceCounted.enableReferenceTracing();
        AbstractCloseable.enableCloseableTracing();
    }

    @AfterEach
    void nothingLeaked() {
        ChronicleTracing.feed();
        AbstractReferenceCounted.assertReferencesReleased();
        AbstractCloseable.assertCloseablesClosed();
        AbstractReferenceCounted.disableReferenceTracing();
        AbstractCloseable.disableCloseableTracing();
    }

    private Arc<String> arc() {
        return Arc.of("value", value -> dropped.getAndIncrement(), Gfp.GFP_KERNEL);
    }

    @Test
    void theLastReservationDropsTheValue() {
        ChronicleReference<String> shared = ChronicleReference.of(arc());
        ReferenceOwner reader = ReferenceOwner.temporary("reader");
        shared.reserve(reader);
        assertThat(shared.refCount()).isEqualTo(2);
        shared.release(ReferenceOwner.INIT);
        assertThat(shared.get()).isEqualTo("value");
        assertThat(dropped).hasValue(0);
        shared.releaseLast(reader);
        assertThat(dropped).hasValue(1);
        assertThatThrownBy(shared::get).isInstanceOf(ClosedIllegalStateException.class);
        assertThatThrownBy(() -> shared.reserve(reader)).isInstanceOf(ClosedIllegalStateException.class);
        assertThat(dropped).hasValue(1);
    }

    @Test
    void ourOtherOwnersKeepTheValueBeyondChronicles() {
        try (Arc<String> ours = arc()) {
            ChronicleReference<String> shared = ChronicleReference.of(ours.dup());
            assertThat(ours.count()).isEqualTo(2);
            shared.releaseLast();
            assertThat(ours.count()).isEqualTo(1);
            assertThat(dropped).hasValue(0);
        }
        assertThat(dropped).hasValue(1);
    }

    @Test
    void aDescriptorIsClosedByTheLastRelease() {
        long before = Fd.live();
        ChronicleReference<Fd> shared = ChronicleReference.ofOwner(
                Fd.own(Linux.memfdCreate("chronicle-test", Linux.MFD_CLOEXEC), "memfd_create"));
        assertThat(Fd.live()).isEqualTo(before + 1);
        shared.releaseLast();
        assertThat(Fd.live()).isEqualTo(before);
    }

    @Test
    void threadsThatReserveAndReleaseDropItOnce() throws InterruptedException {
        ChronicleReference<String> shared = ChronicleReference.of(arc());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            ReferenceOwner owner = ReferenceOwner.temporary("thread " + t);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 500; i++) {
                    shared.reserve(owner);
                    shared.release(owner);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(dropped).hasValue(0);
        shared.releaseLast();
        assertThat(dropped).hasValue(1);
    }

    @Test
    void chronicleFindsAReferenceThatWasForgotten() {
        ChronicleReference<String> forgotten = ChronicleReference.of(arc());
        assertThatThrownBy(AbstractReferenceCounted::assertReferencesReleased).isInstanceOf(AssertionError.class);
        forgotten.releaseLast();
        assertThatCode(AbstractReferenceCounted::assertReferencesReleased).doesNotThrowAnyException();
    }

    @Test
    void chronicleFindsAnOwnerOfOursThatWasForgottenAndSaysWhere() {
        assumeTrue(Tracing.REFS, "our twin needs -Dferrite.trace.refs=true");
        Arc<String> forgotten = arc().named("forgotten one");
        assertThat(ChronicleTracing.feed()).isEqualTo(1);
        assertThatThrownBy(AbstractCloseable::assertCloseablesClosed)
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(everything(error))
                        .contains("reference Arc<String> 'forgotten one'")
                        .contains("chronicleFindsAnOwnerOfOursThatWasForgottenAndSaysWhere"));
        forgotten.close();
        assertThat(ChronicleTracing.feed()).isZero();
        assertThatCode(AbstractCloseable::assertCloseablesClosed).doesNotThrowAnyException();
    }

    private static String everything(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
