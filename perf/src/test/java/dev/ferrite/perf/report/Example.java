package dev.ferrite.perf.report;

import java.util.Arrays;
import java.util.List;

/** Made-up scores for the tests of the report. */
final class Example {
    static final Machine MACHINE = new Machine("Some VM 25", "Linux 6.1 amd64", "Some \"fast\" processor", 2, 0.1);

    private Example() {}

    @Comparison(
            title = "Lock and unlock",
            baseline = "peer",
            goals = {
                @Goal(id = "P5", subject = "ours", against = "peer", atMost = 0.6),
                @Goal(
                        id = "P6",
                        subject = "ours",
                        against = {"peer", "bare"},
                        atMost = 1.15),
                @Goal(id = "P7", subject = "absent", against = "peer", atMost = 1),
                @Goal(id = "P9", subject = "ours", against = "absent", atMost = 1),
            },
            noGarbage = {"ours", "peer", "absent"})
    static final class Time {}

    @Comparison(
            title = "Call",
            baseline = "peer",
            goals = @Goal(id = "P18", subject = "ours", against = "peer", atMostMore = 20))
    static final class Price {}

    @Comparison(
            title = "Contended",
            baseline = "peer",
            goals =
                    @Goal(
                            id = "P8",
                            subject = "ours",
                            against = {"peer", "bare"},
                            atLeast = 1.0))
    static final class Throughput {}

    static Comparison comparison(Class<?> of) {
        var comparison = of.getAnnotation(Comparison.class);
        if (comparison == null) {
            throw new IllegalArgumentException("no comparison: " + of);
        }
        return comparison;
    }

    static Series nanos(String method, double bytes, double... scores) {
        return series(method, "ns/op", true, bytes, scores);
    }

    static Series series(String method, String unit, boolean lessIsBetter, double bytes, double... scores) {
        var rounds = Arrays.stream(scores)
                .mapToObj(score -> List.of(score, score, score + 100))
                .toList();
        return new Series(method, unit, lessIsBetter, rounds, List.of(bytes));
    }

    static Group time() {
        return new Group(
                "LockPair",
                "",
                comparison(Time.class),
                List.of(nanos("bare", 0, 3, 3, 3), nanos("ours", 0.001, 3, 6, 3.3), nanos("peer", 24, 6, 12, 6)));
    }

    static Group throughput(double ours) {
        return new Group(
                "LockContended",
                "",
                comparison(Throughput.class),
                List.of(
                        series("ours", "ops/us", false, 0, ours),
                        series("peer", "ops/us", false, 0, 20),
                        series("bare", "ops/us", false, 0, 30)));
    }
}
