package dev.ferrite.offheap.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarnTest {
    private final List<String> heard = new ArrayList<>();
    private WarnSink before;

    @BeforeEach
    void listen() {
        Warn.reset();
        before = Warn.sink((category, message, site) ->
                heard.add(category + ": " + message + " at " + site.getStackTrace()[1].getMethodName()));
    }

    @AfterEach
    void restore() {
        Warn.sink(before);
        Warn.reset();
    }

    @Test
    void everyWarningIsCountedAndHeard() {
        Warn.warn("a", "x=1");
        Warn.warn("a", "x=2");
        assertThat(heard)
                .containsExactly("a: x=1 at everyWarningIsCountedAndHeard", "a: x=2 at everyWarningIsCountedAndHeard");
        assertThat(Warn.countOf("a")).isEqualTo(2);
        assertThat(Warn.countOf("b")).isZero();
    }

    @Test
    void onceIsHeardOnceAndCountedAlways() {
        Warn.once("a", "first");
        Warn.once("a", "second");
        Warn.once("b", "third");
        assertThat(heard).hasSize(2);
        assertThat(Warn.counts()).containsEntry("a", 2L).containsEntry("b", 1L);
    }
}
