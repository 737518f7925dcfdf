package dev.ferrite.offheap.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boxes and mappings with the twin on. */
class OwnersTracedTest {
    @BeforeEach
    void needsTheTwin() {
        assumeTrue(Tracing.BOXES && Tracing.MAPPINGS, "runs in the execution 'trace', with the twin on");
    }

    private static KBox<RawBytes> box() {
        return KBox.zeroed(RawBytes.type(48, 8), Gfp.GFP_KERNEL);
    }

    private static Mapping map() {
        return Mapping.confined(-1, 0, 4096, Linux.PROT_READ, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);
    }

    private static void closeHere(AutoCloseable owner) throws Exception {
        owner.close();
    }

    @Test
    void secondCloseOfABoxNamesTheFirstAndTheMaking() throws Exception {
        KBox<RawBytes> box = box();
        closeHere(box);
        assertThatThrownBy(box::close)
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .hasMessageStartingWith("released by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("closeHere")))
                .cause()
                .hasMessageStartingWith("acquired by thread")
                .satisfies(site -> assertThat(site.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("box")));
        assertThatThrownBy(box::segment).hasCauseInstanceOf(Site.class);
    }

    @Test
    void boxThatGaveItsBlockAwayIsNotOpen() {
        int before = Tracing.live(Tracing.BOX).size();
        KBox<RawBytes> box = box();
        assertThat(Tracing.live(Tracing.BOX)).hasSize(before + 1);
        long raw = box.intoRaw();
        box.close();
        assertThat(Tracing.live(Tracing.BOX)).hasSize(before);
        Kmalloc.system().free(raw);
    }

    @Test
    void secondCloseOfAMappingIsReportedAndHarmless() throws Exception {
        try (Heard heard = new Heard()) {
            Mapping mapping = map();
            closeHere(mapping);
            mapping.close();
            assertThat(heard.warnings)
                    .singleElement()
                    .asString()
                    .startsWith("mapping-double-release: mapping Mapping 0x")
                    .contains("length=4096")
                    .containsSubsequence("OwnersTracedTest.map", "OwnersTracedTest.closeHere", "released again");
            assertThatThrownBy(mapping::segment)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(Site.class);
        }
    }

    @Test
    void openMappingIsListed() {
        try (Mapping mapping = map()) {
            assertThat(Tracing.live(Tracing.MAPPING))
                    .anyMatch(report -> report.what().equals(mapping.toString()));
        }
    }
}
