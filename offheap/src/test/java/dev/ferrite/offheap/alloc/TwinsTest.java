package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Forked;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The debug twins, in JVMs of their own. */
@Timeout(180)
class TwinsTest {
    private static final String KASAN = "-Dferrite.kasan=true";

    @Test
    void misuseNeverEndsTheJvm() throws Exception {
        for (List<String> flags : List.of(List.<String>of(), List.of(KASAN), List.of("-Dferrite.trace.boxes=true"))) {
            Forked.Result result = ForkedJvm.run(Misuse.class, flags);
            assertThat(result.output())
                    .as("flags %s", flags)
                    .contains("wrong 0")
                    .contains("the end");
            assertThat(result.status()).isZero();
        }
    }

    @Test
    void kasanFindsWhatItPromises() throws Exception {
        Forked.Result result = ForkedJvm.run(KasanScenarios.class, List.of(KASAN));
        assertThat(result.output().lines())
                .contains(
                        "right: 1 report(s): [out-of-bounds in watched +alloc +free]",
                        "left: 1 report(s): [out-of-bounds in watched +alloc]",
                        "after free: 1 report(s): [use-after-free in watched +alloc +free]",
                        "after free, by the quarantine: 1 report(s): [use-after-free in watched +alloc +free freeHere]",
                        "twice: 1 report(s): [double-free in watched +alloc +free freeHere]",
                        "no block: 1 report(s): [invalid-free in watched +alloc]",
                        "asked, beyond: 1 report(s): [out-of-bounds in watched +alloc]",
                        "asked, before: 1 report(s): [out-of-bounds in watched +alloc]",
                        "asked, freed: 1 report(s): [use-after-free in watched +alloc +free]",
                        "pages: 1 report(s): [out-of-bounds in vmalloc +alloc +free]",
                        "cache: 1 report(s): [double-free in watched-objects +alloc +free]",
                        "stale segment threw",
                        "stacks true",
                        "stale vector segment threw",
                        "leaks 1",
                        "leak site true",
                        "model reports []",
                        "sweep 0",
                        "the end")
                .noneMatch(line -> line.startsWith("MISSED"));
        assertThat(result.status()).isZero();
    }

    @Test
    void forgottenOwnersAreReportedAndReclaimed() throws Exception {
        Forked.Result result = ForkedJvm.run(LeakScenario.class, List.of("-Dferrite.trace.boxes=true"));
        assertThat(result.output().lines())
                .contains("leaked 2 live 1", "sites 1 1", "dropped [1, 2, 3, 5]", "objects 0", "the end")
                .contains("WARNING: trace-exit: still open at exit:", "1 x box KBox<bytes[32]> 'kept'")
                .anyMatch(line -> line.contains("at dev.ferrite.offheap.alloc.LeakScenario.keepTillExit"));
    }

    @Test
    void switchedOffTheTwinsAreNotEvenLoaded() throws Exception {
        Forked.Result off = ForkedJvm.run(Misuse.class, List.of("-Xlog:class+load:stdout"));
        assertThat(off.output())
                .contains("dev.ferrite.offheap.alloc.Kmalloc ")
                .doesNotContain("dev.ferrite.offheap.alloc.KasanHeap ")
                .doesNotContain("dev.ferrite.offheap.alloc.KasanTracks ")
                .doesNotContain("dev.ferrite.offheap.trace.Own")
                .doesNotContain("dev.ferrite.offheap.trace.Site ");
        Forked.Result on = ForkedJvm.run(Misuse.class, List.of("-Xlog:class+load:stdout", KASAN));
        assertThat(on.output()).contains("dev.ferrite.offheap.alloc.KasanHeap ");
    }

    @Test
    void switchesAreConstantsThatTheCompilerFolds() throws Exception {
        List<Field> switches = new ArrayList<>(List.of(Kasan.class.getField("ENABLED")));
        for (String name : List.of("BOXES", "REFS", "MAPPINGS", "GUARDS")) {
            switches.add(Tracing.class.getField(name));
        }
        for (Field field : switches) {
            int modifiers = field.getModifiers();
            assertThat(Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers))
                    .isTrue();
            assertThat(field.getBoolean(null)).as(field.getName()).isFalse();
        }
        assertThat(Kasan.leaks()).isEmpty();
        assertThat(Kasan.sweep()).isEmpty();
        Kasan.check(0x1234, 100);
    }
}
