package dev.ferrite.perf.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 15, 16, 17, 100, 1_000, 65_535, 65_536, 1_000_000_007L, Long.MAX_VALUE / 2})
    void quantileIsTheTimeOrAnEighthMore(long time) {
        var histogram = new Histogram();
        histogram.record(time);
        histogram.record(Long.MAX_VALUE);

        assertThat(histogram.quantile(0.5)).isBetween(time, time + time / 8);
    }

    @Test
    void quantilesOfEvenlySpreadTimes() {
        var histogram = new Histogram();
        for (int i = 1; i <= 10_000; i++) {
            histogram.record(i);
        }

        assertThat(histogram.count()).isEqualTo(10_000);
        assertThat(histogram.quantile(0.5)).isBetween(5_000L, 5_625L);
        assertThat(histogram.quantile(0.999)).isBetween(9_990L, 10_000L);
        assertThat(histogram.longest()).isEqualTo(10_000);
    }

    @Test
    void addingIsRecordingBoth() {
        var one = new Histogram();
        one.record(10);
        var other = new Histogram();
        other.record(1_000);
        one.add(other);

        assertThat(one.count()).isEqualTo(2);
        assertThat(one.quantile(0.5)).isEqualTo(10);
        assertThat(one.longest()).isEqualTo(1_000);
        one.clear();
        assertThat(one.count()).isZero();
        assertThat(one.quantile(0.5)).isZero();
    }
}
