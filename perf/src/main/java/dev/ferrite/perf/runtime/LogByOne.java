package dev.ferrite.perf.runtime;

import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import org.openjdk.jmh.annotations.Threads;

/** {@link LogRecordWrite} by one thread. */
@Threads(1)
@Comparison(
        title = "Log record written, one thread",
        baseline = "agronaRingOfRecords",
        goals = {
            @Goal(id = "P23", subject = "kernelLog", against = "agronaRingOfRecords", atMost = 1.0),
            @Goal(id = "P23", subject = "kernelLog", atMost = 50)
        },
        noGarbage = {"kernelLog", "kernelLogOfBytes"})
public class LogByOne extends LogRecordWrite {}
