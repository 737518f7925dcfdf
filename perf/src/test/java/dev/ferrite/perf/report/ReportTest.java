package dev.ferrite.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Report REPORT =
            new Report(Example.MACHINE, "./ferrite perf Lock", 3, List.of(Example.time(), Example.throughput(31)));

    @Test
    void textAlignsItsColumnsAndEndsWithTheCount() {
        assertThat(REPORT.text()).isEqualTo("""
                Some VM 25; Linux 6.1 amd64; Some "fast" processor, 2 processors; load 0.10 before the run

                Lock and unlock (LockPair)
                         median  best  unit   ratio  B/op
                   bare    3.00  3.00  ns/op   0.50     0
                   ours    3.30  3.00  ns/op   0.50     0
                   peer    6.00  6.00  ns/op   1.00  24.0
                  P5   met           ours is 0.50 of peer, goal <= 0.60
                  P6   met           ours is 1.10 of bare, goal <= 1.15
                  P7   not measured  absent against peer
                  P9   not measured  ours against absent
                  P24  met           ours allocates 0 B/op, goal 0
                  P24  MISSED        peer allocates 24.0 B/op, goal 0
                  P24  not measured  absent allocates nothing

                Contended (LockContended)
                         median  best  unit    ratio  B/op
                   ours    31.0   131  ops/us   1.55     0
                   peer    20.0   120  ops/us   1.00     0
                   bare    30.0   130  ops/us   1.50     0
                  P8   met           ours is 1.03 of bare, goal >= 1.00

                perf: 2 comparisons, 4 goals met, 1 missed, 3 not measured
                """);
    }

    @Test
    void markdownHasATableForEachComparison() {
        assertThat(REPORT.markdown())
                .contains("Made by `./ferrite perf Lock`: 3 interleaved rounds")
                .contains("""
                        ## Contended (LockContended)

                        |  | median | best | unit | ratio | B/op |
                        | --- | ---: | ---: | --- | ---: | ---: |
                        | ours | 31.0 | 131 | ops/us | 1.55 | 0 |
                        | peer | 20.0 | 120 | ops/us | 1.00 | 0 |
                        | bare | 30.0 | 130 | ops/us | 1.50 | 0 |

                        * P8 met: ours is 1.03 of bare, goal >= 1.00
                        """);
    }

    @Test
    void jsonHoldsEveryScoreAndEveryAnswer() {
        assertThat(REPORT.json())
                .startsWith("{\"jdk\":\"Some VM 25\",\"system\":\"Linux 6.1 amd64\","
                        + "\"processor\":\"Some \\\"fast\\\" processor\",\"processors\":2,\"load\":0.1,"
                        + "\"command\":\"./ferrite perf Lock\",\"rounds\":3,\"groups\":[{\"name\":\"LockPair\",")
                .contains("{\"method\":\"ours\",\"median\":3.3,\"best\":3,\"unit\":\"ns/op\",\"ratio\":0.5,"
                        + "\"bytesPerOperation\":0.001,\"rounds\":[[3,3,103],[6,6,106],[3.3,3.3,103.3]]}")
                .contains("{\"id\":\"P7\",\"answer\":\"not measured\",\"measured\":null,")
                .endsWith("}]}]}\n");
    }

    @Test
    void busyMachineIsSaidToBeBusy() {
        assertThat(new Machine("vm", "os", "cpu", 2, 1.2).line()).contains("BUSY");
        assertThat(new Machine("vm", "os", "cpu", 16, 1.2).line()).doesNotContain("BUSY");
        assertThat(new Machine("vm", "os", "cpu", 2, -1).line())
                .contains("load unknown")
                .doesNotContain("BUSY");
    }

    @Test
    void processorIsFoundInCpuinfo() {
        assertThat(Machine.processor(List.of("processor\t: 0", "model name\t: AMD EPYC", "model name\t: AMD EPYC")))
                .isEqualTo("AMD EPYC");
        assertThat(Machine.processor(List.of())).isEqualTo("unknown processor");
        assertThat(Machine.here().processors()).isPositive();
    }
}
