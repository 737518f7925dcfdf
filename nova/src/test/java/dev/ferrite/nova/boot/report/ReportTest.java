package dev.ferrite.nova.boot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aSampleIsTheMeanOfItsBatchInPicoseconds() {
        Latencies latencies = new Latencies();
        latencies.record(Operation.SPIN_LOCK, 64 * 10 + 32);
        latencies.record(Operation.GETPARAM, 123);
        Map<Operation, Histogram> merged = Latencies.merge(List.of(latencies));
        assertThat(LatencyRow.of(merged))
                .allSatisfy(row -> assertThat(row.max())
                        .isCloseTo(row.operation() == Operation.SPIN_LOCK ? 10.5 : 123, within(0.2)));
        assertThat(merged.values().stream().mapToLong(Histogram::getTotalCount).sum())
                .isEqualTo(2);
    }

    @Test
    void threadsAreMergedAndUnusedOperationsHaveNoRow() {
        Latencies one = new Latencies();
        Latencies two = new Latencies();
        for (int i = 1; i <= 500; i++) {
            one.record(Operation.MAP, i);
            two.record(Operation.MAP, i + 500);
        }
        List<LatencyRow> rows = LatencyRow.of(Latencies.merge(List.of(one, two)));
        assertThat(rows).hasSize(1);
        LatencyRow row = rows.getFirst();
        assertThat(row.samples()).isEqualTo(1000);
        assertThat(row.p50()).isCloseTo(500, within(1.0));
        assertThat(row.p90()).isCloseTo(900, within(2.0));
        assertThat(row.p99()).isCloseTo(990, within(2.0));
        assertThat(row.max()).isCloseTo(1000, within(2.0));
    }

    @Test
    void resetForgetsTheWarmUp() {
        Latencies latencies = new Latencies();
        latencies.record(Operation.MUTEX, 5);
        latencies.reset();
        assertThat(LatencyRow.of(Latencies.merge(List.of(latencies)))).isEmpty();
    }

    @Test
    void recordingAllocatesNothing() {
        Latencies latencies = new Latencies();
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++) {
                latencies.record(Operation.GETPARAM, i);
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            if (round == 1) {
                assertThat(bytes).isLessThan(10_000); // the two calls that measure allocate themselves
            }
        }
    }

    @Test
    void aTimeHasThreeDigitsAndAUnit() {
        assertThat(Tables.duration(5.213)).isEqualTo("5.21 ns");
        assertThat(Tables.duration(99.96)).isEqualTo("100 ns");
        assertThat(Tables.duration(1234)).isEqualTo("1.23 us");
        assertThat(Tables.duration(45_600_000)).isEqualTo("45.6 ms");
    }

    @Test
    void aSizeHasABinaryUnit() {
        assertThat(Tables.size(512)).isEqualTo("512 B");
        assertThat(Tables.size(16 << 20)).isEqualTo("16 MiB");
        assertThat(Tables.size(8_294_400)).isEqualTo("7.9 MiB");
    }

    @Test
    void aCountThatIsNotZeroIsMarked() {
        List<String> lines = Tables.leaks(List.of(new LeakProof.Row("handles", 0), new LeakProof.Row("files", 2)));
        assertThat(lines.get(1)).contains("handles").doesNotContain("LEAK");
        assertThat(lines.get(2)).contains("files").contains("2").endsWith("LEAK");
    }

    @Test
    void theProofShowsWhatWasLeft() {
        long[] references = {7};
        LeakProof proof = LeakProof.begin(() -> references[0]);
        references[0] = 9;
        assertThat(proof.end()).contains(new LeakProof.Row("references", 2));
    }

    @Test
    void jsonIsEscapedAndNested() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a\"b\\c\nd\u0001");
        map.put("list", List.of(1, 2.5, true, Map.of()));
        assertThat(Json.write(map)).isEqualTo("""
                        {
                          "text": "a\\"b\\\\c\\nd\\u0001",
                          "list": [
                            1,
                            2.5,
                            true,
                            {}
                          ]
                        }""");
    }

    @Test
    void jsonRefusesWhatItCannotSay() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
