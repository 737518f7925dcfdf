package dev.ferrite.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void commasStandBetweenAndNotBehind() {
        var json = new Json();
        json.object(() -> {
            json.name("a").value(1);
            json.name("b").array(List.of(1.5, 2.0), json::value);
            json.name("c").array(List.<String>of(), json::value);
            json.name("d").object(() -> json.name("e").value("f"));
            json.name("g").value(Double.POSITIVE_INFINITY);
        });

        assertThat(json).hasToString("{\"a\":1,\"b\":[1.5,2],\"c\":[],\"d\":{\"e\":\"f\"},\"g\":null}\n");
    }

    @Test
    void quotesAndControlsAreEscaped() {
        var json = new Json();
        json.value("a\"b\\c\nd");

        assertThat(json).hasToString("\"a\\\"b\\\\c\\u000ad\"\n");
    }
}
