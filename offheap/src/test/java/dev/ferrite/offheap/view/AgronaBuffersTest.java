package dev.ferrite.offheap.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Forked;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In JVMs of their own: the flag that Agrona needs is not one of the tests', and Agrona must be missing once. */
class AgronaBuffersTest {
    private static final String EXPORT = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    @Test
    void withTheFlagViewsShareMemoryAndAreEmptyAfterTheEnd() throws Exception {
        var result = Forked.run(AgronaScenario.class, List.of(EXPORT), jar -> true);
        assertThat(result.output())
                .contains("shared: true")
                .contains("closed box: IndexOutOfBoundsException")
                .contains("grown vec: IndexOutOfBoundsException")
                .contains("closed mapping: IndexOutOfBoundsException")
                .contains("read-only mapping: IllegalArgumentException")
                .contains("no value: IllegalStateException")
                .contains("end");
        assertThat(result.status()).isZero();
    }

    @Test
    void withoutTheFlagOneExceptionNamesIt() throws Exception {
        var result = Forked.run(AgronaScenario.class, List.of(), jar -> true);
        assertThat(result.output())
                .contains("IllegalStateException: Agrona's buffers need " + EXPORT)
                .contains("end");
        assertThat(result.status()).isZero();
    }

    @Test
    void withoutAgronaEverythingElseWorksAndOneExceptionNamesIt() throws Exception {
        var result = Forked.run(AgronaScenario.class, List.of(), jar -> !jar.contains("agrona"));
        assertThat(result.output())
                .contains("byte buffer: 7")
                .contains("IllegalStateException: Agrona is not on the path")
                .contains("end");
        assertThat(result.status()).isZero();
    }
}
